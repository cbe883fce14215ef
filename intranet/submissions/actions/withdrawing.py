"""What an author (or their office, or a moderator) does to an event afterwards: take back, delete, cancel, and undo it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from destination.agenda.actions import note_published_change
from destination.agenda.models import Event
from intranet.submissions.actions.errors import ModerationError, NotAllowed, NothingProposed, TooLate
from intranet.submissions.actions.moderation import propose
from intranet.submissions.actions.states import cancel_workflow, checked_words, locked, open_state, record, start_workflow
from intranet.submissions.models.decisions import Decision
from intranet.submissions.notifications import EventCancelled
from notifications.actions import notify

# A holiday long: an author who deleted the wrong event finds it on their return.
RESTORE_WITHIN = timedelta(days=30)


def _changeable(event: Event, person) -> Event:
    event = locked(event)
    if not event.may_be_changed_by(person):
        raise NotAllowed
    return event


@transaction.atomic
def withdraw(event: Event, person) -> Decision:
    """Take a proposal out of the queue; what is published stays. It can be proposed again."""
    event = _changeable(event, person)
    state = open_state(event)
    if state is None:
        raise NothingProposed
    cancel_workflow(state, person)
    return record(event, Decision.Verb.WITHDRAWN, person)


@transaction.atomic
def remove(event: Event, person) -> Decision:
    """Delete the event from every list; `restore` brings it back within `RESTORE_WITHIN`."""
    event = _changeable(event, person)
    if event.removed_at:
        raise ModerationError
    state = open_state(event)
    memory = {"live_revision": event.live_revision_id, "live": event.live, "waiting": state is not None}
    if state:
        cancel_workflow(state, person)
    event.removed_at = timezone.now()
    event.save(update_fields=["removed_at"])
    event.unpublish()
    return record(event, Decision.Verb.REMOVED, person, memory=memory)


@transaction.atomic
def restore(event: Event, person) -> Decision:
    """Bring a deleted event back as it was: published, or waiting. Raises `TooLate`."""
    event = _changeable(event, person)
    removal = event.decisions.filter(verb=Decision.Verb.REMOVED).last()
    if not event.removed_at or removal is None or timezone.now() - event.removed_at > RESTORE_WITHIN:
        raise TooLate
    event.removed_at = None
    event.save(update_fields=["removed_at"])
    if removal.memory.get("live"):
        revision = event.revisions.filter(pk=removal.memory.get("live_revision")).first() or event.latest_revision
        revision = revision or event.save_revision(user=person, clean=False)
        revision.publish(user=person, skip_permission_checks=True)
        event.refresh_from_db()
    decision = record(event, Decision.Verb.RESTORED, person)
    if removal.memory.get("waiting"):
        start_workflow(event, person)
        record(event, Decision.Verb.PROPOSED, person, memory={"change": event.live})
    return decision


def _set_state(event: Event, state: str) -> None:
    """At once on what visitors see, and on every version still to come: a draft accepted later must not revive the event."""
    event.state = state
    event.save(update_fields=["state"])
    for revision in event.revisions.filter(pk__in={event.live_revision_id, event.latest_revision_id} - {None}):
        revision.content["state"] = state
        revision.save(update_fields=["content"])
    if event.live:
        note_published_change(event)


@transaction.atomic
def cancel(event: Event, person, words: str = "") -> Decision:
    """The event will not take place: shown as cancelled at once, and the moderators are told."""
    event, words = _changeable(event, person), checked_words(words)
    if event.removed_at or event.state == Event.State.CANCELLED:
        raise ModerationError
    memory = {"state": event.state}
    _set_state(event, Event.State.CANCELLED)
    decision = record(event, Decision.Verb.CANCELLED, person, words, to_see=event.live, memory=memory)
    notify(EventCancelled(event, actor=person, words=words))
    return decision


@transaction.atomic
def reinstate(event: Event, person) -> Decision:
    """The event takes place after all."""
    event = _changeable(event, person)
    if event.removed_at or event.state != Event.State.CANCELLED:
        raise ModerationError
    cancellation = event.decisions.filter(verb=Decision.Verb.CANCELLED).last()
    before = cancellation.memory.get("state") if cancellation else None
    _set_state(event, before or Event.State.CONFIRMED)
    decision = record(event, Decision.Verb.RESTORED, person, to_see=event.live)
    if event.workflow_in_progress:
        record(event, Decision.Verb.PROPOSED, person, memory={"change": event.live})
    return decision


@transaction.atomic
def propose_again(event: Event, person) -> Decision:
    """The undo of a withdrawal: the same version goes back in the queue."""
    if _changeable(event, person).workflow_in_progress:
        raise ModerationError
    propose(event, person)
    return event.decisions.last()
