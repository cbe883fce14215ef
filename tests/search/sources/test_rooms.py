"""What belongs to which reader: results, suggestions, counts, corrections, bridges, on the public site and in the rooms."""

from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.access import reader_keys
from search import actions
from search.engines import current_engine
from search.filters import SearchFilters
from search.models import SearchRequest
from search.presenters import search, suggest
from search.sources.rooms import scopes_of
from tests.factories import make_event, make_place, make_territory
from tests.factories.photos import make_photo
from tests.factories.tutorials import make_tutorial
from tests.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
SECRET = ("Licenciements", "licenciements")


@pytest.fixture
def beaches(engine):
    """Something of each room about beaches; the tutorial and the photo are open to everybody in the portal."""
    make_place("Plage du Grau", kind="beach")
    make_photo("Plage au matin")
    make_tutorial("plages", "Plages : répondre aux avis")
    make_event("Plage, atelier des hôteliers", audience="professionals")
    make_event("Plage, réunion des offices", audience="members")
    actions.rebuild()


def answer(person, text, in_room=False, language="fr", **parameters):
    keys = reader_keys(person)
    filters = SearchFilters.from_query({"q": text, **({"room": "1"} if in_room else {}), **parameters})
    return search(filters, keys, language, scopes=scopes_of(keys, in_room))


def titles(results):
    return [hit.entry.title for hit in results.hits], {
        room.room.value: sorted(hit.entry.title for hit in room.hits) for room in results.elsewhere
    }


PORTAL = ["Plage au matin", "Plages : répondre aux avis"]


def test_public_site_shows_visitors_what_is_theirs(beaches, visitor, professional, member):
    assert titles(answer(visitor, "plage")) == (["Plage du Grau"], {})
    workshop, meeting = "Plage, atelier des hôteliers", "Plage, réunion des offices"
    assert titles(answer(professional, "plage")) == (["Plage du Grau"], {"portal": sorted([*PORTAL, workshop])})
    own = {"portal": sorted([*PORTAL, workshop]), "intranet": [meeting]}
    assert titles(answer(member, "plage")) == (["Plage du Grau"], own)
    assert answer(member, "plage").elsewhere_total == 4
    assert answer(visitor, "plage").facets.kinds == answer(member, "plage").facets.kinds == {"place": 1}


def test_sentence_counts_what_stands_in_each_room(beaches, visitor, professional, member):
    def sentence(person, text, in_room=False):
        return answer(person, text, in_room).total_in_words

    assert sentence(visitor, "plage") == "1 résultat"
    assert sentence(member, "plage") == "1 résultat sur le site public, 4 dans votre espace"
    assert sentence(member, "réunion") == "Aucun résultat sur le site public, 1 dans votre espace"
    assert sentence(professional, "plage", in_room=True) == "3 résultats ici, 1 sur le site public"
    assert sentence(professional, "grau", in_room=True) == "Aucun résultat ici, 1 sur le site public"
    assert sentence(member, "zanzibar") == "0 résultat"


def test_page_says_that_sentence(beaches, client, member):
    client.force_login(member)
    page = read(client.get("/fr/search/", {"q": "réunion"}))
    headings = page.get_by_role("main").texts("heading")
    assert headings[1:3] == ["Aucun résultat sur le site public, 1 dans votre espace", "Intranet"]


def test_rooms_show_their_own_first(beaches, visitor, professional):
    first, below = titles(answer(professional, "plage", in_room=True))
    assert sorted(first) == sorted([*PORTAL, "Plage, atelier des hôteliers"])
    assert below == {"public": ["Plage du Grau"]}
    first, below = titles(answer(visitor, "plage", in_room=True))
    assert (sorted(first), below) == (sorted(PORTAL), {"public": ["Plage du Grau"]})


def test_a_kind_of_another_room_is_no_filter_here(beaches, visitor):
    assert titles(answer(visitor, "plage", kind="photo")) == (["Plage du Grau"], {})


def test_suggestions_keep_to_the_room(beaches, visitor, member):
    def suggested(person, in_room):
        keys = reader_keys(person)
        return [hit.label for hit in suggest("plag", keys, "fr", scopes=scopes_of(keys, in_room))]

    assert suggested(visitor, False) == ["Lieu · Plage"]
    assert suggested(visitor, True)[-1] == "Lieu · Plage"
    assert suggested(member, False)[0] == "Lieu · Plage"
    assert len(suggested(member, False)) == 5


