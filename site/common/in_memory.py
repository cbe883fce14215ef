"""What a room keeps of its rows in the memory of the process, so that filtering and counting cost microseconds.

Each row has a position; a facet (a commune, a theme, « free ») is an integer whose bit at that position says whether the row has
it. Filtering is `&`, choosing among values is `|`, counting is `bit_count()`. It orders and counts; what is shown is always read
again from the database through `visible_to`.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from datetime import datetime
from threading import Lock
from typing import Generic, TypeVar

from django.db import models
from django.utils import timezone

from common.access import reader_keys

Kept = TypeVar("Kept")
# One reader's set of bits is small, but a busy network has many readers.
MOST_READERS = 500
ONE = ord("1")


class Rows:
    """`ids` in the order in which they are shown: an id's position is its bit."""

    def __init__(self, ids: Iterable[int]):
        self.ids = list(ids)
        self.positions = {pk: position for position, pk in enumerate(self.ids)}
        self._readers: dict[frozenset, int] = {}

    @property
    def size(self) -> int:
        return len(self.ids)

    def bits(self, positions: Iterable[int]) -> int:
        """The integer whose bits stand at `positions`."""
        digits, last = bytearray(b"0") * (self.size or 1), self.size - 1  # written as in base two, the first row at the end
        for position in positions:
            digits[last - position] = ONE
        return int(digits, 2)

    def of_ids(self, ids: Iterable[int]) -> int:
        """The set of those of `ids` that are rows here."""
        return self.bits(at for at in map(self.positions.get, ids) if at is not None)

    def kept(self, bits: int, ids: Iterable[int]) -> list[int]:
        """Those of `ids` that are in a set, in their order."""
        field, positions = self._field(bits), self.positions
        return [pk for pk in ids if (at := positions.get(pk)) is not None and field[at >> 3] >> (at & 7) & 1]

    def page_of(self, bits: int, first: int, last: int) -> list[int]:
        """The ids of a set from the `first` to the `last` (excluded), in the order of the rows."""
        found: list[int] = []
        passed = 0
        for place, byte in enumerate(self._field(bits)):
            if passed >= last:
                break
            if passed + byte.bit_count() > first:
                held = [self.ids[place * 8 + at] for at in range(8) if byte >> at & 1]
                found += held[max(first - passed, 0) : last - passed]
            passed += byte.bit_count()
        return found

    def _field(self, bits: int) -> bytes:
        return bits.to_bytes(self.size // 8 + 1, "little")

    def seen_by(self, user, rows: models.QuerySet) -> int:
        """The set of the rows that `user` may see, asked of `rows` once for all who hold the same keys."""
        keys = reader_keys(user)
        if keys not in self._readers:
            if len(self._readers) >= MOST_READERS:
                self._readers.clear()
            self._readers[keys] = self.of_ids(rows.visible_to(user).values_list("pk", flat=True))
        return self._readers[keys]


class Latest(Generic[Kept]):
    """The latest of what `make` gives, made anew when the version or what it is given changes; by one thread at a time."""

    def __init__(self, make: Callable[..., Kept]):
        self._make, self._lock = make, Lock()
        self._kept: tuple[tuple, Kept] | None = None

    def of(self, version: tuple, *given) -> Kept:
        kept, wanted = self._kept, (version, given)
        if kept is None or kept[0] != wanted:
            with self._lock:
                if self._kept is None or self._kept[0] != wanted:
                    self._kept = wanted, self._make(*given)
                kept = self._kept
        return kept[1]

    def forget(self) -> None:
        self._kept = None


def new_token() -> str:
    return secrets.token_hex(8)


class Change(models.Model):
    """One row for each change of what a room shows. Rows are only added, so that two publications at once never wait for each
    other; number and greatest token together name the version."""

    at = models.DateTimeField(default=timezone.now)
    token = models.CharField(max_length=16, default=new_token)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def version(cls) -> tuple[int, str, datetime | None]:
        """(number of changes, token, time of the last one), in one query."""
        last = cls.objects.aggregate(number=models.Count("pk"), token=models.Max("token"), at=models.Max("at"))
        return last["number"], last["token"] or "", last["at"]

    @classmethod
    def sweep(cls) -> None:
        """Note a last change and forget those before it: a version is read from few rows."""
        cls.objects.filter(pk__lt=cls.objects.create().pk).delete()
