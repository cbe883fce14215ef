"""Events and places as a page lists them: ready for the components, the same for every reader, cached a minute."""

from collections import Counter
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from common.access import Audience
from common.models import fetch_substitutes, line_picture
from common.registry import hook
from destination.agenda.models import Event, Occurrence
from destination.agenda.models.state import NOT_RECOMMENDED
from destination.agenda.presenters.event_cards import card, events_by_id
from destination.pages.page_cache import cached
from destination.places.facets import index as place_index
from destination.places.models import Place, PlaceKind
from destination.places.opening_hours.hours import Opening
from destination.places.opening_hours.sentences import status_in_words

# A daily visit takes one tile of a strip, not all of them: so many dates are read to find different events.
DATES_READ_PER_TILE = 15
# Enough to find places of different kinds.
PLACES_READ = 300
DOTS, DOTS_KEY = 200, "pages:dots"


@hook("pages.event_tiles")
def event_tiles(count: int, category: str = "", commune: str = "", today_only: bool = False) -> list[dict]:
    """The next public events, one tile each: title, lang, url, date, time, place, state, free, category, image."""
    return cached(
        events_key(count, category, commune, today_only), lambda: build_event_tiles(count, category, commune, today_only)
    )


def events_key(count: int, category: str = "", commune: str = "", today_only: bool = False) -> str:
    return f"pages:events:{get_language()}:{timezone.localdate()}:{count}:{category}:{commune}:{today_only}"


def places_key(count: int, kind: str = "") -> str:
    return f"pages:places:{get_language()}:{count}:{kind}"


def cache_keys_of(body) -> list[str]:
    """The cache keys of the events and places blocks of a page's body."""
    keys = []
    for block in body:
        value = block.value
        if block.block_type == "events":
            keys.append(events_key(value.get("count") or 4, value.get("category") or "", value.get("commune") or ""))
        elif block.block_type == "places":
            keys.append(places_key(value.get("count") or 3, value.get("kind") or ""))
    return keys


def build_event_tiles(count: int, category: str, commune: str, today_only: bool) -> list[dict]:
    today = timezone.localdate()
    occurrences = Occurrence.objects.published().upcoming().filter(event__audience=Audience.PUBLIC)
    occurrences = occurrences.exclude(event__state__in=NOT_RECOMMENDED)
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
    dates_by_event: dict[int, list[Occurrence]] = {}
    for occurrence in occurrences:
        dates_by_event.setdefault(occurrence.event_id, []).append(occurrence)
    first_events = dict(list(dates_by_event.items())[:count])
    events = events_by_id(first_events, AnonymousUser())
    return [tile(events[pk], dates) for pk, dates in first_events.items() if pk in events]


def tile(event: Event, occurrences: list[Occurrence]) -> dict:
    day = max(occurrences[0].day, timezone.localdate())
    on_that_day = [occurrence for occurrence in occurrences if occurrence.day <= day <= occurrence.last_day]
    return card(event, on_that_day, day)


@hook("pages.place_cards")
def place_cards(count: int, kind: str = "") -> list[dict]:
    """Public places of a kind, or of as many kinds as there are cards: title, url, kind, kind_name, commune, image, lang,
    open_words, is_open."""
    return cached(places_key(count, kind), lambda: build_place_cards(count, kind))


def build_place_cards(count: int, kind: str) -> list[dict]:
    places = public_places().filter(kind=kind) if kind else public_places()
    with_pictures_first = places.order_by(F("picture").asc(nulls_last=True), "pk").values_list("pk", "kind")[:PLACES_READ]
    count_by_kind: Counter = Counter()
    ranked = []  # the first of each kind, then the second of each kind…
    for place, (pk, its_kind) in enumerate(with_pictures_first):
        ranked.append((count_by_kind[its_kind], place, pk))
        count_by_kind[its_kind] += 1
    pks = [pk for _round, _place, pk in sorted(ranked)[:count]]
    places_by_pk = public_places().with_words().in_bulk(pks)
    fetch_substitutes(place.picture for place in places_by_pk.values())
    return [place_card(places_by_pk[pk], timezone.now()) for pk in pks]


def open_now(count: int) -> list[dict]:
    """Public places where one may come in at this moment, as cards."""
    return cached(open_key(count), lambda: build_open_now(count))


def open_key(count: int) -> str:
    return f"pages:open:{get_language()}:{count}"


def build_open_now(count: int) -> list[dict]:
    now = timezone.now()
    open_ids = place_index.current().open_at(now)
    pks = [pk for pk in public_places().order_by("pk").values_list("pk", flat=True) if pk in open_ids][:count]
    places_by_pk = public_places().with_words().in_bulk(pks)
    fetch_substitutes(place.picture for place in places_by_pk.values())
    return [place_card(places_by_pk[pk], now) for pk in pks]


def map_dots() -> list[tuple[float, float]]:
    """Where public places are, for the map that is drawn before (or without) JavaScript."""
    return cached(DOTS_KEY, lambda: list(public_places().with_position().values_list("latitude", "longitude")[:DOTS]))


def public_places() -> QuerySet:
    return Place.objects.published().visible_to(AnonymousUser())


def place_card(place: Place, now: datetime) -> dict:
    language = get_language()
    words, opening = place.words_in(language), Opening.from_json(place.opening)
    return {
        "title": words.name if words else place.name,
        "lang": words.language if words and words.language != language else "",
        "url": place.get_absolute_url(),
        "kind": place.kind,
        "kind_name": PlaceKind(place.kind).label,
        "commune": place.commune.name,
        "image": line_picture(place.picture, None),
        "open_words": status_in_words(opening, now, language) if opening else "",
        "is_open": bool(opening) and opening.is_open(now),
    }
