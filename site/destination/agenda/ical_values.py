"""Dates, lengths and time zones of calendar files, brought to the clock of Paris."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from destination.agenda.ical_lines import Component, Property
from destination.agenda.schedule import FIRST_YEAR, LAST_YEAR, PARIS

MOMENT = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2}):?(\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?")
DURATION = re.compile(r"([+-])?P?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T?(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?")
FIXED = re.compile(r"\(?(?:ETC/UTC|UTC|GMT|Z) ?(?:([+-])(\d|0\d|1[0-4])(?::?([0-5]\d))?)?\)?")


class Zones:
    """The time zones of one file: known names, Windows names, or the rules the file gives."""

    def __init__(self):
        self.described: dict[str, Component] = {}
        self.default: tzinfo = PARIS
        self.unknown: set[str] = set()

    def describe(self, component: Component) -> None:
        """Keep a VTIMEZONE: its X-LIC-LOCATION, else its offsets, serve where its name says nothing."""
        self.described[component.text("TZID").strip('"')] = component

    def zone(self, name: str | None) -> tzinfo:
        if not name:
            return self.default
        name = name.strip().strip('"')
        known = zone_named(name)
        if known is None and name in self.described:
            component = self.described[name]
            known = zone_named(component.text("X-LIC-LOCATION")) or _same_offsets(component)
        if known is None:
            self.unknown.add(name)
            return self.default
        return known


@lru_cache(maxsize=500)
def zone_named(name: str) -> tzinfo | None:
    """A zone by its IANA name (behind any prefix, as Evolution and Mozilla write it) or its Windows name."""
    if found := FIXED.fullmatch(name.upper()):
        sign, hours, minutes = found.groups()
        minutes = int(hours or 0) * 60 + int(minutes or 0)
        return timezone(timedelta(minutes=-minutes if sign == "-" else minutes)) if minutes else UTC
    parts = [part for part in name.split("/") if part]
    for start in range(len(parts)):
        candidate = "/".join(parts[start:])
        # One word alone behind a prefix (« …/Paris ») would match nothing or the wrong thing.
        if "/" not in candidate and start:
            continue
        candidate = WINDOWS_TO_OLSON.get(candidate, candidate)
        try:
            return ZoneInfo(candidate)
        except (LookupError, ValueError, OSError):
            continue
    return None


# One zone of the tz database for each pair of offsets (standard, daylight) an office may meet.
OFFSETS = {
    ("+0000", "+0100"): "Europe/London",
    ("+0100", "+0200"): "Europe/Paris",
    ("+0200", "+0300"): "Europe/Athens",
    ("-0500", "-0400"): "America/New_York",
    ("-0600", "-0500"): "America/Chicago",
    ("-0700", "-0600"): "America/Denver",
    ("-0800", "-0700"): "America/Los_Angeles",
}


def _same_offsets(component: Component) -> tzinfo | None:
    offsets = sorted({one.value.strip()[:5] for one in component.every("TZOFFSETTO")}, key=_minutes)
    if len(offsets) == 2 and tuple(offsets) in OFFSETS:
        return ZoneInfo(OFFSETS[tuple(offsets)])
    if len(offsets) == 1 and re.fullmatch(r"[+-]([01]\d|2[0-3])[0-5]\d", offsets[0]):
        return timezone(timedelta(minutes=_minutes(offsets[0])))
    return None


def _minutes(offset: str) -> int:
    if not re.fullmatch(r"[+-]\d{4}", offset):
        return 0
    minutes = int(offset[1:3]) * 60 + int(offset[3:5])
    return -minutes if offset[0] == "-" else minutes


def moment(text: str, zone: tzinfo) -> date | datetime | None:
    """A date, or an aware date and hour in the zone it was written in; None when it is neither."""
    found = MOMENT.fullmatch(text.strip())
    if not found:
        return None
    year, month, day, hour, minute, second, offset = found.groups()
    try:
        when = date(int(year), int(month), int(day))
        if not FIRST_YEAR <= when.year <= LAST_YEAR:
            return None
        if hour is None:
            return when
        # 60 is a leap second, 24:00 the end of the day in some programs.
        extra = timedelta(days=1) if hour == "24" else timedelta()
        clock = time(int(hour) % 24, int(minute), min(int(second or 0), 59))
    except ValueError:
        return None
    if offset == "Z":
        zone = UTC
    elif offset:
        zone = timezone(timedelta(minutes=_minutes(offset.replace(":", ""))))
    return datetime.combine(when, clock, tzinfo=zone) + extra


def moment_of(one: Property, zones: Zones) -> date | datetime | None:
    """The value of DTSTART and its like."""
    zone = zones.zone(one.parameters.get("TZID"))
    # A zone written without quotes may hold a colon: « TZID=(UTC-05:00) Eastern Time:20260702T… ».
    when = moment(one.value, zone) or moment(one.value.rpartition(":")[2], zone)
    if isinstance(when, datetime) and one.parameters.get("VALUE", "").upper() == "DATE":
        return when.date()
    return when


def moments_of(one: Property, zones: Zones) -> list[tuple[date | datetime, str]]:
    """The values of EXDATE and RDATE, each with the end or length of its period (often empty)."""
    zone = zones.zone(one.parameters.get("TZID"))
    found = []
    for item in one.value.split(","):
        start, _slash, end = item.partition("/")
        when = moment(start, zone)
        if when is not None:
            found.append((when, end))
    return found


def local(when: date | datetime) -> date | datetime:
    """The same instant on the clock of Paris, without its zone; a date stays a date."""
    if isinstance(when, datetime):
        return when.astimezone(PARIS).replace(tzinfo=None)
    return when


def length(text: str) -> timedelta | None:
    """A DURATION; None when it cannot be read, is negative or is longer than any event."""
    text = text.strip().upper()
    found = DURATION.fullmatch(text)
    if not found or not any(found.groups()[1:]) or found[1] == "-":
        return None
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in found.groups()[1:])
    duration = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return duration if duration < timedelta(days=10_000) else None


def keeps_clock_of_paris(zone: tzinfo, year: int) -> bool:
    """Whether a zone always shows the hour of Paris (Madrid, Berlin…), so that a rule may be kept as it is."""
    if zone is PARIS:
        return True
    noons = [datetime(each, month, 28, 12, tzinfo=PARIS) for each in (year, year + 1) for month in range(1, 13)]
    return all(noon.astimezone(zone).utcoffset() == noon.utcoffset() for noon in noons)
