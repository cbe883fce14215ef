from datetime import UTC, date, datetime, time

import pytest

from destination.agenda.schedule import PARIS, Change, Frequency, Rule, Schedule, Slot, Timing
from destination.agenda.schedule.checks import clean_schedule

TODAY = date(2026, 6, 1)
FAR = date(2028, 6, 1)
THURSDAY = Slot(date(2026, 7, 2), start=time(18, 30), end=time(20))


def timed(*slots, **more):
    return Schedule(Timing.TIMED, slots, **more)


def days(schedule, until=FAR, **more):
    return [occurrence.day for occurrence in schedule.occurrences(until, **more)]


def test_one_date_gives_one_occurrence_in_utc():
    [occurrence] = timed(THURSDAY).occurrences(FAR)
    assert (occurrence.starts_at, occurrence.ends_at) == (
        datetime(2026, 7, 2, 16, 30, tzinfo=UTC),
        datetime(2026, 7, 2, 18, 0, tzinfo=UTC),
    )
    assert (occurrence.hour_known, occurrence.all_day, occurrence.cancelled) == (True, False, False)


def test_evening_past_midnight_ends_the_day_after_but_belongs_to_its_day():
    [occurrence] = timed(Slot(date(2026, 7, 2), start=time(22), end=time(2))).occurrences(FAR)
    assert occurrence.last_day == date(2026, 7, 2)
    assert occurrence.ends_at == datetime(2026, 7, 3, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (time(22), time(2), 1),
        (time(10), time(2), 1),  # a village in feast from the morning on
        (time(9), time(6), 1),
        (time(20), time(8), 1),  # a night of twelve hours
        (time(20), time(9), 2),
        (time(14), time(12), 2),
        (time(18), time(17, 59), 2),
        (time(5), time(4), 2),
        (time(18), time(0), 1),
        (time(10), time(18), 1),
        (time(18), None, 1),
    ],
)
def test_what_outlasts_the_night_takes_place_on_two_days(start, end, days):
    day, next_day = date(2026, 7, 2), date(2026, 7, 3)
    slot = Slot(day, start=start, end=end)
    assert (slot.last_day - slot.day).days + 1 == days
    if end and end < start:  # typed with its last day, it is the same
        assert Slot(day, next_day, start, end) == slot
    [occurrence] = timed(slot).occurrences(FAR)
    if end and end < start:
        assert occurrence.ends_at.astimezone(PARIS).date() == next_day


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


def test_rule_with_exceptions_extra_date_and_changes():
    schedule = clean_schedule(
        timed(
            THURSDAY,
            Slot(date(2026, 7, 14), start=time(11)),
            rule=Rule(Frequency.WEEKLY, count=5),
            excluded=(date(2026, 7, 9),),
            changes=(Change(date(2026, 7, 16), Slot(date(2026, 7, 17), start=time(19))), Change(date(2026, 7, 23))),
        ),
        TODAY,
    )
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
