"""From a draft to a proposal, once."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common.models import Picture
from destination.agenda.actions import refresh_occurrences
from destination.agenda.models import Event
from intranet.submissions.actions.drafting import AlreadySent, Stale
from intranet.submissions.actions.moderation import Outcome, propose
from intranet.submissions.actions.opening import show_to_moderators
from intranet.submissions.forms.proposal import Proposal
from intranet.submissions.models import Draft


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
    proposal.keep(event)
    save_proposed(event, person)
    Draft.objects.filter(pk=draft.pk).update(event=event)
    _forget_unused_pictures(draft, event)
    return event, hand_over(event, person)


def hand_over(event: Event, person: User) -> Outcome:
    """Give a saved revision to moderation, with what the moderators need to see."""
    outcome = propose(event, person)
    if outcome == Outcome.WAITING:
        show_to_moderators(event)
    return outcome


def save_proposed(event: Event, person: User) -> None:
    """Save the event and its revision; of a published event the revision alone."""
    if not event.live:
        event.save()
        refresh_occurrences(event)
    event.save_revision(user=person)


def _forget_unused_pictures(draft: Draft, event: Event) -> None:
    """The pictures dropped in this form and not chosen are not kept."""
    dropped = [int(key) for key in draft.fields.get("dropped", []) if key.isdecimal() and len(key) < 12]
    unused = Picture.objects.filter(pk__in=dropped, author=draft.author, rights_confirmed_at=None).exclude(pk=event.picture_id)
    for picture in unused.filter(events=None, places=None):
        picture.delete()
