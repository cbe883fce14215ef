"""What readers missed: counted by words, without anybody."""

from datetime import date, timedelta

import pytest
from django.db import connection

from search import actions, choices, querysets
from search.models import SearchRequest
from search.personal_data import MissedAnswers
from tests.factories import make_event, make_place
from tests.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
MONDAY = date(2026, 7, 13)
PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"


def listed():
    return list(SearchRequest.objects.order_by("key").values_list("language", "words", "times", "last_week"))


@pytest.fixture
def wednesday(time_machine):
    time_machine.move_to("2026-07-15T10:00:00+02:00")


def test_missed_answers_are_counted_by_folded_words_and_week(wednesday, client):
    for typed in ("Cabine de bain", "bain, CABINES de", "la cabine du bain"):
        client.get("/fr/search/", {"q": typed}, headers={"user-agent": PHONE})
    client.get("/ca/search/", {"q": "Cabine de bain"}, headers={"user-agent": PHONE})
    assert listed() == [
        ("fr", "Cabine de bain", 2, MONDAY),
        ("ca", "Cabine de bain", 1, MONDAY),
        ("fr", "bain, CABINES de", 1, MONDAY),
    ]
    assert {field.name for field in SearchRequest._meta.fields} == {
        "id", "language", "key", "words", "times", "last_week", "dismissed", "page", "event", "place", "kind", "thing",
    }  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        "anne.dupont@orange.fr", "anne dot x at y dot com", "06 12 34 56 78", "+33465710100", "0465/71/01/00", "M. Dupont",
        "m dupont", "Mme Anne Martin", "mlle  Martin", "Mr. Smith", "chez Madame Puig", "senyora Puig", "me. durand",
        "www.chez-anne.fr", "https://x", "x" * 81, "🎉", "!!", "\x00", "",
    ],
)  # fmt: skip
def test_what_may_tell_of_a_person_or_of_nothing_is_not_kept(client, typed):
    client.get("/fr/search/", {"q": typed})
    SearchRequest.objects.note(typed, "fr", "192.0.2.1")
    assert listed() == []


@pytest.mark.parametrize("typed", ["66990", "me promener", "maître nageur", "don du sang", "10h30", "GR 10", "7 km", "marché"])
def test_what_only_looks_so_is_kept(typed):
    SearchRequest.objects.note(typed, "fr", "192.0.2.1")
    assert [words for _language, words, _times, _week in listed()] == [typed]


def test_what_has_an_answer_was_not_missed(client, engine):
    make_event("Marché de Noël")
    make_event(words={"ca": "Sardanes a la plaça", "fr": "Danses"})
    actions.rebuild()
    for question in ("marche", "marhce", "sardanes", "marche&kind=place", "zzz&when=today", "zzz&page=2"):
        client.get(f"/fr/search/?q={question}")
        client.get(f"/fr/search/suggestions/?q={question}")
    assert listed() == [("fr", "zzz", 1, listed()[0][3])]


@pytest.mark.parametrize(
    "agent", ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "bingbot/2.0", "AhrefsBot", "x spider"]
)
def test_robots_miss_nothing(client, agent):
    client.get("/fr/search/?q=zzz", headers={"user-agent": agent})
    client.head("/fr/search/?q=zzz")
    assert listed() == []


def test_one_sender_counts_a_few_times_only(monkeypatch):
    monkeypatch.setattr(querysets, "NOTES_AN_HOUR", 3)
    for number in range(9):
        SearchRequest.objects.note(f"mot{number}", "fr", "192.0.2.1")
    SearchRequest.objects.note("ailleurs", "fr", "192.0.2.2")
    assert len(listed()) == 4


def test_there_are_never_more_questions_than_an_editor_could_read(monkeypatch):
    monkeypatch.setattr(querysets, "MOST_REQUESTS", 2)
    for number in (0, 1, 2, 0):
        SearchRequest.objects.note(f"mot{number}", "fr", f"192.0.2.{number}")
    assert [(words, times) for _language, words, times, _week in listed()] == [("mot0", 2), ("mot1", 1)]


@pytest.mark.django_db
def test_a_database_that_takes_no_write_costs_no_reader_anything(client, caplog):
    def refuse(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(("INSERT", "UPDATE")):
            from django.db import OperationalError

            raise OperationalError("attempt to write a readonly database")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        assert client.get("/fr/search/?q=zzz").status_code == 200
    assert listed() == []


def test_what_nobody_misses_any_more_goes_and_answers_stay(wednesday, time_machine):
    SearchRequest.objects.note("vieux mots", "fr", "192.0.2.1")
    SearchRequest.objects.note("mots", "fr", "192.0.2.1")
    answered = SearchRequest.objects.create(language="fr", words="bain", place=make_place())
    time_machine.shift(timedelta(days=choices.REQUEST_DAYS - 10))
    SearchRequest.objects.note("mots", "fr", "192.0.2.1")
    time_machine.shift(timedelta(days=20))
    from django.utils import timezone

    assert MissedAnswers().expire(timezone.now()) == 1
    assert {request.words for request in SearchRequest.objects.all()} == {"mots", answered.words}


# ---- the editors' answers ----


def test_the_answer_that_an_editor_chose_comes_first(engine, ask, client):
    beach, bath = make_place("Plage du Grau", kind="beach"), make_event("Bain de minuit")
    request = SearchRequest.objects.create(language="fr", words="cabines", place=beach)
    other = SearchRequest.objects.create(language="fr", words="bain de minuit", place=beach)
    actions.rebuild()
    main = read(ask("Cabines")).get_by_role("main")
    assert main.get_by_role("link", "Plage du Grau") and "1 résultat" in main.text
    assert [link.text for link in read(ask("minuit, bain")).get_by_role("main").all_by_role("link")].index("Plage du Grau") < [
        link.text for link in read(ask("minuit, bain")).get_by_role("main").all_by_role("link")
    ].index("Bain de minuit")
    assert "Plage du Grau" not in read(ask("cabines", language="ca")).get_by_role("main").text
    beach.live = False
    beach.save()
    actions.rebuild()
    assert "Plage du Grau" not in read(ask("cabines")).text
    assert other.kind == request.kind == "place" and bath


def test_an_answer_shows_nothing_to_who_may_not_see_it(engine, ask, client, member):
    note = make_event("Note interne", audience="members")
    SearchRequest.objects.create(language="fr", words="cabines", event=note)
    actions.rebuild()
    page = read(ask("cabines")).get_by_role("main").text
    assert "Note interne" not in page and "Aucun résultat" in page
    client.force_login(member)
    assert "Note interne" in read(ask("cabines")).get_by_role("main").text
