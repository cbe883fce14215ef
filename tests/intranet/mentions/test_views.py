import pytest
from django.urls import reverse

from tests.factories import make_user, make_work_group
from tests.factories.comments import handle_of, make_internal_event, make_talked_article
from tests.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
SUGGEST = "/intranet/mentions/suggestions/"


def names(client, person, letters="", thing=None) -> list[str]:
    client.force_login(person)
    fields = {"q": letters} | ({"sur": f"{thing._meta.label_lower}:{thing.pk}"} if thing else {})
    return [row["name"] for row in client.get(SUGGEST, fields).json()["suggestions"]]


def test_people_and_groups_are_found_by_a_few_letters_without_accents(client, member, editor):
    make_work_group(editor, name="Édition des brochures", kind="open")
    assert names(client, member, "edi") == ["Édith Laplume", "Édition des brochures"]
    assert names(client, member, "LAP") == ["Édith Laplume"]
    assert names(client, member, handle_of(editor)) == ["Édith Laplume"]
    assert names(client, member, "zzz") == []


def test_secret_group_is_proposed_to_its_people_alone(client, member, editor, professional):
    make_work_group(editor, name="Sirocco", kind="secret")
    assert names(client, editor, "siro") == ["Sirocco"]
    assert names(client, member, "siro") == names(client, professional, "siro") == []


def test_only_people_who_may_see_the_thing_are_proposed(client, member, moderator, group_member):
    event = make_internal_event(member, audience="private")
    assert names(client, member, "Modeste") == ["Modeste Lequeu"]
    assert names(client, member, "Modeste", event) == [] and names(client, member, "Gil", event) == ["Gil Ducercle"]
    group = make_work_group(member, moderator)
    article = make_talked_article(member, work_groups=[group])
    assert names(client, member, "Modeste", article) == ["Modeste Lequeu"] and names(client, member, "Gil", article) == []


def test_thing_that_the_author_may_not_see_proposes_nothing(client, member, moderator):
    event = make_internal_event(member, audience="private")
    client.force_login(moderator)
    for thing in (f"agenda.event:{event.pk}", "agenda.event:0", "accounts.user:1", "zzz", ":", f"agenda.event:{'9' * 30}"):
        expected = 200 if thing == ":" else 404
        assert (thing, client.get(SUGGEST, {"sur": thing}).status_code) == (thing, expected)


def test_provider_is_offered_the_people_of_their_groups(client, member, professional, moderator):
    make_work_group(professional, moderator, kind="closed", providers_may_join=True)
    assert names(client, professional, "Modeste") == ["Modeste Lequeu"] and names(client, professional, "Maria") == []


def test_closed_accounts_are_not_proposed(client, member):
    make_user(organisation=member.organisation, first_name="Zoé", last_name="Partie", is_active=False)
    assert names(client, member, "zoe") == []


def test_who_to_name_gives_what_to_type_without_scripts(client, member, editor):
    client.force_login(member)
    page = read(client.get(reverse("mentions:who"), {"q": "edith"}))
    assert page.has("code", f"@{handle_of(editor)}")
    assert read(client.get(reverse("mentions:who"), {"q": "zzz"})).has("heading", "Personne de ce nom")


def test_suggestions_cost_no_more_with_more_people(client, member, django_assert_max_num_queries):
    client.force_login(member)
    client.get(SUGGEST)
    with django_assert_max_num_queries(20) as few:
        client.get(SUGGEST, {"q": "m"})
    for _number in range(5):
        make_user(organisation=member.organisation, first_name="Mila")
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(SUGGEST, {"q": "m"})


def test_office_stands_beside_a_name_in_the_language_of_the_reader(client, member, office):
    type(office).objects.filter(pk=office.pk).update(translated_names={"ca": "Oficina de la Costa"})
    make_user(organisation=office, first_name="Claire", last_name="Doré")
    type(member).objects.filter(pk=member.pk).update(language="ca")
    client.force_login(member)
    (suggestion,) = client.get(SUGGEST, {"q": "claire"}).json()["suggestions"]
    assert suggestion["note"] == "Oficina de la Costa"
