"""RANGE=THISANDFUTURE: a date and all that follow it; today is 1 June 2026, the market is on Thursdays from 2 July on."""

from datetime import date, time

import pytest

from destination.agenda.schedule import Change, DateState, Frequency, Rule, Slot
from tests.destination.agenda.ical.files import PARIS, days, only, wrapped

WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=5"
JULY = [(f"2026-07-{day:02}", "18:30") for day in (2, 9, 16, 23, 30)]


def changed(day, *lines, span=";RANGE=THISANDFUTURE"):
    return "\r\n".join(
        [
            "BEGIN:VEVENT",
            "UID:1@a.example",
            f"RECURRENCE-ID{span};TZID=Europe/Paris:202607{day:02}T183000",
            *lines,
            "END:VEVENT",
            "",
        ]
    )


def read_with(*changes, rule=WEEKLY, master=()):
    text = wrapped(*PARIS, *((rule,) if rule else ()), "LOCATION:Halle", *master)
    return only(text.replace("BEGIN:VEVENT", "".join(changes) + "BEGIN:VEVENT", 1))


def start(text, day=16):
    return f"DTSTART;TZID=Europe/Paris:202607{day:02}T{text}00"


def test_later_dates_take_the_new_hour_and_the_rule_goes_on():
    event, problems = read_with(changed(16, start("2000")))
    assert days(event.schedule) == [*JULY[:2], *((day, "20:00") for day, _hour in JULY[2:])]
    assert event.schedule.rule == Rule(Frequency.WEEKLY, weekdays=(3,), count=3)
    assert {slot.end for slot in event.schedule.slots} == {time(20), time(21, 30)}  # as long as before
    assert (event.schedule.changes, problems) == ((), [])


def test_an_endless_rule_goes_on_without_end():
    event, problems = read_with(changed(16, start("2000")), rule="RRULE:FREQ=WEEKLY")
    assert event.schedule.rule == Rule(Frequency.WEEKLY, weekdays=(3,))
    assert (days(event.schedule)[-1][1], problems) == ("20:00", [])


def test_the_rule_stays_with_the_more_numerous_dates():
    event, problems = read_with(changed(30, start("2000", 30)))
    assert days(event.schedule) == [*JULY[:4], ("2026-07-30", "20:00")]
    assert (event.schedule.rule.until, len(problems)) == (date(2026, 7, 23), 1)


def test_later_dates_move_by_the_same_time():
    event, problems = read_with(changed(16, start("1000", 18), "DTEND;TZID=Europe/Paris:20260718T120000"))
    assert days(event.schedule) == [*JULY[:2], ("2026-07-18", "10:00"), ("2026-07-25", "10:00"), ("2026-08-01", "10:00")]
    assert (event.schedule.slots[0].end, problems) == (time(12), [])


@pytest.mark.parametrize("rule", ["RRULE:FREQ=MONTHLY;COUNT=3", "RRULE:FREQ=MONTHLY;BYMONTHDAY=2;COUNT=3"])
def test_dates_that_no_rule_of_ours_says_are_written_out_and_it_is_told(rule):
    moved = changed(2, start("1000", 4)).replace("RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260702",
                                                 "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260802")  # fmt: skip
    event, problems = read_with(
        moved.replace("DTSTART;TZID=Europe/Paris:20260704", "DTSTART;TZID=Europe/Paris:20260804"), rule=rule
    )
    assert days(event.schedule) == [("2026-07-02", "18:30"), ("2026-08-04", "10:00"), ("2026-09-04", "10:00")]
    assert [problem.split("\u00a0")[0] for problem in problems] == ["Un changement vaut pour toutes les dates suivantes"]


def test_two_changes_hold_each_until_the_next():
    event, _problems = read_with(changed(9, start("1900", 9)), changed(23, start("2000", 23)))
    assert [hour for _day, hour in days(event.schedule)] == ["18:30", "19:00", "19:00", "20:00", "20:00"]


def test_what_is_said_of_one_date_alone_stays_true():
    one = changed(23, start("1500", 24), span="")
    cancelled = changed(30, start("1830", 30), "STATUS:CANCELLED", span="")
    event, _problems = read_with(changed(16, start("2000")), one, cancelled)
    occurrences = event.schedule.occurrences(date(2026, 9, 1))
    assert [(str(each.day)[5:], f"{each.slot.start:%H:%M}", each.cancelled) for each in occurrences] == [
        ("07-02", "18:30", False), ("07-09", "18:30", False), ("07-16", "20:00", False), ("07-24", "15:00", False),
        ("07-30", "20:00", True),
    ]  # fmt: skip


def test_dates_that_are_left_out_stay_out():
    event, _problems = read_with(changed(9, start("2000", 10)), master=("EXDATE;TZID=Europe/Paris:20260723T183000",))
    assert [day for day, _hour in days(event.schedule)] == ["2026-07-02", "2026-07-10", "2026-07-17", "2026-07-31"]


@pytest.mark.parametrize(
    ("lines", "change"),
    [
        (("STATUS:CANCELLED",), Change(date(2026, 7, 30))),
        (("SUMMARY:Marché (reporté)",), Change(date(2026, 7, 30), None, None, DateState.POSTPONED)),
        (("LOCATION:Gymnase",), Change(date(2026, 7, 30), Slot(date(2026, 7, 30), start=time(18, 30), end=time(20)), None,
                                       DateState.MOVED, "Gymnase")),
    ],
)  # fmt: skip
def test_state_and_place_hold_for_all_that_follow(lines, change):
    event, problems = read_with(changed(23, start("1830", 23), *lines))
    assert [each.original_day.day for each in event.schedule.changes] == [23, 30]
    assert (event.schedule.changes[-1], event.schedule.rule.count, problems) == (change, 5, [])


def test_dates_without_a_rule_move_too():
    event, problems = read_with(
        changed(9, start("2000", 9)), rule="", master=("RDATE;TZID=Europe/Paris:20260709T183000,20260716T183000",)
    )
    assert [hour for _day, hour in days(event.schedule)] == ["18:30", "20:00", "20:00"]
    assert problems == []


def test_a_daily_rule_of_many_years_stays_a_rule():
    moved = changed(2, start("2000", 2))
    text = wrapped("DTSTART;TZID=Europe/Paris:20100102T183000", "RRULE:FREQ=DAILY").replace(
        "BEGIN:VEVENT", moved + "BEGIN:VEVENT", 1
    )
    event, problems = only(text)
    assert event.schedule.rule.until == date(2026, 7, 1)
    [later] = event.schedule.occurrences(date(2027, 6, 1), horizon_start=date(2027, 6, 1))
    assert (len(problems), later.slot.start) == (1, time(20))


@pytest.mark.parametrize(("day", "title", "told"), [(2, "Marché du soir", 0), (16, "Marché", 1)])
def test_words_of_every_date_to_come_are_those_of_the_event(day, title, told):
    event, problems = read_with(changed(day, start("1830", day), "SUMMARY:Marché du soir", "DESCRIPTION:Sous les lampions"))
    assert (event.title, len(problems)) == (title, told)
    assert event.description == ("" if told else "Sous les lampions")
