"""The accepted pictures as sets, so that counting beside every filter costs microseconds (see `common.facets`)."""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from datetime import date, datetime
from operator import itemgetter
from typing import NamedTuple

from django.db.models import QuerySet

from accounts.models import Territory
from common.facets.index import FacetIndex
from common.facets.rows import FacetRows, Row, all_of, latest_first
from pro_portal.photos.filters import TAKE, PhotoFilters
from pro_portal.photos.models import Photo
from pro_portal.photos.permissions import light_of
from pro_portal.photos.rights.rule import LAST_DAYS

# Who takes what they see, and who takes what is offered to others (`permissions.takes_what_they_see`): for each of them a picture
# has its own light and uses.
OFFICES, OTHERS = "offices", "others"
BY_TAKER = ("light", "use")
RIGHTS = ("uses", "third_parties_allowed", "changes_allowed", "use_territory")
COLUMNS = ("theme", "season", "weather", "orientation", "colour")


def value_for(taker: str, facet: str, value: str) -> str:
    """The value in the index of what this taker asks for."""
    return f"{taker}:{value}" if facet in BY_TAKER else value


class _Rights(NamedTuple):
    """Of a picture, what `light_of` asks: a whole picture for each of twenty thousand would take half a second."""

    uses: list[str]
    third_parties_allowed: bool
    changes_allowed: bool
    use_territory: str
    last_day: date | None


def _facets_by_taker(picture: _Rights) -> Iterator[tuple[str, str]]:
    """Its light and, where it may be taken, its uses."""
    for taker in (OFFICES, OTHERS):
        light = light_of(picture) if taker == OFFICES or picture.third_parties_allowed else "red"
        yield "light", value_for(taker, "light", light)
        if light != "red":
            yield "light", value_for(taker, "light", TAKE)
            yield from (("use", value_for(taker, "use", use)) for use in picture.uses)


class PhotoRows(FacetRows):
    """The rows are the pictures, latest first; `communes` maps slugs to names."""

    def gather(self) -> None:
        self._slugs = dict(Territory.objects.values_list("pk", "slug"))
        self.communes = dict(Territory.objects.values_list("slug", "name"))
        self._decided: list[tuple[datetime, int]] = []  # when each picture was accepted, and its id

    def queryset(self) -> QuerySet:
        return Photo.objects.accepted()

    def read(self, ids: Collection[int] | None) -> Iterator[Row]:
        rights = [f"picture__{name}" for name in (*RIGHTS, *LAST_DAYS)]
        rows = self.rows_of(ids).values_list("pk", "added_at", "with_people", "commune_id", *COLUMNS, *rights)
        for pk, added_at, people, commune, *values in rows.iterator(chunk_size=5000):
            values, held = values[: len(COLUMNS)], values[len(COLUMNS) :]
            rights = _Rights(*held[: len(RIGHTS)], min(filter(None, held[len(RIGHTS) :]), default=None))
            facets = [("people", "with" if people else "without"), *_facets_by_taker(rights)]
            if commune in self._slugs:
                facets.append(("commune", self._slugs[commune]))
            facets += [(name, value) for name, value in zip(COLUMNS, values, strict=True) if value]
            yield Row(pk, facets, latest_first(added_at, pk))

    def follow(self, ids: Collection[int] | None, before: "PhotoRows | None") -> None:
        decided = self.rows_of(ids).exclude(decided_at=None).values_list("decided_at", "pk")
        self._decided = sorted([*(entry for entry in self._decided if before and entry[1] not in ids), *decided])

    def accepted_since(self, moment: datetime) -> int:
        """The pictures that were accepted after this moment."""
        return self.of_ids(pk for _at, pk in self._decided[bisect_right(self._decided, moment, key=itemgetter(0)) :])

    def conditions(self, filters: PhotoFilters, taker: str) -> dict[str, int]:
        """One set for each facet that is on; a picture must be in all of them. `taker` is OFFICES or OTHERS."""
        return {name: self.having(name, value_for(taker, name, value)) for name, value in filters.facets.items()}

    def counts(self, filters: PhotoFilters, base: int, taker: str) -> dict[tuple[str, str], int]:
        """How many pictures of `base` each value would give beside the other choices, keyed (facet, value as `value_for`)."""
        conditions, counts = self.conditions(filters, taker), {}
        for facet, values in self.facets.items():
            beside = all_of(base, conditions, facet)
            counts |= {(facet, value): (bits & beside).bit_count() for value, bits in values.items()}
        return counts


index = FacetIndex("photos", PhotoRows)