def test_nothing_of_the_rooms_is_told_to_visitors(engine, client, visitor, member):
    """By no count, suggestion, correction, bridge or unanswered list."""
    make_event(words={"fr": "Licenciements prévus", "en": "Layoffs planned"}, audience="members")
    make_event(words={"fr": "Baignade interdite"}, audience="professionals")
    make_photo("Licenciements en image", audience="professionals")
    actions.rebuild()
    for typed in ("licenciements", "licenciemnets", "layoffs", "licenc", "baignaed"):
        for path in ("/fr/search/", "/fr/search/suggestions/", "/en/search/"):
            page = client.get(f"{path}?{urlencode({'q': typed})}").content.decode().replace("<mark>", "")
            assert "prévus" not in page and "interdite" not in page and "en image" not in page
        results = answer(visitor, typed)
        assert (results.total, results.corrected, results.suggestion, results.bridges) == (0, "", "", [])
        assert results.facets.kinds == {}
    client.force_login(member)
    SearchRequest.objects.all().delete()
    for typed in ("licenciements", "secret des membres"):
        client.get("/fr/search/", {"q": typed})
        client.get("/fr/search/", {"q": typed, "room": "1"})
    assert not SearchRequest.objects.exists()


def test_a_word_of_the_room_is_put_right_in_the_room_only(engine, visitor, member):
    make_event("Licenciements prévus", audience="members")
    make_event("Licenciés du club de judo")
    actions.rebuild()
    assert answer(visitor, "licenciemnets").corrected == ""
    assert answer(member, "licenciemnets").corrected == "licenciements"
    assert answer(member, "licenciemnets", in_room=True).corrected == "licenciements"


def test_a_bridge_leads_to_the_language_that_has_the_word(engine, client, visitor):
    make_event("Plat du jour")
    for number in range(3):
        make_event(words={"fr": f"Jeux de plage {number}", "ca": f"Jocs de platja {number}"})
    actions.rebuild()
    results = answer(visitor, "platja")
    (bridge,) = results.bridges
    assert (results.corrected, bridge.words, bridge.address) == ("", "3 résultats en catalan", "/ca/search/?q=platja")
    link = read(client.get("/fr/search/?q=platja")).get_by_role("link", "3 résultats en catalan")
    assert (link["hreflang"], link["href"]) == ("ca", "/ca/search/?q=platja")
    assert answer(visitor, "platja", language="ca").bridges == []
    assert answer(visitor, "plage").bridges == []


def test_a_hidden_word_of_another_language_makes_no_difference(engine, visitor, member):
    make_event("Plat du jour")
    make_event(words={"fr": "Réunion", "ca": "Platja, la reunió"}, audience="members")
    actions.rebuild()
    assert answer(visitor, "platja").corrected == "plat"
    assert answer(member, "platja").corrected == "plat"
    assert answer(member, "platja", in_room=True).corrected == ""


def test_results_of_a_room_stand_under_their_headings(beaches, client, member):
    client.force_login(member)
    page = read(client.get("/fr/search/?q=plage"))
    headings = page.get_by_role("main").texts("heading")
    assert headings[:2] == ["Rechercher", "1 résultat sur le site public, 4 dans votre espace"]
    assert headings.index("Pour les professionnels") < headings.index("Intranet")
    assert page.get_by_role("link", "Voir les 4 résultats de mon espace")["href"] == "?q=plage&room=1"


def test_a_reader_who_works_costs_one_statement_more(beaches, visitor, professional):
    make_event("Plage en fête")
    actions.rebuild()

    def statements(person):
        with CaptureQueriesContext(connection) as captured:
            answer(person, "plage")
        return len(captured)

    keys = reader_keys(professional)  # what a request reads of its person anyway
    assert keys
    # A separate engine is asked by no statement.
    assert statements(professional) == statements(visitor) + (not current_engine().needs_sending)


def test_communes_are_found_by_name_postcode_and_older_name(engine, visitor):
    make_territory("Port-Aurelle", postcode="66990", slug="port-aurelle", other_names="Portus Aureliae, El Port d’Aurella")
    actions.rebuild()
    for typed in ("port aurelle", "66990", "aureliae", "aurella", "Port-Aurele"):
        hits = answer(visitor, typed).hits
        assert [(hit.entry.title, hit.label, hit.entry.url) for hit in hits] == [
            ("Port-Aurelle", "Commune", "/fr/communes/port-aurelle/")
        ], typed
