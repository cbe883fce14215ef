"""The page of results and the suggestions: for everybody, calm in front of anything."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from search import actions
from tests.factories import make_event, make_picture, make_place, make_territory, one_day
from tests.factories.submissions import make_proposal
from tests.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

HOSTILE = [
    "\x00", "😀🎉", "שלום \u202e עולם", '"', "'", "’", "*", "(((", "a AND",
    "NEAR(a b)", "title_words:x", "^a", "-a", "a:b", "OR", "NOT",
    "<script>alert(1)</script>", "%", "\\", "mot " * 5000, 
    "x" * 10_000_000, "ﬁn", "col·lecció", "'; DROP TABLE search_entry; --", "\ud83d",
]  # fmt: skip


def ways_of(response) -> list[str]:
    """The addresses that the page itself proposes."""
    return [link["href"] for link in read(response).get_by_role("main").all_by_role("link")]


def words(response):
    return response.content.decode().replace("<mark>", "").replace("</mark>", "")


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_get_a_calm_page(engine, rf, typed):
    from django.contrib.auth.models import AnonymousUser

    from search.views import results, suggestions

    make_event("Concert au port")
    actions.rebuild()
    for view in (results, suggestions):
        request = rf.get("/fr/search/")
        request.user = AnonymousUser()
        request.GET = {"q": typed}
        request.LANGUAGE_CODE = "fr"
        assert view(request).status_code == 200


@pytest.mark.parametrize(
    "parameters",
    [
        {"kind": "licorne"}, {"kind": "event' OR 1=1"}, {"commune": "nulle-part"}, {"commune": "É"}, 
        {"when": "hier"}, {"from": "31/02/2026"},
        {"from": "2026-07-20", "to": "2026-07-10"}, {"to": "99999-01-01"}, {"page": "-3"}, {"page": "0"}, {"page": "abc"},
        {"page": "999999"},
        {"page": "²"}, {"room": "1"}, {"exactly": "zut"}, {"kind": "event" * 1000},
    ],
)  # fmt: skip
def test_unknown_values_are_left_out(engine, ask, parameters):
    make_event("Concert au port")
    actions.rebuild()
    response = ask("concert", **parameters)
    assert response.status_code == 200


def test_a_date_that_does_not_exist_is_said(ask):
    assert "n’existe pas" in read(ask("concert", **{"from": "2026-02-31"})).text


def test_results_show_title_mark_date_and_place(engine, ask):
    commune = make_territory("Port-Aurelle")
    make_event("Marché <b>du</b> port", commune=commune, picture=make_picture())
    actions.rebuild()
    response = ask("marches")
    assert "<mark>Marché</mark> &lt;b&gt;du&lt;/b&gt; port" in response.content.decode()
    page = read(response)
    assert "Port-Aurelle" in page.text and page.has("time")
    assert page.meta("robots") == "noindex"


def test_results_say_what_was_put_right(engine, ask):
    make_event("Festival du vent")
    actions.rebuild()
    page = ask("festvial")
    assert "Aucun résultat pour «\xa0festvial\xa0»" in words(page)
    assert "Festival du vent" in words(page)


def test_filters_are_links_that_keep_the_rest_of_the_address(engine, ask):
    make_event("Fête du port")
    make_place("Salle des fêtes")
    actions.rebuild()
    page = words(ask("fête", when="week"))
    assert "?q=f%C3%AAte&amp;kind=event&amp;when=week" in page


def test_without_question_the_page_proposes_ways(client):
    page = client.get("/fr/search/")
    assert page.status_code == 200
    assert "/fr/agenda/" in ways_of(page)


def test_without_result_the_page_proposes_ways(engine, ask):
    actions.rebuild()
    assert "/fr/agenda/" in ways_of(ask("introuvable"))


def test_results_stay_in_the_room_of_who_works(client, ask, member):
    assert not read(ask("concert", room="1")).has("navigation", "Menu principal")
    client.force_login(member)
    assert read(ask("concert", room="1")).has("navigation", "Menu principal")


@pytest.mark.parametrize("language, said", [("fr", "1 résultat"), ("en", "1 result"), ("ca", "1 resultat")])
def test_results_speak_the_readers_language(engine, ask, language, said):
    make_event("Concert au port")
    actions.rebuild()
    page = read(ask("concert", language=language))
    assert said in page.text
    in_french = [part.text for part in page.get_by_role("main").all_by_hook("lang", "fr")]
    assert ("Concert au port" in in_french) == (language != "fr")


def test_results_take_few_queries_however_many_rows(ask, django_assert_max_num_queries):
    make_event("Concert zéro", commune=make_territory())
    actions.rebuild()
    ask("concert")
    with django_assert_max_num_queries(12):
        ask("concert")
    for number in range(25):
        make_event(
            f"Concert {number}",
            one_day(timezone.localdate() + timedelta(days=number)),
            commune=make_territory(f"Commune {number}"),
        )
    actions.rebuild()
    ask("concert")  # what is the same on every page is made anew
    with django_assert_max_num_queries(8):
        ask("concert")
    # PostgreSQL asks for each of four questions whether what is kept still holds.
    with django_assert_max_num_queries(20 if connection.vendor == "postgresql" else 16):
        ask("concrte")


def test_suggestions_are_options_that_lead_somewhere(engine, client):
    event = make_event("Marché de Noël")
    make_place("Place du Marché")
    actions.rebuild()
    options = read(client.get("/fr/search/suggestions/?q=march")).all_by_role("option")
    assert len(options) == 3
    assert event.get_absolute_url() in [option.get("data-url") for option in options]
    assert client.get("/fr/search/suggestions/?q=zzz").content.decode().strip() == ""
    assert client.get("/fr/search/suggestions/?q=m").content.decode().strip() == ""


def test_suggestions_put_what_comes_above_what_is_over(engine, client):
    make_event("Marché passé", one_day(timezone.localdate() - timedelta(days=9)))
    make_event("Marché prochain")
    actions.rebuild()
    page = words(client.get("/fr/search/suggestions/?q=marché"))
    assert page.index("Marché prochain") < page.index("Marché passé")


def test_an_engine_that_is_away_is_said_calmly(settings, ask, client, caplog):
    settings.SEARCH_URL = "http://127.0.0.1:9?prefix=nowhere"
    page = ask("concert")
    assert page.status_code == 200
    assert "interrompue" in read(page).text
    assert "does not answer" in caplog.text
    assert client.get("/fr/search/suggestions/?q=concert").status_code == 200


def test_the_box_stands_in_every_page_and_knows_its_suggestions(client, member):
    assert read(client.get("/ca/search/")).all_by_hook("data-suggestions", "/ca/search/suggestions/")


def test_results_are_only_read(client):
    assert client.post("/fr/search/", {"q": "concert"}).status_code == 405


def test_sheet_has_the_filters_as_a_form_and_keeps_typed_days(engine, ask):
    port = make_territory("Port-Aurelle")
    make_event("Fête du port", one_day(), commune=port)
    actions.rebuild()
    form = read(ask("fête", kind="event")).region("Choisir les filtres")
    assert form.form_values() == {"q": "fête", "kind": "event", "when": "", "commune": ""}
    day = timezone.localdate().isoformat()
    form = read(ask("fête", **{"from": day})).region("Choisir les filtres")
    assert form.form_values() == {"q": "fête", "from": day, "kind": "", "commune": ""}


def test_member_finds_their_own_waiting_proposal_in_their_room(ask, member, engine, client):
    make_proposal(member, "Calçotada popular")
    client.force_login(member)
    assert read(ask("calcotada", room="1")).has("link", "Calçotada popular")
    assert not read(ask("calcotada")).has("link", "Calçotada popular")
