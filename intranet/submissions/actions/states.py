"""The workflow state of an event, found under lock: two people deciding at once take turns."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.contenttypes.models import ContentType
from wagtail.models import WorkflowState

from destination.agenda.models import Event
from intranet.submissions.actions.errors import AlreadyDecided, ChangedMeanwhile, NothingProposed, WordsTooLong
from intranet.submissions.actions.seeding import seed_workflow
from intranet.submissions.models.decisions import Claim, Decision

MOST_CHARACTERS = 5000


def locked(event: Event) -> Event:
    """The event as the database has it now, kept from others until the end of the transaction."""
    return Event.objects.select_for_update(of=("self",)).get(pk=event.pk)


def open_state(event: Event) -> WorkflowState | None:
    """The state in which a proposal waits or was sent back, locked; None when nothing is open."""
    content_type = ContentType.objects.get_for_model(Event, for_concrete_model=False)
    states = WorkflowState.objects.active().filter(base_content_type=content_type, object_id=str(event.pk))
    return states.select_for_update(of=("self",)).first()


def waiting_state(event: Event, revision_id: int | None = None) -> WorkflowState:
    """The state of a proposal that waits for a decision, locked.

    Raises `AlreadyDecided` or `NothingProposed`, and `ChangedMeanwhile` when the author has sent another version than
    `revision_id`, the one that was read.
    """
    state = open_state(event)
    if state is None or state.status != WorkflowState.STATUS_IN_PROGRESS:
        last = event.decisions.filter(verb__in=Decision.CLOSING).select_related("person").last()
        raise AlreadyDecided(last) if last else NothingProposed
    if revision_id is not None and revision_id != event.latest_revision_id:
        raise ChangedMeanwhile
    return state


_by_a_verb = ContextVar("by_a_verb", default=False)


@contextmanager
def telling_it_ourselves():
    """Inside, the workflow moves because of one of our verbs, which writes the history: the listeners of Wagtail's signals
    (`actions.admin`) have nothing to add."""
    token = _by_a_verb.set(True)
    try:
        yield
    finally:
        _by_a_verb.reset(token)


def moved_in_admin() -> bool:
    return not _by_a_verb.get()


def start_workflow(event: Event, person) -> None:
    """Put the event in the queue, even where someone took its workflow away in the CMS admin."""
    with telling_it_ourselves():
        (event.get_workflow() or seed_workflow()).start(event, person)


def resume(state: WorkflowState, person) -> None:
    with telling_it_ourselves():
        state.resume(user=person)


def cancel_workflow(state: WorkflowState, person) -> None:
    with telling_it_ourselves():
        state.cancel(user=person)


def checked_words(words: str) -> str:
    words = words.replace("\r\n", "\n").replace("\x00", "").strip()
    if len(words) > MOST_CHARACTERS:
        raise WordsTooLong
    return words


def record(event: Event, verb: str, person, words: str = "", **more) -> Decision:
    """Write one step of the history; whoever was on it no longer is."""
    if verb not in (Decision.Verb.COMMENTED, Decision.Verb.SEEN):
        Claim.objects.filter(event=event).delete()
    return Decision.objects.create(event=event, verb=verb, person=person, words=words, revision=event.latest_revision, **more)
