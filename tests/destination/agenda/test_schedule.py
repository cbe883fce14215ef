from datetime import UTC, date, datetime, time

import pytest

from destination.agenda.recurrence import Frequency, Rule
from destination.agenda.schedule import Change, Schedule, ScheduleError, Slot, Timing

TODAY = date(2026, 6, 1)
FAR = date(2028, 6, 1)
THURSDAY = Slot(date(2026, 7, 2), start=time(18, 30), end=time(20))


def timed(*slots, **more):
    return Schedule(Timing.TIMED, slots, **more)


def days(schedule, until=FAR, **more):
    return [occurrence.day for occurrence in schedule.occurrences(until, **more)]


def refusal(raw):
    with pytest.raises(ScheduleError) as refused:
        Schedule.from_json(raw).clean(TODAY)
    return refused.value.field, refused.value.code


def test_one_date_gives_one_occurrence_in_utc():
    [occurrence] = timed(THURSDAY).occurrences(FAR)
    assert (occurrence.starts_at, occurrence.ends_at) == (
        datetime(2026, 7, 2, 16, 30, tzinfo=UTC),
        datetime(2026, 7, 2, 18, 0, tzinfo=UTC),
    )
    assert (occurrence.hour_known, occurrence.all_day, occurrence.cancelled, occurrence.moved) == (True, False, False, False)


def test_evening_past_midnight_ends_the_day_after_but_belongs_to_its_day():
    [occurrence] = timed(Slot(date(2026, 7, 2), start=time(22), end=time(2))).occurrences(FAR)
    assert occurrence.last_day == date(2026, 7, 2)
    assert occurrence.ends_at == datetime(2026, 7, 3, 0, 0, tzinfo=UTC)


def test_unknown_hour_is_never_a_false_midnight():
    [occurrence] = Schedule(Timing.UNKNOWN_HOUR, (Slot(date(2026, 7, 2)),)).occurrences(FAR)
    assert (occurrence.hour_known, occurrence.all_day) == (False, False)


def test_all_day_lasts_until_the_end_of_its_last_day():
    [occurrence] = Schedule(Timing.ALL_DAY, (Slot(date(2026, 7, 3), date(2026, 7, 7)),)).occurrences(FAR)
    assert occurrence.starts_at == datetime(2026, 7, 2, 22, 0, tzinfo=UTC)
    assert occurrence.ends_at == datetime(2026, 7, 7, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("first", "expected_hours"),
    [
        (date(2026, 3, 26), [17, 16]),  # the clock goes forward on 29 March
        (date(2026, 10, 22), [16, 17]),  # and back on 25 October
    ],
)
def test_local_hour_is_kept_across_clock_changes(first, expected_hours):
    schedule = timed(Slot(first, start=time(18)), rule=Rule(Frequency.WEEKLY, count=2))
    assert [occurrence.starts_at.hour for occurrence in schedule.occurrences(FAR)] == expected_hours


def test_hour_that_does_not_exist_in_march_moves_forward():
    [occurrence] = timed(Slot(date(2026, 3, 29), start=time(2, 30))).occurrences(FAR)
    assert occurrence.starts_at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # 03:30 on the new clock


def test_end_never_falls_before_start_around_a_clock_change():
    [occurrence] = timed(Slot(date(2026, 3, 29), start=time(2, 30), end=time(3))).occurrences(FAR)
    assert occurrence.ends_at == occurrence.starts_at


def test_double_hour_of_october_is_the_first():
    [occurrence] = timed(Slot(date(2026, 10, 25), start=time(2, 30))).occurrences(FAR)
    assert occurrence.starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


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
    schedule = timed(THURSDAY, rule=rule).clean(TODAY)
    assert [day.isoformat() for day in days(schedule)] == expected


def test_leap_day_comes_on_leap_years_only():
    schedule = timed(Slot(date(2028, 2, 29), start=time(10)), rule=Rule(Frequency.YEARLY, count=2)).clean(TODAY)
    assert days(schedule, date(2035, 1, 1)) == [date(2028, 2, 29), date(2032, 2, 29)]
    assert [remark.code for remark in schedule.remarks(TODAY)] == ["leap_day"]


def test_rule_with_exceptions_extra_date_and_changes():
    schedule = timed(
        THURSDAY,
        Slot(date(2026, 7, 14), start=time(11)),
        rule=Rule(Frequency.WEEKLY, count=5),
        excluded=(date(2026, 7, 9),),
        changes=(Change(date(2026, 7, 16), Slot(date(2026, 7, 17), start=time(19))), Change(date(2026, 7, 23))),
    ).clean(TODAY)
    assert [(o.original_day.day, o.day.day, o.cancelled) for o in schedule.occurrences(FAR)] == [
        (2, 2, False),
        (14, 14, False),
        (16, 17, False),
        (23, 23, True),
        (30, 30, False),
    ]


