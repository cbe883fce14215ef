"""Dates, hours and whole schedules as a person writes them.

« tous les jeudis du 2 juillet au 27 août 2026 à 18 h 30, sauf le 14 août »
"""

from datetime import date
from itertools import islice

from common.date_formats import DateFormats, formats_of
from destination.agenda.schedule.model import LAST_YEAR, MAX_OCCURRENCES, Schedule, Slot, Timing
from destination.agenda.schedule.recurrence import Frequency

# A longer list is no longer read: the rest is counted.
MAX_DATES = 6


def day_in_words(day: date, language: str, with_year: bool = True, with_weekday: bool = True) -> str:
    """« jeudi 16 juillet 2026 »"""
    return formats_of(language).day(day, weekday=with_weekday, year=with_year)


def days_in_words(first: date, last: date, language: str, with_year: bool = True) -> str:
    """« du 3 au 7 juillet 2026 »; one day alone keeps its weekday."""
    return _days(Slot(first, last), formats_of(language), with_year)


def slot_in_words(slot: Slot, language: str) -> str:
    """« jeudi 16 juillet 2026, de 18 h 30 à 20 h », without a word about hours that are not known."""
    if slot.start is None:
        return days_in_words(slot.day, slot.last_day, language)
    return _slot(slot, Timing.TIMED, formats_of(language))


def schedule_in_words(schedule: Schedule, language: str) -> str:
    """The whole schedule in one sentence, without capital nor full stop."""
    formats = formats_of(language)
    if not schedule.slots:
        return ""
    text = _repetition(schedule, formats) if schedule.rule else _dates(list(schedule.slots), schedule.timing, formats)
    return text + _changes(schedule, formats)


def _days(slot: Slot, formats: DateFormats, year=True) -> str:
    first, last = slot.day, slot.last_day
    if first == last:
        return formats.day(first, weekday=True, year=year)
    same_year = first.year == last.year
    beginning = formats.day(first, month=not (same_year and first.month == last.month), year=year and not same_year)
    return formats.span(beginning, formats.day(last, year=year), first, last)


def _slot(slot: Slot, timing: Timing, formats: DateFormats, year=True) -> str:
    timed = timing == Timing.TIMED and slot.start
    if timed and slot.last_day > slot.day and slot.end:
        same_year = slot.day.year == slot.last_day.year
        first = f"{formats.day(slot.day, year=year and not same_year)} {formats.at_hour(slot.start)}"
        last = f"{formats.day(slot.last_day, year=year)} {formats.at_hour(slot.end)}"
        return formats.span_with_hours(first, last, slot.day, slot.last_day)
    hours = _hours(slot, timing, formats)
    # Several whole days need no « toute la journée ».
    if timing == Timing.ALL_DAY and slot.last_day > slot.day:
        hours = ""
    days = _days(slot, formats, year)
    return f"{days}{formats.time_separator}{hours}" if hours else days


def _hours(slot: Slot, timing: Timing, formats: DateFormats, with_preposition=False) -> str:
    if timing == Timing.ALL_DAY:
        return formats.all_day
    if timing == Timing.UNKNOWN_HOUR or slot.start is None:
        return formats.unknown_hour
    if slot.end and slot.last_day == slot.day:
        return formats.from_hours(slot.start, slot.end) if with_preposition else formats.hours(slot.start, slot.end)
    return formats.at_hour(slot.start) if with_preposition else formats.hour(slot.start)


def _dates(slots: list[Slot], timing: Timing, formats: DateFormats) -> str:
    if len(slots) == 1:
        return _slot(slots[0], timing, formats)
    if len({(slot.day, slot.last_day) for slot in slots}) == 1:
        hours = formats.listed([_hours(slot, timing, formats) for slot in slots])
        return f"{_days(slots[0], formats)}{formats.time_separator}{hours}"
    simple = all(slot.day == slot.last_day for slot in slots)
    if simple and len({(slot.start, slot.end) for slot in slots}) == 1:
        days = [formats.day(slot.day, weekday=True, year=year) for slot, year in _with_years(slots)]
        return f"{_shortened(days, slots, formats)}{formats.time_separator}{_hours(slots[0], timing, formats)}"
    parts = [_dated_hours(slot, timing, formats, year) for slot, year in _with_years(slots)]
    return _shortened(parts, slots, formats)


def _dated_hours(slot: Slot, timing: Timing, formats: DateFormats, year: bool) -> str:
    if timing != Timing.TIMED or slot.day != slot.last_day:
        return _slot(slot, timing, formats, year)
    return f"{formats.day(slot.day, weekday=True, year=year)} {_hours(slot, timing, formats, with_preposition=True)}"


