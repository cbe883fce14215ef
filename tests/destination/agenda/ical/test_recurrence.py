from datetime import date

import pytest

from destination.agenda.schedule import Frequency, Rule
from tests.destination.agenda.ical.files import FIRST, PARIS, SPELLED_OUT, TODAY, days, schedule_of, timed


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=DAILY;COUNT=3", Rule(Frequency.DAILY, count=3)),
        ("FREQ=DAILY;BYDAY=MO,TH;COUNT=3", Rule(Frequency.WEEKLY, weekdays=(0, 3), count=3)),
        ("FREQ=WEEKLY;BYDAY=TH;UNTIL=20260827T163000Z", Rule(Frequency.WEEKLY, weekdays=(3,), until=date(2026, 8, 27))),
        ("FREQ=WEEKLY;UNTIL=20260827T100000Z", Rule(Frequency.WEEKLY, weekdays=(3,), until=date(2026, 8, 26))),
        ("FREQ=WEEKLY;INTERVAL=2;UNTIL=20260827", Rule(Frequency.WEEKLY, 2, weekdays=(3,), until=date(2026, 8, 27))),
        ("FREQ=MONTHLY", Rule(Frequency.MONTHLY, month_day=2)),
        ("FREQ=MONTHLY;BYDAY=1TH", Rule(Frequency.MONTHLY, nth_weekday=(1, 3))),
        ("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1", Rule(Frequency.MONTHLY, nth_weekday=(1, 3))),
        ("FREQ=YEARLY;BYMONTH=7;BYDAY=1TH", Rule(Frequency.YEARLY, nth_weekday=(1, 3))),
        ("FREQ=YEARLY", Rule(Frequency.YEARLY, month_day=2)),
    ],
)
def test_rule_is_kept_where_ours_says_the_same(text, rule):
    assert schedule_of(*PARIS, f"RRULE:{text}") == (timed(FIRST, rule=rule), [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", ["2026-07-02", "2026-07-31", "2026-08-31"]),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", ["2026-07-02", "2026-11-13", "2027-08-13"]),
        ("FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15;COUNT=2", ["2026-07-02", "2026-08-15"]),
    ],
)
def test_rule_that_ours_cannot_say_is_spelled_out(text, expected):
    schedule, problems = schedule_of(*PARIS, f"RRULE:{text}")
    assert ([day for day, _hour in days(schedule)], problems) == (expected, [SPELLED_OUT])


def test_rule_in_utc_moves_with_the_clock_as_it_does_at_its_author():
    schedule, problems = schedule_of("DTSTART:20261020T160000Z", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert days(schedule) == [("2026-10-20", "18:00"), ("2026-10-27", "17:00")]
    assert problems == [SPELLED_OUT]


def test_start_outside_its_own_rule_is_a_date_too():
    schedule, _problems = schedule_of(*PARIS, "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3")
    assert [day for day, _hour in days(schedule)] == ["2026-07-02", "2026-07-06", "2026-07-13"]


@pytest.mark.parametrize(
    "text", ["FREQ=SECONDLY", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=NEVER", "BYDAY=MO", "FREQ=WEEKLY;BYDAY=XX"]
)
def test_senseless_rule_keeps_the_first_date(text):
    schedule, problems = schedule_of(*PARIS, f"RRULE:{text}")
    assert schedule == timed(FIRST)
    assert problems == ["La répétition n’a pas été comprise : seule la première date a été reprise."]


def test_endless_rule_of_another_zone_is_bounded():
    schedule, problems = schedule_of("DTSTART;TZID=America/New_York:19970902T090000", "RRULE:FREQ=DAILY")
    assert len(schedule.slots) == 732
    assert schedule.slots[0].day >= TODAY
    assert problems[1] == "Cet événement a trop de dates : 732 ont été reprises sur 11231."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # The last working day of the month.
        (
            ("DTSTART;TZID=Europe/Paris:20270331T070000", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3"),
            [("2027-03-31", "07:00"), ("2027-04-30", "07:00"), ("2027-05-31", "07:00")],
        ),
        # A weekly hour of New York, where the clock changes two weeks before ours.
        (
            ("DTSTART;TZID=Eastern Standard Time:20270308T100000", "RRULE:FREQ=WEEKLY;COUNT=4"),
            [("2027-03-08", "16:00"), ("2027-03-15", "15:00"), ("2027-03-22", "15:00"), ("2027-03-29", "16:00")],
        ),
    ],
)
def test_rule_of_working_days_or_of_another_zone_is_spelled_out(lines, expected):
    schedule, problems = schedule_of(*lines)
    assert (days(schedule), problems) == (expected, [SPELLED_OUT])


def test_last_day_without_hour_includes_its_evening():
    schedule, problems = schedule_of(*PARIS, "RRULE:FREQ=WEEKLY;UNTIL=20260716")
    assert (schedule.rule.until, problems) == (date(2026, 7, 16), [])
