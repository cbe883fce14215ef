"""What is said of single dates of a schedule."""

from datetime import date, time

import pytest

from destination.agenda.schedule import Change, DateState, Schedule, Slot, Timing
from destination.agenda.schedule.dates import dates_to_come, with_changes, without_idle_changes
from destination.agenda.schedule.recurrence import Frequency, Rule
from destination.agenda.schedule.sentences import schedule_in_words
from destination.agenda.schedule.serialization import schedule_from_json, schedule_to_json

FIRST = date(2026, 7, 2)
SECOND = date(2026, 7, 9)
WEEKLY = Schedule(Timing.TIMED, (Slot(FIRST, start=time(18)),), Rule(Frequency.WEEKLY, count=3))
TWICE = Schedule(Timing.TIMED, (Slot(FIRST, start=time(10)), Slot(FIRST, start=time(15))))


def keys_and_states(schedule):
    return [(each.key, each.change and each.change.code) for each in dates_to_come(schedule, FIRST, date(2027, 1, 1))]


def test_only_the_chosen_date_is_concerned():
    schedule = with_changes(WEEKLY, [Slot(SECOND, start=time(18))], state=DateState.FULL)
    assert keys_and_states(schedule) == [("2026-07-02T1800", None), ("2026-07-09T1800", "full"), ("2026-07-16T1800", None)]


def test_what_is_said_last_replaces_and_nothing_takes_it_back():
    planned = [Slot(SECOND, start=time(18))]
    schedule = with_changes(with_changes(WEEKLY, planned, state=DateState.FULL), planned, state=DateState.CANCELLED)
    assert [change.code for change in schedule.changes] == ["cancelled"]
    assert with_changes(schedule, planned) == WEEKLY


def test_of_two_dates_of_a_day_only_one_is_concerned():
    whole_day = Schedule(TWICE.timing, TWICE.slots, changes=(Change(FIRST),))
    assert keys_and_states(whole_day) == [("2026-07-02T1000", "cancelled"), ("2026-07-02T1500", "cancelled")]
    one_taken_back = with_changes(whole_day, [TWICE.slots[0]])
    assert keys_and_states(one_taken_back) == [("2026-07-02T1000", None), ("2026-07-02T1500", "cancelled")]


def test_a_date_moved_away_keeps_its_key_and_stands_on_its_new_day():
    moved = with_changes(WEEKLY, [WEEKLY.slots[0]], state=DateState.RESCHEDULED, slot=Slot(date(2026, 7, 20), start=time(18)))
    assert keys_and_states(moved)[-1] == ("2026-07-02T1800", "rescheduled")


def test_what_was_said_of_a_date_that_left_is_forgotten():
    schedule = with_changes(WEEKLY, [Slot(SECOND, start=time(18))], state=DateState.FULL)
    elsewhere = Schedule(Timing.TIMED, (Slot(date(2026, 8, 1), start=time(18)),), changes=schedule.changes)
    assert without_idle_changes(elsewhere).changes == ()
    assert without_idle_changes(schedule) == schedule


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "; complet le 9 juillet"), ("en", "; full on 9 July"), ("ca", "; complet")]
)
def test_what_is_said_is_kept_and_written_in_the_sentence(language, words):
    reasons = (("fr", "Victime de son succès."), ("en", "Sold out."))
    schedule = with_changes(WEEKLY, [Slot(SECOND, start=time(18))], state=DateState.FULL, reasons=reasons)
    assert schedule_from_json(schedule_to_json(schedule)) == schedule
    assert words in schedule_in_words(schedule, language).replace("\u00a0", "")


def test_json_written_by_hand_keeps_only_what_can_be_read():
    raw = {"slots": [{"day": "2026-07-02"}], "timing": "all_day"}
    change = {"original_day": "2026-07-02", "where": ["x"], "reasons": [["fr", "a\x00" * 900], ["en"], 3, ["ca", ""]]}
    [read] = schedule_from_json(raw | {"changes": [change]}).changes
    assert (read.where, read.reasons) == ("", (("fr", "a" * 500),))
