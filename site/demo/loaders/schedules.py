"""The demo's dates are relative to the day of installation, so that there is always something on."""

from datetime import date, time, timedelta

from destination.agenda.schedule import Change, DateState, Schedule, Slot, Timing
from destination.agenda.schedule.checks import clean_schedule
from destination.agenda.schedule.recurrence import Frequency, Rule

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# The first day a monthly rule gives lies within two months of the day it is looked for from.
LOOK_AHEAD = timedelta(days=62)


def day_of(entry: dict, today: date) -> date:
    """{"in_days": 3}, or {"next": "saturday", "weeks": 1}: the first Saturday from today, then a week later."""
    if "in_days" in entry:
        return today + timedelta(days=entry["in_days"])
    ahead = (WEEKDAYS.index(entry["next"][:3]) - today.weekday()) % 7
    return today + timedelta(days=ahead, weeks=entry.get("weeks", 0))


def slot_of(entry: dict, today: date) -> Slot:
    day = day_of(entry["day"], today)
    start, end = (time.fromisoformat(entry[name]) if entry.get(name) else None for name in ("start", "end"))
    return Slot(day, day + timedelta(days=entry.get("days", 1) - 1), start, end)


def rule_of(entry: dict | None, today: date) -> Rule | None:
    if entry is None:
        return None
    weekday = WEEKDAYS.index(entry["weekday"][:3]) if "weekday" in entry else None
    return Rule(
        frequency=Frequency(entry["frequency"]),
        interval=entry.get("interval", 1),
        weekdays=tuple(sorted(WEEKDAYS.index(name[:3]) for name in entry.get("weekdays", ()))),
        nth_weekday=(entry["nth"], weekday) if weekday is not None else None,
        until=day_of(entry["until"], today) if entry.get("until") else None,
        count=entry.get("count"),
    )


def schedule_of(entry: dict, today: date) -> Schedule:
    """The `Schedule` of a demo event, its first date moved to the first one its rule gives."""
    slots = [slot_of(slot, today) for slot in entry["slots"]]
    rule = rule_of(entry.get("rule"), today)
    excluded, changes = (), ()
    if rule:
        first = slots[0].day
        days = sorted(rule.days(first, first + LOOK_AHEAD))
        if days and days[0] != first:
            slots[0] = slots[0].moved_to(days[0])
        every = sorted(rule.days(slots[0].day, slots[0].day + timedelta(days=730)))
        indexes = [exclusion["nth_occurrence"] - 1 for exclusion in entry.get("excluded", ())]
        excluded = tuple(every[index] for index in indexes if index < len(every))
        changes = tuple(
            Change(every[date["nth_occurrence"] - 1], state=DateState(date["state"]), reasons=tuple(date["reasons"].items()))
            for date in entry.get("dates", ())
        )
    schedule = Schedule(timing=Timing(entry["timing"]), slots=tuple(slots), rule=rule, excluded=excluded, changes=changes)
    return clean_schedule(schedule, today)
