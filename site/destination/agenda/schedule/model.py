"""When an event takes place: its dates, its rule, its exceptions, and the occurrences they give.

Everything here is plain values: an event keeps the JSON of ``serialization`` and one row for each
``OccurrenceTime``. Hours are hours on the clock of the place, and stay so when the clock changes.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from django.utils.functional import Promise

from destination.agenda.schedule.recurrence import Rule

PARIS = ZoneInfo("Europe/Paris")
MAX_OCCURRENCES = 1000
# Two years ahead: an office prepares next season, and a yearly event shows at least once.
HORIZON_MONTHS = 24
# A permanent exhibition is a place that is open, not an event: three years are plenty.
MAX_DAYS_LONG = 3 * 366
FIRST_YEAR, LAST_YEAR = 1970, 2100
# A ball that ends at 4 h, or a night of at most twelve hours, is one evening; a race from 14 h to noon takes place on two days.
NIGHT_ENDS = time(6)
LONGEST_NIGHT_MINUTES = 12 * 60
# What visitors are told of a date: two sentences, and a place or an address.
LONGEST_REASON, LONGEST_PLACE = 500, 300


class Timing(StrEnum):
    """What is known of the hours, for every date of the event."""

    TIMED = "timed"
    ALL_DAY = "all_day"
    UNKNOWN_HOUR = "unknown_hour"


class DateState(StrEnum):
    """What may be said of one date alone."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"  # to a day that is not known yet
    RESCHEDULED = "rescheduled"  # to another day or hour
    FULL = "full"
    MOVED = "moved"  # to another place
    MOVED_ONLINE = "moved_online"


