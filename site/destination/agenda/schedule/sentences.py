"""Dates, hours and whole schedules as a person writes them.

« tous les jeudis du 2 juillet au 27 août 2026 à 18 h 30, sauf le 14 août »
"""

from __future__ import annotations

from datetime import date, time
from itertools import islice

from common.date_formats import DateFormats, formats_of
from destination.agenda.schedule.model import LAST_YEAR, MAX_OCCURRENCES, Schedule, Slot, Timing
from destination.agenda.schedule.recurrence import Frequency

# A longer list is no longer read: the rest is counted.
MAX_DATES = 6


def day_in_words(day: date, language: str, with_year: bool = True, with_weekday: bool = True) -> str:
    """« jeudi 16 juillet 2026 »"""
    return formats_of(language).day(day, weekday=with_weekday, year=with_year)


def hour_in_words(hour: time, language: str) -> str:
    """« 18 h 30 », “6:30 pm”, «18.30 h»"""
    return formats_of(language).hour(hour)


def days_in_words(first: date, last: date, language: str, with_year: bool = True) -> str:
    """« du 3 au 7 juillet 2026 »; one day alone keeps its weekday."""
    return _days(Slot(first, last), formats_of(language), with_year)


def slot_in_words(slot: Slot, timing: Timing, language: str, with_year: bool = True) -> str:
    """« jeudi 16 juillet 2026, de 18 h 30 à 20 h »"""
    return _slot(slot, timing, formats_of(language), with_year)


def schedule_in_words(schedule: Schedule, language: str) -> str:
    """The whole schedule in one sentence, without capital nor full stop."""
    words = formats_of(language)
    if not schedule.slots:
        return ""
    text = _repetition(schedule, words) if schedule.rule else _dates(list(schedule.slots), schedule.timing, words)
    return text + _changes(schedule, words)


def _days(slot: Slot, words: DateFormats, year=True) -> str:
    first, last = slot.day, slot.last_day
    if first == last:
        return words.day(first, weekday=True, year=year)
    same_year = first.year == last.year
    beginning = words.day(first, month=not (same_year and first.month == last.month), year=year and not same_year)
    return words.span(beginning, words.day(last, year=year), first, last)


def _slot(slot: Slot, timing: Timing, words: DateFormats, year=True) -> str:
    timed = timing == Timing.TIMED and slot.start
    if timed and slot.last_day > slot.day and slot.end:
        same_year = slot.day.year == slot.last_day.year
        first = f"{words.day(slot.day, year=year and not same_year)} {words.at_hour(slot.start)}"
        last = f"{words.day(slot.last_day, year=year)} {words.at_hour(slot.end)}"
        return words.span_with_hours(first, last, slot.day, slot.last_day)
    hours = _hours(slot, timing, words)
    # Several whole days need no « toute la journée ».
    if timing == Timing.ALL_DAY and slot.last_day > slot.day:
        hours = ""
    days = _days(slot, words, year)
    return f"{days}{words.time_separator}{hours}" if hours else days


def _hours(slot: Slot, timing: Timing, words: DateFormats, with_preposition=False) -> str:
    if timing == Timing.ALL_DAY:
        return words.all_day
    if timing == Timing.UNKNOWN_HOUR or slot.start is None:
        return words.unknown_hour
    if slot.end and slot.last_day == slot.day:
        return words.from_hours(slot.start, slot.end) if with_preposition else words.hours(slot.start, slot.end)
    return words.at_hour(slot.start) if with_preposition else words.hour(slot.start)


def _dates(slots: list[Slot], timing: Timing, words: DateFormats) -> str:
    if len(slots) == 1:
        return _slot(slots[0], timing, words)
    if len({(slot.day, slot.last_day) for slot in slots}) == 1:
        hours = words.listed([_hours(slot, timing, words) for slot in slots])
        return f"{_days(slots[0], words)}{words.time_separator}{hours}"
    simple = all(slot.day == slot.last_day for slot in slots)
    if simple and len({(slot.start, slot.end) for slot in slots}) == 1:
        days = [words.day(slot.day, weekday=True, year=year) for slot, year in _with_years(slots)]
        return f"{_shortened(days, slots, words)}{words.time_separator}{_hours(slots[0], timing, words)}"
    parts = [_dated_hours(slot, timing, words, year) for slot, year in _with_years(slots)]
    return _shortened(parts, slots, words)


def _dated_hours(slot: Slot, timing: Timing, words: DateFormats, year: bool) -> str:
    if timing != Timing.TIMED or slot.day != slot.last_day:
        return _slot(slot, timing, words, year)
    return f"{words.day(slot.day, weekday=True, year=year)} {_hours(slot, timing, words, with_preposition=True)}"


