import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from intranet.groups.presenters import locked_out, people_of, sections_of, visits_of
from tests.factories import make_user, make_work_group

pytestmark = pytest.mark.django_db


def test_sections_put_mine_first_and_secret_ones_only_with_their_people(member, editor, administrator):
    make_work_group(name="Fermé", kind="closed")
    make_work_group(member, name="Le mien", kind="secret")
    make_work_group(name="Ouvert", kind="open")
    invited = make_work_group(name="Invitation", kind="secret", owners=[editor])
    invited.join_requests.create(person=member, is_invitation=True, invited_by=editor)

    def names(reader):
        return {section: [visit.group.name for visit in visits] for section, visits in sections_of(visits_of(reader)).items()}

    assert names(member) == {"invited": ["Invitation"], "mine": ["Le mien"], "open": ["Ouvert"], "closed": ["Fermé"]}
    assert names(administrator)["secret"] == ["Invitation", "Le mien"]


def test_numbers_count_those_in_force(member, professional, former_member):
    group = make_work_group(member, professional, former_member, kind="open")
    [visit] = [visit for visit in visits_of(member) if visit.group == group]
    assert visit.number == 1
    assert [membership.user for membership in people_of(group)] == [member]
    assert [membership.user for membership in locked_out(group)] == [professional]


@pytest.mark.parametrize("name", ["list", "group", "people"])
def test_pages_ask_as_much_for_many_as_for_one(client, member, office, name):
    group = make_work_group(kind="on_request", owners=[member])
    url = reverse("work_groups:list") if name == "list" else reverse(f"work_groups:{name}", args=[group.slug])
    client.force_login(member)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    def add():
        person = make_user(organisation=office)
        make_work_group(person, member, kind="closed")
        group.memberships.create(user=person)
        group.join_requests.create(person=make_user(organisation=office), words="Bonjour.")

    add()
    client.get(url)
    one = queries()
    add()
    add()
    client.get(url)  # whose groups changed is asked once what they may see now
    assert queries() == one <= 15
