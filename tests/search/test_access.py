"""Nothing that the reader may not see is shown, counted, suggested or guessed: what could leak is made, then sought."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from common.access import reader_keys
from search.models import Word
from search.presenters import suggest
from tests.factories import make_event, make_organisation, make_place, make_territory, make_user, make_work_group

pytestmark = pytest.mark.every_database

PERSONAS = ("visitor", "professional", "member", "group_member", "moderator", "editor", "administrator")


@pytest.fixture
def author(db):
    return make_user("autrice@aurelle.example", make_organisation("Office de la Montagne"))


@pytest.fixture
def work_group(group_member):
    return group_member.work_groups.get()


@pytest.fixture
def audiences(author, office, work_group):
    """One event of each audience; the private one belongs to the office of `member` and `group_member`."""
    return {
        word: make_event(
            f"Réunion {word}",
            audience=word,
            author=author,
            organisation=office,
            work_groups=[work_group] if word == "group" else [],
        )
        for word in ("public", "professionals", "members", "group", "private")
    }


SEEN = {
    "visitor": {"public"},
    "professional": {"public", "professionals"},
    "member": {"public", "professionals", "members", "private"},
    "group_member": {"public", "professionals", "members", "private", "group"},
    "moderator": {"public", "professionals", "members"},
    "editor": {"public", "professionals", "members"},
    "administrator": {"public", "professionals", "members", "private", "group"},
}


@pytest.mark.parametrize("persona", PERSONAS)
def test_search_shows_and_counts_what_the_persona_may_see(persona, audiences, rebuild, find, request):
    keys = reader_keys(request.getfixturevalue(persona))
    rebuild()
    answer = find("réunion", keys=keys)
    seen = {word for word, event in audiences.items() if str(event.pk) in {hit.entry.thing for hit in answer.hits}}
    assert seen == SEEN[persona]
    assert answer.total == len(seen)
    assert answer.facets.kinds == {"event": len(seen)}
    assert answer.facets.whens["week"] == len(seen)
    assert {int(hit.entry.thing) for hit in suggest("réu", keys, "fr")} == {audiences[word].pk for word in seen}


def test_author_finds_what_they_wrote(audiences, author, rebuild, find):
    rebuild()
    assert find("réunion", keys=reader_keys(author)).total == 5


def test_facets_do_not_tell_of_communes_of_restricted_things(rebuild, find):
    secret = make_territory("Vallée-Secrète")
    make_event("Réunion publique")
    make_event("Réunion interne", audience="members", commune=secret)
    rebuild()
    assert find("réunion").facets.communes == {}
    assert find("réunion", commune=secret.slug).total == 0


def test_a_word_of_restricted_entries_is_never_guessed(rebuild, find, member):
    make_event("Licenciements prévus", audience="members")
    rebuild()
    assert Word.objects.filter(word="licenciements", language="fr").exists()
    answer = find("licenciemnets")
    assert (answer.total, answer.corrected, answer.suggestion) == (0, "", "")
    assert find("licenciemnets", keys=reader_keys(member)).corrected == "licenciements"


def test_a_guess_shows_the_accents_of_a_visible_entry(rebuild, find):
    make_event("Marche nordique")
    make_event("Marché interne", audience="members")
    rebuild()
    assert find("macrhe").corrected == "marche"


def test_suggestions_never_show_restricted_titles(rebuild, find):
    make_event("Budget confidentiel", audience="members")
    rebuild()
    assert suggest("budget", frozenset({"public"}), "fr") == []


def test_an_event_does_not_tell_of_its_restricted_place(rebuild, find):
    place = make_place("Villa cachée", audience="members")
    make_event("Dîner", place=place)
    rebuild()
    assert find("villa cachée", exactly="1").total == 0
    assert "cachée" not in find("dîner").hits[0].entry.place_name


def test_unpublished_things_are_not_found_even_by_administrators(rebuild, find, administrator):
    make_event("Brouillon en cours", live=False, author=administrator)
    rebuild()
    assert find("brouillon", keys=reader_keys(administrator)).total == 0


def test_a_narrower_audience_hides_what_was_shown(engine, find, committed):
    with committed():
        event = make_event("Concert au port")
    assert find("concert").total == 1
    with committed():
        event.audience = "members"
        event.save()
    answer = find("concert")
    assert (answer.total, answer.hits) == (0, [])


# ---- pages ----


@pytest.fixture
def page(db):
    home = Page.objects.filter(depth=2).first()
    section = home.add_child(instance=Page(title="Rubrique interne", slug="interne"))
    return section.add_child(instance=Page(title="Règlement des taxes", slug="reglement"))


def restrict(page, kind, *groups):
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=kind, password="sésame" if kind == "password" else ""
    )
    restriction.groups.set(groups)
    return restriction


def found_by(find, *people):
    return [find("règlement taxes", keys=reader_keys(person)).total for person in people]


def test_public_pages_are_found(page, rebuild, find, visitor):
    rebuild()
    assert found_by(find, visitor) == [1]


def test_pages_behind_a_login_are_for_professionals(page, rebuild, find, visitor, professional, member, administrator):
    restrict(page.get_parent(), "login")
    rebuild()
    assert found_by(find, visitor, professional, member, administrator) == [0, 1, 1, 1]


def test_pages_behind_a_group_are_for_who_is_in_it(page, rebuild, find, visitor, member, editor, administrator):
    restrict(page.get_parent(), "groups", Group.objects.get(name="editor"))
    rebuild()
    assert found_by(find, visitor, member, editor, administrator) == [0, 0, 1, 1]


def test_pages_behind_two_groups_are_for_who_is_in_both(page, rebuild, find, editor, moderator):
    restrict(page.get_parent(), "groups", Group.objects.get(name="editor"))
    restrict(page, "groups", Group.objects.get(name="moderator"))
    rebuild()
    assert found_by(find, editor, moderator) == [0, 0]


def test_pages_behind_a_password_are_not_found(page, rebuild, find, visitor, member):
    restrict(page, "password")
    rebuild()
    assert found_by(find, visitor, member) == [0, 0]


def test_restricting_a_section_hides_its_pages_and_lifting_shows_them(page, rebuild, find, visitor, committed):
    rebuild()
    with committed():
        restriction = restrict(page.get_parent(), "login")
    assert found_by(find, visitor) == [0]
    with committed():
        restriction.delete()
    assert found_by(find, visitor) == [1]


def test_an_alias_of_a_restricted_page_is_not_found(page, rebuild, find, visitor):
    restrict(page, "login")
    page.create_alias(parent=Page.objects.filter(depth=2).first(), update_slug="copie")
    rebuild()
    assert found_by(find, visitor) == [0]


def test_results_of_the_view_are_those_of_the_reader(client, member, audiences, rebuild, ask):
    rebuild()
    assert "Réunion members" not in ask("réunion").content.decode()
    client.force_login(member)
    shown = ask("réunion").content.decode().replace("<mark>", "").replace("</mark>", "")
    assert "Réunion members" in shown
    assert "Réunion group" not in shown


def test_two_work_groups_do_not_mix(rebuild, find, member, group_member):
    make_event("Point animation", audience="group", work_groups=[make_work_group(member, name="Autre")])
    rebuild()
    assert [find("animation", keys=reader_keys(person)).total for person in (member, group_member)] == [1, 0]
