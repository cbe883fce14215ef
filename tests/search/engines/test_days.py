"""Each word of time counts what happens then, whatever other days are chosen."""

from datetime import time

import pytest

from destination.agenda.schedule import Schedule, Slot, Timing
from tests.factories import make_event, make_territory, one_day
from tests.moment import in_days

pytestmark = pytest.mark.every_database


@pytest.fixture
def feasts(rebuild):
    """One tomorrow, one in twenty days, one that began long ago and goes on."""
    port = make_territory("Port-Aurelle")
    make_event("Fête du port", one_day(in_days(1)), commune=port)
    make_event("Fête de la ville", one_day(in_days(20)))
    going_on = Slot(day=in_days(-30), last_day=in_days(30), start=time(10), end=time(12))
    make_event("Fête des jardins", Schedule(timing=Timing.TIMED, slots=(going_on,)))
    rebuild()
    return port


def test_chosen_days_narrow_the_results_and_leave_the_words_of_time_counted(feasts, find):
    answer = find("fête", **{"from": in_days(15).isoformat(), "to": in_days(25).isoformat()})
    assert {hit.entry.title for hit in answer.hits} == {"Fête de la ville", "Fête des jardins"}
    assert answer.total == 2
    assert (answer.facets.whens["today"], answer.facets.whens["week"]) == (1, 2)
    assert answer.facets.communes == {}


def test_a_chosen_word_of_time_counts_the_other_words_and_the_communes(feasts, find):
    answer = find("fête", when="week")
    assert {hit.entry.title for hit in answer.hits} == {"Fête du port", "Fête des jardins"}
    assert answer.facets.communes == {feasts.slug: 1}
    narrower = find("fête", when="week", commune=feasts.slug)
    assert (narrower.total, narrower.facets.whens["today"], narrower.facets.whens["week"]) == (1, 0, 1)
