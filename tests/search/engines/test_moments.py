"""Days and hours that a question names, asked of each engine on Thursday 3 December 2026."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine

from destination.agenda.schedule import Frequency, Rule, Schedule, Slot, Timing
from tests.factories import make_event, make_place, one_day

pytestmark = pytest.mark.every_database
NOW = datetime(2026, 12, 3, 10, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture
def december():
    with time_machine.travel(NOW):  # the clock goes on: an index of a cluster is named by it
        yield


@pytest.fixture
def concerts(december, rebuild):
    for title, day, hour in (
        ("Concert du matin", 5, time(10)),
        ("Concert du port", 5, time(20, 30)),
        ("Concert de la place", 6, time(17)),
        ("Concert ancien", 1, time(20)),
        ("Concert surprise", 5, None),
    ):
        make_event(title, one_day(date(2026, 12, day), hour, None))
    rebuild()


@pytest.mark.parametrize(
    "question, titles",
    [
        ("concert ce week-end", {"Concert du matin", "Concert du port", "Concert de la place", "Concert surprise"}),
        ("concert dimanche", {"Concert de la place"}),
        ("concert samedi soir", {"Concert du port"}),
        ("concert samedi avant 11 h", {"Concert du matin"}),
        ("concert 20 h 30", {"Concert du port"}),
    ],
)
def test_a_moment_limits_what_is_found(concerts, find, question, titles):
    assert set(find.titles(question)) == titles


def test_a_moment_alone_lists_what_there_is_by_hour(concerts, find):
    results = find("samedi")
    assert [hit.entry.title for hit in results.hits] == ["Concert du matin", "Concert du port", "Concert surprise"]
    ((sentence, address),) = results.understood
    assert sentence == "samedi (samedi 5 décembre)" and "exactly=1" in address


def test_an_exact_question_names_no_moment(concerts, find):
    assert find("samedi", exactly="1").total == 0


def test_a_moment_without_anything_offers_other_days(concerts, find):
    results = find("concert lundi")
    assert results.total == 5 and results.understood == () and results.elsewhen == "lundi (lundi 7 décembre)"
    assert {hit.entry.title for hit in find("ce soir").hits} >= {"Concert du matin", "Concert de la place"}


def test_days_that_were_chosen_are_no_question(concerts, find):
    assert find("concert samedi", when="today").understood == ()


def test_a_title_that_names_a_moment_is_found(concerts, find, rebuild):
    make_place("Un samedi de concert")
    rebuild()
    assert find.titles("samedi concert")[0] == "Un samedi de concert"


def test_what_is_over_comes_last_whatever_its_title(concerts, find):
    assert find.titles("concert")[-1] == "Concert ancien"


@pytest.fixture
def feasts(december, rebuild):
    """Around Christmas: one that bears its name, one on its days alone, one each week, one that is cancelled, one elsewhere."""
    make_event("Le marché de Noël", one_day(date(2026, 12, 12), time(10), None))
    make_event("Bal des pompiers", one_day(date(2026, 12, 26), time(21), None))
    make_event("Veillée au coin du feu", one_day(date(2026, 12, 23), time(20), None))
    make_event("Concert des rues", one_day(date(2026, 12, 22), time(20), None), state="cancelled")
    weekly = Rule(Frequency.WEEKLY, weekdays=(3,), until=date(2027, 3, 1))
    slot = Slot(date(2026, 12, 3), start=time(8))
    make_event("Marché du jeudi", Schedule(Timing.TIMED, (slot,), weekly))
    make_event("Concert du port", one_day(date(2027, 1, 20), time(20, 30), None))
    rebuild()


CHRISTMAS = ["Le marché de Noël", "Veillée au coin du feu", "Bal des pompiers", "Marché du jeudi", "Concert des rues"]


def test_a_word_for_holidays_says_nothing_beside_a_moment(feasts, find):
    assert find.titles("vacances de janvier") == find.titles("janvier") != []


@pytest.mark.parametrize("question", ["noël", "à Noel", "christmas", "nadal", "fêtes de fin d’année"])
def test_a_feast_finds_what_bears_its_name_then_what_happens_at_it(feasts, find, question):
    results = find(question)
    assert [hit.entry.title for hit in results.hits] == CHRISTMAS
    # Each with its day that is asked about.
    assert [hit.next_day.day for hit in results.hits] == [12, 23, 26, 24, 22]


def test_a_feast_is_named_by_all_of_its_words(feasts, find, rebuild):
    make_place("Le cap")
    words = make_place("Aire de jeux").words.get(language="fr")
    words.text = "Un jour, le chemin a été refait. Il y a un an de cela."
    words.save()
    rebuild()
    assert "Le cap" not in find.titles("cap d’any") and "Aire de jeux" not in find.titles("jour de l’an") + find.titles("été")
    words.text = "Fermée le jour de l’An."
    words.save()
    rebuild()
    assert "Aire de jeux" in find.titles("nouvel an") and "Aire de jeux" in find.titles("cap d’any")


def test_a_feast_is_said_and_may_be_taken_off(feasts, find):
    ((sentence, address),) = find("marché noël").understood
    assert sentence == "noël (du 20 au 31 décembre)" and "exactly=1" in address
    assert find.titles("marché noël") == ["Le marché de Noël", "Marché du jeudi"]
    assert find.titles("marché noël", exactly="1") == ["Le marché de Noël"]


def test_words_at_a_feast_without_anything_are_sought_on_other_days(feasts, find):
    results = find("concert pâques")
    assert results.elsewhen == "pâques (du 26 au 29 mars 2027)" and results.understood == ()
    assert [hit.entry.title for hit in results.hits] == ["Concert du port", "Concert des rues"]
    assert (find("pâques").total, find("pâques").corrected) == (0, "")


def test_what_is_cancelled_comes_after_what_takes_place_and_before_what_is_over(concerts, find, rebuild):
    make_event("Concert", one_day(date(2026, 12, 4), time(20), None), state="cancelled")
    rebuild()
    assert find.titles("concert")[-2:] == ["Concert", "Concert ancien"]
