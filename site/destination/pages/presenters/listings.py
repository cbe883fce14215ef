"""Events and places as a page lists them: ready for the components, the same for every reader, cached a minute."""

from collections import Counter

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from common.models import fetch_substitutes
from common.registry import hook
from destination.agenda.facets import index as agenda_index
from destination.agenda.models import Event
from destination.agenda.models.state import NOT_RECOMMENDED
from destination.agenda.presenters.upcoming import cards_of, next_dates
from destination.pages.page_cache import cached
from destination.places.models import Place
from destination.places.presenters.cards import card
from destination.places.presenters.communes import commune_cards

# Enough to find places of different kinds.
PLACES_READ = 300
DOTS, DOTS_KEY = 200, "pages:dots"


@hook("pages.event_tiles")
def event_tiles(count: int, category: str = "", commune: str = "") -> list[dict]:
    """The next public events, one tile each: title, lang, url, date, time, place, state, free, category, image."""
    return cached(events_key(count, category, commune), lambda: build_event_tiles(count, category, commune))


def events_key(count: int, category: str = "", commune: str = "") -> str:
    return f"pages:events:{get_language()}:{timezone.localdate()}:{count}:{category}:{commune}"


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
        elif block.block_type == "communes":
            keys.append(communes_key())
    return keys


def build_event_tiles(count: int, category: str, commune: str) -> list[dict]:
    events = Event.objects.exclude(state__in=NOT_RECOMMENDED)
    events = events.filter(categories__code=category) if category else events
    events = events.filter(commune__slug=commune) if commune else events
    # What began long ago and lasts is in the agenda; a strip of next dates begins with what begins. What is daily would stand on
    # each day: it comes where nothing else does.
    today, user = timezone.localdate(), AnonymousUser()
    daily = agenda_index.current().daily_since(today)
    dates = next_dates(events.exclude(pk__in=daily), user, count, day__gte=today)
    if daily and len(dates) < count:
        dates |= next_dates(events.filter(pk__in=daily), user, count - len(dates), day__gte=today)
    return cards_of(dates, user)


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
    return cards_of_places(pks)


def communes_key() -> str:
    return f"pages:communes:{get_language()}"


@hook("pages.commune_cards")
def commune_tiles() -> list[dict]:
    """Every commune, as a card: title, url, text, lang, image."""
    return cached(communes_key(), commune_cards)


def cards_of_places(pks: list[int]) -> list[dict]:
    """From the database rather than the index, which may be behind: what is made here stays for a minute."""
    places, now = public_places().with_words().in_bulk(pks), timezone.now()
    fetch_substitutes(place.picture for place in places.values())
    return [
        card(place, place.words_in(), place.get_absolute_url(), None, place.hours, now)
        for place in (places[pk] for pk in pks if pk in places)
    ]


def map_dots() -> list[tuple[float, float]]:
    """Where public places are, for the map that is drawn before (or without) JavaScript."""
    return cached(DOTS_KEY, lambda: list(public_places().with_position().values_list("latitude", "longitude")[:DOTS]))


def public_places() -> QuerySet:
    return Place.objects.published().visible_to(AnonymousUser())
