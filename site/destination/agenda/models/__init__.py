from destination.agenda.models.changes import AgendaChange, Announcement
from destination.agenda.models.events import Category, Event, EventTranslation, Occurrence
from destination.agenda.models.state import EventState, StateCode, StoredState, event_state, is_over, is_upcoming, state_of

__all__ = [
    "AgendaChange",
    "Announcement",
    "Category",
    "Event",
    "EventState",
    "EventTranslation",
    "Occurrence",
    "StateCode",
    "StoredState",
    "event_state",
    "is_over",
    "is_upcoming",
    "state_of",
]
