"""What an author says of an event that visitors already see: cancelled, postponed, full, moved, for some dates or for all.

It is published at once, without moderation: who sets out tonight must know. The moderators are notified, and it can be undone.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy

from accounts.models import User
from common.access import AMONG_COLLEAGUES
from common.facets.changes import noted_once
from destination.agenda.actions import note_published_change
from destination.agenda.models import Event, StateCode
from destination.agenda.permissions import may_change_event
from destination.agenda.schedule import ScheduleError
from intranet.submissions.actions.workflow import ModerationError, NotAllowed, TooLate, locked, record
from intranet.submissions.models import Decision
from intranet.submissions.models.state_changes import DateGone, StateChange, apply_change, sentence_of
from intranet.submissions.notifications import EventCancelled, EventChangedForAuthor, EventStateAnnounced
from notifications.actions import notify
from notifications.actions import withdraw as withdraw_notification

# What a change of state touches of an event, with the name of each in a revision.
FIELDS = {
    "state": "state", "reasons": "reasons", "former_place": "former_place", "schedule_data": "schedule_data",
    "place_id": "place", "commune_id": "commune", "meeting_point": "meeting_point", "online_url": "online_url",
}  # fmt: skip


class NothingChanged(ModerationError):
    sentence = gettext_lazy("C’est déjà ce que lisent les visiteurs : rien n’a changé.")


class DatesChanged(ModerationError):
    sentence = gettext_lazy("Une des dates choisies n’existe plus : l’événement a été modifié entre-temps. Choisissez à nouveau.")


@transaction.atomic
def announce_change(event: Event, person: User, change: StateChange) -> Decision:
    """Visitors, calendars, feeds and the search hear it at once, and so do the moderators. Raises `NothingChanged` and
    `DatesChanged`."""
    event = locked(event)
    if not may_change_event(person, event):
        raise NotAllowed
    if event.removed_at or not event.live:
        raise ModerationError
    before, words = _facts(event), sentence_of(event, change)
    try:
        apply_change(event, change)
    except (DateGone, ScheduleError) as error:
        raise DatesChanged from error
    if _facts(event) == before:
        raise NothingChanged
    memory = {
        "state": before["state"],
        "reasons": before["reasons"],
        "before": before,
        "after": _facts(event),
        "revisions": _follow_in_revisions(event, change),
    }
    _save(event)
    is_cancelled = change.is_of_whole_event and change.code == StateCode.CANCELLED
    verb = Decision.Verb.CANCELLED if is_cancelled else Decision.Verb.ANNOUNCED
    to_see = event.audience not in AMONG_COLLEAGUES
    decision = record(event, verb, person, words, to_see=to_see, memory=memory)
    kind = EventCancelled if is_cancelled else EventStateAnnounced
    notify(kind(event, actor=person, words=words))
    # Of a whole event the reason is told in the author's language, from the event itself.
    notify(EventChangedForAuthor(event, actor=person, words="" if change.is_of_whole_event else words, verb=verb))
    return decision


@transaction.atomic
def take_back_change(event: Event, person: User) -> Decision:
    """The undo of the last change, as long as nothing else happened to these facts. Raises `TooLate`."""
    event = locked(event)
    if not may_change_event(person, event):
        raise NotAllowed
    last = event.decisions.exclude(verb=Decision.Verb.COMMENTED).last()
    if last is None or last.verb != Decision.Verb.ANNOUNCED or last.memory.get("after") != _facts(event) or event.removed_at:
        raise TooLate
    for name, value in last.memory["before"].items():
        setattr(event, name, value)
    for revision in event.revisions.filter(pk__in=last.memory["revisions"].keys()):
        revision.content |= last.memory["revisions"][str(revision.pk)]
        revision.save(update_fields=["content"])
    _save(event)
    withdraw_notification(EventStateAnnounced(event))
    is_known = withdraw_notification(EventChangedForAuthor(event, verb=Decision.Verb.ANNOUNCED))
    decision = record(event, Decision.Verb.RESTORED, person, to_see=event.audience not in AMONG_COLLEAGUES)
    if is_known:
        notify(EventChangedForAuthor(event, actor=person, verb=decision.verb))
    return decision


def _facts(event: Event) -> dict:
    return {name: getattr(event, name) for name in FIELDS}


def _follow_in_revisions(event: Event, change: StateChange) -> dict[str, dict]:
    """Every version still to come says it too: a draft accepted later must not revive the event. Returns what they said."""
    contents = {}
    for revision in event.revisions.filter(pk__in={event.live_revision_id, event.latest_revision_id} - {None}):
        version = revision.as_object()
        try:
            apply_change(version, change)
        except (DateGone, ScheduleError):  # a version with other dates: it says nothing of these
            continue
        contents[str(revision.pk)] = {stored: revision.content.get(stored) for stored in FIELDS.values()}
        revision.content |= {stored: getattr(version, name) for name, stored in FIELDS.items()}
        revision.save(update_fields=["content"])
    return contents


def _save(event: Event) -> None:
    with noted_once():
        event.save(update_fields=[*FIELDS.values(), "changed_at"])
        note_published_change(event)
