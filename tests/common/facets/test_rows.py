"""Rows as sets of bits: what a list, a count and a page of it rest on."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from common.facets.rows import FacetRows, Row, all_of, latest_first, positions_in


class Shelf(FacetRows):
    """Rows from a dictionary: id → (colours, order)."""

    books: dict[int, tuple[str, int]] = {}

    def read(self, ids):
        return [
            Row(pk, [("colour", colour) for colour in colours], order)
            for pk, (colours, order) in self.books.items()
            if ids is None or pk in ids
        ]


def shelf_of(books: dict) -> Shelf:
    Shelf.books = books
    return Shelf.whole()


def everything(shelf: Shelf) -> tuple:
    """What a reader can learn of a shelf: the whole list and each colour, in order."""
    all_rows = shelf.of_ids(shelf.positions)
    colours = {colour: shelf.page_of(bits, 0, 99) for colour, bits in shelf.facets["colour"].items()}
    return shelf.page_of(all_rows, 0, 99), colours


SHELF = shelf_of({pk: ("", order) for order, pk in enumerate([30, 10, 20, *range(100, 120)])})


def test_set_of_ids_forgets_strangers_and_counts():
    bits = SHELF.of_ids([20, 10, 7])
    assert bits.bit_count() == 2
    assert SHELF.page_of(bits, 0, 9) == [10, 20]  # in the order of the rows
    assert SHELF.among(bits, [20, 7, 30, 10]) == [20, 10]  # in the order asked
    empty = shelf_of({})
    assert empty.of_ids([1]) == 0 and empty.page_of(0, 0, 5) == []


@pytest.mark.parametrize(("first", "last"), [(0, 3), (2, 9), (7, 8), (8, 17), (20, 40), (40, 50), (5, 5)])
def test_page_is_the_slice_of_the_whole(first, last):
    bits = SHELF.of_ids(SHELF.ids[1:])
    assert SHELF.page_of(bits, first, last) == SHELF.ids[1:][first:last]


def test_positions_in_gives_each_once():
    assert list(positions_in(0b1000101)) == [0, 2, 6] and list(positions_in(0)) == []


def test_all_of_leaves_one_condition_out():
    conditions = {"colour": 0b011, "size": 0b110}
    assert all_of(0b111, conditions) == 0b010 and all_of(0b111, conditions, "size") == 0b011


def test_latest_first_puts_the_greater_number_first_at_the_same_instant():
    noon = datetime(2026, 7, 16, 12, tzinfo=UTC)
    rows = {1: noon, 2: noon, 3: noon - timedelta(microseconds=1), 4: noon + timedelta(microseconds=1), 5: None}
    assert sorted(rows, key=lambda pk: latest_first(rows[pk], pk)) == [4, 2, 1, 3, 5]


@pytest.mark.parametrize("ordered", [True, False])
@pytest.mark.parametrize("seed", range(20))
def test_updated_gives_what_reading_the_whole_gives(seed, ordered):
    random = Random(seed)

    def order(pk: int) -> int:
        return random.randint(1, 30) * 100 + pk if ordered else 0

    def colours() -> str:
        return "".join(random.sample("rgb", random.randint(0, 3)))

    books = {pk: (colours(), order(pk)) for pk in range(1, 25)}
    shelf = shelf_of(dict(books))
    for step in range(12):
        changed = random.sample(range(1, 25 + step * 2), 3)
        for pk in changed:
            if random.random() < 0.4:
                books.pop(pk, None)
            elif pk in books and random.random() < 0.5:
                books[pk] = colours(), books[pk][1]
            else:
                books[pk] = colours(), order(pk)
        before, known = everything(shelf), shelf
        Shelf.books = dict(books)
        shelf = shelf.updated(changed)
        assert everything(known) == before  # who reads the former state is not disturbed
        whole = Shelf.whole()
        if ordered:
            assert everything(shelf) == everything(whole)
        else:
            assert [*map(_sorted, everything(shelf))] == [*map(_sorted, everything(whole))]


def _sorted(ids):
    return {key: sorted(value) for key, value in ids.items()} if isinstance(ids, dict) else sorted(ids)


def test_where_is_the_set_of_the_flags_that_are_true():
    shelf = shelf_of({1: ("r", 0), 2: ("b", 1), 3: ("r", 2)})
    assert shelf.where([True, False, True]) == shelf.having("colour", "r")
    assert shelf_of({}).where([]) == 0
