"""The places that match a reader's filters: counted, sorted, and as points of a map."""

from functools import cached_property

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Territory
from common.facets.rows import all_of
from common.models import fetch_substitutes
from destination.places.facets import index
from destination.places.filters import PlaceFilters
from destination.places.models import Place, PlaceKind
from destination.places.presenters.cards import card
from destination.places.presenters.distances import away_in_words

PER_PAGE = 24
# Without JavaScript the map shows the first points; more would weigh more than the list.
MOST_DOTS = 500


class Listing:
    """The places that pass `filters` and that `user` may see, as their page shows them."""

    def __init__(self, filters: PlaceFilters, user):
        self.user, self.now = user, timezone.now()
        self.rows = index.current()
        self.communes = {commune.pk: commune for commune in Territory.objects.defer("outline", "presentation")}
        self.near = filters.near.located(self.communes.values()) if filters.near else None
        self.filters = filters if self.near or not filters.near else filters.replace(near=None)
        # Asked at each request: a map shows names and positions as the index has them.
        self.visible = self.rows.of_ids(Place.objects.published().visible_to(user).order_by().values_list("pk", flat=True))
        slugs = {commune.slug: commune.pk for commune in self.communes.values()}
        self.conditions = self.rows.conditions(self.filters, slugs, self.now, self.near)
        self.matches = all_of(self.visible, self.conditions)

    @property
    def total(self) -> int:
        return self.matches.bit_count()

    @cached_property
    def ordered(self) -> list[int]:
        """The places found: the nearest first around a position, else by name."""
        order = sorted(self.distances, key=self.distances.get) if self.near else self.rows.in_order()
        return self.rows.among(self.matches, order)

    @cached_property
    def distances(self) -> dict[int, float]:
        return self.rows.around(self.near) if self.near else {}

    @cached_property
    def page(self) -> Page:
        """The requested page, or the last one."""
        return Paginator(self.ordered, PER_PAGE).get_page(self.filters.page)

    def count(self, facet: str, value) -> int:
        """How many places this value would give beside the other filters."""
        members = self._open if facet == "open" else self.rows.having(facet, value)
        return (members & self._beside(f"access {value}" if facet == "access" else facet)).bit_count()

    @cached_property
    def _open(self) -> int:
        return self.conditions["open"] if "open" in self.conditions else self.rows.of_ids(self.rows.open_at(self.now))

    def _beside(self, name: str) -> int:
        """The places that pass every filter but this one."""
        return all_of(self.visible, self.conditions, name) if name in self.conditions else self.matches

    def cards(self) -> list[dict]:
        """The page's places for `components/card_place.html`, read again from the database as this reader may see them."""
        places = Place.objects.published().visible_to(self.user).select_related("picture").in_bulk(list(self.page))
        fetch_substitutes(place.picture for place in places.values())
        namings, openings = self.rows.namings(), self.rows.openings
        for place in places.values():
            place.commune = self.communes[place.commune_id]
        return [
            card(places[pk], namings[pk], self._url(pk), self.user, openings.get(pk), self.now, self.distances.get(pk))
            for pk in self.page
            if pk in places
        ]

    def _url(self, pk: int) -> str:
        return f"{self._address}{self.rows.namings()[pk].slug}-{pk}/"

    @cached_property
    def _address(self) -> str:
        """Two thousand addresses are not worth two thousand searches in the table of addresses."""
        return reverse("places:list")

    def points(self) -> list[dict]:
        """Every place found that has a position: id, latitude, longitude, title, lang (empty
        where it is the page's), detail, url, kind."""
        kinds = {kind: str(label) for kind, label in PlaceKind.choices}
        namings = self.rows.namings()
        points = []
        for place in (self.rows.places[pk] for pk in self.ordered):
            if place.latitude is None or place.longitude is None:
                continue
            naming = namings[place.pk]
            points.append(
                {
                    "id": place.pk,
                    "latitude": round(place.latitude, 5),  # about a metre
                    "longitude": round(place.longitude, 5),
                    "title": naming.name or _("Lieu sans nom"),
                    "lang": _foreign(naming.language),
                    "detail": self._detail(place, kinds),
                    "url": self._url(place.pk),
                    "kind": place.kind,
                }
            )
        return points

    def _detail(self, place, kinds: dict[str, str]) -> str:
        """« Musée · Port-Aurelle », and how far it is around a position."""
        parts = [kinds.get(place.kind, ""), self.communes[place.commune_id].name]
        return " · ".join([*parts, away_in_words(self.distances[place.pk])] if place.pk in self.distances else parts)

    def dots(self) -> list[tuple[float, float]]:
        """Latitude and longitude of the first places found."""
        places = (self.rows.places[pk] for pk in self.ordered[:MOST_DOTS])
        return [
            (place.latitude, place.longitude) for place in places if place.latitude is not None and place.longitude is not None
        ]


def _foreign(language: str) -> str:
    return language if language != get_language() else ""
