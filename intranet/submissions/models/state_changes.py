"""What an author says of a published event, for some dates or for all: cancelled, postponed, full, moved."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from common.translations import choose_version
from destination.agenda.actions import horizon
from destination.agenda.models import Event, StateCode
from destination.agenda.presenters.event_cards import announced_place
from destination.agenda.schedule import DateState, ScheduleError, Slot
from destination.agenda.schedule.checks import clean_schedule
from destination.agenda.schedule.dates import PlannedDate, dates_to_come, with_changes
from destination.agenda.schedule.sentences import days_in_words
from destination.places.models import Place

# A history that lists a whole season is not read.
MOST_NAMED = 6


class DateGone(Exception):
    """The event no longer has one of the dates that were chosen."""


@dataclass(frozen=True)
class StateChange:
    """`code` is a `DateState`, or « confirmed » to take back what was said; `keys` are those of the dates, empty for the whole
    event. `where` is the other place or the address online, `slot` the new date, `reasons` {language: text}."""

    code: str
    keys: tuple[str, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)
    where: str = ""
    slot: Slot | None = None

    @property
    def is_of_whole_event(self) -> bool:
        return not self.keys


def dates_of(event: Event) -> list[PlannedDate]:
    """The dates of which something may be said; none where they cannot be read."""
    try:
        return dates_to_come(event.schedule, timezone.localdate(), horizon())
    except ScheduleError:
        return []


def apply_change(event: Event, change: StateChange) -> None:
    """In memory. Raises `DateGone` where the event no longer has one of the dates, `ScheduleError` where a new date cannot be."""
    if change.is_of_whole_event:
        _apply_to_event(event, change)
        return
    by_key = {each.key: each.planned for each in dates_of(event)}
    if not by_key.keys() >= set(change.keys):
        raise DateGone
    facts = {}
    if change.code != StateCode.CONFIRMED:
        reasons = tuple(change.reasons.items())
        facts = {"state": DateState(change.code), "slot": change.slot, "where": change.where, "reasons": reasons}
    event.schedule = clean_schedule(with_changes(event.schedule, [by_key[key] for key in change.keys], **facts))


def _apply_to_event(event: Event, change: StateChange) -> None:
    if change.code in (StateCode.MOVED, StateCode.MOVED_ONLINE):
        event.former_place = event.former_place or announced_place(event)[:200]
    elif change.code == StateCode.CONFIRMED:
        event.former_place = ""
    if change.code == StateCode.MOVED:
        event.place = Place.objects.named([change.where]).get(change.where)
        event.meeting_point = "" if event.place else change.where[:200]
        event.commune = event.place.commune if event.place else event.commune
    elif change.code == StateCode.MOVED_ONLINE:
        event.online_url = change.where
    event.state, event.reasons = change.code, change.reasons


def slots_in_words(slots: Sequence[Slot], language: str) -> str:
    """« jeudi 16 juillet 2026, jeudi 23 juillet 2026 »; empty without any."""
    named = ", ".join(days_in_words(slot.day, slot.last_day, language) for slot in slots[:MOST_NAMED])
    number = len(slots) - MOST_NAMED
    return _("%(dates)s et %(number)d autres") % {"dates": named, "number": number} if number > 0 else named


def sentence_of(event: Event, change: StateChange) -> str:
    """« jeudi 16 juillet 2026 : Reporté. La scène est mouillée. », in the language of the house."""
    language = settings.LANGUAGE_CODE
    with translation.override(language):
        words = str(StateCode(change.code).label)
        chosen = [each.slot for each in dates_of(event) if each.key in change.keys]
        named = slots_in_words(chosen, language)
        where = days_in_words(change.slot.day, change.slot.last_day, language) if change.slot else change.where
    parts = [f"{named}\u00a0: {words}" if named else words, where, choose_version(change.reasons, language)]
    return ". ".join(part.strip(". ") for part in parts if part) + "."