def _with_years(slots: list[Slot]) -> list[tuple[Slot, bool]]:
    """Each slot, and whether its year is written: on the last date of each year."""
    listed = slots[:MAX_DATES] if len(slots) > MAX_DATES + 1 else slots
    nexts = [slot.day.year for slot in slots[1 : len(listed)]] + [None]
    # A list cut short goes on to its last date, which says its own year.
    if len(listed) < len(slots):
        nexts[-1] = slots[-1].day.year
    return [(slot, slot.last_day.year != following) for slot, following in zip(listed, nexts, strict=True)]


def _shortened(parts: list[str], slots: list[Slot], formats: DateFormats) -> str:
    rest = len(slots) - len(parts)
    if not rest:
        return formats.listed(parts)
    last = slots[-1].day
    return formats.listed([*parts, formats.others(rest, formats.day(last), last)])


def _repetition(schedule: Schedule, formats: DateFormats) -> str:
    pattern = schedule.slots[0]
    text = f"{_frequency(schedule, formats)} {_period(schedule, formats)}"
    has_hour = schedule.timing == Timing.TIMED and pattern.start
    if has_hour and pattern.ends_next_day:
        hours = formats.until_next_day(pattern.start, pattern.end)
    else:
        hours = _hours(pattern, schedule.timing, formats, with_preposition=True)
    text += f" {hours}" if has_hour else f"{formats.time_separator}{hours}"
    if pattern.last_day > pattern.day and not (has_hour and pattern.ends_next_day):
        text += f", {formats.lasting((pattern.last_day - pattern.day).days + 1)}"
    if excluded := _excluded(schedule, formats):
        text += f", {excluded}"
    if schedule.slots[1:]:
        text += f", {formats.and_also(_dates(list(schedule.slots[1:]), schedule.timing, formats))}"
    return text


def _frequency(schedule: Schedule, formats: DateFormats) -> str:
    rule, day = schedule.rule, schedule.slots[0].day
    if rule.frequency == Frequency.DAILY:
        return formats.daily(rule.interval)
    if rule.frequency == Frequency.WEEKLY:
        days = rule.weekdays or (day.weekday(),)
        if rule.interval == 1 and len(days) == 7:
            return formats.daily(1)
        return formats.weekdays_only if (rule.interval, days) == (1, (0, 1, 2, 3, 4)) else formats.weekly(days, rule.interval)
    if rule.frequency == Frequency.MONTHLY:
        which = formats.nth_weekday(*rule.nth_weekday) if rule.nth_weekday else formats.month_day(rule.month_day or day.day)
        return formats.monthly(which, rule.interval)
    if rule.on_leap_day(day):
        return formats.leap_day
    if rule.nth_weekday:
        which = formats.of_month(formats.nth_weekday(*rule.nth_weekday), day.month)
    else:
        which = formats.in_month(rule.month_day or day.day, day.month)
    return formats.yearly(which, rule.interval)


def _period(schedule: Schedule, formats: DateFormats) -> str:
    first = schedule.pattern_day
    if schedule.rule.endless:
        return formats.since(formats.day(first), first)
    last = _last_rule_day(schedule)
    if first == last:
        return formats.on(formats.day(first), first)
    same_year = first.year == last.year
    beginning = formats.day(first, year=not same_year, month=not (same_year and first.month == last.month))
    return formats.span_with_hours(beginning, formats.day(last), first, last)


def _last_rule_day(schedule: Schedule) -> date:
    """The last day the rule gives, or its end where it gives more days than are ever shown."""
    rule, first = schedule.rule, schedule.slots[0].day
    end = rule.until or date(LAST_YEAR, 12, 31)
    days = list(islice(rule.days(first, end), 10 * MAX_OCCURRENCES))
    return days[-1] if days else end


def _excluded(schedule: Schedule, formats: DateFormats) -> str:
    if not schedule.excluded:
        return ""
    last = max(schedule.excluded)
    produced = set(islice(schedule.rule.days(schedule.slots[0].day, last), 10 * MAX_OCCURRENCES))
    days = [day for day in schedule.excluded if day in produced]
    if not days:
        return ""
    parts = [_short_day(day, schedule, formats) for day in days[:MAX_DATES]]
    text = formats.except_for(parts)
    if len(days) > MAX_DATES:
        rest = len(days) - MAX_DATES
        text = f"{text}, {formats.and_word} {formats.others(rest, formats.day(days[-1]), days[-1])}"
    return text


def _short_day(day: date, schedule: Schedule, formats: DateFormats) -> str:
    """The day, with its year only when the sentence speaks of several."""
    years = {schedule.first_day.year}
    if schedule.rule and not schedule.rule.endless:
        years.add(_last_rule_day(schedule).year)
    return formats.day(day, year=years != {day.year})


def _changes(schedule: Schedule, formats: DateFormats) -> str:
    text = ""
    for change in schedule.changes[:MAX_DATES]:
        day = _short_day(change.original_day, schedule, formats)
        if change.slot:
            text += formats.moved(day, _slot(change.slot, schedule.timing, formats), change.original_day)
        else:
            text += formats.state_of_day(change.code, day, change.original_day)
    return text
