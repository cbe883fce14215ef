"""Places and events."""

from datetime import date, time, timedelta

from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from destination.agenda.actions import refresh_occurrences
from destination.agenda.models import Category, Event, EventTranslation
from destination.agenda.schedule import Schedule, Slot, Timing
from destination.base_map.actions import draw_base_map
from destination.base_map.models import BaseMap
from destination.places.models import Place, PlaceTranslation
from tests.factories.accounts import make_territory

SQUARE = {"type": "Polygon", "coordinates": [[[3.0, 42.4], [3.2, 42.4], [3.2, 42.6], [3.0, 42.6], [3.0, 42.4]]]}


#: A country of few things inside SQUARE and its margin, as GeoJSON features with the tags of OpenStreetMap.
COUNTRY = [
    {"type": "Feature", "properties": tags, "geometry": {"type": kind, "coordinates": coordinates}}
    for tags, kind, coordinates in (
        ({"natural": "coastline"}, "LineString", [[3.15, 42.2], [3.16, 42.45], [3.15, 42.8]]),
        ({"highway": "primary", "ref": "D 914", "name": "Route du Port"}, "LineString", [[3.0, 42.5], [3.05, 42.5], [3.14, 42.52]]),
        ({"highway": "path"}, "LineString", [[3.1, 42.5], [3.105, 42.505]]),
        ({"natural": "water", "name": "Étang Bleu"}, "Polygon", [[[3.02, 42.55], [3.05, 42.55], [3.05, 42.57], [3.02, 42.57], [3.02, 42.55]]]),
        ({"place": "village", "name": "Prades <le Vieux>", "name:ca": "Prada & Vell"}, "Point", [3.1, 42.5]),
    )
]  # fmt: skip


def make_base_map(features=None) -> BaseMap:
    """A base map around the communes that are there, which is then the one shown."""
    return draw_base_map(COUNTRY if features is None else features)


def make_place(name="Place du Marché", commune=None, **fields) -> Place:
    fields.setdefault("kind", "hall")
    place = Place.objects.create(commune=commune or make_territory(), **fields)
    place.words.add(PlaceTranslation(language="fr", name=name, summary=f"{name}, en une phrase."))
    place.save()
    return place


def make_category(code="music", **names) -> Category:
    return Category.objects.get_or_create(code=code, defaults={"names": names or {"fr": code.capitalize()}})[0]


def one_day(day: date | None = None, start: time | None = time(18, 30), end: time | None = time(20)) -> Schedule:
    day = day or timezone.localdate() + timedelta(days=3)
    timing = Timing.TIMED if start else Timing.UNKNOWN_HOUR
    return Schedule(timing=timing, slots=(Slot(day=day, last_day=day, start=start, end=end),))


def make_event(
    title="Concert au port", schedule: Schedule | None = None, words=None, categories=(), work_groups=(), **fields
) -> Event:
    """A published event (`live=False` for one that is not) in French, or in the languages of `words` ({code: title})."""
    event = Event(**fields)
    event.schedule = schedule or one_day()
    event.save()
    for language, text in (words or {"fr": title}).items():
        event.words.add(EventTranslation(language=language, title=text, summary=f"{text}."))
    event.categories.set(categories)
    event.audience_groups.set(work_groups)
    event.save()
    refresh_occurrences(event)
    return event


def event_form(place, **fields) -> dict:
    """The form of an event in the CMS, filled in."""
    words = [{"language": "fr", "title": "Fête du port", "summary": "", "text": "", "origin": "editor"}]
    return nested_form_data({
        "words": inline_formset(words), "place": place.pk, "commune": "", "day": "2027-07-16", "until": "", "start": "18:30",
        "end": "20:00", "state": "confirmed", "audience": "public", "changeable_by": "office", "setting": "", "prices": "",
        **fields,
    })  # fmt: skip
