"""What a page shows of the agenda and of the places: ready for the components, the same for every reader, kept a minute."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from common.access import Audience
from destination.agenda.models import Event, Occurrence
from destination.agenda.rows import events_by_id, row
from destination.pages.keeping import kept
from destination.places.models import Place

# A daily visit takes one tile of a strip, not all of them: so many dates are read to find different events.
DATES_READ_PER_TILE = 15
PLACES_READ = 300


def event_tiles(count: int, category: str = "", commune: str = "", today_only: bool = False) -> list[dict]:
    """The next public events, one tile each: title, lang, url, date, time, place, state, free, category, image."""
    language, day = get_language(), timezone.localdate()
    key = f"pages:events:{language}:{day}:{count}:{category}:{commune}:{today_only}"
    return kept(key, lambda: make_event_tiles(count, category, commune, today_only))


def make_event_tiles(count: int, category: str, commune: str, today_only: bool) -> list[dict]:
    now, today = timezone.now(), timezone.localdate()
    occurrences = Occurrence.objects.published().filter(event__audience=Audience.PUBLIC, cancelled=False).from_day(today)
    occurrences = occurrences.exclude(ends_at__lt=now).exclude(event__state__in=(Event.State.CANCELLED, Event.State.POSTPONED))
    if today_only:
        occurrences = occurrences.filter(day__lte=today)
    else:
        # What began long ago and lasts is in the agenda; a strip of next dates begins with what begins.
        occurrences = occurrences.filter(day__gte=today)
    if category:
        occurrences = occurrences.filter(event__categories__code=category)
    if commune:
        occurrences = occurrences.filter(event__commune__slug=commune)
    return tiles_of(occurrences.order_by("starts_at", "pk")[: count * DATES_READ_PER_TILE], count)


def tiles_of(occurrences: QuerySet, count: int) -> list[dict]:
    """One tile for each event, on its first day."""
    dated: dict[int, list[Occurrence]] = {}
    for occurrence in occurrences:
        dated.setdefault(occurrence.event_id, []).append(occurrence)
    chosen = dict(list(dated.items())[:count])
    events = events_by_id(chosen, AnonymousUser())
    return [tile(events[pk], found) for pk, found in chosen.items() if pk in events]


def tile(event: Event, occurrences: list[Occurrence]) -> dict:
    day = max(occurrences[0].day, timezone.localdate())
    on_that_day = [each for each in occurrences if each.day <= day <= each.last_day]
    return row(event, on_that_day, day) | {"image": public_picture(event.picture)}


def public_picture(picture):
    return picture if picture and picture.audience == Audience.PUBLIC else None


def place_cards(count: int, kind: str = "") -> list[dict]:
    """Public places of a kind, as cards: title, url, kind, kind_name, commune, image, lang."""
    return kept(f"pages:places:{get_language()}:{count}:{kind}", lambda: make_place_cards(count, kind))


def make_place_cards(count: int, kind: str) -> list[dict]:
    places = public_places()
    if kind:
        places = places.filter(kind=kind)
    return [place_card(place) for place in places.order_by("pk")[:count]]


def public_places() -> QuerySet:
    return Place.objects.published().visible_to(AnonymousUser()).with_words()


def place_card(place: Place) -> dict:
    language = get_language()
    words = place.words_in(language)
    return {
        "title": words.name if words else place.name,
        "lang": words.language if words and words.language != language else "",
        "url": place.get_absolute_url(),
        "kind": place.kind,
        "kind_name": place.get_kind_display(),
        "commune": place.commune.name,
        "image": public_picture(place.picture),
    }


def open_now(count: int) -> list[dict]:
    """Public places whose hours hold the present moment, as cards."""
    return kept(f"pages:open:{get_language()}:{count}", lambda: make_open_now(count))


def make_open_now(count: int) -> list[dict]:
    now = timezone.localtime()
    places = public_places().exclude(opening={}).order_by("pk")[:PLACES_READ]
    return [place_card(place) for place in places if is_open(place.opening, now)][:count]


def is_open(opening: dict, now) -> bool:
    """Whether the yearly periods of a place (see `Place.opening`) hold the present minute."""
    day, hour, weekday = now.strftime("%m-%d"), now.strftime("%H:%M"), now.strftime("%a").lower()
    for period in opening.get("periods", ()):
        if period.get("from", "01-01") <= day <= period.get("until", "12-31"):
            return any(first <= hour < last for first, last in period.get("hours", {}).get(weekday, ()))
    return False
