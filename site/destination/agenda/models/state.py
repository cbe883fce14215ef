"""The state of an event: what may be shown of it and done with it, the same for every output.

`event_state()` is read by the page, lists, week, month, map, embedded list, structured data, search, feeds, calendars and mails.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class StoredState(models.TextChoices):
    """The state that the office gives the event as a whole; stored with the event."""

    CONFIRMED = "confirmed", _("Confirmé")
    CANCELLED = "cancelled", _("Annulé")
    POSTPONED = "postponed", _("Reporté")
    FULL = "full", _("Complet")
    MOVED = "moved", _("Lieu modifié")
    # « En ligne » alone is what editors say of a page that is published.
    MOVED_ONLINE = "moved_online", _("Se tient en ligne")


class StateCode(models.TextChoices):
    """The state shown to readers: the stored one, or the one that follows from the dates (`schedule.DateState`)."""

    CONFIRMED = "confirmed", _("Confirmé")
    CANCELLED = "cancelled", _("Annulé")
    DATE_CANCELLED = "date_cancelled", _("Annulé")
    POSTPONED = "postponed", _("Reporté")
    RESCHEDULED = "rescheduled", _("Nouvelle date")
    FULL = "full", _("Complet")
    MOVED = "moved", _("Lieu modifié")
    MOVED_ONLINE = "moved_online", _("Se tient en ligne")
    OVER = "over", _("Terminé")


CALLED_OFF = frozenset({StateCode.CANCELLED, StateCode.DATE_CANCELLED})
# Nobody can come, or knows when: nothing to book, nothing to write into a calendar, nothing on sale.
WITHOUT_DATE = CALLED_OFF | {StateCode.POSTPONED}
# A page that recommends what to do soon leaves out what will not take place as announced; lists of days show it, struck through.
NOT_RECOMMENDED = (StoredState.CANCELLED, StoredState.POSTPONED)
COMPONENT_NAMES = {StateCode.DATE_CANCELLED: "cancelled", StateCode.MOVED_ONLINE: "online", StateCode.OVER: "past"}
# https://schema.org/EventStatusType
SCHEMA_STATUSES = {
    StateCode.CANCELLED: "EventCancelled",
    StateCode.DATE_CANCELLED: "EventCancelled",
    StateCode.POSTPONED: "EventPostponed",
    StateCode.RESCHEDULED: "EventRescheduled",
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
    """`stored` is the office's; `of_dates` what is true of every date considered, else empty; `is_over`: they are all past."""

    stored: StateCode = StateCode.CONFIRMED
    of_dates: str = ""
    is_over: bool = False

    @property
    def code(self) -> StateCode:
        """The one state to show: cancelled before over, over before the rest; what is said of the dates before what is said of
        the event."""
        current = self._while_it_lasted
        return StateCode.OVER if self.is_over and current not in CALLED_OFF else current

    @property
    def label(self) -> str:
        """The word of the pill, in the active language; empty where there is nothing to say."""
        return "" if self.code == StateCode.CONFIRMED else str(self.code.label)

    @property
    def component(self) -> str:
        """The name by which the components (`state_pill`, `banner_state`, `row_event`, `tile_event`) know it."""
        return COMPONENT_NAMES.get(self.code, str(self.code.value))

    # ---- what may be done --------------------------------------------------------------------------------------
    @property
    def is_struck(self) -> bool:
        """Shown struck through: it does not take place."""
        return self.code in CALLED_OFF

    @property
    def is_bookable(self) -> bool:
        """One may still book or register: a link to do so is useful."""
        return not self.is_over and self.code not in WITHOUT_DATE | {StateCode.FULL}

    @property
    def is_for_calendars(self) -> bool:
        """Worth adding to one's own calendar: it takes place on the date that is announced."""
        return not self.is_over and self.code not in WITHOUT_DATE

    @property
    def is_online(self) -> bool:
        """Takes place online instead of where it was announced: no place, no map, no way to go there."""
        return self._while_it_lasted == StateCode.MOVED_ONLINE

    @property
    def is_reachable(self) -> bool:
        """Takes place as announced, and not online: a way to go there is useful."""
        return not self.is_online and self.is_for_calendars

    # ---- what is written ---------------------------------------------------------------------------------------
    @property
    def title_mark(self) -> str:
        """The word before a title where there is no room for a pill (« Annulé »): feeds, mails, shared text, calendars. What is
        over keeps the word it had."""
        code = self._while_it_lasted
        return "" if code == StateCode.CONFIRMED else str(code.label)

    def marked(self, title: str) -> str:
        """« Annulé : Concert au port »; the title alone where there is nothing to say."""
        mark = self.title_mark
        return gettext("%(mark)s\u00a0: %(title)s") % {"mark": mark, "title": title} if mark else title

    @property
    def schema_status(self) -> str:
        """`eventStatus` of schema.org. What is over keeps the status it had."""
        return SCHEMA_STATUSES.get(self._while_it_lasted, "EventScheduled")

    @property
    def schema_availability(self) -> str:
        """`availability` of an offer of schema.org; empty where there is nothing to offer."""
        if self._while_it_lasted in WITHOUT_DATE:
            return ""
        return "InStock" if self.is_bookable else "SoldOut"

    @property
    def ical_status(self) -> str:
        """STATUS of RFC 5545. What is over keeps the status it had."""
        return ICAL_STATUSES.get(self._while_it_lasted, "CONFIRMED")

    @property
    def _while_it_lasted(self) -> StateCode:
        if self.stored == StateCode.CANCELLED:
            return StateCode.CANCELLED
        if self.of_dates == StateCode.CANCELLED:
            return StateCode.DATE_CANCELLED
        # A new date answers “postponed”; until then no date of the event counts.
        if not self.of_dates or self.stored == StateCode.POSTPONED and self.of_dates != StateCode.RESCHEDULED:
            return self.stored
        return StateCode(self.of_dates)


