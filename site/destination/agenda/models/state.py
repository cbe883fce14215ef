"""The state of an event: what may be shown of it and done with it, the same for every output.

`event_state()` is read by the page, lists, week, month, map, embedded list, structured data, search, feeds, calendars and mails.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class StoredState(models.TextChoices):
    """The state that the office gives the event as a whole; stored with the event."""

    CONFIRMED = "confirmed", _("Confirmé")
    CANCELLED = "cancelled", _("Annulé")
    POSTPONED = "postponed", _("Reporté")
    FULL = "full", _("Complet")
    MOVED_ONLINE = "moved_online", _("En ligne")


class StateCode(models.TextChoices):
    """The state shown to readers: the stored one, or the one that follows from the dates."""

    CONFIRMED = "confirmed", _("Confirmé")
    CANCELLED = "cancelled", _("Annulé")
    DATE_CANCELLED = "date_cancelled", _("Annulé")
    POSTPONED = "postponed", _("Reporté")
    FULL = "full", _("Complet")
    MOVED_ONLINE = "moved_online", _("En ligne")
    OVER = "over", _("Terminé")


CALLED_OFF = frozenset({StateCode.CANCELLED, StateCode.DATE_CANCELLED})
# A page that recommends what to do soon leaves out what will not take place as announced; lists of days show it, struck through.
NOT_RECOMMENDED = (StoredState.CANCELLED, StoredState.POSTPONED)
# What the words before a title say; the day and the place already say the rest.
MARKED = CALLED_OFF | {StateCode.POSTPONED, StateCode.FULL}
COMPONENT_NAMES = {StateCode.DATE_CANCELLED: "cancelled", StateCode.MOVED_ONLINE: "online", StateCode.OVER: "past"}
# https://schema.org/EventStatusType
SCHEMA_STATUSES = {
    StateCode.CANCELLED: "EventCancelled",
    StateCode.DATE_CANCELLED: "EventCancelled",
    StateCode.POSTPONED: "EventPostponed",
    StateCode.MOVED_ONLINE: "EventMovedOnline",
}
# RFC 5545, 3.8.1.11
ICAL_STATUSES = {
    StateCode.CANCELLED: "CANCELLED",
    StateCode.DATE_CANCELLED: "CANCELLED",
    StateCode.POSTPONED: "TENTATIVE",
}


@dataclass(frozen=True, slots=True)
class EventState:
    """`stored` is the office's; `dates_cancelled`: every date considered is cancelled; `is_over`: they are all past."""

    stored: StateCode = StateCode.CONFIRMED
    dates_cancelled: bool = False
    is_over: bool = False

    @property
    def code(self) -> StateCode:
        """The one state to show: cancelled before over, over before full, postponed or moved online."""
        if self.stored == StateCode.CANCELLED:
            return StateCode.CANCELLED
        if self.dates_cancelled:
            return StateCode.DATE_CANCELLED
        return StateCode.OVER if self.is_over else self.stored

    @property
    def label(self) -> str:
        """The word of the pill, in the active language; empty where there is nothing to say."""
        return "" if self.code == StateCode.CONFIRMED else str(self.code.label)

    @property
    def component(self) -> str:
        """The name by which the components (`state_pill`, `banner_state`, `row_event`, `tile_event`) know it."""
        return COMPONENT_NAMES.get(self.code, str(self.code.value))

    @property
    def is_struck(self) -> bool:
        """Shown struck through: it does not take place."""
        return self.code in CALLED_OFF

    @property
    def is_upcoming(self) -> bool:
        """May stand in a list of next dates. An event cancelled as a whole stays there, struck through, so that who meant to
        come learns it; a cancelled date gives way to the next one."""
        return not self.is_over and not self.dates_cancelled

    @property
    def is_bookable(self) -> bool:
        """One may still book or register: a link to do so is useful."""
        return not self.is_over and not self.is_struck and self.stored != StateCode.FULL

    @property
    def is_for_calendars(self) -> bool:
        """Worth adding to one's own calendar."""
        return not self.is_over and not self.is_struck

    @property
    def is_online(self) -> bool:
        return self.stored == StateCode.MOVED_ONLINE

    @property
    def title_mark(self) -> str:
        """The word before the title in feeds and mails (« Annulé »), where there is no room for a pill; else empty."""
        return self.label if self.code in MARKED else ""

    @property
    def schema_status(self) -> str:
        """`eventStatus` of schema.org. What is over keeps the status it had."""
        return SCHEMA_STATUSES.get(self._while_it_lasted, "EventScheduled")

    @property
    def schema_availability(self) -> str:
        """`availability` of an offer of schema.org."""
        return "InStock" if self.is_bookable else "SoldOut"

    @property
    def ical_status(self) -> str:
        """STATUS of RFC 5545. What is over keeps the status it had."""
        return ICAL_STATUSES.get(self._while_it_lasted, "CONFIRMED")

    @property
    def ical_note(self) -> str:
        """What STATUS cannot say (full, postponed, moved online), as the first words of a calendar's description."""
        return "" if self._while_it_lasted in CALLED_OFF | {StateCode.CONFIRMED} else str(self._while_it_lasted.label)

    @property
    def _while_it_lasted(self) -> StateCode:
        return state_of(self.stored, self.dates_cancelled).code


@cache  # a list asks for it hundreds of times, and there are few different ones
def state_of(stored: str, dates_cancelled: bool = False, is_over: bool = False) -> EventState:
    """The state from values: the event's own (or a `StateCode` kept in an index) and what its dates say. A state that is not
    known (written by hand in the database) says nothing."""
    if stored == StateCode.DATE_CANCELLED:
        return EventState(StateCode.CONFIRMED, True, is_over)
    code = StateCode(stored) if stored in StoredState.values else StateCode.CONFIRMED
    return EventState(code, dates_cancelled, is_over)


def event_state(event, occurrences: Iterable = (), now: datetime | None = None) -> EventState:
    """The state of an event, on the dates one looks at: those of a day in a list, one in structured data, those to come on its
    page. Without dates, what the office says of the event as a whole."""
    dates = list(occurrences)
    if not dates:
        return state_of(event.state)
    now = now or timezone.now()
    return state_of(
        event.state, all(occurrence.cancelled for occurrence in dates), all(is_over(occurrence, now) for occurrence in dates)
    )


def is_over(occurrence, now: datetime) -> bool:
    """Over since its end, or since the end of its last day where no end hour is known."""
    if occurrence.ends_at:
        return occurrence.ends_at <= now
    return occurrence.last_day < timezone.localdate(now)


def is_upcoming(occurrence, now: datetime) -> bool:
    """`EventState.is_upcoming` of one date. In SQL: `OccurrenceQuerySet.upcoming`."""
    return not occurrence.cancelled and not is_over(occurrence, now)
