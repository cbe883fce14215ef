"""One state of a list: sets of its rows, so that filtering and counting cost microseconds.

Each row has a position; a facet's value (a commune, a theme, « free ») is an integer whose bit at that position says whether the
row has it. Filtering is `&`, choosing among values is `|`, counting is `bit_count()`. It orders and counts; what is shown is
always read again from the database through `visible_to`.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from copy import copy
from datetime import datetime, timedelta
from functools import reduce
from operator import and_, or_
from typing import NamedTuple, Self

from django.db import models

from common.access import reader_keys
from common.search_port import Names

# One reader's set is small, but a busy network has many readers.
MOST_READERS = 500
# Questions whose rows a process keeps, 2.5 kB each where there are 20 000.
MOST_NAMED = 200
# After so many changes since a reader's last visit their set is queried again whole.
MOST_UNASKED = 1000
# So few bits are set one by one; more are written as text, which costs the same for one and for all.
FEW = 8
ONE = ord("1")
DIGITS = bytes.maketrans(b"\0\1", b"01")


class Row(NamedTuple):
    """A row as the database gives it: in which sets it is, as (facet, value), and its place in a list that keeps an order, the
    least first (0 in one that does not)."""

    pk: int
    facets: list[tuple[str, Hashable]]
    order: int = 0


def latest_first(moment: datetime | None, pk: int) -> int:
    """The order of a list that shows the latest first, and of two at the same instant the one with the greater number."""
    return -((int(moment.timestamp() * 1_000_000) if moment else 0) << 40 | pk)


class FacetRows:
    """The rows of a list, and the sets of them. Never changed once it is read: `updated` gives another one.

    A list declares `queryset` and `read`; and what it keeps beside the facets, in `gather` and `follow`.
    """

    def __init__(self):
        self.ids: list[int] = []  # by position; 0 where a row has left
        self.orders: list[int] = []
        self.positions: dict[int, int] = {}
        self.facets: dict[str, dict[Hashable, int]] = {}
        self._readers: dict[frozenset, tuple[int, frozenset[int]]] = {}  # keys → set, rows that changed since it was queried
        self._named: dict[Hashable, int] = {}  # mark of `Names` → set

    # ---- what a list declares ----------------------------------------------------------------------------------
    def queryset(self) -> models.QuerySet:
        """The rows of the list, for all readers together."""
        raise NotImplementedError

    def read(self, ids: Collection[int] | None) -> Iterable[Row]:
        """The facts of these rows of `queryset` (of all where None)."""
        raise NotImplementedError

    def gather(self) -> None:
        """Read what hangs on no single row (the names of communes); before `read`, in a state that is read whole."""

    def follow(self, ids: Collection[int] | None, before: Self | None) -> None:
        """Bring up to date what is kept beside the facets, for the rows that changed since the state `before` (None where all
        are read). What `before` holds too must be copied first."""

    def rows_of(self, ids: Collection[int] | None) -> models.QuerySet:
        return self.queryset() if ids is None else self.queryset().filter(pk__in=ids)

    # ---- read whole, or brought up to date ---------------------------------------------------------------------
    @classmethod
    def whole(cls) -> Self:
        """The list as it is now."""
        state = cls()
        state.gather()
        rows = sorted(state.read(None), key=lambda row: row.order)
        state.ids, state.orders = [row.pk for row in rows], [row.order for row in rows]
        state.positions = {pk: position for position, pk in enumerate(state.ids)}
        state.facets = state._sets(rows)
        state.follow(None, None)
        return state

    def updated(self, ids: Collection[int]) -> Self:
        """The list after these rows changed, appeared or left: only they are read again."""
        ids = frozenset(ids)
        state = copy(self)
        state._named = {}
        rows = sorted(self.read(ids), key=lambda row: row.order)
        orders = {row.pk: row.order for row in rows}
        gone = {pk for pk in ids & self.positions.keys() if orders.get(pk) != self.orders[self.positions[pk]]}
        new = [row for row in rows if row.pk in gone or row.pk not in self.positions]
        changed, places = self.of_ids(ids), [bisect_right(self.orders, row.order) for row in new]
        if gone or new:
            state._rearrange(gone, new, places)
        unchanged = ~changed

        def carried(bits: int) -> int:
            return opened(bits & unchanged if bits & changed else bits, places)

        state.facets = {
            facet: {value: bits for value, before in values.items() if (bits := carried(before))}
            for facet, values in self.facets.items()
        }
        for facet, values in state._sets(rows).items():
            for value, bits in values.items():
                state.add(facet, value, bits)
        state._readers = {
            keys: (carried(bits), unasked | ids)
            for keys, (bits, unasked) in list(self._readers.items())
            if len(unasked) < MOST_UNASKED
        }
        state.follow(ids, self)
        return state

    def _rearrange(self, gone: Iterable[int], new: list[Row], places: list[int]) -> None:
        """Rows leave their positions empty; rows come in before these positions, in the order of both."""
        end = len(self.ids)
        self.ids, self.orders, self.positions = list(self.ids), list(self.orders), dict(self.positions)
        for pk in gone:
            self.ids[self.positions.pop(pk)] = 0
        for place, row in zip(reversed(places), reversed(new), strict=True):
            self.ids.insert(place, row.pk)
            self.orders.insert(place, row.order)
        if places and places[0] == end:  # all of them came in at the end: nobody moved
            self.positions.update((row.pk, end + number) for number, row in enumerate(new))
        elif places:
            self.positions = {pk: position for position, pk in enumerate(self.ids) if pk}

    def _sets(self, rows: Iterable[Row]) -> dict[str, dict[Hashable, int]]:
        members: dict[str, dict[Hashable, list[int]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            position = self.positions[row.pk]
            for facet, value in row.facets:
                members[facet][value].append(position)
        return {facet: {value: self.bits(positions) for value, positions in values.items()} for facet, values in members.items()}

    def add(self, facet: str, value: Hashable, bits: int) -> None:
        """Put rows into a set of a state that nobody reads yet."""
        values = self.facets.setdefault(facet, {})
        values[value] = values.get(value, 0) | bits

    # ---- sets --------------------------------------------------------------------------------------------------
    @property
    def size(self) -> int:
        """How many positions there are."""
        return len(self.ids)

    def bits(self, positions: Iterable[int]) -> int:
        """The set of the rows at `positions`."""
        positions = list(positions)
        if len(positions) <= FEW:
            return reduce(or_, (1 << position for position in positions), 0)
        digits, last = bytearray(b"0") * self.size, self.size - 1  # written as in base two, the first row at the end
        for position in positions:
            digits[last - position] = ONE
        return int(digits, 2)

    def where(self, flags: Iterable[bool]) -> int:
        """The set of the rows whose flag is true; `flags` has one for each position, in their order."""
        return int(bytes(flags)[::-1].translate(DIGITS) or b"0", 2)

    def later_than(self, moment: datetime) -> int:
        """The rows after this moment, in a list whose order is `latest_first`."""
        return (1 << bisect_right(self.orders, latest_first(moment + timedelta(microseconds=1), 0))) - 1

    def of_ids(self, ids: Iterable[int]) -> int:
        """The set of those of `ids` that are rows here."""
        return self.bits(at for at in map(self.positions.get, ids) if at is not None)

    def named(self, names: Names) -> int:
        """The set of the rows that a search names, whoever may see them. The next page of a list and each of its filters ask for
        the same: it is kept until the search or the list changes."""
        bits = self._named.get(names.mark)
        if bits is None:
            bits = self.of_ids(map(int, names.read()))
            if len(self._named) >= MOST_NAMED:
                self._named.clear()
            if names.mark is not None:
                self._named[names.mark] = bits
        return bits

    def having(self, facet: str, *values: Hashable) -> int:
        """The rows that have one of these values."""
        sets = self.facets.get(facet, {})
        return reduce(or_, (sets.get(value, 0) for value in values), 0)

    def counts_of(self, facet: str, bits: int) -> dict:
        """How many of a set each value of a facet has; values that none has are left out."""
        numbers = {value: (members & bits).bit_count() for value, members in self.facets.get(facet, {}).items()}
        return {value: number for value, number in numbers.items() if number}

    def visible_to(self, user) -> int:
        """The rows that `user` may see, by the rule of `common.access` itself: asked of the database once for all who hold the
        same keys, and again for the rows that changed."""
        keys = reader_keys(user)
        bits, unasked = self._readers.get(keys, (0, None))
        if unasked is None:
            if len(self._readers) >= MOST_READERS:
                self._readers.clear()
            bits = self._visible_among(user, self.queryset())
        elif unasked:
            bits = bits & ~self.of_ids(unasked) | self._visible_among(user, self.rows_of(unasked))
        self._readers[keys] = bits, frozenset()
        return bits

    def _visible_among(self, user, rows: models.QuerySet) -> int:
        return self.of_ids(rows.visible_to(user).order_by().values_list("pk", flat=True))

    # ---- in order ----------------------------------------------------------------------------------------------
    def among(self, bits: int, ids: Iterable[int]) -> list[int]:
        """Those of `ids` that are in a set, in their order."""
        field, positions = self._field(bits), self.positions
        return [pk for pk in ids if (at := positions.get(pk)) is not None and field[at >> 3] >> (at & 7) & 1]

    def page_of(self, bits: int, first: int, last: int) -> list[int]:
        """The ids of a set from the `first` to the `last` (excluded), in the order of the rows."""
        ids: list[int] = []
        passed = 0
        for place, byte in enumerate(self._field(bits) if bits else b""):
            if passed >= last:
                break
            if passed + byte.bit_count() > first:
                held = [self.ids[place * 8 + at] for at in range(8) if byte >> at & 1]
                ids += held[max(first - passed, 0) : last - passed]
            passed += byte.bit_count()
        return ids

    def ids_of(self, bits: int) -> list[int]:
        """The ids of a set that has few."""
        return [self.ids[position] for position in positions_in(bits)]

    def _field(self, bits: int) -> bytes:
        return bits.to_bytes(self.size // 8 + 1, "little")


def opened(bits: int, places: list[int]) -> int:
    """The same set after rows came in before these positions, which rise."""
    for place in reversed(places):
        if bits.bit_length() > place:
            low = bits & ((1 << place) - 1)
            bits = (bits ^ low) << 1 | low
    return bits


def positions_in(bits: int) -> Iterator[int]:
    """The positions of a set that has few."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def all_of(base: int, conditions: dict[str, int], leave_out: str = "") -> int:
    """The rows of a set that are in each of these sets too, one of them left out."""
    return reduce(and_, (bits for name, bits in conditions.items() if name != leave_out), base)
