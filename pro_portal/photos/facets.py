"""The accepted pictures as sets, so that counting beside every filter costs microseconds (see `common.facets`)."""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from datetime import datetime
from operator import itemgetter

from django.db.models import QuerySet

from accounts.models import Territory
from common.facets.index import FacetIndex
from common.facets.rows import FacetRows, Row, all_of, latest_first
from pro_portal.photos.filters import PhotoFilters
from pro_portal.photos.models import Photo

COLUMNS = ("theme", "season", "weather", "orientation", "colour")


class PhotoRows(FacetRows):
    """The rows are the pictures, latest first; `communes` maps slugs to names."""

    def gather(self) -> None:
        self._slugs = dict(Territory.objects.values_list("pk", "slug"))
        self.communes = dict(Territory.objects.values_list("slug", "name"))
        self._decided: list[tuple[datetime, int]] = []  # when each picture was accepted, and its id

    def queryset(self) -> QuerySet:
        return Photo.objects.accepted()

    def read(self, ids: Collection[int] | None) -> Iterator[Row]:
        rows = self.rows_of(ids).values_list("pk", "added_at", "with_people", "commune_id", "picture__uses", *COLUMNS)
        for pk, added_at, people, commune, uses, *values in rows.iterator(chunk_size=5000):
            facets = [("people", "with" if people else "without"), *(("use", use) for use in uses)]
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

    def conditions(self, filters: PhotoFilters) -> dict[str, int]:
        """One set for each facet that is on; a picture must be in all of them."""
        return {name: self.having(name, value) for name, value in filters.facets.items()}

    def counts(self, filters: PhotoFilters, base: int) -> dict[tuple[str, str], int]:
        """How many pictures of `base` each value would give beside the other choices, keyed (facet, value)."""
        conditions, counts = self.conditions(filters), {}
        for facet, values in self.facets.items():
            beside = all_of(base, conditions, facet)
            counts |= {(facet, value): (bits & beside).bit_count() for value, bits in values.items()}
        return counts


index = FacetIndex("photos", PhotoRows)
