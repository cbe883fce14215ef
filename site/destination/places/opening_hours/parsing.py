"""Opening hours as people type them: « 10h-12h30, 14h-18h », « 01/04 », and back."""

import re

from destination.places.opening_hours.hours import DAYS, read_closed_day, read_month_day

# « 10:00-12:30 », « 10h-12h30 », « 10 h 30 à 18 h », « 9.30 – 12 ».
HOUR = r"(\d{1,2})\s*(?:[:h.]\s*(\d{2})?)?"
OPENING = re.compile(rf"(?:de\s+)?{HOUR}\s*(?:-|–|—|à|a|/|to)\s*{HOUR}", re.IGNORECASE)
BETWEEN_OPENINGS = re.compile(r"\s*(?:,|;|\+|&|\bet\b|\band\b|\bi\b)\s*", re.IGNORECASE)
CLOSED_WORDS = {"", "-", "fermé", "ferme", "fermée", "closed", "tancat"}
MONTH_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})")
WHOLE_DATE = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
MOST_CHARACTERS = 200


def read_hours(text: str) -> list | None:
    """[["10:00", "12:30"], …] of a day's hours; an empty list when closed, None when not understood."""
    text = text.strip().replace("\u00a0", " ").replace("\u202f", " ")
    if text.casefold() in CLOSED_WORDS:
        return []
    if len(text) > MOST_CHARACTERS:
        return None
    matches = [OPENING.fullmatch(part.strip()) for part in BETWEEN_OPENINGS.split(text)]
    if not all(matches):
        return None
    return [[_hour(match[1], match[2]), _hour(match[3], match[4])] for match in matches]


def _hour(hours: str, minutes: str | None) -> str:
    return f"{int(hours):02}:{minutes or '00'}"


def write_hours(pairs) -> str:
    """« 10:00-12:30, 14:00-18:00 »"""
    return ", ".join("-".join(map(str, pair)) for pair in pairs if isinstance(pair, list))


def read_day(text: str) -> str:
    """“04-01” of « 01/04 » or « 1.4 »; what is not understood comes back as it is, for the check to refuse."""
    match = MONTH_DAY.fullmatch(text.strip())
    return f"{int(match[2]):02}-{int(match[1]):02}" if match else text.strip()


def write_day(month_day: str) -> str:
    """« 01/04 » of “04-01”."""
    day = read_month_day(month_day)
    return f"{day[1]:02}/{day[0]:02}" if day else str(month_day)


def read_closed_days(text: str) -> list[str]:
    """["2026-12-25", "01-01"] of « 25/12/2026, 01/01 »; what is not understood comes back as it is."""
    days = []
    for part in filter(None, (item.strip() for item in re.split(r"[,;\n]", text))):
        date = WHOLE_DATE.fullmatch(part)
        days.append(f"{date[3]}-{int(date[2]):02}-{int(date[1]):02}" if date else read_day(part))
    return days


def write_closed_days(days) -> str:
    """« 25/12/2026, 01/01 »"""
    return ", ".join(_write_closed_day(day) for day in days)


def _write_closed_day(day: str) -> str:
    closed_day = read_closed_day(day)
    if closed_day is None:
        return str(day)
    return f"{closed_day[1]:02}/{closed_day[0]:02}" if isinstance(closed_day, tuple) else f"{closed_day:%d/%m/%Y}"


def form_values(stored) -> dict:
    """Stored hours as the fields of a form: meaning, seasons (from, until, a text for each day), closed, note."""
    stored = stored if isinstance(stored, dict) else {}
    periods = [period for period in _list(stored.get("periods")) if isinstance(period, dict)]
    note = stored.get("note")
    return {
        "meaning": str(stored.get("meaning") or ""),
        "seasons": [_season(period) for period in periods],
        "closed": write_closed_days(_list(stored.get("closed"))),
        "note": dict(note) if isinstance(note, dict) else {},
    }


def _season(period: dict) -> dict:
    hours = period.get("hours") if isinstance(period.get("hours"), dict) else {}
    dates = {name: write_day(period[name]) if name in period else "" for name in ("from", "until")}
    return dates | {day: write_hours(_list(hours.get(day))) for day in DAYS}


def _list(value) -> list:
    return value if isinstance(value, list) else []


def is_blank(season: dict) -> bool:
    """Whether nothing was typed in a season: it is then no season."""
    return not any(text.strip() for text in season.values())
