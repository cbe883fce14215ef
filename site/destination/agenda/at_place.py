"""The events to come at a place or in a commune, on the page of that place or commune (`places.sections`)."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from accounts.models import Territory
from destination.agenda.filters import AgendaFilters
from destination.agenda.models import Event, Occurrence
from destination.agenda.rows import events_by_id, occurrences_by_event, row
from destination.places.models import Place

MOST_SHOWN = 4


def events_at(request, place: Place) -> dict | None:
    """The next events at a place."""
    return _coming(request, Event.objects.filter(place=place), place.commune)


def events_in(request, commune: Territory) -> dict | None:
    """The next events in a commune."""
    return _coming(request, Event.objects.filter(commune=commune), commune)


def _coming(request, events: QuerySet, commune: Territory) -> dict | None:
    """The next events that the reader may see, each once, on its next day; None when there is none."""
    today = timezone.localdate()
    seen = events.published().visible_to(request.user)
    coming = Occurrence.objects.filter(event__in=seen, cancelled=False).from_day(today).order_by("day", "starts_at", "pk")
    days: dict[int, object] = {}
    for event_id, day in coming.values_list("event_id", "day")[: MOST_SHOWN * 20]:
        days.setdefault(event_id, max(day, today))
        if len(days) == MOST_SHOWN:
            break
    if not days:
        return None
    events = events_by_id(days, request.user)
    times = occurrences_by_event(days, today, max(days.values()))
    now = timezone.now()
    return {
        "events": [
            row(events[pk], [each for each in times[pk] if each.day <= day <= each.last_day], day, now)
            for pk, day in days.items()
            if pk in events
        ],
        "all_url": reverse("agenda:list") + AgendaFilters(communes=(commune.slug,)).query(),
    }
