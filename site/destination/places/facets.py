"""The published places as sets: what filters, counts and orders their list (see `common.facets`).

It does not decide who may see: what a map shows of a place comes from here, so each request asks the database which places its
reader sees.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import QuerySet
from django.utils.translation import get_language

from common.facets.index import FacetIndex
from common.facets.rows import FacetRows, Row
from common.filters import Near
from common.text import fold_accents
from common.translations import choose_words
from destination.places.choices import settings_found
from destination.places.filters import PlaceFilters
from destination.places.models import Place, PlaceTranslation, opening_of, place_slug
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
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list, a count or a point needs of a place."""

    pk: int
    kind: str
    commune_id: int
    latitude: float | None
    longitude: float | None


class PlaceRows(FacetRows):
    """The rows are the published places, in no order of their own; `places` maps an id to its facts."""

    def gather(self) -> None:
        self.places: dict[int, Listed] = {}
        self.openings: dict[int, Opening] = {}
        self._words: dict[int, list[PlaceTranslation]] = {}
        self._namings: dict[str, dict[int, Naming]] = {}

    def queryset(self) -> QuerySet:
        return Place.objects.published()

    def read(self, ids: Collection[int] | None) -> Iterator[Row]:
        rows = self.rows_of(ids).order_by().values_list("pk", "kind", "commune_id", "family", "accessibility", "setting")
        for pk, kind, commune_id, family, accessibility, setting in rows:
            facets = [("kind", kind), ("commune", commune_id)]
            facets += [("family", True)] if family else []
            facets += [("access", str(access)) for access in (accessibility if isinstance(accessibility, list) else [])]
            facets += [("setting", value) for value in settings_found(setting)]
            yield Row(pk, facets)

    def follow(self, ids: Collection[int] | None, before: "PlaceRows | None") -> None:
        unchanged = [] if ids is None else self.positions.keys() - ids
        rows = self.rows_of(ids).order_by().values_list("pk", "kind", "commune_id", "latitude", "longitude", "opening")
        rows = [row for row in rows if row[0] in self.positions]
        openings = ((pk, opening_of(kind, opening)) for pk, kind, *_facts, opening in rows)
        words = defaultdict(list)
        translations = PlaceTranslation.objects.only("place_id", "language", "name", "summary")
        for translation in translations.filter(place__live=True) if ids is None else translations.filter(place__in=ids):
            words[translation.place_id].append(translation)
        self.places = _facts_of(self.places, unchanged) | {row[0]: Listed(*row[:-1]) for row in rows}
        self.openings = _facts_of(self.openings, unchanged) | {pk: opening for pk, opening in openings if opening}
        self._words = _facts_of(self._words, unchanged) | words
        self._namings = {
            language: _facts_of(namings, unchanged) | {row[0]: self._naming(row[0], language) for row in rows}
            for language, namings in list(self._namings.items())
        }
        self._orders: dict[str, list[int]] = {}
        self._openings_of_day: tuple[date, list] = (date.min, [])

    # ---- words -------------------------------------------------------------------------------------------------
    def namings(self) -> dict[int, Naming]:
        """The places' names in the active language."""
        language = get_language()
        if language not in self._namings:
            self._namings[language] = {pk: self._naming(pk, language) for pk in self.places}
        return self._namings[language]

    def in_order(self) -> list[int]:
        """The places by name in the active language."""
        language = get_language()
        if language not in self._orders:
            namings = self.namings()
            self._orders[language] = sorted(self.places, key=lambda pk: (namings[pk].order, pk))
        return self._orders[language]

    def _naming(self, pk: int, language: str) -> Naming:
        words = choose_words(self._words.get(pk, ()), language)
        if words is None:
            return Naming("", language, place_slug(""), "", "")
        order = fold_accents(words.name)
        return Naming(
            words.name, words.language, place_slug(words.name), order, f"{order} {fold_accents(words.summary)}", words.summary
        )

    # ---- conditions --------------------------------------------------------------------------------------------
    def open_at(self, moment: datetime) -> set[int]:
        """The ids of the places open at `moment`."""
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

    def around(self, near: Near) -> dict[int, float]:
        """The ids of the places within the radius and their distance in kilometres."""
        positions = ((place.pk, place.latitude, place.longitude) for place in self.places.values())
        return {
            pk: distance
            for pk, latitude, longitude in positions
            if latitude is not None
            and longitude is not None
            and abs(latitude - near.latitude) < 1
            and (distance := kilometres(near.latitude, near.longitude, latitude, longitude)) <= near.radius
        }

    def mentioning(self, text: str) -> set[int]:
        """The ids of the places whose name or summary holds every word of `text`, accents and capitals apart."""
        words = fold_accents(text).split()
        return {pk for pk, naming in self.namings().items() if all(word in naming.searched for word in words)}

    def conditions(
        self, filters: PlaceFilters, communes: dict[str, int], moment: datetime, near: Near | None = None
    ) -> dict[str, int]:
        """One set of places for each filter that is on; a place must be in all of them. `communes` maps slugs to ids, `near` is
        that of the filters, located."""
        conditions: dict[str, int] = {}
        if filters.text:
            conditions["text"] = self.of_ids(self.mentioning(filters.text))
        if filters.kinds:
            conditions["kind"] = self.having("kind", *filters.kinds)
        if filters.communes:
            conditions["commune"] = self.having("commune", *(communes.get(slug) for slug in filters.communes))
        for kind in filters.access:
            conditions[f"access {kind}"] = self.having("access", kind)
        if filters.family:
            conditions["family"] = self.having("family", True)
        if filters.setting:
            conditions["setting"] = self.having("setting", filters.setting)
        if filters.open_now:
            conditions["open"] = self.of_ids(self.open_at(moment))
        if near:
            conditions["near"] = self.of_ids(self.around(near))
        return conditions


def _facts_of(facts_by_id: dict[int, object], ids: Collection[int]) -> dict[int, object]:
    return {pk: facts_by_id[pk] for pk in ids if pk in facts_by_id}


index = FacetIndex("places", PlaceRows)