class ScheduleError(ValueError):
    """An invalid schedule. ``field`` is the path of the faulty value (``slots.0.end``)."""

    def __init__(self, field: str, code: str, message: str | Promise):
        super().__init__(field, code, message)
        self.field, self.code, self.message = field, code, message

    def __str__(self) -> str:
        return str(self.message)


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning about a schedule that is accepted all the same."""

    field: str
    code: str
    message: str | Promise


@dataclass(frozen=True, slots=True)
class Slot:
    """One date. ``last_day`` is included. An end hour before the start means the day after: the night that follows is part of the
    evening (one day), what lasts longer than a night is an event of two days, however it was written."""

    day: date
    last_day: date | None = None
    start: time | None = None
    end: time | None = None

    def __post_init__(self):
        if self.last_day is None:
            object.__setattr__(self, "last_day", self.day)
        if self.start and self.end and self.end < self.start and (self.last_day - self.day).days in (0, 1):
            object.__setattr__(self, "last_day", self.day + timedelta(days=not self._is_one_evening()))

    def _is_one_evening(self) -> bool:
        minutes = (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute + 24 * 60
        return minutes <= LONGEST_NIGHT_MINUTES or self.end <= NIGHT_ENDS <= self.start

    @property
    def past_midnight(self) -> bool:
        return bool(self.start and self.end and self.last_day == self.day and self.end < self.start)

    @property
    def ends_next_day(self) -> bool:
        """Longer than a night and shorter than a day and a night: « de 14 h au lendemain à 12 h »."""
        return bool(self.start and self.end and self.end < self.start and self.last_day == self.day + timedelta(days=1))

    @property
    def sort_key(self) -> tuple:
        return (self.day, self.start or time(), self.last_day, self.end or time())

    def moved_to(self, day: date) -> "Slot":
        """The same hours and length, beginning on another day."""
        return replace(self, day=day, last_day=day + (self.last_day - self.day))


@dataclass(frozen=True, slots=True)
class Change:
    """What is true of one occurrence alone: moved to ``slot``, or as ``state`` says; cancelled where neither is given.

    ``original_start`` tells which one when the event takes place several times that day. ``where`` is the other place, or the
    address online; ``reasons`` are pairs (language, text) for visitors.
    """

    original_day: date
    slot: Slot | None = None
    original_start: time | None = None
    state: DateState | None = None
    where: str = ""
    reasons: tuple[tuple[str, str], ...] = ()

    @property
    def code(self) -> DateState | None:
        """What is said of the date; None where only its hours are others than usual."""
        if self.state or self.slot is None:
            return self.state or DateState.CANCELLED
        return DateState.RESCHEDULED if self.slot.day != self.original_day else None

    @property
    def is_cancelled(self) -> bool:
        return self.code == DateState.CANCELLED

    def concerns(self, slot: Slot) -> bool:
        return self.original_day == slot.day and self.original_start in (None, slot.start)


@dataclass(frozen=True, slots=True)
class OccurrenceTime:
    """One occurrence. ``starts_at`` and ``ends_at`` are aware and in UTC.

    Without hours they hold the beginning of the first day and the end of the last one, to sort
    and filter by, never to be shown. ``ends_at`` is None when only the start hour is known.
    """

    original_day: date
    day: date
    last_day: date
    starts_at: datetime
    ends_at: datetime | None
    hour_known: bool
    all_day: bool
    cancelled: bool
    slot: Slot
    state: str = ""  # a `DateState`, or empty
    where: str = ""
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """The first slot is the pattern of the rule; the others are additional dates."""

    timing: Timing
    slots: tuple[Slot, ...]
    rule: Rule | None = None
    excluded: tuple[date, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def first_day(self) -> date:
        """The day of the very first occurrence, excluded or not."""
        days = [slot.day for slot in self.slots[1 if self.rule else 0 :]]
        if self.rule:
            days.append(self.pattern_day)
        return min(days)

    @property
    def pattern_day(self) -> date:
        """The first day the rule gives: the first slot's day, or the next that fits."""
        first = self.slots[0].day
        return (self.rule.next_day(first) if self.rule else None) or first

    def rule_days(self, horizon_end: date) -> Iterator[date]:
        """The days of the rule up to the horizon, those excluded left out."""
        if not self.rule:
            return iter(())
        excluded = set(self.excluded)
        return (day for day in self.rule.days(self.slots[0].day, horizon_end) if day not in excluded)

    def original_slots(self, horizon_end: date) -> Iterator[Slot]:
        """Every date in order, as if nothing had been moved or cancelled."""
        pattern = self.slots[0]
        repeated = (pattern.moved_to(day) for day in self.rule_days(horizon_end))
        extra = self.slots[1:] if self.rule else self.slots
        listed = sorted((slot for slot in extra if slot.day <= horizon_end), key=lambda slot: slot.sort_key)
        previous = None
        for slot in heapq.merge(repeated, listed, key=lambda slot: slot.sort_key):
            if slot != previous:
                yield slot
            previous = slot

    def change_of(self, slot: Slot) -> Change | None:
        """The change that concerns this date; the one that names its hour comes first."""
        changes = [change for change in self.changes if change.concerns(slot)]
        return max(changes, key=lambda change: change.original_start is not None, default=None)

    def occurrences(
        self,
        horizon_end: date,
        horizon_start: date | None = None,
        limit: int = MAX_OCCURRENCES,
    ) -> list[OccurrenceTime]:
        """The occurrences begun by ``horizon_end`` and not over before ``horizon_start``, in order.

        At most ``limit``, the earliest first: give ``horizon_start`` for a rule that is years old.
        """
        occurrences = []
        # A date from beyond the horizon may have been moved before it.
        reach = max([horizon_end, *(change.original_day for change in self.changes)])
        for original in self.original_slots(reach):
            change = self.change_of(original) if self.changes else None
            slot = change.slot if change and change.slot else original
            if slot.day > horizon_end or (horizon_start and slot.last_day < horizon_start):
                continue
            occurrences.append(self._occurrence(original.day, slot, change))
            # A change may bring an occurrence forward, so those changed are never what stops the count.
            if len(occurrences) >= limit + len(self.changes):
                break
        occurrences.sort(key=lambda occurrence: (occurrence.starts_at, occurrence.original_day))
        return occurrences[:limit]

    def _occurrence(self, original_day: date, slot: Slot, change: Change | None) -> OccurrenceTime:
        hour_known = self.timing == Timing.TIMED and slot.start is not None
        starts_at, ends_at = moments(slot if hour_known else Slot(slot.day, slot.last_day))
        return OccurrenceTime(
            original_day=original_day,
            day=slot.day,
            last_day=slot.last_day,
            starts_at=starts_at,
            ends_at=ends_at,
            hour_known=hour_known,
            all_day=self.timing == Timing.ALL_DAY,
            cancelled=change is not None and change.is_cancelled,
            slot=slot,
            state=(change and change.code) or "",
            where=change.where if change else "",
            reasons=change.reasons if change else (),
        )


def default_horizon(today: date, first_day: date) -> date:
    """The default end of the occurrences."""
    return max(today, first_day) + relativedelta(months=HORIZON_MONTHS)


def moments(slot: Slot) -> tuple[datetime, datetime | None]:
    """Start and end of a slot in UTC; whole days when it has no start hour."""
    if slot.start is None:
        return at(slot.day, time()), at(slot.last_day + timedelta(days=1), time())
    starts_at = at(slot.day, slot.start)
    if slot.end is None:
        return starts_at, None
    ends_at = at(slot.last_day + timedelta(days=slot.past_midnight), slot.end)
    # Around a clock change the end may fall before the start (02:30 that became 03:30, until 03:00).
    return starts_at, max(starts_at, ends_at)


def at(day: date, hour: time) -> datetime:
    """An hour of Paris in UTC: moved forward when the clock skips it, the first when it comes twice.

    Both are what ``fold=0`` means to the standard library.
    """
    return datetime.combine(day, hour.replace(fold=0), tzinfo=PARIS).astimezone(UTC)
