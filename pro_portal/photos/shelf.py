"""The accepted pictures as sets of bits in the memory of the process, so that counting costs microseconds.

As in `destination.agenda.snapshot`: each picture has a position, a facet is an integer whose bits say which pictures have it,
filtering is `&`. Made anew when a picture, its rights or its facts change, and at midnight. It orders and counts; what is shown
is always read again from the database through `visible_to`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from threading import Lock

from django.db.models import Max
from django.utils import timezone

from accounts.models import Territory
from common.access import reader_keys
from pro_portal.photos.filters import PhotoFilters
from pro_portal.photos.models import Photo

MOST_READERS = 200
COLUMNS = ("theme", "season", "weather", "orientation", "colour")


class Shelf:
    """`ids` are the pictures, latest first; a picture's position in it is its bit."""

    def __init__(self, version: tuple, today: date):
        self.version, self.today = version, today
        slugs = dict(Territory.objects.values_list("pk", "slug"))
        self.communes = dict(Territory.objects.values_list("slug", "name"))
        gathered: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.ids: list[int] = []
        rows = Photo.objects.accepted().order_by("-added_at", "-pk")
        for position, (pk, people, commune, uses, *values) in enumerate(
            rows.values_list("pk", "with_people", "commune_id", "picture__uses", *COLUMNS).iterator(chunk_size=5000)
        ):
            self.ids.append(pk)
            gathered["people", "with" if people else "without"].append(position)
            if commune in slugs:
                gathered["commune", slugs[commune]].append(position)
            for use in uses:
                gathered["use", use].append(position)
            for name, value in zip(COLUMNS, values, strict=True):
                if value:
                    gathered[name, value].append(position)
        self.positions = {pk: position for position, pk in enumerate(self.ids)}
        self.facets = {key: self.bits(members) for key, members in gathered.items()}
        self.readers: dict[frozenset, int] = {}

    def bits(self, positions: Iterable[int]) -> int:
        field = bytearray(len(self.ids) // 8 + 1)
        for position in positions:
            field[position >> 3] |= 1 << (position & 7)
        return int.from_bytes(field, "little")

    def visible_to(self, user) -> int:
        keys = reader_keys(user)
        if keys not in self.readers:
            if len(self.readers) >= MOST_READERS:
                self.readers.clear()
            self.readers[keys] = self.of_ids(Photo.objects.visible_to(user).values_list("pk", flat=True))
        return self.readers[keys]

    def of_ids(self, ids: Iterable[int]) -> int:
        return self.bits(self.positions[pk] for pk in ids if pk in self.positions)

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

    def page_of(self, bits: int, first: int, last: int) -> list[int]:
        """The pictures from the `first` to the `last` (excluded) of a set, latest first."""
        found: list[int] = []
        number = 0
        while bits and number < last:
            lowest = bits & -bits
            if number >= first:
                found.append(self.ids[lowest.bit_length() - 1])
            bits ^= lowest
            number += 1
        return found


_latest: Shelf | None = None
_lock = Lock()


def version() -> tuple:
    # Two questions, each answered by an index; together they would read every row.
    return Photo.objects.count(), Photo.objects.aggregate(changed=Max("changed_at"))["changed"]


def current_shelf() -> Shelf:
    """The shelf of now: two queries, or four more when something has changed since."""
    global _latest
    now, today = version(), timezone.localdate()
    latest = _latest
    if latest is None or (latest.version, latest.today) != (now, today):
        with _lock:
            if _latest is None or (_latest.version, _latest.today) != (now, today):
                _latest = Shelf(now, today)
            latest = _latest
    return latest
