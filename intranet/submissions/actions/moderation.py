"""Proposing an event and deciding on it. Every verb guards the state, writes the history and tells who should know."""

from datetime import timedelta
from enum import StrEnum

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision, WorkflowState

from common.access import Audience
from destination.agenda.models import Event
from intranet.submissions.actions.errors import NotAllowed, NothingProposed, TooLate, WordsMissing
from intranet.submissions.actions.opening import show_to_moderators
from intranet.submissions.actions.states import (
    cancel_workflow,
    checked_words,
    locked,
    open_state,
    record,
    resume,
    start_workflow,
    waiting_state,
)
from intranet.submissions.differences import corrections_of
from intranet.submissions.models.decisions import Decision
from intranet.submissions.notifications import (
    EventAccepted,
    EventChanged,
    EventProposed,
    EventRefused,
    EventReopened,
    EventSentBack,
    NewEventInTerritory,
)
from notifications.actions import notify

# These audiences are among colleagues: nobody outside reads them, so nobody has to accept them.
AMONG_COLLEAGUES = (Audience.GROUP, Audience.PRIVATE)
# As long as the toast may still be on the screen of someone who was called away for a moment.
UNDO_WITHIN = timedelta(minutes=5)


class Outcome(StrEnum):
    """What became of a proposal when it was sent."""

    PUBLISHED = "published"
    WAITING = "waiting"
    CORRECTED = "corrected"


@transaction.atomic
def propose(event: Event, actor) -> Outcome:
    """Send the latest revision of `event`: published at once among colleagues and for a trusted organisation, else put in
    the moderators' queue (a proposal that was sent back goes there again). Raises `NothingProposed` without a revision and
    `NotAllowed` to whom may not change it. A moderator who sends another version of what waits has corrected it: it is
    accepted."""
    event = locked(event)
    if event.latest_revision is None or event.removed_at:
        raise NothingProposed
    if not event.may_be_changed_by(actor):
        raise NotAllowed
    if _is_correction(event, actor):
        correct_and_accept(event, actor, event.latest_revision)
        return Outcome.CORRECTED
    trusted = bool(event.organisation and event.organisation.trusted)
    if trusted or event.latest_revision.as_object().audience in AMONG_COLLEAGUES:
        _publish_at_once(event, actor, to_see=trusted)
        return Outcome.PUBLISHED
    _put_in_queue(event, actor)
    record(event, Decision.Verb.PROPOSED, actor, memory={"change": event.live})
    notify(EventProposed(event, actor=actor, change=event.live))
    return Outcome.WAITING


def _is_correction(event: Event, actor) -> bool:
    return _corrects(open_state(event), event, actor)


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
        notify(NewEventInTerritory(_published(event), actor=actor))


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


def _published(event: Event) -> Event:
    """The event as just published: `event` was read before."""
    return Event.objects.get(pk=event.pk)


def _moderator_only(person) -> None:
    if not person.is_moderator:
        raise NotAllowed


@transaction.atomic
def accept(event: Event, moderator, revision_id: int | None = None, words: str = "", verb=Decision.Verb.ACCEPTED) -> Decision:
    """Publish what waits. Raises `AlreadyDecided`, `NothingProposed`, `ChangedMeanwhile` or `NotAllowed`."""
    _moderator_only(moderator)
    words = checked_words(words)
    event = locked(event)
    state = waiting_state(event, revision_id)
    memory = {"live_revision": event.live_revision_id if event.live else None, "author": state.requested_by_id}
    is_new = not event.live
    corrections = corrections_of(event) if verb == Decision.Verb.CORRECTED else []
    state.current_task_state.approve(user=moderator, comment=words)
    decision = record(event, verb, moderator, words, memory=memory | {"corrections": corrections})
    notify(
        EventAccepted(
            _published(event),
            actor=moderator,
            words=words,
            corrected=verb == Decision.Verb.CORRECTED,
            corrections=corrections,
        )
    )
    if is_new:
        notify(NewEventInTerritory(_published(event), actor=moderator))
    return decision


@transaction.atomic
def correct_and_accept(event: Event, moderator, revision: Revision, words: str = "") -> Decision:
    """Publish `revision`, the moderator's corrected version of what waits, already saved as the latest."""
    return accept(event, moderator, revision.pk, words, Decision.Verb.CORRECTED)


@transaction.atomic
def send_back(event: Event, moderator, words: str, revision_id: int | None = None) -> Decision:
    """Ask the author for a better version; it keeps waiting for them."""
    _moderator_only(moderator)
    event = locked(event)
    state = waiting_state(event, revision_id)
    if not (words := checked_words(words)):
        raise WordsMissing
    memory = {"author": state.requested_by_id}
    state.current_task_state.reject(user=moderator, comment=words)
    decision = record(event, Decision.Verb.SENT_BACK, moderator, words, memory=memory)
    notify(EventSentBack(event, actor=moderator, words=words))
    return decision


@transaction.atomic
def refuse(event: Event, moderator, words: str, revision_id: int | None = None) -> Decision:
    """Close the proposal; what was already published stays as it is."""
    _moderator_only(moderator)
    event = locked(event)
    state = waiting_state(event, revision_id)
    if not (words := checked_words(words)):
        raise WordsMissing
    memory = {"author": state.requested_by_id}
    cancel_workflow(state, moderator)
    decision = record(event, Decision.Verb.REFUSED, moderator, words, memory=memory)
    notify(EventRefused(event, actor=moderator, words=words))
    return decision


def may_take_back(decision: Decision) -> bool:
    """Whether the decision is fresh, the last one, and of a kind that leaves nothing behind when taken back."""
    is_acceptance = decision.verb in (Decision.Verb.ACCEPTED, Decision.Verb.CORRECTED)
    if is_acceptance and decision.memory.get("live_revision"):
        return False  # visitors have already read the new version of what they knew: correct it instead
    if not is_acceptance and decision.verb not in (Decision.Verb.REFUSED, Decision.Verb.SENT_BACK):
        return False
    last = decision.event.decisions.last()
    return decision == last and timezone.now() - decision.taken_at < UNDO_WITHIN


@transaction.atomic
def take_back(decision: Decision, moderator) -> Event:
    """Put the proposal back in the queue as it was before `decision`, its own or a colleague's. Raises `TooLate`."""
    _moderator_only(moderator)
    event = locked(decision.event)
    decision = Decision.objects.select_related("event").get(pk=decision.pk)
    if not may_take_back(decision) or event.latest_revision_id != decision.revision_id:
        raise TooLate
    if decision.verb == Decision.Verb.SENT_BACK:
        resume(open_state(event), moderator)
    else:
        if event.live and decision.verb != Decision.Verb.REFUSED:
            event.unpublish()
            show_to_moderators(event)
        start_workflow(event, _proposer(event, decision))
    record(event, Decision.Verb.REOPENED, moderator)
    notify(EventReopened(event, actor=moderator))
    return event


def _proposer(event: Event, decision: Decision):
    """Who had proposed, else the author."""
    earlier = event.decisions.filter(verb=Decision.Verb.PROPOSED, person_id=decision.memory.get("author")).last()
    return earlier.person if earlier else event.author
