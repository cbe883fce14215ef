"""The accepted pictures as sets, so that counting beside every filter costs microseconds (see `common.facets`)."""

from collections.abc import Collection, Iterator

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
