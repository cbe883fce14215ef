"""« Je suis sur place » by the hour: what is still on today, what comes next, what is open and what opens, and what is near.

Every part is there only where it has something to show; nothing is promised that does not follow."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from accounts.models import Territory
from common.filters import Near
from destination.agenda.filters import AgendaFilters
from destination.agenda.models import Event
from destination.agenda.models.state import NOT_RECOMMENDED
from destination.agenda.presenters.upcoming import cards_of, next_dates
from destination.pages.page_cache import cached
from destination.pages.presenters.listings import cards_of_places, public_places
from destination.places.facets import index as place_index
from destination.places.filters import PlaceFilters
from destination.places.models import Place
from destination.places.opening_hours.sentences import next_opening_in_words
from destination.places.presenters.distances import away_in_words

TILES, PLACES = 4, 6
# The evening begins when the day’s visits end, the night when what goes on ends; a day begins at breakfast.
EVENING, NIGHT_ENDS = time(17), time(5)
NOON = time(13)
# What opens later than that is for another day.
OPENS_WITHIN = timedelta(hours=16)
# Who says in which commune they are walks, or drives a few minutes.
RADIUS_KM = 5


@dataclass(frozen=True)
class Hour:
    """Which part of the day it is for somebody on the spot."""

    now: datetime

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    @property
    def is_evening(self) -> bool:
        """From five in the afternoon until the night ends: what comes next is tomorrow."""
        hour = timezone.localtime(self.now).time()
        return hour >= EVENING or hour < NIGHT_ENDS

    @property
    def is_night(self) -> bool:
        """After midnight: today’s morning is what comes next."""
        return timezone.localtime(self.now).time() < NIGHT_ENDS

    @property
    def key(self) -> str:
        return f"{self.today}:{self.is_evening}:{self.is_night}"


def here_keys() -> list[str]:
    hour = Hour(timezone.now())
    return [agenda_key(hour), places_key(hour)]


def agenda_key(hour: Hour) -> str:
    return f"pages:here:agenda:{get_language()}:{hour.key}"


def places_key(hour: Hour) -> str:
    return f"pages:here:places:{get_language()}:{hour.key}"


def strips() -> list[dict]:
    """The strips of events: name, title, tiles, url and words of the link to all of them; the soonest first."""
    hour = Hour(timezone.now())
    return cached(agenda_key(hour), lambda: build_strips(hour))


def build_strips(hour: Hour) -> list[dict]:
    today, tomorrow = hour.today, hour.today + timedelta(days=1)
    on_today = strip("today", today_in_words(hour), today, _("Tout ce qui se passe aujourd’hui"), last=today)
    shown = [on_today] if on_today["tiles"] else []
    if (hour.is_evening and not hour.is_night) or not shown:
        following = strip("tomorrow", "", tomorrow, _("Tout ce qui se passe demain"), first=tomorrow, last=tomorrow)
        if following["tiles"]:
            shown.append(following | {"title": tomorrow_in_words(following["starts"])})
    if not shown:
        coming = strip("coming", _("Prochainement"), None, _("Tout l’agenda"), first=today)
        shown = [coming] if coming["tiles"] else []
    return shown


def strip(name: str, title: str, day: date | None, words: str, first: date | None = None, last: date | None = None) -> dict:
    events = Event.objects.exclude(state__in=NOT_RECOMMENDED)
    days = ({"day__gte": first} if first else {}) | ({"day__lte": last} if last else {})
    dates = next_dates(events, AnonymousUser(), TILES, **days)
    return {
        "name": name,
        "title": title,
        "tiles": cards_of(dates, AnonymousUser()),
        "starts": [occurrence.starts_at for _day, occurrences in dates.values() for occurrence in occurrences],
        "url": reverse("agenda:list") + (AgendaFilters(day=day).query() if day else ""),
        "words": words,
    }


def today_in_words(hour: Hour) -> str:
    if hour.is_night:
        return _("Aujourd’hui")
    return _("Ce soir") if hour.is_evening else _("Aujourd’hui")


def tomorrow_in_words(starts: list[datetime]) -> str:
    """« Demain matin » where all of it begins before lunch, « Demain, dès le matin » where the first does."""
    mornings = [timezone.localtime(start).time() < NOON for start in starts]
    if mornings and all(mornings):
        return _("Demain matin")
    return _("Demain, dès le matin") if any(mornings) else _("Demain")


def places() -> dict:
    """`open`: places where one may come in now; `next`: those that open soonest, where few are open. Cards of places."""
    hour = Hour(timezone.now())
    return cached(places_key(hour), lambda: build_places(hour))


def build_places(hour: Hour) -> dict:
    """Only places whose hours are those at which one comes in: a reception says nothing of what there is to do."""
    rows, language = place_index.current(), get_language()
    public = set(public_places().values_list("pk", flat=True))
    openings = {pk: opening for pk, opening in rows.openings.items() if pk in public and opening.is_of_the_place}
    is_open = rows.open_at(hour.now)
    now_open = sorted((pk for pk in openings if pk in is_open), key=lambda pk: (openings[pk].is_always_open, pk))
    soon = {}
    if len(now_open) < PLACES:
        changes = {pk: openings[pk].next_change(hour.now) for pk in openings if pk not in is_open}
        soon = {pk: change for pk, change in changes.items() if change and change - hour.now <= OPENS_WITHIN}
    next_open = sorted(soon, key=lambda pk: (soon[pk], pk))
    opening_cards = cards_of_places(next_open[:PLACES])
    for card in opening_cards:
        card["open_words"] = next_opening_in_words(openings[card["pk"]], hour.now, language)
    return {
        "open": cards_of_places(now_open[:PLACES]),
        "open_title": _("Encore ouvert ce soir") if hour.is_evening and not hour.is_night else _("Ouvert en ce moment"),
        "open_count": len(now_open),
        "open_words": ngettext(
            "Voir le lieu ouvert en ce moment", "Voir les %(count)d lieux ouverts en ce moment", len(is_open & public)
        )
        % {"count": len(is_open & public)},
        "open_url": reverse("places:list") + PlaceFilters(open_now=True).query(),
        "next": opening_cards,
    }


def near_commune(slug: str) -> dict | None:
    """What is near the commune that the reader chose: its slug, name, url, the addresses of the lists around it, and the
    nearest places as cards; None where it is no commune of ours or has no position."""
    commune = Territory.objects.defer("outline").filter(slug=slug).first() if slug else None
    if commune is None or commune.latitude is None or commune.longitude is None:
        return None
    near = Near(commune.latitude, commune.longitude, RADIUS_KM, commune.slug)
    cards = cached(f"pages:here:near:{get_language()}:{commune.slug}", lambda: build_near(near))
    return {
        "slug": commune.slug,
        "name": commune.name,
        "url": reverse("places:commune", kwargs={"slug": commune.slug}),
        "places": cards,
        "places_url": reverse("places:list") + PlaceFilters(near=near).query(),
        "agenda_url": reverse("agenda:list") + AgendaFilters(day="today", near=near).query(),
        "radius": RADIUS_KM,
    }


def build_near(near: Near) -> list[dict]:
    distances = place_index.current().around(near)
    public = set(Place.objects.published().visible_to(AnonymousUser()).filter(pk__in=distances).values_list("pk", flat=True))
    nearest = [pk for pk in sorted(distances, key=distances.get) if pk in public][:PLACES]
    # That a place is closed is said where one asks whether it is open.
    return [
        card | {"away": away_in_words(distances[card["pk"]]), "open_words": card["open_words"] if card["is_open"] else ""}
        for card in cards_of_places(nearest)
    ]
