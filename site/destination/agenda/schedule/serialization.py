"""A schedule as JSON, and back. Reading is tolerant of forms and strict about meaning."""

import json
import re
from dataclasses import asdict
from datetime import date, datetime, time
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from destination.agenda.schedule.model import (
    LONGEST_PLACE,
    LONGEST_REASON,
    MAX_OCCURRENCES,
    Change,
    DateState,
    Schedule,
    ScheduleError,
    Slot,
    Timing,
)
from destination.agenda.schedule.recurrence import Frequency, Rule

HOUR = re.compile(r"(\d{1,2})\s*(?:[:hH.]\s*(\d{2})?)?(?::\d{2}(?:\.\d+)?)?")
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
FRENCH_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
# The fields of a change that few changes have: left out where they are empty.
SAID_OF_FEW = ("state", "where", "reasons")
MOST_LANGUAGES = 20
# Ten times what is accepted: the number of dates is refused with its own words, but not read without end.
MOST_ITEMS = 10 * MAX_OCCURRENCES


def schedule_to_json(schedule: Schedule) -> dict:
    """A dictionary of JSON values, named as the fields, that ``schedule_from_json`` gives back equal."""
    raw = _plain(asdict(schedule))
    for change in raw["changes"]:
        for name in SAID_OF_FEW:
            if not change[name]:
                del change[name]
    return raw


def _plain(value):
    match value:
        case dict():
            return {name: _plain(content) for name, content in value.items()}
        case tuple():
            return [_plain(content) for content in value]
        case time():
            return value.strftime("%H:%M")
        case date():
            return value.isoformat()
        case StrEnum():
            return str(value)
    return value


def schedule_from_json(raw) -> Schedule:
    """A ``Schedule`` from a dictionary or its JSON text; ``ScheduleError`` names the faulty value."""
    if isinstance(raw, (str, bytes)):
        try:
            raw = json.loads(raw)
        except (ValueError, RecursionError):
            raise _unreadable("schedule") from None
    raw = _mapping(raw, "schedule")
    rule = raw.get("rule")
    return Schedule(
        timing=_choice(Timing, raw.get("timing") or Timing.TIMED, "timing"),
        slots=tuple(_slot_in(item, f"slots.{n}") for n, item in enumerate(_items(raw, "slots"))),
        rule=_rule_in(rule) if rule else None,
        excluded=tuple(_day_in(item, f"excluded.{n}") for n, item in enumerate(_items(raw, "excluded"))),
        changes=tuple(_change_in(item, f"changes.{n}") for n, item in enumerate(_items(raw, "changes"))),
    )


def _slot_in(raw, field: str) -> Slot:
    raw = _mapping(raw, field)
    day = _day_in(raw.get("day"), f"{field}.day")
    return Slot(
        day=day,
        last_day=_day_in(raw["last_day"], f"{field}.last_day") if raw.get("last_day") else day,
        start=_hour_in(raw.get("start"), f"{field}.start"),
        end=_hour_in(raw.get("end"), f"{field}.end"),
    )


def _change_in(raw, field: str) -> Change:
    raw = _mapping(raw, field)
    return Change(
        original_day=_day_in(raw.get("original_day"), f"{field}.original_day"),
        slot=_slot_in(raw["slot"], f"{field}.slot") if raw.get("slot") else None,
        original_start=_hour_in(raw.get("original_start"), f"{field}.original_start"),
        state=_choice(DateState, raw["state"], f"{field}.state") if raw.get("state") else None,
        where=_text_in(raw.get("where"), LONGEST_PLACE),
        reasons=_reasons_in(raw.get("reasons")),
    )


def _reasons_in(raw) -> tuple[tuple[str, str], ...]:
    pairs = [pair for pair in raw if isinstance(pair, (list, tuple)) and len(pair) == 2] if isinstance(raw, (list, tuple)) else []
    texts = [(_text_in(language, 10), _text_in(text, LONGEST_REASON)) for language, text in pairs[:MOST_LANGUAGES]]
    return tuple((language, text) for language, text in texts if language and text)


