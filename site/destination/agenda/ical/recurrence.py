"""RRULE of calendar files: kept as our rule where it says the same, otherwise spelled out as dates by ``dateutil``."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice

from dateutil.rrule import rrulestr
from icalendar import vRecur

from destination.agenda.ical.components import text_of
from destination.agenda.ical.timezones import is_ours, local, moment
from destination.agenda.schedule import MAX_OCCURRENCES, PARIS, Frequency, Rule, default_horizon
from destination.agenda.schedule.recurrence import WEEKDAY_CODES

NTH = (1, 2, 3, 4, 5, -1)
# What the two libraries raise on a rule that makes no sense.
RULE_ERRORS = (ValueError, TypeError, KeyError, IndexError, OverflowError, AttributeError)
# A daily rule since 1970 is 50,000 days at the horizon: no honest rule is longer.
MAX_STEPS = 60_000
HOURLY_DAYS = 60


def recurrence_of(value) -> vRecur:
    """The value of an RRULE; what cannot be read of it is missing, down to an empty rule."""
    if isinstance(value, vRecur):
        return value
    pairs = (part.split("=") for part in "".join(text_of(value).upper().split()).split(";") if part.count("=") == 1)
    parts = dict(pairs)
    until = [moment(parts.pop("UNTIL"), PARIS)] if "UNTIL" in parts else []
    try:
        recurrence = vRecur.from_ical(";".join(f"{name}={content}" for name, content in parts.items()))
    except ValueError:
        return vRecur()
    return vRecur({**recurrence, "UNTIL": until}) if until else recurrence


def rule_of(recurrence: vRecur, start: date | datetime) -> Rule | None:
    """Our rule for an event that starts at ``start`` on the clock of Paris, or None when ours cannot say it."""
    selection = _selection(recurrence, start)
    interval, count, until = (_one(recurrence, name) for name in ("INTERVAL", "COUNT", "UNTIL"))
    if selection is None or not _same_hour(recurrence, start) or ("UNTIL" in recurrence and not is_ours(until)):
        return None
    interval, count = 1 if interval is None else interval, count or 0
    if not 0 <= count <= MAX_OCCURRENCES or not 1 <= interval <= 400:
        return None
    return Rule(interval=interval, count=count or None, until=until and _last_day(until, start), **selection)


def _one(recurrence: vRecur, name: str):
    """The value of a part that has only one, None when it is absent."""
    return next(iter(recurrence.get(name, [])), None)


def _last_day(until: date | datetime, start: date | datetime) -> date:
    """The last possible day, knowing that an UNTIL before the hour of the event excludes its day."""
    if not isinstance(until, datetime):
        return until
    # Without Z the hour is local, whatever the standard says of it.
    until = local(until) if until.tzinfo else until
    early = isinstance(start, datetime) and until.time() < start.time()
    return until.date() - timedelta(days=early)


def _same_hour(recurrence: vRecur, start: date | datetime) -> bool:
    """BYHOUR and BYMINUTE, where given, repeat the hour of the start."""
    clock = start.time() if isinstance(start, datetime) else time()
    clock_parts = (("BYHOUR", clock.hour), ("BYMINUTE", clock.minute), ("BYSECOND", clock.second))
    return all(recurrence.get(name, [value]) == [value] for name, value in clock_parts)


def _selection(recurrence: vRecur, start: date | datetime) -> dict | None:
    """The frequency and what it selects, as arguments of ``Rule``."""
    parts = {name for name in recurrence if name.startswith("BY")} - {"BYHOUR", "BYMINUTE", "BYSECOND"}
    every = _one(recurrence, "INTERVAL") in (None, 1)
    days = recurrence.get("BYDAY", [])
    weekdays = () if any(day.relative for day in days) else tuple(sorted({WEEKDAY_CODES.index(day.weekday) for day in days}))
    match _one(recurrence, "FREQ"):
        case "DAILY" if not parts:
            return {"frequency": Frequency.DAILY}
        case "DAILY" if parts == {"BYDAY"} and weekdays and every:
            return {"frequency": Frequency.WEEKLY, "weekdays": weekdays}
        case "WEEKLY" if not parts:
            return {"frequency": Frequency.WEEKLY, "weekdays": (start.weekday(),)}
        case "WEEKLY" if parts == {"BYDAY"} and weekdays:
            weeks_agree = every or len(weekdays) < 2 or _one(recurrence, "WKST") in (None, "MO")
            return {"frequency": Frequency.WEEKLY, "weekdays": weekdays} if weeks_agree else None
        case "MONTHLY":
            return _in_month(Frequency.MONTHLY, parts, recurrence, start)
        case "YEARLY" if not parts or recurrence.get("BYMONTH") == [start.month]:
            return _in_month(Frequency.YEARLY, parts - {"BYMONTH"}, recurrence, start)
    return None


def _in_month(frequency: Frequency, parts: set[str], recurrence: vRecur, start: date | datetime) -> dict | None:
    if not parts:
        return {"frequency": frequency, "month_day": start.day}
    if parts == {"BYMONTHDAY"} and len(recurrence["BYMONTHDAY"]) == 1:
        [month_day] = recurrence["BYMONTHDAY"]
        return {"frequency": frequency, "month_day": month_day} if 1 <= month_day <= 31 else None
    days, positions = recurrence.get("BYDAY", []), recurrence.get("BYSETPOS", [])
    nth = {1: [day.relative for day in days], 2: positions}.get(len(parts & {"BYDAY", "BYSETPOS"}), [])
    if parts - {"BYDAY", "BYSETPOS"} or len(days) != 1 or len(nth) != 1 or (positions and days[0].relative) or nth[0] not in NTH:
        return None
    return {"frequency": frequency, "nth_weekday": (nth[0], WEEKDAY_CODES.index(days[0].weekday))}


def dates_of_rule(recurrence: vRecur, start: date | datetime, zone: tzinfo, today: date) -> Iterator[date | datetime]:
    """The starts of a rule in its own zone, up to two years ahead; the first one alone for a senseless rule.

    ``start`` is aware, or a date. A rule by the minute is no event: only its first date is given.
    """
    yield start
    if _one(recurrence, "FREQ") not in ("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        return
    timed = isinstance(start, datetime)
    naive = start.replace(tzinfo=None) if timed else datetime.combine(start, time())
    end = datetime.combine(default_horizon(today, naive.date()), time(23, 59))
    if _one(recurrence, "FREQ") == "HOURLY":
        end = min(end, naive + timedelta(days=HOURLY_DAYS))
    until = _one(recurrence, "UNTIL")
    if isinstance(until, datetime):
        end = min(end, (until.astimezone(zone) if timed and until.tzinfo else until).replace(tzinfo=None))
    elif isinstance(until, date):
        end = min(end, datetime.combine(until, time(23, 59, 59)))
    steps = min(_one(recurrence, "COUNT") or MAX_STEPS, MAX_STEPS)
    try:
        rest = vRecur({name: value for name, value in recurrence.items() if name not in ("UNTIL", "COUNT")})
        starts = islice(rrulestr(f"{rest.to_ical().decode()};UNTIL={end:%Y%m%dT%H%M%S}", dtstart=naive), MAX_STEPS)
        for when in islice((when for when in starts if when != naive), max(steps - 1, 0)):
            yield when.replace(tzinfo=zone) if timed else when.date()
    except RULE_ERRORS:
        return
