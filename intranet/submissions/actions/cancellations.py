"""A cancellation that arrives in a calendar file, of an event or of some dates of one that is in the agenda already."""

from dataclasses import dataclass
from datetime import date, time

from accounts.models import User
from destination.agenda.models import Event, StateCode
from destination.agenda.permissions import may_change_event
from destination.agenda.schedule import Change, ScheduleError, Slot
from destination.agenda.schedule.serialization import schedule_from_json
from intranet.submissions.actions.proposals import withdraw
from intranet.submissions.actions.states import announce_change
from intranet.submissions.models.state_changes import StateChange, dates_of


@dataclass(frozen=True)
class Cancellation:
    """What a row of a file cancels of `event`: the dates of `keys` (their days in `slots`), or all of it. `is_allowed` tells
    whether the person may say so."""

    event: Event
    is_allowed: bool
    keys: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()


def cancellation_of(row: dict, event: Event, person: User) -> Cancellation | None:
    """What the row cancels of an event that is known by its UID; None where nothing is, or it is said already."""
    if event.removed_at or event.state == Event.State.CANCELLED:
        return None
    is_allowed = may_change_event(person, event)
    is_cancelled = row["status"] == "cancelled"
    if is_cancelled and not row.get("date"):
        return Cancellation(event, is_allowed) if event.live or event.workflow_in_progress else None
    changes = [_date_of(row)] if is_cancelled else _changes_of(row)
    # Of what waits to be published visitors have read no date yet.
    planned = dates_of(event) if changes and event.live else []
    standing = (each for each in planned if not (each.change and each.change.is_cancelled))
    dates = [each for each in standing if any(change.concerns(each.planned) for change in changes)]
    if not dates:
        return None
    return Cancellation(event, is_allowed, tuple(each.key for each in dates), tuple(each.slot for each in dates))


def carry_out(cancellation: Cancellation, person: User) -> None:
    """Cancel it as its author would: visitors hear it at once, and the moderators; what nobody has read yet is withdrawn. Raises
    `ModerationError`."""
    if cancellation.event.live:
        announce_change(cancellation.event, person, StateChange(StateCode.CANCELLED, cancellation.keys))
    else:
        withdraw(cancellation.event, person)


def _changes_of(row: dict) -> list[Change]:
    """The dates that the row says cancelled."""
    try:
        return [change for change in schedule_from_json(row["schedule"]).changes if change.is_cancelled]
    except ScheduleError:
        return []


def _date_of(row: dict) -> Change:
    """The date alone of which the row speaks: « 2026-07-16T18:30 »."""
    day, _t, hour = row["date"].partition("T")
    return Change(date.fromisoformat(day), original_start=time.fromisoformat(hour) if hour else None)
