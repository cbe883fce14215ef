"""RRULE of calendar files: kept as our rule where it says the same, otherwise spelled out as dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice

from dateutil.rrule import rrulestr

from destination.agenda.ical_values import local, moment
from destination.agenda.recurrence import WEEKDAY_CODES, Frequency, Rule
from destination.agenda.schedule import MAX_OCCURRENCES, default_horizon

BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
NTH = (1, 2, 3, 4, 5, -1)
# dateutil's own errors on a rule that makes no sense.
RULE_ERRORS = (ValueError, TypeError, KeyError, IndexError, OverflowError, AttributeError)
# A daily rule since 1970 is 50,000 days at the horizon: no honest rule is longer.
MOST_STEPS = 60_000
HOURLY_DAYS = 60


def parts_of(text: str) -> dict[str, str]:
    """``FREQ=WEEKLY;BYDAY=TH`` as a dictionary."""
    pairs = (part.split("=", 1) for part in text.strip().upper().split(";") if "=" in part)
    return {name.strip(): value.strip() for name, value in pairs}


def rule_of(parts: dict[str, str], start: date | datetime) -> Rule | None:
    """Our rule for an event that starts at ``start`` on the clock of Paris, or None when ours cannot say it."""
    try:
        selection = _selection(parts, start)
        if selection is None or not _same_hour(parts, start):
            return None
        interval, count = int(parts.get("INTERVAL", 1)), int(parts.get("COUNT", 0))
    except ValueError:
        return None
    if count < 0 or count > MAX_OCCURRENCES or not 1 <= interval <= 400:
        return None
    until = until_day(parts, start)
    if "UNTIL" in parts and until is None:
        return None
    return Rule(interval=interval, count=count or None, until=until, **selection)


def until_day(parts: dict[str, str], start: date | datetime) -> date | None:
    """The last possible day, knowing that an UNTIL before the hour of the event excludes its day."""
    when = moment(parts.get("UNTIL", ""), UTC)
    if not isinstance(when, datetime):
        return when
    # Without Z the hour is local, whatever the standard says of it.
    until = local(when) if parts["UNTIL"].endswith("Z") else when.replace(tzinfo=None)
    if isinstance(start, datetime) and until.time() < start.time():
        return until.date() - timedelta(days=1)
    return until.date()


def _same_hour(parts: dict[str, str], start: date | datetime) -> bool:
    """BYHOUR and BYMINUTE, where given, repeat the hour of the start."""
    clock = start.time() if isinstance(start, datetime) else time()
    return all(
        name not in parts or parts[name] == str(value)
        for name, value in (("BYHOUR", clock.hour), ("BYMINUTE", clock.minute), ("BYSECOND", clock.second))
    )


def _selection(parts: dict[str, str], start: date | datetime) -> dict | None:
    """The frequency and what it selects, as arguments of ``Rule``."""
    given = {name for name in parts if name.startswith("BY")} - {"BYHOUR", "BYMINUTE", "BYSECOND"}
    days = [BYDAY.fullmatch(item.strip()) for item in parts["BYDAY"].split(",")] if "BYDAY" in parts else []
    if not all(days):
        return None
    plain = tuple(sorted({WEEKDAY_CODES.index(day[2]) for day in days})) if not any(day[1] for day in days) else ()
    match parts.get("FREQ"):
        case "DAILY":
            if not given:
                return {"frequency": Frequency.DAILY}
            if given == {"BYDAY"} and plain and parts.get("INTERVAL", "1") == "1":
                return {"frequency": Frequency.WEEKLY, "weekdays": plain}
        case "WEEKLY":
            weeks_agree = parts.get("INTERVAL", "1") == "1" or len(plain) < 2 or parts.get("WKST", "MO") == "MO"
            if not given:
                return {"frequency": Frequency.WEEKLY, "weekdays": (start.weekday(),)}
            if given == {"BYDAY"} and plain and weeks_agree:
                return {"frequency": Frequency.WEEKLY, "weekdays": plain}
        case "MONTHLY":
            return _in_month(Frequency.MONTHLY, given, parts, days, start)
        case "YEARLY":
            if "BYMONTH" in given and parts["BYMONTH"] != str(start.month):
                return None
            if "BYMONTH" not in given and given:
                return None
            return _in_month(Frequency.YEARLY, given - {"BYMONTH"}, parts, days, start)
    return None


def _in_month(frequency, given: set[str], parts: dict[str, str], days: list, start) -> dict | None:
    if not given:
        return {"frequency": frequency, "month_day": start.day}
    if given == {"BYMONTHDAY"} and parts["BYMONTHDAY"].lstrip("+").isdigit():
        month_day = int(parts["BYMONTHDAY"])
        return {"frequency": frequency, "month_day": month_day} if 1 <= month_day <= 31 else None
    if "BYDAY" not in given or len(days) != 1:
        return None
    position = days[0][1] if given == {"BYDAY"} else parts.get("BYSETPOS")
    if given - {"BYDAY", "BYSETPOS"} or position is None or (days[0][1] and "BYSETPOS" in given):
        return None
    nth = int(position)
    return {"frequency": frequency, "nth_weekday": (nth, WEEKDAY_CODES.index(days[0][2]))} if nth in NTH else None


def spelled_out(parts: dict[str, str], start: date | datetime, zone: tzinfo, today: date) -> Iterator[date | datetime]:
    """The starts of a rule in its own zone, up to two years ahead; the first one alone for a senseless rule.

    ``start`` is aware, or a date. A rule by the minute is no event: only its first date is given.
    """
    yield start
    if parts.get("FREQ") not in ("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        return
    timed = isinstance(start, datetime)
    naive = start.replace(tzinfo=None) if timed else datetime.combine(start, time())
    end = datetime.combine(default_horizon(today, naive.date()), time(23, 59))
    if parts["FREQ"] == "HOURLY":
        end = min(end, naive + timedelta(days=HOURLY_DAYS))
    until = moment(parts.get("UNTIL", ""), UTC)
    if isinstance(until, datetime):
        until = until.astimezone(zone) if timed and parts["UNTIL"].endswith("Z") else until
        end = min(end, until.replace(tzinfo=None))
    elif until:
        end = min(end, datetime.combine(until, time(23, 59, 59)))
    rest = ";".join(f"{name}={value}" for name, value in parts.items() if name not in ("UNTIL", "COUNT"))
    try:
        found = iter(rrulestr(f"{rest};UNTIL={end:%Y%m%dT%H%M%S}", dtstart=naive))
        most = min(int(parts.get("COUNT", MOST_STEPS)), MOST_STEPS)
        for each in islice((one for one in islice(found, MOST_STEPS) if one != naive), max(most - 1, 0)):
            yield each.replace(tzinfo=zone) if timed else each.date()
    except RULE_ERRORS:
        return
