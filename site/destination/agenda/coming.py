"""The next dates of chosen events, as lines: for the front pages of the work rooms."""
from django.utils import timezone

from destination.agenda.models import Event, Occurrence
from destination.agenda.rows import events_by_id, row

# Enough rows to find `limit` different events even where a daily one comes first.
ROWS_READ = 120


def coming(user, limit: int = 5, **conditions) -> list[dict]:
    """The lines of the next `limit` events that `user` may see and that meet `conditions` (of `Event`), each at its next date."""
    today = timezone.localdate()
    events = Event.objects.published().visible_to(user).filter(**conditions)
    rows = Occurrence.objects.from_day(today).filter(event__in=events, cancelled=False).order_by("starts_at", "pk")[:ROWS_READ]
    next_dates: dict[int, Occurrence] = {}
    for occurrence in rows:
        if len(next_dates) == limit:
            break
        next_dates.setdefault(occurrence.event_id, occurrence)
    found = events_by_id(next_dates, user)
    return [row(found[pk], [occurrence], max(occurrence.day, today)) for pk, occurrence in next_dates.items() if pk in found]
