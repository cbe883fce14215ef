"""What happens to events as a whole."""
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from common.signals import shown_changed
from destination.agenda.models import Event, Occurrence

# Listings look two years ahead at most; the minute clock moves the horizon every day.
HORIZON_DAYS = 730
# A daily event begun years ago keeps last year's dates, not its thousand oldest ones.
PAST_DAYS = 365


def horizon(today: date | None = None) -> date:
    return (today or timezone.localdate()) + timedelta(days=HORIZON_DAYS)


@transaction.atomic
def refresh_occurrences(event: Event) -> int:
    """Make the event's occurrence rows anew from its schedule, up to the horizon; returns how many there are."""
    schedule = event.schedule
    # Without a rule every date counts, however old: the page of a past event keeps its date.
    start = timezone.localdate() - timedelta(days=PAST_DAYS) if schedule.rule else None
    times = schedule.occurrences(horizon_end=horizon(), horizon_start=start)
    event.occurrences.all().delete()
    Occurrence.objects.bulk_create(
        Occurrence(
            event=event,
            original_day=time.original_day,
            day=time.day,
            last_day=time.last_day,
            starts_at=time.starts_at,
            ends_at=time.ends_at,
            hour_known=time.hour_known,
            all_day=time.all_day,
            cancelled=time.cancelled,
        )
        for time in times
    )
    first_day = min((time.day for time in times), default=None)
    last_day = max((time.last_day for time in times), default=None)
    Event.objects.filter(pk=event.pk).update(first_day=first_day, last_day=last_day)
    event.first_day, event.last_day = first_day, last_day
    shown_changed.send(sender=Event, instance=event)
    return len(times)


def note_published_change(event: Event) -> None:
    """A published event changed: calendars that subscribed must see a higher SEQUENCE and the new occurrences."""
    Event.objects.filter(pk=event.pk).update(sequence=event.sequence + 1)
    event.sequence += 1
    refresh_occurrences(event)
