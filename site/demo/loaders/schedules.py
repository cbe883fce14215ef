"""The demo's dates are relative to the day of installation, so that there is always something on."""

from datetime import date, time, timedelta

from destination.agenda.schedule import Schedule, Slot, Timing
from destination.agenda.schedule.checks import clean_schedule
from destination.agenda.schedule.recurrence import Frequency, Rule

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# The first day a monthly rule gives lies within two months of the day it is looked for from.
LOOK_AHEAD = timedelta(days=62)


def day_of(words: dict, today: date) -> date:
    """{"in_days": 3}, or {"next": "saturday", "weeks": 1}: the first Saturday from today, then a week later."""
    if "in_days" in words:
        return today + timedelta(days=words["in_days"])
    ahead = (WEEKDAYS.index(words["next"][:3]) - today.weekday()) % 7
    return today + timedelta(days=ahead, weeks=words.get("weeks", 0))


def slot_of(words: dict, today: date) -> Slot:
    day = day_of(words["day"], today)
    start, end = (time.fromisoformat(words[name]) if words.get(name) else None for name in ("start", "end"))
    return Slot(day, day + timedelta(days=words.get("days", 1) - 1), start, end)


def rule_of(words: dict | None, today: date) -> Rule | None:
    if words is None:
        return None
    weekday = WEEKDAYS.index(words["weekday"][:3]) if "weekday" in words else None
    return Rule(
        frequency=Frequency(words["frequency"]),
        interval=words.get("interval", 1),
        weekdays=tuple(sorted(WEEKDAYS.index(name[:3]) for name in words.get("weekdays", ()))),
        nth_weekday=(words["nth"], weekday) if weekday is not None else None,
        until=day_of(words["until"], today) if words.get("until") else None,
        count=words.get("count"),
    )


def schedule_of(words: dict, today: date) -> Schedule:
    """The `Schedule` of a demo event, its first date moved to the first one its rule gives."""
    slots = [slot_of(slot, today) for slot in words["slots"]]
    rule = rule_of(words.get("rule"), today)
    excluded = ()
    if rule:
        first = slots[0].day
        days = sorted(rule.days(first, first + LOOK_AHEAD))
        if days and days[0] != first:
            slots[0] = slots[0].moved_to(days[0])
        every = sorted(rule.days(slots[0].day, slots[0].day + timedelta(days=730)))
        wanted = [each["nth_occurrence"] - 1 for each in words.get("excluded", ())]
        excluded = tuple(every[index] for index in wanted if index < len(every))
    schedule = Schedule(timing=Timing(words["timing"]), slots=tuple(slots), rule=rule, excluded=excluded)
    return clean_schedule(schedule, today)
