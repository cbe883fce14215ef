"""Around a decision: a word to the other side, “I am on it”, “I have looked”."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from destination.agenda.models import Event
from destination.agenda.permissions import may_change_event
from intranet.submissions.actions.workflow import NotAllowed, NothingProposed, WordsMissing, checked_words, locked, record
from intranet.submissions.models.decisions import Claim, Decision
from intranet.submissions.notifications import CommentToAuthor, CommentToModerators
from notifications.actions import close, notify


@transaction.atomic
def comment(event: Event, person, words: str) -> Decision:
    """Write to the author, or as the author (or their office) to the moderators."""
    if not may_change_event(person, event):
        raise NotAllowed
    if not (words := checked_words(words)):
        raise WordsMissing
    decision = record(event, Decision.Verb.COMMENTED, person, words)
    to_moderators = person.pk == event.author_id or not person.is_moderator
    close(event, CommentToAuthor if to_moderators else CommentToModerators)  # it answers what was asked
    notify((CommentToModerators if to_moderators else CommentToAuthor)(event, actor=person, words=words))
    return decision


@transaction.atomic
def mark_seen(event: Event, moderator) -> Decision:
    """A moderator has looked at what was published or cancelled without one."""
    if not moderator.is_moderator:
        raise NotAllowed
    event = locked(event)
    if not event.decisions.filter(to_see=True).update(to_see=False):
        raise NothingProposed
    return record(event, Decision.Verb.SEEN, moderator)


@transaction.atomic
def claim(event: Event, moderator, lasts: timedelta = Claim.LASTS) -> Claim:
    """Say that `moderator` is on it, or still is, or return the claim of the colleague who already is."""
    if not moderator.is_moderator:
        raise NotAllowed
    locked(event)
    current = Claim.objects.filter(event=event).select_related("person").first()
    now = timezone.now()
    if current and current.is_fresh:
        if current.person_id == moderator.pk:
            current.lapses_at = max(current.lapses_at, now + lasts)
            current.save(update_fields=["lapses_at"])
        return current
    times = {"taken_at": now, "lapses_at": now + lasts}
    return Claim.objects.update_or_create(event=event, defaults={"person": moderator, **times})[0]


def release(event: Event, moderator) -> None:
    Claim.objects.filter(event=event, person=moderator).delete()
