"""Time zones of calendar files, and moments brought to the clock of Paris."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from time import monotonic
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from destination.agenda.ical.components import ZONE, Component, parameter, text_of, value_of
from destination.agenda.schedule.model import FIRST_YEAR, LAST_YEAR, MAX_OCCURRENCES, PARIS

MOMENT = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2}):?(\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?")
DURATION = re.compile(r"([+-])?P?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T?(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?")
FIXED = re.compile(r"\(?(?:ETC/UTC|UTC|GMT|Z|(?:COORDINATED )?UNIVERSAL TIME) ?(?:([+-])(\d|0\d|1[0-4])(?::?([0-5]\d))?)?\)?")
# A clock changes on one day of a year, for ever or until a year; what repeats more often is no time zone and costs minutes.
RULE_OF_A_ZONE = {"FREQ", "INTERVAL", "BYMONTH", "BYDAY", "BYMONTHDAY", "BYHOUR", "BYMINUTE", "UNTIL", "COUNT", "WKST"}
# A country that changed its mind every few years since 1900.
MAX_OBSERVANCES = 60
LONGEST_DURATION = timedelta(days=10_000)
# Ten times what an event may have: refused later with its own words, but not read without end.
MAX_LISTED = 10 * MAX_OCCURRENCES


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasts. Days are those of the calendar, hours are exact (RFC 5545, 3.3.6): one day is 23, 24 or 25 hours
    where the clock changes, and 24 hours are not always a day. The library gives both the same type."""

    days: int = 0
    exact: timedelta = timedelta()

    @property
    def about(self) -> timedelta:
        return timedelta(days=self.days) + self.exact

    def end_of(self, start: date | datetime) -> date | datetime:
        """The end of what starts then; ``start`` is a date, or aware."""
        end = start + timedelta(days=self.days)
        return end.astimezone(UTC) + self.exact if isinstance(end, datetime) else end + self.exact


class Zones:
    """The time zones of one file: known names, the rules the file gives, or else what a name seems to say."""

    def __init__(self, deadline: float):
        """``deadline`` is a moment of ``time.monotonic`` after which nothing more is looked up."""
        self.deadline = deadline
        self.described: dict[str, Component] = {}
        self.by_name: dict[str, tzinfo | None] = {}
        self.unknown: set[str] = set()

    def describe(self, component: Component) -> None:
        """Take a VTIMEZONE of the file into account."""
        component.parse()
        self.described[component.text(ZONE).strip('"')] = component

    def zone(self, name: str) -> tzinfo:
        """The zone that a TZID names in this file; the clock of Paris where there is none, or an unknown one."""
        name = name.strip().strip('"')
        if not name:
            return PARIS
        if name not in self.by_name and monotonic() < self.deadline:
            # RFC 5545, 3.2.19: the rules of the file come before what its name seems to say.
            known = named_zone(name)
            # A region (« Europe/Paris », « Romance Standard Time ») is no guess, and many programs describe only its present half
            # year; « GMT », « EST » or « Etc/GMT-1 » are names that some give to their own rules.
            is_region = known and (name in WINDOWS_TO_OLSON or "/" in name and not name.upper().startswith("ETC/"))
            self.by_name[name] = (known if is_region else None) or self._described_zone(name) or known or guessed_zone(name)
        zone = self.by_name.get(name)
        if zone is None:
            self.unknown.add(name)
        return zone or PARIS

    def _described_zone(self, name: str) -> tzinfo | None:
        component = self.described.get(name)
        if component is None:
            return None
        if zone := named_zone(component.text("X-LIC-LOCATION")):
            return zone
        observances = component.parsed.subcomponents
        if not 0 < len(observances) <= MAX_OBSERVANCES or not all(_changes_once_a_year(observance) for observance in observances):
            return None
        try:
            component.parsed["TZID"] = "zone"  # any name will do, where this one was read under another
            zone = component.parsed.to_tz(lookup_tzid=False)
            return zone if zone.utcoffset(datetime(2026, 1, 1)) is not None else None
        except Exception:  # the rules come from the file of anyone, through two libraries
            return None


def _changes_once_a_year(observance) -> bool:
    rule = observance.get("RRULE")
    if rule is None:
        return True
    if isinstance(rule, list) or not set(rule) <= RULE_OF_A_ZONE or rule.get("FREQ") != ["YEARLY"]:
        return False
    if len(rule.get("BYMONTH", [])) != 1 or any(len(rule.get(name, [])) > 1 for name in ("BYDAY", "BYHOUR", "BYMINUTE")):
        return False
    return all(day.relative for day in rule.get("BYDAY", [])) or "BYMONTHDAY" in rule


@lru_cache(maxsize=500)
def named_zone(name: str) -> tzinfo | None:
    """A zone by its IANA name or its Windows name."""
    try:
        return ZoneInfo(WINDOWS_TO_OLSON.get(name, name)) if name else None
    except (LookupError, ValueError, OSError):
        return None