def _text_in(raw, longest: int) -> str:
    return raw.replace("\x00", "").strip()[:longest] if isinstance(raw, str) else ""


def _rule_in(raw) -> Rule:
    raw = _mapping(raw, "rule")
    weekdays = {_number_in(day, "rule.weekdays", 0, 6) for day in _items(raw, "weekdays")}
    return Rule(
        frequency=_choice(Frequency, raw.get("frequency"), "rule.frequency"),
        interval=_number_in(raw.get("interval") or 1, "rule.interval", 1, 10_000),
        weekdays=tuple(sorted(weekdays)),
        month_day=_optional(raw.get("month_day"), _number_in, "rule.month_day", 1, 31),
        nth_weekday=_optional(raw.get("nth_weekday"), _nth_weekday_in, "rule.nth_weekday"),
        until=_optional(raw.get("until"), _day_in, "rule.until"),
        count=_optional(raw.get("count"), _number_in, "rule.count", 1, 10**9),
    )


def _nth_weekday_in(raw, field: str) -> tuple[int, int]:
    if not isinstance(raw, (list, tuple)) or len(raw) != 2:
        raise _unreadable(field)
    nth = _number_in(raw[0], field, -1, 5)
    if nth == 0:
        raise _unreadable(field)
    return nth, _number_in(raw[1], field, 0, 6)


def _optional(raw, reader, *arguments):
    return None if raw in (None, "", []) else reader(raw, *arguments)


def _mapping(raw, field: str) -> dict:
    if not isinstance(raw, dict):
        raise _unreadable(field)
    return raw


def _items(raw: dict, field: str) -> list:
    items = raw.get(field) or []
    if not isinstance(items, (list, tuple)) or len(items) > MOST_ITEMS:
        raise _unreadable(field)
    return items


def _choice(kind, raw, field: str):
    try:
        return kind(raw)
    except ValueError:
        raise _unreadable(field) from None


def _number_in(raw, field: str, least: int, most: int) -> int:
    try:
        number = int(raw)
    except (TypeError, ValueError, OverflowError):
        raise ScheduleError(field, "not_a_number", _("Écrivez un nombre entier.")) from None
    if isinstance(raw, bool) or not least <= number <= most:
        raise ScheduleError(field, "out_of_range", _("Ce nombre est trop petit ou trop grand."))
    return number


def _day_in(raw, field: str) -> date:
    """``2026-07-16`` or ``16/07/2026``."""
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    text = raw.strip() if isinstance(raw, str) else ""
    if not text:
        raise ScheduleError(field, "no_date", _("Indiquez la date."))
    if parts := ISO_DAY.fullmatch(text):
        year, month, day = parts.groups()
    elif parts := FRENCH_DAY.fullmatch(text):
        day, month, year = parts.groups()
    else:
        raise ScheduleError(field, "unreadable_date", _("Cette date n’est pas lisible : écrivez-la comme 16/07/2026."))
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ScheduleError(
            field, "impossible_date", _("Cette date n’existe pas dans le calendrier : vérifiez le jour et le mois.")
        ) from None


def _hour_in(raw, field: str) -> time | None:
    """``18:30``, ``18:30:00``, ``18h30``, ``18 h`` or ``18.30``; nothing is None."""
    if isinstance(raw, time):
        return raw.replace(second=0, microsecond=0, tzinfo=None, fold=0)
    if raw in (None, ""):
        return None
    parts = HOUR.fullmatch(raw.replace("\u00a0", " ").strip()) if isinstance(raw, str) else None
    try:
        return time(int(parts[1]), int(parts[2] or 0))
    except (TypeError, ValueError):
        raise ScheduleError(field, "unreadable_hour", _("Cette heure n’est pas lisible : écrivez-la comme 18:30.")) from None


def _unreadable(field: str) -> ScheduleError:
    return ScheduleError(field, "unreadable", _("Ces dates n’ont pas pu être lues : choisissez-les à nouveau."))
