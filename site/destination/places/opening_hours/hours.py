"""When a place is open, from what is stored in `Place.opening`:

    {"periods": [{"from": "04-01", "until": "10-31", "hours": {"tue": [["10:00", "12:30"], ["14:00", "18:00"]]}}],
     "closed": ["2026-12-25", "01-01"], "note": {"fr": "…"}, "meaning": "reception"}

A period comes back every year and may cross the new year; without dates it is the whole year, without hours it is closed.
Where two periods hold the same day the shorter one counts. Hours that end before they begin end the next day. A day closed
has a year, or comes back every year. `meaning` says what the hours are those of (`HoursMeaning`); without it the kind of place
decides. Reading never fails: what is not understood is left out (`checks` reports it).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from common.translations import fallback_languages

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOUR = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")
MONTH_DAY = re.compile(r"(\d\d)-(\d\d)")
# Every season comes back within a year.
DAYS_AHEAD = 400
A_DAY = timedelta(days=1)
LEAP_YEAR = 2024  # has every day a year can have

Hours = tuple[tuple[time, time], ...]  # opening and closing times; midnight as an end is the end of the day
MonthDay = tuple[int, int]


class HoursMeaning(TextChoices):
    """What the hours are those of: only OPENING says whether one may come in, the others when somebody is there."""

    OPENING = "opening", _("Ouverture au public")
    RECEPTION = "reception", _("Accueil ou réception")
    DESK = "desk", _("Bureau, capitainerie")
    BOX_OFFICE = "box_office", _("Billetterie")
    SUPERVISION = "supervision", _("Surveillance de la baignade")


@dataclass(frozen=True)
class Period:
    """From one day of the year to another, both included, with the hours of each of the seven days."""

    first: MonthDay = (1, 1)
    last: MonthDay = (12, 31)
    hours: tuple[Hours, ...] = ((),) * 7

    def holds(self, day: date) -> bool:
        at = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= at <= self.last
        return at >= self.first or at <= self.last

    @property
    def length(self) -> int:
        """Its number of days, in a leap year."""
        first, last = date(LEAP_YEAR, *self.first), date(LEAP_YEAR, *self.last)
        return (last - first).days + 1 if first <= last else (last - first).days + 367

    @property
    def is_whole_year(self) -> bool:
        return self.length == 366

    @property
    def is_closed(self) -> bool:
        return not any(self.hours)

    def dates_around(self, day: date) -> tuple[date, date]:
        """Its first and last day, this time if it holds `day`, else the next time."""
        crosses = self.first > self.last
        year = day.year - 1 if crosses and self.holds(day) and (day.month, day.day) <= self.last else day.year
        if not self.holds(day) and (day.month, day.day) > self.last and not crosses:
            year += 1
        return day_of_year(year, self.first), day_of_year(year + crosses, self.last)


@dataclass(frozen=True)
class Opening:
    """Hours through the year. Falsy where nothing is known of them."""

    periods: tuple[Period, ...] = ()
    closed: frozenset[date | MonthDay] = frozenset()
    note: tuple[tuple[str, str], ...] = ()
    meaning: str = HoursMeaning.OPENING

    def __bool__(self):
        return bool(self.periods)

    @classmethod
    def from_json(cls, stored, meaning: str = HoursMeaning.OPENING) -> "Opening":
        """Read the shape above, leaving out what is not of it; `meaning` is what its hours are those of where they do not say."""
        if not isinstance(stored, dict):
            return cls()
        own_meaning = stored.get("meaning")
        meaning = own_meaning if own_meaning in HoursMeaning.values else meaning
        periods = tuple(filter(None, map(_period, _list(stored.get("periods")))))
        closed = frozenset(filter(None, map(read_closed_day, _list(stored.get("closed")))))
        note = stored.get("note")
        notes = note.items() if isinstance(note, dict) else ()
        texts = tuple((code, text) for code, text in notes if isinstance(text, str) and text.strip())
        return cls(periods, closed, texts, HoursMeaning(meaning))

    @property
    def is_of_the_place(self) -> bool:
        """Whether outside these hours the place itself is closed: the hours of a reception do not close a hotel."""
        return self.meaning == HoursMeaning.OPENING

    def is_out_of_season(self, day: date) -> bool:
        """Whether `day` has no hours because the place is closed: a season without hours, or a day closed by exception."""
        period = self.period_of(day)
        return period is None or period.is_closed or self.is_closed_day(day)

    @cached_property
    def _calendar(self) -> dict[MonthDay, Period]:
        """The period of each day of the year; a place may be asked about a hundred days ahead."""
        days = [date(LEAP_YEAR, 1, 1) + number * A_DAY for number in range(366)]
        calendar = {}
        for period in sorted(self.periods, key=lambda period: -period.length):
            calendar |= {(day.month, day.day): period for day in days if period.holds(day)}
        return calendar

    @property
    def is_always_open(self) -> bool:
        day_and_night = ((time(), time()),)
        every_time = all(set(period.hours) == {day_and_night} for period in self.periods)
        return bool(self) and every_time and not self.closed and len(self._calendar) == 366

    def period_of(self, day: date) -> Period | None:
        """The period that counts on `day`: of those that hold it, the shortest."""
        return self._calendar.get((day.month, day.day))

    def is_closed_day(self, day: date) -> bool:
        """Whether `day` is one of the days closed by exception."""
        return day in self.closed or (day.month, day.day) in self.closed

    def coming_closed_days(self, today: date) -> list[tuple[date, bool]]:
        """The days closed by exception from `today` on, the soonest first, each with whether it comes back every year: of these
        the next one only."""
        coming = {}
        for closed in self.closed:
            every_year = not isinstance(closed, date)
            day = day_of_year(today.year, closed) if every_year else closed
            if every_year and day < today:
                day = day_of_year(today.year + 1, closed)
            if day >= today:
                coming[day] = coming.get(day, False) or every_year
        return sorted(coming.items())

    def today(self, day: date) -> Hours:
        """The opening and closing times of the openings that begin on `day`; empty when closed."""
        period = self.period_of(day)
        return () if period is None or self.is_closed_day(day) else period.hours[day.weekday()]

    def openings(self, first: date, last: date) -> Iterator[tuple[datetime, datetime]]:
        """The openings that begin from `first` to `last`, in UTC and in order, those that touch made one."""
        current: tuple[datetime, datetime] | None = None
        day = first
        while day <= last:
            for start, end in self.today(day):
                begins, ends = _in_utc(day, start), _in_utc(day if end > start else day + A_DAY, end)
                if current and begins <= current[1]:
                    current = current[0], max(current[1], ends)
                    continue
                if current:
                    yield current
                current = begins, ends
            day += A_DAY
        if current:
            yield current

    def is_open(self, moment: datetime) -> bool:
        """Whether one may come in at `moment` (aware). The minute of closing is closed."""
        moment = moment.astimezone(UTC)
        day = moment.astimezone(zone()).date()
        return any(begins <= moment < ends for begins, ends in self.openings(day - A_DAY, day))

    def next_change(self, moment: datetime) -> datetime | None:
        """When it closes (if open at `moment`) or opens next, in local time; None if neither happens within a year."""
        if self.is_always_open:
            return None
        moment = moment.astimezone(UTC)
        day = moment.astimezone(zone()).date()
        horizon = day + timedelta(days=DAYS_AHEAD)
        for begins, ends in self.openings(day - A_DAY, horizon):
            if begins > moment:
                return begins.astimezone(zone())
            if moment < ends:
                return ends.astimezone(zone()) if ends.astimezone(zone()).date() <= horizon else None
        return None

    def note_in(self, language: str) -> tuple[str, str]:
        """The note and its language: the first of `fallback_languages`, else any; empty strings without note."""
        notes = dict(self.note)
        for code in (*fallback_languages(language), *notes):
            if code in notes:
                return notes[code], code
        return "", ""


def zone() -> ZoneInfo:
    """The clock of the destination."""
    return ZoneInfo(settings.TIME_ZONE)


def day_of_year(year: int, at: MonthDay) -> date:
    """That day of that year; 29 February is the 28th where there is none."""
    try:
        return date(year, *at)
    except ValueError:
        return date(year, 2, 28)


def read_hour(text) -> time | None:
    """“10:30”; “24:00” is midnight, the end of the day."""
    if not isinstance(text, str) or not HOUR.fullmatch(text):
        return None
    return time() if text == "24:00" else time.fromisoformat(text)


def read_month_day(text) -> MonthDay | None:
    """“04-30”, a day that some year has."""
    match = MONTH_DAY.fullmatch(text) if isinstance(text, str) else None
    if not match:
        return None
    try:
        day = date(LEAP_YEAR, int(match[1]), int(match[2]))
    except ValueError:
        return None
    return day.month, day.day


def read_closed_day(text) -> date | MonthDay | None:
    """“2026-12-25”, or “12-25” for every year."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) and len(text) == 10 else read_month_day(text)
    except ValueError:
        return None


def _list(value) -> list:
    return value if isinstance(value, list) else []


def _period(stored) -> Period | None:
    if not isinstance(stored, dict):
        return None
    first = read_month_day(stored.get("from", "01-01"))
    last = read_month_day(stored.get("until", "12-31"))
    hours = stored.get("hours") or {}
    if first is None or last is None or not isinstance(hours, dict):
        return None
    return Period(first, last, tuple(_hours(hours.get(day)) for day in DAYS))


def _hours(stored) -> Hours:
    pairs = [pair for pair in _list(stored) if isinstance(pair, list) and len(pair) == 2]
    hours = [(read_hour(start), read_hour(end)) for start, end in pairs]
    return tuple(sorted((start, end) for start, end in hours if start is not None and end is not None))


def _in_utc(day: date, hour: time) -> datetime:
    """Compared in UTC, because two local times of one zone are compared without their offsets. Where the clock shows an
    hour twice the first one counts; an hour it skips is taken as if it had not changed."""
    return datetime.combine(day, hour, zone()).astimezone(UTC)