@cache  # a list asks for it hundreds of times, and there are few different ones
def state_of(stored: str, of_dates: str = "", is_over: bool = False) -> EventState:
    """The state from values: the event's own (or a `StateCode` kept in an index) and what its dates say. A state that is not
    known (written by hand in the database) says nothing."""
    if stored in (StateCode.DATE_CANCELLED, StateCode.RESCHEDULED):
        of_dates = StateCode.CANCELLED if stored == StateCode.DATE_CANCELLED else StateCode.RESCHEDULED
    code = StateCode(stored) if stored in StoredState.values else StateCode.CONFIRMED
    return EventState(code, of_dates if of_dates in StateCode.values else "", is_over)


def event_state(event, occurrences: Iterable = (), now: datetime | None = None) -> EventState:
    """The state of an event, on the dates one looks at: those of a day in a list, one in structured data, those to come on its
    page. Without dates, what the office says of the event as a whole."""
    return state_on(event.state, occurrences, now)


def state_on(stored: str, occurrences: Iterable, now: datetime | None = None) -> EventState:
    """`event_state` from the event's own state."""
    dates = list(occurrences)
    if not dates:
        return state_of(stored)
    now = now or timezone.now()
    remaining = [occurrence for occurrence in dates if not is_over(occurrence, now)]
    return state_of(stored, common_state(remaining or dates), not remaining)


def common_state(occurrences: Iterable) -> str:
    """What is true of all these dates (a `schedule.DateState`), those that are cancelled apart unless all are; empty where they
    differ, or where there is nothing to say."""
    states = {"cancelled" if occurrence.cancelled else occurrence.state for occurrence in occurrences}
    if len(states) > 1:
        states.discard("cancelled")
    return states.pop() if len(states) == 1 else ""


def is_over(occurrence, now: datetime) -> bool:
    """Over since its end, or since the end of its last day where no end hour is known."""
    if occurrence.ends_at:
        return occurrence.ends_at <= now
    return occurrence.last_day < timezone.localdate(now)


def is_upcoming(occurrence, now: datetime) -> bool:
    """May stand in a list of next dates. An event cancelled or postponed as a whole stays there, marked, so that who meant to
    come learns it; one date cancelled or postponed gives way to the next one. In SQL: `OccurrenceQuerySet.upcoming`."""
    return not occurrence.cancelled and occurrence.state != StateCode.POSTPONED and not is_over(occurrence, now)
