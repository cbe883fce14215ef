"""The dates of a schedule one by one, and what is said of some of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from destination.agenda.schedule.model import Change, Schedule, Slot

# More dates than these are no longer read in a form; the next ones come as these pass.
MOST_DATES = 60


@dataclass(frozen=True, slots=True)
class PlannedDate:
    """One date: as it was planned, as it stands, and what is said of it."""

    planned: Slot
    slot: Slot
    change: Change | None

    @property
    def key(self) -> str:
        """« 2026-07-16T1830 »: the same as long as the date was planned so."""
        hour = f"T{self.planned.start:%H%M}" if self.planned.start else ""
        return f"{self.planned.day.isoformat()}{hour}"


def dates_to_come(schedule: Schedule, today: date, horizon: date) -> list[PlannedDate]:
    """The dates that are not past today, MOST_DATES at most, soonest first."""
    reach = max([horizon, *(change.original_day for change in schedule.changes)])
    dates = (_planned(schedule, slot) for slot in schedule.original_slots(reach))
    coming = islice((each for each in dates if each.slot.last_day >= today), MOST_DATES)
    return sorted(coming, key=lambda each: each.slot.sort_key)


def _planned(schedule: Schedule, slot: Slot) -> PlannedDate:
    change = schedule.change_of(slot)
    return PlannedDate(slot, change.slot if change and change.slot else slot, change)


def with_changes(schedule: Schedule, planned: Iterable[Slot], **facts) -> Schedule:
    """The schedule in which this is said of the dates that were planned so, in the place of what was said before; nothing any
    more where no facts are given. `facts` are fields of `Change`."""
    planned = list(planned)
    days = {slot.day for slot in planned}
    neighbours = [slot for slot in schedule.original_slots(max(days)) if slot.day in days] if days else []
    together = Counter(slot.day for slot in neighbours)
    changes = [change for change in schedule.changes if not any(change.concerns(slot) for slot in planned)]
    for slot in neighbours:  # what was said of a whole day stays true of its other dates
        before = schedule.change_of(slot)
        if slot not in planned and before and before not in changes:
            changes.append(replace(before, original_start=slot.start))
    if facts:
        changes += [Change(slot.day, original_start=slot.start if together[slot.day] > 1 else None, **facts) for slot in planned]
    return replace(schedule, changes=tuple(changes))


def without_idle_changes(schedule: Schedule) -> Schedule:
    """The schedule without what was said of dates that it no longer has."""
    slots = list(schedule.original_slots(max((change.original_day for change in schedule.changes), default=date.min)))
    kept = (change for change in schedule.changes if any(change.concerns(slot) for slot in slots))
    return replace(schedule, changes=tuple(kept))
