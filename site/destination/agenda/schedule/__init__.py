"""When an event takes place: values without a database. ``Schedule`` and its parts are imported from here, what is done with
them from the module that does it (``checks``, ``serialization``, ``sentences``)."""

from destination.agenda.schedule.model import (
    MAX_OCCURRENCES,
    PARIS,
    Change,
    DateState,
    OccurrenceTime,
    Remark,
    Schedule,
    ScheduleError,
    Slot,
    Timing,
    default_horizon,
)
from destination.agenda.schedule.recurrence import Frequency, Rule
