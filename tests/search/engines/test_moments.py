"""Days and hours that a question names, asked of each engine on Thursday 3 December 2026."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine

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
