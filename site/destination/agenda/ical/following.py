"""A change of one date that holds for all that follow it: RANGE=THISANDFUTURE (RFC 5545, 3.2.13). They move by the same time,
last as long as it does from then on, and bear its state and place."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import takewhile

from destination.agenda.schedule import MAX_OCCURRENCES, Change, DateState, Frequency, Rule, Schedule, Slot, default_horizon

# A course whose hour changed once stays a rule from then on; so many earlier dates are written one by one beside it.
MOST_EARLIER = 100


@dataclass(frozen=True)
class Following:
    """From the date that was planned for `day` at `start` on: its new `slot` (None where it keeps its time), `state`, `where`."""

    day: date
    start: time | None
    slot: Slot | None = None
    state: DateState | None = None
    where: str = ""

    @property
    def moves(self) -> bool:
        return self.slot is not None

    @property
    def days(self) -> int:
        return (self.slot.day - self.day).days if self.slot else 0

    def concerns(self, slot: Slot) -> bool:
        return (slot.day, slot.start or time()) >= (self.day, self.start or time())

    def moved(self, slot: Slot) -> Slot:
        if self.slot is None:
            return slot
        if slot.start == self.start or slot.start is None or self.slot.start is None:
            return self.slot.moved_to(slot.day + timedelta(days=self.days))
        # Another hour than that of the date that changed: it moves by the same time.
        by = datetime.combine(self.slot.day, self.slot.start) - datetime.combine(self.day, self.start or time())
        begins = datetime.combine(slot.day, slot.start) + by
        if slot.end is None:
            return Slot(begins.date(), start=begins.time())
        ends = datetime.combine(slot.last_day + timedelta(days=slot.past_midnight), slot.end) + by
        return Slot(begins.date(), ends.date(), begins.time(), ends.time())


def with_following(schedule: Schedule, followings: Sequence[Following], today: date) -> tuple[Schedule, bool]:
    """The schedule with these changes carried out, and whether dates were written one by one, up to the horizon, since no rule
    of ours says them. What was said of single dates stays true of them."""
    horizon = default_horizon(today, schedule.first_day)
    order = sorted(followings, key=lambda each: (each.day, each.start or time()))
    moves = [each for each in order if each.moves]
    of_slot = _Range(order)
    planned = list(schedule.original_slots(horizon))
    of_day: dict[date, list[Slot]] = defaultdict(list)
    for slot in planned:
        of_day[slot.day].append(slot)
    changes = [_carried(change, of_day[change.original_day], of_slot) for change in schedule.changes]
    changed = {change.original_day for change in schedule.changes}
    for slot in planned:
        following = of_slot.of(slot) if slot.last_day >= today else None
        if following and (following.state or following.where) and not (slot.day in changed and schedule.change_of(slot)):
            changes.append(_change_of(following, slot, len(of_day[slot.day]) > 1))
    is_endless = bool(schedule.rule and schedule.rule.endless)
    if not moves:
        return replace(schedule, changes=tuple(changes)), is_endless and len(changes) > len(schedule.changes)
    if schedule.rule is None:
        return replace(schedule, slots=tuple(map(of_slot.moved, schedule.slots)), changes=tuple(changes)), False
    result = _ruled_from(schedule, moves[0], today, horizon) if len(order) == 1 else None
    if result is None:
        return _written_out(schedule, moves[0], planned, of_slot, changes), True
    return replace(result, changes=tuple(changes)), False


class _Range:
    """For a planned date the last change that holds for it."""

    def __init__(self, order: list[Following]):
        self.order = order

    def of(self, slot: Slot) -> Following | None:
        return next((each for each in reversed(self.order) if each.concerns(slot)), None)

    def moved(self, slot: Slot) -> Slot:
        following = self.of(slot)
        return following.moved(slot) if following else slot


def _carried(change: Change, of_its_day: list[Slot], of_slot: _Range) -> Change:
    """What is said of one date alone, where that date moved with the others."""
    slot = next((slot for slot in of_its_day if change.concerns(slot)), None)
    if slot is None:
        return change
    moved = of_slot.moved(slot)
    return replace(change, original_day=moved.day, original_start=moved.start if change.original_start else None)


def _change_of(following: Following, slot: Slot, is_one_of_day: bool) -> Change:
    moved = following.moved(slot)
    state = None if following.state == DateState.CANCELLED else following.state
    slot_said = None if following.state in (DateState.CANCELLED, DateState.POSTPONED) else moved
    return Change(moved.day, slot_said, moved.start if is_one_of_day else None, state, following.where)


def _ruled_from(schedule: Schedule, following: Following, today: date, horizon: date) -> Schedule | None:
    """The schedule whose rule begins with the change, the earlier dates beside it; None where no rule says it, or where the
    rule says more that is still to come before the change than after it."""
    days = list(takewhile(lambda day: day <= horizon, schedule.rule.days(schedule.slots[0].day, horizon)))
    pattern, *extra = schedule.slots
    later = [day for day in days if following.concerns(pattern.moved_to(day))]
    earlier = days[: len(days) - len(later)]
    rule = _moved_rule(schedule.rule, following.days, len(earlier))
    says_more_before = sum(day >= today for day in earlier) > len(later)
    if not later or rule is None or len(earlier) > MOST_EARLIER or says_more_before:
        return None
    by = timedelta(days=following.days)
    slots = [pattern.moved_to(day) for day in earlier if day not in schedule.excluded]
    slots += [following.moved(slot) if following.concerns(slot) else slot for slot in extra]
    return replace(
        schedule,
        slots=(following.moved(pattern.moved_to(later[0])), *slots),
        rule=rule,
        excluded=tuple(day + by for day in schedule.excluded if following.concerns(pattern.moved_to(day))),
    )


def _moved_rule(rule: Rule, days: int, earlier: int) -> Rule | None:
    """The rule for what comes after so many dates, as many days later; None where no rule of ours says it."""
    if days and (rule.frequency not in (Frequency.DAILY, Frequency.WEEKLY) or (len(rule.weekdays) > 1 and rule.interval > 1)):
        return None
    return replace(
        rule,
        weekdays=tuple(sorted((weekday + days) % 7 for weekday in rule.weekdays)),
        until=rule.until + timedelta(days=days) if rule.until else None,
        count=rule.count - earlier if rule.count else None,
    )


def _written_out(schedule: Schedule, first: Following, planned: list[Slot], of_slot: _Range, changes: list[Change]) -> Schedule:
    """The rule up to the first change, and each date from then on."""
    before = [slot for slot in planned if not first.concerns(slot)]
    slots = tuple(of_slot.moved(slot) for slot in planned if first.concerns(slot))[: MAX_OCCURRENCES // 2]
    if len(before) <= 1:
        return replace(schedule, slots=(*before, *slots), rule=None, excluded=(), changes=tuple(changes))
    rule = replace(schedule.rule, until=before[-1].day, count=None)
    extra = [slot for slot in schedule.slots[1:] if not first.concerns(slot)]
    excluded = tuple(day for day in schedule.excluded if day <= before[-1].day)
    return replace(schedule, slots=(schedule.slots[0], *extra, *slots), rule=rule, excluded=excluded, changes=tuple(changes))
