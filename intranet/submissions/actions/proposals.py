"""What an author (or their office, or a moderator) does with an event: send it from a draft, propose it, and afterwards take it
back, delete or cancel it, and undo that."""

from enum import StrEnum

from django.db import transaction
from django.utils import timezone
from wagtail.models import WorkflowState

from accounts.models import User
from common.access import AMONG_COLLEAGUES
from common.drafts import AlreadySent, Stale
from common.facets.changes import noted_once
from common.models import Picture
from common.recycle_bin import KEEP_FOR
from common.text import row_key
from destination.agenda.actions import note_published_change, refresh_occurrences
from destination.agenda.models import Event
from destination.agenda.permissions import may_change_event, may_delete_event
from intranet.submissions.actions.decisions import correct_and_accept
from intranet.submissions.actions.related_drafts import show_to_moderators
from intranet.submissions.actions.workflow import (
    ModerationError,
    NotAllowed,
    NothingProposed,
    TooLate,
    cancel_workflow,
    locked,
    open_state,
    record,
    reread,
    resume,
    start_workflow,
)
from intranet.submissions.forms.proposal import WORDS_TO_AUTHOR, Proposal
from intranet.submissions.models import Decision, Draft
from intranet.submissions.notifications import (
    EventCancelled,
    EventChanged,
    EventChangedForAuthor,
    EventProposed,
    NewEventInTerritory,
)
from notifications.actions import notify, open_again
from notifications.actions import withdraw as withdraw_notification


class Outcome(StrEnum):
    """What became of a proposal when it was sent."""

    PUBLISHED = "published"
    WAITING = "waiting"
    CORRECTED = "corrected"


# ---- from a draft ----------------------------------------------------------------------------------------------------
def event_to_edit(event: Event) -> Event:
    """The event as its last editor left it, published or not."""
    return event.get_latest_revision_as_object() if event.latest_revision_id else event


def event_for(draft: Draft) -> Event:
    """The event a draft speaks of: a new one of its author, or the existing one as last edited."""
    if draft.event:
        return event_to_edit(draft.event)
    return Event(live=False, author=draft.author, organisation=draft.author.organisation)


@transaction.atomic
def send_draft(draft: Draft, proposal: Proposal, person: User) -> tuple[Event, Outcome]:
    """Make the event of a checked proposal and hand it to moderation, once: a second sending raises `AlreadySent`.

    A published event keeps its live row; the change waits in a revision.
    """
    # One statement decides who is first: two clicks, two processes, one event.
    first = Draft.objects.filter(pk=draft.pk, sent_at=None, version=draft.version).update(sent_at=timezone.now())
    if not first:
        draft.refresh_from_db()
        raise AlreadySent(draft) if draft.sent_at else Stale(draft)
    event = event_for(draft)
    proposal.fill(event)
    proposal.save_related(event)
    save_proposed(event, person)
    Draft.objects.filter(pk=draft.pk).update(event=event)
    _forget_unused_pictures(draft, event)
    return event, hand_over(event, person, draft.first(WORDS_TO_AUTHOR))


def hand_over(event: Event, person: User, words: str = "") -> Outcome:
    """Give a saved revision to moderation, with what the moderators need to see; `words` go to the author with a correction."""
    outcome = propose(event, person, words)
    if outcome == Outcome.WAITING:
        show_to_moderators(event)
        if not event.live:  # a publication makes the dates by itself; duplicates are looked for among what waits too
            refresh_occurrences(event)
    return outcome


def save_proposed(event: Event, person: User) -> None:
    """Save the event and its revision; of a published event the revision alone."""
    if not event.live:
        event.save()
    event.save_revision(user=person)


def _forget_unused_pictures(draft: Draft, event: Event) -> None:
    """Delete the pictures uploaded in this form and not used."""
    dropped = filter(None, map(row_key, draft.fields.get("dropped", [])))
    unused = Picture.objects.filter(pk__in=dropped, author=draft.author, rights_confirmed_at=None).exclude(pk=event.picture_id)
    for picture in unused.filter(events=None, places=None):
        picture.delete()


# ---- to the moderators -----------------------------------------------------------------------------------------------
@transaction.atomic
def propose(event: Event, actor, words: str = "") -> Outcome:
    """Send the latest revision of `event`: published at once among colleagues and for a trusted organisation, else put in
    the moderators' queue (a proposal that was sent back goes there again). Raises `NothingProposed` without a revision and
    `NotAllowed` to whom may not change it. A moderator who sends another version of what waits has corrected it: it is
    accepted, with `words` to its author."""
    event = locked(event)
    if event.latest_revision is None or event.removed_at:
        raise NothingProposed
    if not may_change_event(actor, event):
        raise NotAllowed
    if _corrects(open_state(event), event, actor):
        correct_and_accept(event, actor, event.latest_revision, words)
        return Outcome.CORRECTED
    trusted = is_trusted(event)
    among_colleagues = event.latest_revision.as_object().audience in AMONG_COLLEAGUES
    if trusted or among_colleagues:
        _publish_at_once(event, actor, to_see=trusted and not among_colleagues)
        return Outcome.PUBLISHED
    _put_in_queue(event, actor)
    record(event, Decision.Verb.PROPOSED, actor, memory={"change": event.live})
    notify(EventProposed(event, actor=actor, change=event.live))
    return Outcome.WAITING


