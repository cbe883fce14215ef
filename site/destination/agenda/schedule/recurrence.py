"""The rule of a repeated event, and the days it gives."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice

from dateutil import rrule


class Frequency(StrEnum):
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
RRULE_FREQUENCIES = {
    Frequency.DAILY: rrule.DAILY,
    Frequency.WEEKLY: rrule.WEEKLY,
    Frequency.MONTHLY: rrule.MONTHLY,
    Frequency.YEARLY: rrule.YEARLY,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """How an event repeats, counted from the day of its first slot.

    ``weekdays`` (Monday is 0) serves the weekly rule. ``month_day`` (1 to 31) or
    ``nth_weekday`` (``(1, 6)`` is the first Sunday, ``(-1, 4)`` the last Friday) serve the
    monthly and yearly rules; with none of them the day of the first slot is kept.
    ``until`` is the last possible day, included; ``count`` the number of dates.
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    month_day: int | None = None
    nth_weekday: tuple[int, int] | None = None
    until: date | None = None
    count: int | None = None

    @property
    def endless(self) -> bool:
        return self.until is None and self.count is None

    def days(self, first: date, last: date) -> Iterator[date]:
        """The days from ``first`` to ``last`` included; ``first`` itself only if it fits the rule."""
        stop = min(last, self.until) if self.until else last
        arguments = {"dtstart": datetime.combine(first, time()), "interval": self.interval}
        arguments |= self._selection(first)
        # The end is given to the library too: a rule that never gives a day (31 February)
        # would otherwise be tried up to the year 9999.
        arguments["until"] = datetime.combine(stop, time())
        days = (moment.date() for moment in rrule.rrule(RRULE_FREQUENCIES[self.frequency], **arguments))
        return islice(days, self.count) if self.count else days

    def next_day(self, first: date) -> date | None:
        """The first day of the rule on or after ``first``, looked for over nine years.

        Nine, because 29 February may be missing for eight years around 2100; an interval
        of several years is looked at over as many times nine years.
        """
        if self._fits(first) and (self.until is None or first <= self.until):
            return first  # nearly always, and a feed asks it of each event that repeats
        years = 9 * (self.interval if self.frequency == Frequency.YEARLY else 1)
        return next(self.days(first, first + timedelta(days=366 * years)), None)

    def _fits(self, first: date) -> bool:
        if self.frequency == Frequency.WEEKLY:
            return first.weekday() in self._weekdays(first)
        return not self.nth_weekday and self.month_day in (None, first.day)

    def on_leap_day(self, first: date) -> bool:
        """Whether the rule falls on 29 February only."""
        if self.frequency != Frequency.YEARLY or self.nth_weekday:
            return False
        return (first.month, self.month_day or first.day) == (2, 29)

    def skips_short_months(self, first: date) -> bool:
        """Whether some months have no such day (29, 30 or 31 of each month)."""
        if self.frequency != Frequency.MONTHLY or self.nth_weekday:
            return False
        return (self.month_day or first.day) > 28

    def impossible_month_day(self, first: date) -> bool:
        """Whether a yearly rule names a day its month never has (31 June)."""
        if self.frequency != Frequency.YEARLY or self.nth_weekday or not self.month_day:
            return False
        longest = 29 if first.month == 2 else calendar.monthrange(2001, first.month)[1]
        return self.month_day > longest

    def ical_parts(self, first: date) -> list[str]:
        """The RRULE of RFC 5545, without UNTIL and COUNT whose form depends on the event."""
        parts = [f"FREQ={self.frequency.upper()}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.frequency == Frequency.WEEKLY:
            parts.append("BYDAY=" + ",".join(WEEKDAY_CODES[day] for day in self._weekdays(first)))
        if self.frequency == Frequency.YEARLY:
            parts.append(f"BYMONTH={first.month}")
        if self.frequency in (Frequency.MONTHLY, Frequency.YEARLY):
            if self.nth_weekday:
                nth, weekday = self.nth_weekday
                parts.append(f"BYDAY={nth}{WEEKDAY_CODES[weekday]}")
            else:
                parts.append(f"BYMONTHDAY={self.month_day or first.day}")
        return parts

    def _weekdays(self, first: date) -> tuple[int, ...]:
        return self.weekdays or (first.weekday(),)

    def _selection(self, first: date) -> dict:
        if self.frequency == Frequency.DAILY:
            return {}
        if self.frequency == Frequency.WEEKLY:
            return {"byweekday": self._weekdays(first), "wkst": rrule.MO}
        chosen = {"bymonth": first.month} if self.frequency == Frequency.YEARLY else {}
        if self.nth_weekday:
            nth, weekday = self.nth_weekday
            return chosen | {"byweekday": rrule.weekday(weekday, nth)}
        return chosen | {"bymonthday": self.month_day or first.day}
