from destination.agenda.models.announcements import Announcement
from destination.agenda.models.events import Category, Event, EventTranslation, Occurrence
from destination.agenda.models.state import (
    EventState,
    StateCode,
    StoredState,
    common_state,
    event_state,
    is_over,
    is_upcoming,
    state_of,
    state_on,
)