def test_change_names_one_of_two_performances_of_a_day():
    day = date(2026, 7, 2)
    schedule = timed(Slot(day, start=time(14)), Slot(day, start=time(17)), changes=(Change(day, None, time(17)),))
    assert [occurrence.cancelled for occurrence in schedule.occurrences(FAR)] == [False, True]


def test_horizon_bounds_an_endless_rule_at_both_ends():
    schedule = timed(Slot(date(2020, 1, 1), start=time(9)), rule=Rule(Frequency.DAILY))
    assert days(schedule, date(2026, 7, 3), horizon_start=date(2026, 7, 1)) == [date(2026, 7, day) for day in (1, 2, 3)]
    assert len(days(schedule, date(2030, 1, 1), limit=10)) == 10


def test_occurrence_moved_into_the_horizon_is_found():
    moved = Change(date(2026, 7, 30), Slot(date(2026, 7, 1), start=time(9)))
    schedule = timed(THURSDAY, rule=Rule(Frequency.WEEKLY), changes=(moved,))
    assert days(schedule, date(2026, 7, 10)) == [date(2026, 7, 1), date(2026, 7, 2), date(2026, 7, 9)]


def test_clean_merges_doubles_and_sorts():
    later, sooner = Slot(date(2026, 7, 9), start=time(9)), Slot(date(2026, 7, 2), start=time(9))
    assert timed(later, sooner, later).clean(TODAY).slots == (sooner, later)


def test_clean_keeps_the_pattern_of_a_rule_first():
    pattern, extra = Slot(date(2026, 7, 9), start=time(9)), Slot(date(2026, 7, 1), start=time(9))
    assert timed(pattern, extra, pattern, rule=Rule(Frequency.WEEKLY)).clean(TODAY).slots == (pattern, extra)


def test_clean_drops_an_extra_date_that_the_rule_gives():
    extra = THURSDAY.moved_to(date(2026, 7, 16))
    rule = Rule(Frequency.WEEKLY)
    assert timed(THURSDAY, extra, rule=rule).clean(TODAY).slots == (THURSDAY,)
    assert timed(THURSDAY, extra, rule=rule, excluded=(date(2026, 7, 16),)).clean(TODAY).slots == (THURSDAY, extra)


def test_json_round_trip_gives_the_same_schedule():
    schedule = timed(
        THURSDAY,
        rule=Rule(Frequency.MONTHLY, 2, nth_weekday=(-1, 3), until=date(2027, 1, 1)),
        excluded=(date(2026, 7, 30),),
        changes=(Change(date(2026, 9, 24), THURSDAY, time(18, 30)),),
    )
    assert Schedule.from_json(schedule.to_json()) == schedule


def test_json_from_a_form_is_read_tolerantly():
    raw = {"slots": [{"day": "16/07/2026", "start": "18h30"}], "rule": {"frequency": "weekly", "weekdays": ["3"], "count": "4"}}
    assert Schedule.from_json(raw) == timed(
        Slot(date(2026, 7, 16), start=time(18, 30)), rule=Rule(Frequency.WEEKLY, weekdays=(3,), count=4)
    )


SLOT = {"day": "2026-07-02", "start": "10:00"}


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
    schedule = timed(THURSDAY, rule=Rule(Frequency.WEEKLY)).clean(TODAY)
    assert [remark.code for remark in schedule.remarks(TODAY)] == ["endless"]


def test_more_than_a_thousand_occurrences_are_refused_but_not_an_old_market():
    with pytest.raises(ScheduleError, match="1000"):
        timed(THURSDAY, rule=Rule(Frequency.DAILY)).clean(TODAY, horizon_end=date(2030, 1, 1))
    timed(Slot(date(2001, 1, 1), start=time(8)), rule=Rule(Frequency.DAILY)).clean(TODAY)


def test_exceptions_that_never_come_are_reported():
    schedule = timed(
        THURSDAY, rule=Rule(Frequency.WEEKLY, count=3), excluded=(date(2026, 7, 3),), changes=(Change(date(2026, 7, 10)),)
    ).clean(TODAY)
    assert [(remark.field, remark.code) for remark in schedule.remarks(TODAY)] == [
        ("excluded.0", "never_produced"),
        ("changes.0", "never_produced"),
    ]
