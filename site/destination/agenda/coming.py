"""The next dates of chosen events, as lines: for the front pages of the work rooms."""

from django.utils import timezone
from django.utils.translation import get_language

from destination.agenda.models import Event, Occurrence
from destination.agenda.rows import events_by_id, is_over, row
from destination.agenda.schedule.sentences import day_in_words

# Enough rows to find `limit` different events even where a daily one comes first.
ROWS_READ = 120


def coming(user, limit: int = 5, **conditions) -> list[dict]:
    """The lines of the next `limit` events that `user` may see and that meet `conditions` (of `Event`), each at its next date."""
    now, today, language = timezone.now(), timezone.localdate(), get_language()
    events = Event.objects.published().visible_to(user).filter(**conditions)
    rows = Occurrence.objects.from_day(today).filter(event__in=events, cancelled=False).order_by("starts_at", "pk")[:ROWS_READ]
    next_dates: dict[int, Occurrence] = {}
    for occurrence in rows:
        if len(next_dates) == limit:
            break
        if is_over(occurrence, now):
            continue
        next_dates.setdefault(occurrence.event_id, occurrence)
    found = events_by_id(next_dates, user)
    return [_dated(row(found[pk], [each], max(each.day, today)), language) for pk, each in next_dates.items() if pk in found]


def _dated(line: dict, language: str) -> dict:
    """The line with its day before its hours: these lists are not grouped by day."""
    day = day_in_words(line["date"], language, with_year=False)
    return {**line, "time": f"{day}, {line['time']}" if line["time"] else day}