def guessed_zone(name: str) -> tzinfo | None:
    """A zone whose name holds an offset (« UTC+2 »), or a known name behind a prefix, as Evolution, Mozilla and Microsoft write
    it (« tzone://Microsoft/Romance Standard Time »), in capitals or not."""
    parts = [part for part in name.split("/") if part]
    if offset := FIXED.fullmatch(name.upper()) or FIXED.fullmatch(parts[-1].upper() if parts else ""):
        sign, hours, minutes = offset.groups()
        minutes = int(hours or 0) * 60 + int(minutes or 0)
        return timezone(timedelta(minutes=-minutes if sign == "-" else minutes)) if minutes else UTC
    candidates = ("/".join(parts[start:]) for start in range(max(len(parts) - 3, 0), len(parts)))
    return next((zone for zone in map(_zone_of_any_case, candidates) if zone), None)


def _zone_of_any_case(name: str) -> tzinfo | None:
    return named_zone(name) or named_zone(_names_of_zones().get(name.lower(), ""))


@lru_cache(maxsize=1)
def _names_of_zones() -> dict[str, str]:
    return {name.lower(): name for name in (*available_timezones(), *WINDOWS_TO_OLSON)}


def moment(text: str, zone: tzinfo) -> date | datetime | None:
    """What careless programs write for a date, or for a date and hour, which are aware; None when it is neither."""
    match = MOMENT.fullmatch(text.strip())
    if not match:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    try:
        when = date(int(year), int(month), int(day))
        if hour is None:
            return when
        # 60 is a leap second, 24:00 the end of the day in some programs.
        extra = timedelta(days=1) if hour == "24" else timedelta()
        clock = time(int(hour) % 24, int(minute), min(int(second or 0), 59))
        if offset:
            zone = UTC if offset == "Z" else datetime.strptime(offset, "%z").tzinfo
        return datetime.combine(when, clock, tzinfo=zone) + extra
    except (ValueError, OverflowError):
        return None


def moment_of(value, zones: Zones) -> date | datetime | None:
    """The value of DTSTART and its like: a date, or an aware date and hour in the zone it was written in."""
    zone = zones.zone(parameter(value, ZONE))
    when = value_of(value)
    if not isinstance(when, date):
        # A zone written without quotes may hold a colon: « TZID=(UTC-05:00) Eastern Time:20260702T… ».
        text = text_of(value)
        when = moment(text, zone) or moment(text.rpartition(":")[2], zone)
    when = _between_our_years(when, zone)
    if isinstance(when, datetime) and parameter(value, "VALUE").upper() == "DATE":
        return when.date()
    return when


def moments_of(value, zones: Zones) -> list[tuple[date | datetime | None, datetime | Length | None]]:
    """The values of EXDATE and RDATE, each with the end or length of its period, if it has one that can be read; (None, None) in
    the place of one that cannot."""
    zone = zones.zone(parameter(value, ZONE))
    if isinstance(value, str):  # one of the values is faulty: the others are read
        pairs = [item.partition("/") for item in str(value).split(",", MAX_LISTED)[:MAX_LISTED] if item.strip()]
        periods = [(moment(start, zone), moment(end, zone) or duration(end)) for start, _slash, end in pairs]
    else:
        listed = [value_of(entry) for entry in getattr(value, "dts", [value])[:MAX_LISTED]]
        periods = [entry if isinstance(entry, tuple) else (entry, None) for entry in listed]
        periods = [(start, length_of(end) if isinstance(end, timedelta) else end) for start, end in periods]
    periods = [(_between_our_years(start, zone), end) for start, end in periods]
    return [
        (start, end.replace(tzinfo=zone) if isinstance(end, datetime) and end.tzinfo is None else end if start else None)
        for start, end in periods
    ]


def _between_our_years(when, zone: tzinfo) -> date | datetime | None:
    """A date or an aware date and hour, None for what is neither and for years that are mistakes."""
    if not is_ours(when):
        return None
    return when.replace(tzinfo=zone) if isinstance(when, datetime) and when.tzinfo is None else when


def is_ours(when) -> bool:
    """Whether this is a date, with or without hour, in the years that a schedule may have."""
    return isinstance(when, date) and FIRST_YEAR <= when.year <= LAST_YEAR


def local(when: date | datetime) -> date | datetime:
    """The same instant on the clock of Paris, without its zone; a date stays a date."""
    return when.astimezone(PARIS).replace(tzinfo=None) if isinstance(when, datetime) else when


def length_of(period: timedelta) -> Length:
    """The length that the library gives: whole days were most likely written as such."""
    return Length(period.days, period - timedelta(days=period.days))


def duration(text: str) -> Length | None:
    """The value of DURATION, as careless programs write it too; None when it cannot be read, is negative or is longer than any
    event."""
    match = DURATION.fullmatch(text.strip().upper())
    if not match or not any(match.groups()[1:]) or match[1] == "-":
        return None
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in match.groups()[1:])
    length = Length(7 * weeks + days, timedelta(hours=hours, minutes=minutes, seconds=seconds))
    return length if length.about < LONGEST_DURATION else None


@lru_cache(maxsize=32)
def keeps_clock_of_paris(zone: tzinfo, year: int) -> bool:
    """Whether a zone always shows the hour of Paris (Madrid, Berlin…), so that a rule may be kept as it is."""
    if zone is PARIS:
        return True
    noons = [datetime(some_year, month, 28, 12, tzinfo=PARIS) for some_year in (year, year + 1) for month in range(1, 13)]
    return all(noon.astimezone(zone).utcoffset() == noon.utcoffset() for noon in noons)