def _with_years(slots: list[Slot]) -> list[tuple[Slot, bool]]:
    """Each slot, and whether its year is written: on the last date of each year."""
    listed = slots[:MAX_DATES] if len(slots) > MAX_DATES + 1 else slots
    nexts = [slot.day.year for slot in slots[1 : len(listed)]] + [None]
    # A list cut short goes on to its last date, which says its own year.
    if len(listed) < len(slots):
        nexts[-1] = slots[-1].day.year
    return [(slot, slot.last_day.year != following) for slot, following in zip(listed, nexts, strict=True)]


def _shortened(parts: list[str], slots: list[Slot], words: DateFormats) -> str:
    left = len(slots) - len(parts)
    if not left:
        return words.listed(parts)
    last = slots[-1].day
    return words.listed([*parts, words.others(left, words.day(last), last)])


def _repetition(schedule: Schedule, words: DateFormats) -> str:
    pattern = schedule.slots[0]
    text = f"{_frequency(schedule, words)} {_period(schedule, words)}"
    hours = _hours(pattern, schedule.timing, words, with_preposition=True)
    known = schedule.timing == Timing.TIMED and pattern.start
    text += f" {hours}" if known else f"{words.time_separator}{hours}"
    if pattern.last_day > pattern.day:
        text += f", {words.lasting((pattern.last_day - pattern.day).days + 1)}"
    if excluded := _excluded(schedule, words):
        text += f", {excluded}"
    if schedule.slots[1:]:
        text += f", {words.and_also(_dates(list(schedule.slots[1:]), schedule.timing, words))}"
    return text


def _frequency(schedule: Schedule, words: DateFormats) -> str:
    rule, day = schedule.rule, schedule.slots[0].day
    if rule.frequency == Frequency.DAILY:
        return words.daily(rule.interval)
    if rule.frequency == Frequency.WEEKLY:
        days = rule.weekdays or (day.weekday(),)
        if rule.interval == 1 and len(days) == 7:
            return words.daily(1)
        return words.weekdays_only() if (rule.interval, days) == (1, (0, 1, 2, 3, 4)) else words.weekly(days, rule.interval)
    if rule.frequency == Frequency.MONTHLY:
        which = words.nth_weekday(*rule.nth_weekday) if rule.nth_weekday else words.month_day(rule.month_day or day.day)
        return words.monthly(which, rule.interval)
    if rule.on_leap_day(day):
        return words.leap_day(rule.interval)
    if rule.nth_weekday:
        which = words.of_month(words.nth_weekday(*rule.nth_weekday), day.month)
    else:
        which = words.in_month(rule.month_day or day.day, day.month)
    return words.yearly(which, rule.interval)


def _period(schedule: Schedule, words: DateFormats) -> str:
    first = schedule.pattern_day
    if schedule.rule.endless:
        return words.since(words.day(first), first)
    last = _last_rule_day(schedule)
    if first == last:
        return words.on(words.day(first), first)
    same_year = first.year == last.year
    beginning = words.day(first, year=not same_year, month=not (same_year and first.month == last.month))
    return words.span_with_hours(beginning, words.day(last), first, last)


def _last_rule_day(schedule: Schedule) -> date:
    """The last day the rule gives, or its end where it gives more days than are ever shown."""
    rule, first = schedule.rule, schedule.slots[0].day
    end = rule.until or date(LAST_YEAR, 12, 31)
    days = list(islice(rule.days(first, end), 10 * MAX_OCCURRENCES))
    return days[-1] if days else end


def _excluded(schedule: Schedule, words: DateFormats) -> str:
    if not schedule.excluded:
        return ""
    last = max(schedule.excluded)
    produced = set(islice(schedule.rule.days(schedule.slots[0].day, last), 10 * MAX_OCCURRENCES))
    days = [day for day in schedule.excluded if day in produced]
    if not days:
        return ""
    parts = [_short_day(day, schedule, words) for day in days[:MAX_DATES]]
    text = words.except_for(parts)
    if len(days) > MAX_DATES:
        left = len(days) - MAX_DATES
        text = f"{text}, {words.and_word} {words.others(left, words.day(days[-1]), days[-1])}"
    return text


def _short_day(day: date, schedule: Schedule, words: DateFormats) -> str:
    """The day, with its year only when the sentence speaks of several."""
    years = {schedule.first_day.year}
    if schedule.rule and not schedule.rule.endless:
        years.add(_last_rule_day(schedule).year)
    return words.day(day, year=years != {day.year})


def _changes(schedule: Schedule, words: DateFormats) -> str:
    text = ""
    for change in schedule.changes[:MAX_DATES]:
        day = _short_day(change.original_day, schedule, words)
        if change.slot is None:
            text += words.cancelled(day, change.original_day)
        else:
            text += words.moved(day, _slot(change.slot, schedule.timing, words), change.original_day)
    return text