def is_trusted(sender) -> bool:
    """Whether what the organisation of an event, or of the person who writes one, sends is published at once, and read by the
    moderators afterwards."""
    return bool(sender.organisation and sender.organisation.trusted)


def would_correct(event: Event, actor) -> bool:
    """Whether what `actor` sends of `event` would be published as a correction: the form says so beforehand."""
    return _corrects(event.current_workflow_state, event, actor)


def _corrects(state: WorkflowState | None, event: Event, actor) -> bool:
    waits = state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS
    return waits and actor.is_moderator and actor.pk not in (event.author_id, state.requested_by_id)


def _publish_at_once(event: Event, actor, to_see: bool) -> None:
    is_new = not event.live
    if state := open_state(event):
        cancel_workflow(state, actor)
    event.latest_revision.publish(user=actor, skip_permission_checks=True)
    record(event, Decision.Verb.PUBLISHED, actor, to_see=to_see, memory={"change": not is_new})
    if to_see:
        notify(EventChanged(event, actor=actor, is_new=is_new))
    if is_new:
        notify(NewEventInTerritory(reread(event), actor=actor))


def _put_in_queue(event: Event, actor) -> None:
    state = open_state(event)
    if state is None:
        start_workflow(event, actor)
    elif state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        resume(state, actor)
    else:  # already waiting: it keeps its place in the queue, with its new version
        task_state = state.current_task_state
        task_state.revision = event.latest_revision
        task_state.save(update_fields=["revision"])


# ---- afterwards ------------------------------------------------------------------------------------------------------
def _changeable(event: Event, person) -> Event:
    event = locked(event)
    if not may_change_event(person, event):
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
    """Delete the event from every list; `restore` brings it back within `KEEP_FOR`."""
    event = locked(event)
    if not may_delete_event(person, event):
        raise NotAllowed
    if event.removed_at:
        raise ModerationError
    state = open_state(event)
    memory = {"live_revision": event.live_revision_id, "live": event.live, "waiting": state is not None}
    if state:
        cancel_workflow(state, person)
    with noted_once():
        event.removed_at = timezone.now()
        event.save(update_fields=["removed_at"])
        event.unpublish()
    decision = record(event, Decision.Verb.REMOVED, person, memory=memory)
    notify(EventChangedForAuthor(event, actor=person, verb=decision.verb))
    return decision


@transaction.atomic
def restore(event: Event, person) -> Decision:
    """Bring a deleted event back as it was: published, or waiting. Raises `TooLate`."""
    event = _changeable(event, person)
    removal = event.decisions.filter(verb=Decision.Verb.REMOVED).last()
    if not event.removed_at or removal is None or timezone.now() - event.removed_at > KEEP_FOR:
        raise TooLate
    event.removed_at = None
    event.save(update_fields=["removed_at"])
    if removal.memory.get("live"):
        revision = event.revisions.filter(pk=removal.memory.get("live_revision")).first() or event.latest_revision
        revision = revision or event.save_revision(user=person, clean=False)
        revision.publish(user=person, skip_permission_checks=True)
        event.refresh_from_db()
    is_known = withdraw_notification(EventChangedForAuthor(event, verb=Decision.Verb.REMOVED))
    decision = record(event, Decision.Verb.RESTORED, person)
    if removal.memory.get("waiting"):
        start_workflow(event, person)
        record(event, Decision.Verb.PROPOSED, person, memory={"change": event.live})
        open_again(event, EventProposed, since=removal.taken_at)
    if is_known:
        notify(EventChangedForAuthor(event, actor=person, verb=decision.verb))
    return decision


def _set_state(event: Event, state: str, reasons: dict[str, str]) -> None:
    """At once on what visitors see, and on every version still to come: a draft accepted later must not revive the event."""
    with noted_once():
        event.state, event.reasons = state, reasons
        event.save(update_fields=["state", "reasons"])
        for revision in event.revisions.filter(pk__in={event.live_revision_id, event.latest_revision_id} - {None}):
            revision.content |= {"state": state, "reasons": reasons}
            revision.save(update_fields=["content"])
        if event.live:
            note_published_change(event)


@transaction.atomic
def reinstate(event: Event, person) -> Decision:
    """The event takes place after all."""
    event = _changeable(event, person)
    if event.removed_at or event.state != Event.State.CANCELLED:
        raise ModerationError
    cancellation = event.decisions.filter(verb=Decision.Verb.CANCELLED).last()
    memory = cancellation.memory if cancellation else {}
    _set_state(event, memory.get("state") or Event.State.CONFIRMED, memory.get("reasons") or {})
    withdraw_notification(EventCancelled(event))
    is_known = withdraw_notification(EventChangedForAuthor(event, verb=Decision.Verb.CANCELLED))
    to_see = event.live and event.audience not in AMONG_COLLEAGUES
    decision = record(event, Decision.Verb.RESTORED, person, to_see=to_see)
    if is_known:
        notify(EventChangedForAuthor(event, actor=person, verb=decision.verb))
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


def give_events(events, colleague: User) -> int:
    """Make `colleague` the author of these events; gives how many. One by one: who may see and change each follows."""
    given = 0
    for event in events:
        event.author = colleague
        event.save(update_fields=["author"])
        given += 1
    return given
