"""What moderators decide on a proposal, and how they take it back. Every verb guards the state, writes the history and notifies
who should know."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision, WorkflowState

from common.registry import hook
from destination.agenda.models import Event
from intranet.submissions.actions.related_drafts import show_to_moderators
from intranet.submissions.actions.workflow import (
    ModerationError,
    NotAllowed,
    TooLate,
    WordsMissing,
    cancel_workflow,
    checked_words,
    locked,
    open_state,
    record,
    reread,
    resume,
    start_workflow,
    waiting_state,
)
from intranet.submissions.differences.events import corrections_of
from intranet.submissions.models import Decision
from intranet.submissions.notifications import (
    EventAccepted,
    EventProposed,
    EventRefused,
    EventReopened,
    EventSentBack,
    NewEventInTerritory,
)
from notifications.actions import notify, withdraw

# As long as the toast may still be on the screen of someone who was called away for a moment.
UNDO_WITHIN = timedelta(minutes=5)
NOTIFICATIONS = {
    Decision.Verb.ACCEPTED: EventAccepted,
    Decision.Verb.CORRECTED: EventAccepted,
    Decision.Verb.SENT_BACK: EventSentBack,
    Decision.Verb.REFUSED: EventRefused,
}


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
            reread(event),
            actor=moderator,
            decision=decision.pk,
            words=words,
            corrected=verb == Decision.Verb.CORRECTED,
            corrections=corrections,
        )
    )
    if is_new:
        notify(NewEventInTerritory(reread(event), actor=moderator))
    return decision


@transaction.atomic
def correct_and_accept(event: Event, moderator, revision: Revision) -> Decision:
    """Publish `revision`, the moderator's corrected version of what waits, already saved as the latest."""
    return accept(event, moderator, revision.pk, verb=Decision.Verb.CORRECTED)


def send_back(event: Event, moderator, words: str, revision_id: int | None = None) -> Decision:
    """Ask the author for a better version; it keeps waiting for them."""
    return _turn_down(event, moderator, words, revision_id, Decision.Verb.SENT_BACK)


def refuse(event: Event, moderator, words: str, revision_id: int | None = None) -> Decision:
    """Close the proposal; what was already published stays as it is."""
    return _turn_down(event, moderator, words, revision_id, Decision.Verb.REFUSED)


@transaction.atomic
def _turn_down(event: Event, moderator, words: str, revision_id: int | None, verb: str) -> Decision:
    _moderator_only(moderator)
    event = locked(event)
    state = waiting_state(event, revision_id)
    if not (words := checked_words(words)):
        raise WordsMissing
    memory = {"author": state.requested_by_id}
    if verb == Decision.Verb.REFUSED:
        cancel_workflow(state, moderator)
    else:
        state.current_task_state.reject(user=moderator, comment=words)
    decision = record(event, verb, moderator, words, memory=memory)
    notify(NOTIFICATIONS[verb](event, actor=moderator, words=words, decision=decision.pk))
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
    """Put the proposal back in the queue as it was before `decision`, its own or a colleague's; its author hears of that only
    where they knew of the decision. Raises `TooLate`."""
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
    withdraw(NewEventInTerritory(event))
    if withdraw(NOTIFICATIONS[decision.verb](event, decision=decision.pk)):
        notify(EventReopened(event, actor=moderator))
    return event


def _proposer(event: Event, decision: Decision):
    """Who had proposed, else the author."""
    earlier = event.decisions.filter(verb=Decision.Verb.PROPOSED, person_id=decision.memory.get("author")).last()
    return earlier.person if earlier else event.author


# ---- the buttons of Wagtail's own admin ------------------------------------------------------------------------------
@hook("submissions.approve")
def approve_in_cms(event: Event, moderator, words: str) -> None:
    """The same as in the queue; Wagtail shows a refusal as `PermissionDenied`."""
    try:
        accept(event, moderator, words=words)
    except ModerationError as error:
        raise PermissionDenied(str(error)) from error


@hook("submissions.reject")
def reject_in_cms(event: Event, moderator, words: str) -> None:
    try:
        send_back(event, moderator, words=words)
    except ModerationError as error:
        raise PermissionDenied(str(error)) from error


def tell_submitted(state: WorkflowState, person) -> None:
    """An event was submitted to the workflow by another button than ours."""
    event = Event.objects.get(pk=state.object_id)
    record(event, Decision.Verb.PROPOSED, person, memory={"change": event.live})
    notify(EventProposed(event, actor=person, change=event.live))


def tell_cancelled(state: WorkflowState, person) -> None:
    """A workflow ended there: because its version was published (it is accepted), by its author (withdrawn), or by a
    moderator (refused)."""
    event = Event.objects.get(pk=state.object_id)
    memory = {"author": state.requested_by_id}
    if event.live and not event.has_unpublished_changes:
        live = {"live_revision": event.live_revision_id}
        decision = record(event, Decision.Verb.ACCEPTED, person, memory=memory | live)
        notify(EventAccepted(event, actor=person, decision=decision.pk))
        if event.first_published_at == event.last_published_at:
            notify(NewEventInTerritory(event, actor=person))
    elif person and person.pk in (state.requested_by_id, event.author_id):
        record(event, Decision.Verb.WITHDRAWN, person, memory=memory)
    else:
        decision = record(event, Decision.Verb.REFUSED, person, memory=memory)
        notify(EventRefused(event, actor=person, decision=decision.pk))
