"""The accepted pictures as sets of bits in the memory of the process, so that counting costs microseconds.

See `common.in_memory`. Made anew when a picture, its rights or its facts change, and at midnight.
"""

from __future__ import annotations

from collections import defaultdict

from django.db.models import Max
from django.utils import timezone

from accounts.models import Territory
from common.in_memory import Latest, Rows
from pro_portal.photos.filters import PhotoFilters
from pro_portal.photos.models import Photo

COLUMNS = ("theme", "season", "weather", "orientation", "colour")


class Shelf(Rows):
    """The rows are the pictures, latest first."""

    def __init__(self):
        slugs = dict(Territory.objects.values_list("pk", "slug"))
        self.communes = dict(Territory.objects.values_list("slug", "name"))
        gathered: dict[tuple[str, str], list[int]] = defaultdict(list)
        ids: list[int] = []
        rows = Photo.objects.accepted().order_by("-added_at", "-pk")
        for position, (pk, people, commune, uses, *values) in enumerate(
            rows.values_list("pk", "with_people", "commune_id", "picture__uses", *COLUMNS).iterator(chunk_size=5000)
        ):
            ids.append(pk)
            gathered["people", "with" if people else "without"].append(position)
            if commune in slugs:
                gathered["commune", slugs[commune]].append(position)
            for use in uses:
                gathered["use", use].append(position)
            for name, value in zip(COLUMNS, values, strict=True):
                if value:
                    gathered[name, value].append(position)
        super().__init__(ids)
        self.facets = {key: self.bits(members) for key, members in gathered.items()}

    def visible_to(self, user) -> int:
        return self.seen_by(user, Photo.objects.all())

    def matching(self, filters: PhotoFilters, base: int, leave_out: str = "") -> int:
        """The pictures of `base` that pass the chosen facets, one of them left out."""
        for name, value in filters.chosen.items():
            if name != leave_out:
                base &= self.facets.get((name, value), 0)
        return base

    def counts(self, filters: PhotoFilters, base: int) -> dict[tuple[str, str], int]:
        """How many pictures each value would give beside the other choices, keyed (facet, value)."""
        others = {name: self.matching(filters, base, name) for name in {name for name, _ in self.facets}}
        return {key: (bits & others[key[0]]).bit_count() for key, bits in self.facets.items()}


latest = Latest(Shelf)


def version() -> tuple:
    # Two questions, each answered by an index; together they would read every row.
    return Photo.objects.count(), Photo.objects.aggregate(changed=Max("changed_at"))["changed"]


def current_shelf() -> Shelf:
    """The shelf of now: two queries, or four more when something has changed since."""
    return latest.of((*version(), timezone.localdate()))
