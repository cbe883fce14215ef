from datetime import date, time, timedelta

import pytest

from destination.agenda.schedule import Change, Frequency, Rule, Schedule, ScheduleError, Slot, Timing
from destination.agenda.schedule.checks import clean_schedule, schedule_remarks
from destination.agenda.schedule.serialization import schedule_from_json

TODAY = date(2026, 6, 1)
FAR = date(2028, 6, 1)
SLOT = {"day": "2026-07-02", "start": "10:00"}
THURSDAY = Slot(date(2026, 7, 2), start=time(18, 30), end=time(20))


def timed(*slots, **more):
    return Schedule(Timing.TIMED, slots, **more)


def refusal(raw):
    with pytest.raises(ScheduleError) as refused:
        clean_schedule(schedule_from_json(raw), TODAY)
    return refused.value.field, refused.value.code


def test_clean_merges_doubles_and_sorts():
    later, sooner = Slot(date(2026, 7, 9), start=time(9)), Slot(date(2026, 7, 2), start=time(9))
    assert clean_schedule(timed(later, sooner, later), TODAY).slots == (sooner, later)


def test_clean_keeps_the_pattern_of_a_rule_first():
    pattern, extra = Slot(date(2026, 7, 9), start=time(9)), Slot(date(2026, 7, 1), start=time(9))
    assert clean_schedule(timed(pattern, extra, pattern, rule=Rule(Frequency.WEEKLY)), TODAY).slots == (pattern, extra)


def test_clean_drops_an_extra_date_that_the_rule_gives():
    extra = THURSDAY.moved_to(date(2026, 7, 16))
    rule = Rule(Frequency.WEEKLY)
    assert clean_schedule(timed(THURSDAY, extra, rule=rule), TODAY).slots == (THURSDAY,)
    assert clean_schedule(timed(THURSDAY, extra, rule=rule, excluded=(date(2026, 7, 16),)), TODAY).slots == (THURSDAY, extra)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({}, ("slots", "no_date")),
        ([], ("schedule", "unreadable")),
        ("{", ("schedule", "unreadable")),
        ({"timing": "soon"}, ("timing", "unreadable")),
        ({"slots": [{"day": "2026-02-31"}]}, ("slots.0.day", "impossible_date")),
        ({"slots": [{"day": "demain"}]}, ("slots.0.day", "unreadable_date")),
        ({"slots": [SLOT, {"day": ""}]}, ("slots.1.day", "no_date")),
        ({"slots": [{"day": "2026-07-02", "start": "25:00"}]}, ("slots.0.start", "unreadable_hour")),
        ({"slots": [{"day": "2026-07-02"}]}, ("slots.0.start", "no_hour")),
        ({"slots": [{"day": "0206-07-02", "start": "10:00"}]}, ("slots.0.day", "year")),
        ({"slots": [SLOT | {"last_day": "2026-07-01"}]}, ("slots.0.last_day", "end_before_start")),
        ({"slots": [SLOT | {"last_day": "2036-07-01"}]}, ("slots.0.last_day", "too_long")),
        ({"slots": [SLOT], "rule": {"frequency": "hourly"}}, ("rule.frequency", "unreadable")),
        ({"slots": [SLOT], "rule": {"frequency": "daily", "interval": "x"}}, ("rule.interval", "not_a_number")),
        ({"slots": [SLOT], "rule": {"frequency": "daily", "interval": 9999}}, ("rule.interval", "interval")),
        ({"slots": [SLOT], "rule": {"frequency": "daily", "count": 5000}}, ("rule.count", "too_many")),
        ({"slots": [SLOT], "rule": {"frequency": "daily", "until": "2026-06-01"}}, ("rule.until", "until_before_start")),
        ({"slots": [SLOT], "rule": {"frequency": "weekly", "weekdays": [0], "until": "2026-07-03"}}, ("rule", "no_occurrence")),
        ({"slots": [SLOT], "rule": {"frequency": "monthly", "nth_weekday": [0, 1]}}, ("rule.nth_weekday", "unreadable")),
        ({"slots": [SLOT], "excluded": ["2026-13-01"]}, ("excluded.0", "impossible_date")),
        ({"slots": [SLOT], "changes": [{"original_day": None}]}, ("changes.0.original_day", "no_date")),
        ({"slots": [{"day": f"20{n % 60 + 20}-01-{n % 28 + 1}", "start": "9:00"} for n in range(5000)]}, ("slots", "too_many")),
    ],
)
def test_impossible_schedules_are_refused_by_name(raw, expected):
    assert refusal(raw) == expected


def test_rule_without_end_is_accepted_and_said():
    schedule = clean_schedule(timed(THURSDAY, rule=Rule(Frequency.WEEKLY)), TODAY)
    assert [remark.code for remark in schedule_remarks(schedule)] == ["endless"]


def test_more_than_a_thousand_occurrences_are_refused_but_not_an_old_market():
    mornings = [Slot(THURSDAY.day + timedelta(days=number), start=time(9)) for number in range(300)]
    with pytest.raises(ScheduleError, match="1000"):
        clean_schedule(timed(THURSDAY, *mornings, rule=Rule(Frequency.DAILY)), TODAY)
    clean_schedule(timed(Slot(date(2001, 1, 1), start=time(8)), rule=Rule(Frequency.DAILY)), TODAY)


def test_exceptions_that_never_come_are_reported():
    schedule = clean_schedule(
        timed(THURSDAY, rule=Rule(Frequency.WEEKLY, count=3), excluded=(date(2026, 7, 3),), changes=(Change(date(2026, 7, 10)),)),
        TODAY,
    )
    assert [(remark.field, remark.code) for remark in schedule_remarks(schedule)] == [
        ("excluded.0", "never_produced"),
        ("changes.0", "never_produced"),
    ]
