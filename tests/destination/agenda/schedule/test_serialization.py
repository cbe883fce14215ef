from datetime import date, time

from destination.agenda.schedule import Change, Frequency, Rule, Schedule, Slot, Timing
from destination.agenda.schedule.serialization import schedule_from_json, schedule_to_json

TODAY = date(2026, 6, 1)
FAR = date(2028, 6, 1)
THURSDAY = Slot(date(2026, 7, 2), start=time(18, 30), end=time(20))


def timed(*slots, **more):
    return Schedule(Timing.TIMED, slots, **more)


def test_json_round_trip_gives_the_same_schedule():
    schedule = timed(
        THURSDAY,
        rule=Rule(Frequency.MONTHLY, 2, nth_weekday=(-1, 3), until=date(2027, 1, 1)),
        excluded=(date(2026, 7, 30),),
        changes=(Change(date(2026, 9, 24), THURSDAY, time(18, 30)),),
    )
    assert schedule_from_json(schedule_to_json(schedule)) == schedule


def test_json_from_a_form_is_read_tolerantly():
    raw = {"slots": [{"day": "16/07/2026", "start": "18h30"}], "rule": {"frequency": "weekly", "weekdays": ["3"], "count": "4"}}
    assert schedule_from_json(raw) == timed(
        Slot(date(2026, 7, 16), start=time(18, 30)), rule=Rule(Frequency.WEEKLY, weekdays=(3,), count=4)
    )


SLOT = {"day": "2026-07-02", "start": "10:00"}
