"""Test load: many plausible events and places, made in bulk, to measure with. Nobody should read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import islice
from random import Random

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.models import Organisation, Territory
from common.facets.changes import note_change
from destination.agenda.actions import PAST_DAYS, ensure_categories, horizon, note_agenda_changed
from destination.agenda.models import Category, Event, EventTranslation, Occurrence
from destination.agenda.schedule import Schedule, Slot, Timing
from destination.agenda.schedule.recurrence import Frequency, Rule
from destination.places.models import Access, Place, PlaceKind, PlaceTranslation

BATCH = 1000
COMMUNES = (
    "Charge-les-Bains", "Mesure-sur-Mer", "Essai-le-Vieux", "Volume-la-Forêt", "Montbanc", "Épreuve", "Sept-Poids", "Larafale",
)  # fmt: skip
TITLES = ("Concert", "Marché", "Visite guidée", "Exposition", "Fête de village", "Balade commentée", "Atelier", "Projection")
SETTINGS = ("indoors", "outdoors", "both", "")


def fill_places(number: int) -> list[Place]:
    """Make `number` published places around eight communes; returns them."""
    random, communes = Random(1), load_communes()
    kinds = PlaceKind.values
    places = []
    for batch in _batches(range(number)):
        batch_places = [_place(random, random.choice(communes), random.choice(kinds)) for _ in batch]
        with transaction.atomic():
            Place.objects.bulk_create(batch_places, BATCH)
            PlaceTranslation.objects.bulk_create(
                [
                    PlaceTranslation(
                        place=place, language=language, name=f"Lieu d’essai {place.pk} ({language})", summary="Pour mesurer."
                    )
                    for place in batch_places
                    for language in _languages(place.pk)
                ],
                BATCH,
            )
        places += batch_places
    note_change("places")
    return places


def fill_events(number: int) -> int:
    """Make `number` published events, one in five repeated, one in twenty lasting for weeks; returns their occurrences."""
    ensure_categories()
    random, today = Random(2), timezone.localdate()
    communes, offices = load_communes(), load_offices()
    places, categories = list(Place.objects.all()[:5000]), list(Category.objects.all())
    occurrences = 0
    for batch in _batches(range(number)):
        events = [_event(random, today, communes, offices, places) for _ in batch]
        with transaction.atomic():
            occurrences += _save(events, categories, random)
    note_agenda_changed()
    return occurrences


def load_communes() -> list[Territory]:
    """The communes of the test load, apart from the real ones."""
    return [
        Territory.objects.get_or_create(
            slug=f"essai-{order}",
            defaults={"name": name, "postcode": "66999", "latitude": 42.4 + order * 0.03, "longitude": 2.9 + order * 0.02},
        )[0]
        for order, name in enumerate(COMMUNES)
    ]


def load_offices() -> list[Organisation]:
    return [
        Organisation.objects.get_or_create(slug=f"essai-{order}", defaults={"name": f"Office d’essai {order}"})[0]
        for order in range(3)
    ]


def _batches(numbers) -> Iterator[list[int]]:
    numbers = iter(numbers)
    while batch := list(islice(numbers, BATCH)):
        yield batch


def _languages(number: int) -> list[str]:
    """French always, every language for two in three."""
    codes = [code for code, _name in settings.LANGUAGES]
    return codes if number % 3 else codes[:1]


def _place(random: Random, commune: Territory, kind: str) -> Place:
    return Place(
        kind=kind,
        commune=commune,
        latitude=commune.latitude + random.uniform(-0.03, 0.03),
        longitude=commune.longitude + random.uniform(-0.03, 0.03),
        address=f"{random.randint(1, 99)} rue de l’Essai",
        postcode="66999",
        accessibility=random.sample(Access.values, random.randint(0, 3)),
        live=True,
    )


def _event(random: Random, today: date, communes, offices, places) -> Event:
    place = random.choice(places) if places else None
    free = random.random() < 0.4
    now = timezone.now()
    event = Event(
        place=place,
        commune_id=place.commune_id if place else random.choice(communes).pk,
        organisation=random.choice(offices),
        organiser="Comité d’essai",
        free=free,
        prices=[] if free else [{"code": "full", "label": "", "amount": f"{random.randint(3, 30)}.00"}],
        family=random.random() < 0.3,
        setting=random.choice(SETTINGS),
        accessibility=random.sample(Access.values, random.choice((0, 0, 1, 2))),
        state=Event.State.CANCELLED if random.random() < 0.02 else Event.State.CONFIRMED,
        live=True,
        first_published_at=now,
        last_published_at=now,
    )
    event.schedule = _schedule(random, today)
    return event


def _schedule(random: Random, today: date) -> Schedule:
    day = today + timedelta(days=random.randint(-60, 300))
    hour = time(random.randint(9, 21), random.choice((0, 30)))
    slot = Slot(day, start=hour, end=time(hour.hour + 2, hour.minute))
    chance = random.random()
    if chance < 0.05:
        return Schedule(Timing.ALL_DAY, (Slot(day, day + timedelta(days=random.randint(14, 120))),))
    if chance < 0.25:
        return Schedule(Timing.TIMED, (slot,), Rule(Frequency.WEEKLY, until=day + timedelta(weeks=random.randint(8, 40))))
    if chance < 0.3:
        return Schedule(Timing.ALL_DAY, (Slot(day, day + timedelta(days=2)),))
    return Schedule(Timing.TIMED, (slot,))


def _save(events: list[Event], categories: list[Category], random: Random) -> int:
    today = timezone.localdate()
    times = [event.schedule.occurrences(horizon(), today - timedelta(days=PAST_DAYS)) for event in events]
    for event, dates in zip(events, times, strict=True):
        event.first_day = min((each.day for each in dates), default=None)
        event.last_day = max((each.last_day for each in dates), default=None)
    Event.objects.bulk_create(events, BATCH)
    EventTranslation.objects.bulk_create(_words(events), BATCH)
    rows = [_occurrence(event, each) for event, dates in zip(events, times, strict=True) for each in dates]
    Occurrence.objects.bulk_create(rows, BATCH)
    link = Event.categories.through
    link.objects.bulk_create([link(event=event, category=random.choice(categories)) for event in events], BATCH)
    return len(rows)


def _words(events: list[Event]) -> list[EventTranslation]:
    text = "Un rendez-vous inventé pour mesurer la vitesse de l’agenda. " * 6
    return [
        EventTranslation(
            event=event,
            language=language,
            title=f"{TITLES[event.pk % len(TITLES)]} d’essai {event.pk} ({language})",
            summary="Un rendez-vous inventé.",
            text=text,
        )
        for event in events
        for language in _languages(event.pk)
    ]


def _occurrence(event: Event, each) -> Occurrence:
    return Occurrence(
        event=event,
        original_day=each.original_day,
        day=each.day,
        last_day=each.last_day,
        starts_at=each.starts_at,
        ends_at=each.ends_at,
        hour_known=each.hour_known,
        all_day=each.all_day,
        cancelled=each.cancelled,
        state=each.state,
    )
