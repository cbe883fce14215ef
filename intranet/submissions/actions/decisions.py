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
from intranet.submissions.differences.events import changes_of, corrections_of
from intranet.submissions.models import Decision
from intranet.submissions.notifications import (
    EventAccepted,
    EventProposed,
    EventRefused,
    EventReopened,
    EventSentBack,
    NewEventInTerritory,
)
from notifications.actions import notify, open_again, withdraw

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
    live = {"live": event.live, "live_revision": event.live_revision_id if event.live else None}
    memory = live | {"author": state.requested_by_id}
    is_new = not event.live
    corrections = corrections_of(event) if verb == Decision.Verb.CORRECTED else []
    changes = [] if is_new or corrections else changes_of(event)
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
            change=not is_new,
            changes=changes,
        )
    )
    if is_new:
        notify(NewEventInTerritory(reread(event), actor=moderator))
    return decision


@transaction.atomic
def correct_and_accept(event: Event, moderator, revision: Revision, words: str = "") -> Decision:
    """Publish `revision`, the moderator's corrected version of what waits, already saved as the latest, with a word to its
    author."""
    return accept(event, moderator, revision.pk, words, verb=Decision.Verb.CORRECTED)


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
    if decision.verb not in NOTIFICATIONS:
        return False
    if _is_acceptance(decision) and decision.memory.get("live") and not _version_before(decision):
        return False
    last = decision.event.decisions.last()
    return decision == last and timezone.now() - decision.taken_at < UNDO_WITHIN


def _is_acceptance(decision: Decision) -> bool:
    return decision.verb in (Decision.Verb.ACCEPTED, Decision.Verb.CORRECTED)


def _version_before(decision: Decision) -> Revision | None:
    """What visitors read before a change was accepted; None where that revision is no longer kept."""
    return decision.event.revisions.filter(pk=decision.memory.get("live_revision")).first()


@transaction.atomic
def take_back(decision: Decision, moderator) -> Event:
    """Put the proposal back in the queue as it was before `decision`, its own or a colleague's; visitors read again what they
    read before. Its author hears of that only where they knew of the decision. Raises `TooLate`."""
    _moderator_only(moderator)
    event = locked(decision.event)
    decision = Decision.objects.select_related("event").get(pk=decision.pk)
    if not may_take_back(decision) or event.latest_revision_id != decision.revision_id:
        raise TooLate
    if decision.verb == Decision.Verb.SENT_BACK:
        resume(open_state(event), moderator)
    else:
        if event.live and _is_acceptance(decision):
            event = _unpublished_version(event, decision, moderator)
        start_workflow(event, _proposer(event, decision))
    withdraw(NewEventInTerritory(event))
    is_known = withdraw(NOTIFICATIONS[decision.verb](event, decision=decision.pk))
    record(event, Decision.Verb.REOPENED, moderator)
    open_again(event, EventProposed, since=decision.taken_at)
    if is_known:
        notify(EventReopened(event, actor=moderator))
    return event


def _unpublished_version(event: Event, decision: Decision, moderator) -> Event:
    """The event without the version that `decision` published: not published, or as visitors read it before."""
    if decision.memory.get("live"):
        _version_before(decision).publish(user=moderator, skip_permission_checks=True)
        return reread(event)
    event.unpublish()
    show_to_moderators(event)
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
        live = {"live": True, "live_revision": None}  # what visitors read before is not known here
        decision = record(event, Decision.Verb.ACCEPTED, person, memory=memory | live)
        notify(EventAccepted(event, actor=person, decision=decision.pk))
        if event.first_published_at == event.last_published_at:
            notify(NewEventInTerritory(event, actor=person))
    elif person and person.pk in (state.requested_by_id, event.author_id):
        record(event, Decision.Verb.WITHDRAWN, person, memory=memory)
    else:
        decision = record(event, Decision.Verb.REFUSED, person, memory=memory)
        notify(EventRefused(event, actor=person, decision=decision.pk))
