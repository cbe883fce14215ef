"""What waits is counted once, for the front page and for the rail alike (the kinds are those of the rooms)."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from accounts.models import JoinRequest
from common.navigation import entries_for
from common.waiting import kinds_for, numbers_for, waiting_for
from destination.pages.models import ContactMessage
from intranet.submissions.actions import decisions
from intranet.submissions.models import Draft
from pro_portal.documents.models import EditionOrder
from tests.factories import make_user, make_work_group
from tests.factories.photos import make_contribution, make_waiting_photo
from tests.factories.submissions import make_proposal
from tests.factories.tutorials import make_question, make_tutorial
from tests.factories.watch import make_item
from tests.personas import make_watcher

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def request_of(person):
    request = RequestFactory().get("/intranet/")
    request.user = person
    return request


@pytest.fixture
def much(member, moderator, professional):
    """One, two, three… of each kind, so that no number stands for another."""
    decisions.send_back(make_proposal(member, "À revoir"), moderator, "Quelle heure ?")
    for number in range(2):
        make_proposal(member, f"En attente {number}")
    for number in range(3):
        make_item(f"À trier {number}", state="inbox")
    lot = make_contribution(professional, 0)
    for number in range(4):
        make_waiting_photo(lot, f"À accepter {number}")
    tutorial = make_tutorial("fiche")
    make_question(tutorial, answer="Oui.")
    for number in range(5):
        make_question(tutorial)
        Draft.objects.create(author=member, fields={"fr-title": [f"Brouillon {number}"]})
    for answered in (False,) * 6 + (True,):
        ContactMessage.objects.create(name="Rose", email="rose@a.example", subject="Bonjour", language="fr", answered=answered)


def test_each_reader_counts_what_waits_for_them_in_one_query(much, member, moderator, administrator, professional, visitor):
    numbers_for(request_of(administrator))  # their roles and permissions are read
    request = request_of(administrator)
    with CaptureQueriesContext(connection) as queries:
        numbers = numbers_for(request)
    # Beside the versions of the indexes, which a page asks for once.
    assert len([query for query in queries if "common_facetchange" not in query["sql"]]) == 1
    expected = {
        "events_to_moderate": 2, "photos_to_accept": 4, "watch_items": 3, "tutorial_questions": 5, "contact_messages": 6,
        "account_requests": 0, "events_to_correct": 0, "event_drafts": 0,
    }  # fmt: skip
    assert expected.items() <= numbers.items()
    of_member = numbers_for(request_of(member))
    assert {"events_to_correct": 1, "event_drafts": 5}.items() <= of_member.items()
    assert not {"events_to_moderate", "photos_to_accept", "contact_messages"} & of_member.keys()
    assert not any(numbers_for(request_of(professional)).values()) and numbers_for(request_of(visitor)) == {}


def test_one_statement_for_all_who_are_alike_counts_what_each_persons_rows_hold(
    much, member, moderator, editor, administrator, group_member
):
    """Also of who has no office, and of who looks after a group."""
    stranger = make_user(organisation=None, is_superuser=True)
    office_order = {"establishment": "Hôtel", "name": "Rose", "email": "rose@a.example"}
    EditionOrder.objects.create(key="1", office=None, **office_order)
    EditionOrder.objects.create(key="2", office=member.organisation, **office_order)
    for owner, number in ((member, 1), (group_member, 2)):
        group = make_work_group(owners=[owner])
        for _ in range(number):
            JoinRequest.objects.create(workgroup=group, person=make_user())
    for person in (member, group_member, moderator, editor, make_watcher(), administrator, stranger):
        numbers = numbers_for(request_of(person))
        rows = {kind.code: kind.rows(person) for kind in kinds_for(person)}
        assert numbers == {code: 0 if each is None else each.count() for code, each in rows.items()}, person


def test_badges_of_the_rail_are_the_numbers_of_the_front_page(much, administrator):
    request = request_of(administrator)
    numbers = {kind["url"]: kind["number"] for kind in waiting_for(request)}
    with CaptureQueriesContext(connection) as queries:
        badges = {entry["url"]: entry["count"] for entry in entries_for(request) if entry["count"]}
    assert badges.items() <= numbers.items() and len(badges) == 4
    assert len(queries) == 0


def test_front_page_shows_the_number_and_the_first_three(much, member):
    kinds = {kind["code"]: kind for kind in waiting_for(request_of(member))}
    assert [line.title for line in kinds["events_to_correct"]["lines"]] == ["À revoir"]
    drafts = kinds["event_drafts"]
    assert (drafts["title"], len(drafts["lines"])) == ("5 brouillons d’événements", 3)
