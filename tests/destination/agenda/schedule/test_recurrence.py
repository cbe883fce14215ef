from datetime import date, time

import pytest

from destination.agenda.schedule import Frequency, Rule, Schedule, Slot, Timing
from destination.agenda.schedule.checks import clean_schedule, schedule_remarks

TODAY = date(2026, 6, 1)
FAR = date(2028, 6, 1)
THURSDAY = Slot(date(2026, 7, 2), start=time(18, 30), end=time(20))


def timed(*slots, **more):
    return Schedule(Timing.TIMED, slots, **more)


def days(schedule, until=FAR, **more):
    return [occurrence.day for occurrence in schedule.occurrences(until, **more)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rule(Frequency.DAILY, count=3), ["2026-07-02", "2026-07-03", "2026-07-04"]),
        (Rule(Frequency.DAILY, interval=2, until=date(2026, 7, 6)), ["2026-07-02", "2026-07-04", "2026-07-06"]),
        (Rule(Frequency.WEEKLY, until=date(2026, 7, 16)), ["2026-07-02", "2026-07-09", "2026-07-16"]),
        (Rule(Frequency.WEEKLY, interval=2, weekdays=(1, 3), count=4), ["2026-07-02", "2026-07-14", "2026-07-16", "2026-07-28"]),
        (Rule(Frequency.WEEKLY, weekdays=(4,), count=2), ["2026-07-03", "2026-07-10"]),
        (Rule(Frequency.MONTHLY, month_day=31, count=3), ["2026-07-31", "2026-08-31", "2026-10-31"]),
        (Rule(Frequency.MONTHLY, nth_weekday=(1, 6), count=2), ["2026-07-05", "2026-08-02"]),
        (Rule(Frequency.MONTHLY, nth_weekday=(-1, 4), count=2), ["2026-07-31", "2026-08-28"]),
        (Rule(Frequency.YEARLY, count=2), ["2026-07-02", "2027-07-02"]),
        (Rule(Frequency.YEARLY, nth_weekday=(-1, 6), count=2), ["2026-07-26", "2027-07-25"]),
    ],
)
def test_rule_gives_its_days(rule, expected):
    schedule = clean_schedule(timed(THURSDAY, rule=rule), TODAY)
    assert [day.isoformat() for day in days(schedule)] == expected


def test_leap_day_comes_on_leap_years_only():
    schedule = clean_schedule(timed(Slot(date(2028, 2, 29), start=time(10)), rule=Rule(Frequency.YEARLY, count=2)), TODAY)
    assert days(schedule, date(2035, 1, 1)) == [date(2028, 2, 29), date(2032, 2, 29)]
    assert [remark.code for remark in schedule_remarks(schedule)] == ["leap_day"]
