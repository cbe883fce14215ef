"""The published places in the memory of the process, so that filtering and counting ask the database nearly nothing.

A facet (a kind, a commune, « family »…) is the set of the places that have it. The directory is made anew when a place has
changed. It never decides who may see: each request asks the database which places its reader sees, and only those are
counted, sorted and shown.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import Count, Max
from django.utils.translation import get_language

from common.in_memory import Latest
from common.translations import choose_words
from destination.places.filters import Around, PlaceFilters
from destination.places.models import Place, PlaceTranslation, place_slug
from destination.places.opening_hours.hours import A_DAY, Opening, zone
from destination.places.querysets import kilometres


@dataclass(frozen=True, slots=True)
class Naming:
    """What a list needs of a place's words in one language; `language` is the one they are really in."""

    name: str
    language: str
    slug: str
    order: str
    searched: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list, a count or a point needs of a place."""

    pk: int
    kind: str
    commune_id: int
    latitude: float | None
    longitude: float | None


class Directory:
    """`facets` maps (name, value) to a set of place ids, `places` an id to its facts."""

    def __init__(self):
        self.places: dict[int, Listed] = {}
        self.facets: dict[tuple, set[int]] = defaultdict(set)
        self.openings: dict[int, Opening] = {}
        self._namings: dict[str, dict[int, Naming]] = {}
        self._orders: dict[str, list[int]] = {}
        self._openings_of_day: tuple[date, list] = (date.min, [])
        self._read_places()
        self.words: dict[int, list] = defaultdict(list)
        for words in PlaceTranslation.objects.filter(place__live=True).only("place_id", "language", "name", "summary"):
            self.words[words.place_id].append(words)

    def _read_places(self):
        rows = Place.objects.published().order_by().values_list(
            "pk", "kind", "commune_id", "latitude", "longitude", "family", "accessibility", "opening"
        )  # fmt: skip
        for pk, kind, commune_id, latitude, longitude, family, accessibility, opening in rows:
            self.places[pk] = Listed(pk, kind, commune_id, latitude, longitude)
            self.facets["kind", kind].add(pk)
            self.facets["commune", commune_id].add(pk)
            if family:
                self.facets["family", True].add(pk)
            for each in accessibility if isinstance(accessibility, list) else []:
                self.facets["access", str(each)].add(pk)
            if read := Opening.from_json(opening):
                self.openings[pk] = read

    # ---- words -------------------------------------------------------------------------------------------------
    def namings(self) -> dict[int, Naming]:
        """The places' names in the active language."""
        language = get_language()
        if language not in self._namings:
            self._namings[language] = {pk: _naming(choose_words(self.words.get(pk, ()), language)) for pk in self.places}
        return self._namings[language]

    def in_order(self) -> list[int]:
        """The places by name in the active language."""
        language = get_language()
        if language not in self._orders:
            namings = self.namings()
            self._orders[language] = sorted(self.places, key=lambda pk: (namings[pk].order, pk))
        return self._orders[language]

    # ---- conditions --------------------------------------------------------------------------------------------
    def any_of(self, facet: str, values: Iterable) -> set[int]:
        return set().union(*(self.facets.get((facet, value), ()) for value in values))

    def open_at(self, moment: datetime) -> set[int]:
        """The places open at `moment`."""
        at = moment.astimezone(UTC)
        day = moment.astimezone(zone()).date()
        if self._openings_of_day[0] != day:
            self._openings_of_day = (
                day,
                [
                    (begins, ends, pk)
                    for pk, opening in self.openings.items()
                    for begins, ends in opening.openings(day - A_DAY, day)
                ],
            )
        return {pk for begins, ends, pk in self._openings_of_day[1] if begins <= at < ends}

    def around(self, around: Around) -> dict[int, float]:
        """The places within the radius and their distance in kilometres."""
        positions = ((place.pk, place.latitude, place.longitude) for place in self.places.values())
        return {
            pk: distance
            for pk, latitude, longitude in positions
            if latitude is not None
            and longitude is not None
            and abs(latitude - around.latitude) < 1
            and (distance := kilometres(around.latitude, around.longitude, latitude, longitude)) <= around.km
        }

    def saying(self, text: str) -> set[int]:
        """The places whose name or summary holds every word of `text`, accents and capitals apart."""
        words = folded(text).split()
        return {pk for pk, naming in self.namings().items() if all(word in naming.searched for word in words)}

    def conditions(self, filters: PlaceFilters, communes: dict[str, int], moment: datetime) -> dict[str, set[int]]:
        """One set of places for each filter that is on; a place must be in all of them. `communes` maps slugs to ids."""
        asked: dict[str, set[int]] = {}
        if filters.text:
            asked["text"] = self.saying(filters.text)
        if filters.kinds:
            asked["kind"] = self.any_of("kind", filters.kinds)
        if filters.communes:
            asked["commune"] = self.any_of("commune", (communes.get(slug) for slug in filters.communes))
        for kind in filters.access:
            asked[f"access {kind}"] = self.facets.get(("access", kind), set())
        if filters.family:
            asked["family"] = self.facets.get(("family", True), set())
        if filters.open_now:
            asked["open"] = self.open_at(moment)
        if filters.near:
            asked["near"] = set(self.around(filters.near))
        return asked


def folded(text: str) -> str:
    """Without accents nor capitals, « œ » as « oe »."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _naming(words: PlaceTranslation | None) -> Naming:
    if words is None:
        return Naming("", get_language(), place_slug(""), "", "")
    order = folded(words.name)
    return Naming(words.name, words.language, place_slug(words.name), order, f"{order} {folded(words.summary)}")


latest = Latest(Directory)


def _version() -> tuple:
    places = Place.objects.published().aggregate(number=Count("pk"), last=Max("changed_at"))
    words = PlaceTranslation.objects.aggregate(number=Count("pk"), last=Max("changed_at"))
    return (*places.values(), *words.values())


def current_directory() -> Directory:
    """The directory of now: two queries, or two more when a place has changed since."""
    return latest.of(_version())
