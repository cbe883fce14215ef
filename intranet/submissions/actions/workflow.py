"""The moderation's workflow: its errors as sentences, and the state of an event, read under lock so that two people
who decide at once take turns."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import WorkflowState

from destination.agenda.models import Event
from intranet.submissions.actions.defaults import ensure_workflow
from intranet.submissions.models import Claim, Decision
from intranet.submissions.notifications import CLOSED_BY
from notifications.actions import close

MOST_CHARACTERS = 5000


# ---- what cannot be done ----------------------------------------------------------------------------------------------
class ModerationError(Exception):
    """An action on a proposal that its state does not allow."""

    sentence = gettext_lazy("Cette action n’est plus possible.")

    def __str__(self):
        return str(self.sentence)


class NotAllowed(ModerationError):
    sentence = gettext_lazy("Vous n’avez pas le droit de faire cela.")


class NothingProposed(ModerationError):
    sentence = gettext_lazy("Cet événement n’attend pas de décision.")


class AlreadyDecided(ModerationError):
    """Someone was quicker. `decision` tells who, when and what."""

    def __init__(self, decision: Decision):
        super().__init__(decision.pk)
        self.decision, self.by, self.when = decision, decision.person, decision.taken_at

    def __str__(self):
        when = timezone.localtime(self.when)
        return _("%(person)s a déjà traité cet événement le %(day)s à %(hour)s : %(verb)s.") % {
            "person": self.by or _("Une personne partie depuis"),
            "day": date_format(when, "DATE_FORMAT"),
            "hour": date_format(when, "TIME_FORMAT"),
            "verb": self.decision.in_words,
        }


class ChangedMeanwhile(ModerationError):
    sentence = gettext_lazy("L’auteur a modifié sa proposition depuis que vous l’avez ouverte. Relisez-la, puis décidez.")


class WordsMissing(ModerationError):
    sentence = gettext_lazy("Choisissez une raison ou écrivez quelques mots : l’auteur doit savoir pourquoi.")


class WordsTooLong(ModerationError):
    sentence = gettext_lazy("Ce texte est trop long : 5 000 caractères au plus.")


class TooLate(ModerationError):
    sentence = gettext_lazy("Il est trop tard pour revenir en arrière : autre chose s’est passé depuis.")


# ---- the state of an event -------------------------------------------------------------------------------------------
def locked(event: Event) -> Event:
    """The event as the database has it now, its row locked until the end of the transaction."""
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


_by_our_actions = ContextVar("by_our_actions", default=False)


@contextmanager
def moved_by_our_actions():
    """Inside, the workflow moves because of one of our verbs, which writes the history: the listeners of Wagtail's signals
    (`signals`) have nothing to add."""
    token = _by_our_actions.set(True)
    try:
        yield
    finally:
        _by_our_actions.reset(token)


def moved_in_cms() -> bool:
    return not _by_our_actions.get()


def start_workflow(event: Event, person) -> None:
    """Put the event in the queue, even where someone took its workflow away in the CMS admin."""
    with moved_by_our_actions():
        (event.get_workflow() or ensure_workflow()).start(event, person)


def resume(state: WorkflowState, person) -> None:
    with moved_by_our_actions():
        state.resume(user=person)


def cancel_workflow(state: WorkflowState, person) -> None:
    with moved_by_our_actions():
        state.cancel(user=person)


def checked_words(words: str) -> str:
    words = words.replace("\r\n", "\n").replace("\x00", "").strip()
    if len(words) > MOST_CHARACTERS:
        raise WordsTooLong
    return words


def record(event: Event, verb: str, person, words: str = "", **more) -> Decision:
    """Write one step of the history: whoever was on it no longer is, and what was told of earlier steps is closed. What tells of
    this one is notified after."""
    if verb not in (Decision.Verb.COMMENTED, Decision.Verb.SEEN):
        Claim.objects.filter(event=event).delete()
    decision = Decision.objects.create(event=event, verb=verb, person=person, words=words, revision=event.latest_revision, **more)
    close(event, *CLOSED_BY.get(verb, ()))
    return decision


def reread(event: Event) -> Event:
    """The event as the database has it now, without a lock: `event` was read before it was published."""
    return Event.objects.get(pk=event.pk)
