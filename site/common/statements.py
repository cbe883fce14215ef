"""Statements that are put together once and asked with other values each time.

That Django puts a statement together out of a queryset costs ten times what asking it does, and a page of the members' rooms asks
twenty. What is asked on every page, or many times on one, is made here by a function of its values:

    def _titles(reader, ids):
        return Event.objects.visible_to(reader).filter(pk__in=ids).values_list("pk", "title")

    for pk, title in rows_for(_titles, request.user, ids):

The function is called with **stand-ins**: a reader who holds keys of the same kinds (`common.access`), numbers that are keys of
no row, a moment long ago. So it is the rule itself that makes the statement, once a day for all readers who are alike, and the
values of each take the places of the stand-ins. Hence the rows depend on nothing but the values and the day: neither on the hour
nor on what a reader's roles permit, unless the function is given it.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

#: The text of a statement, and its values.
Statement = tuple[str, tuple]

MOST_KEPT = 1024  # of two to five kilobytes each; whoever is like nobody before them adds thirty on the first page
#: Keys of no row, which fit the smallest column of keys; a day before anything of ours.
FIRST_NUMBER = 2_147_000_000
COLLECTIONS = (list, tuple, set, frozenset)  # a reader who is read when they are needed would pass for any
MOST_KEYS = 500  # of which a statement is kept
MOST_NUMBERS = 10_000  # that stand in for one value: nobody is in so many groups
SOME_MOMENT = datetime(1871, 3, 18, 5, 30, 59, 271828, tzinfo=UTC)


class _Kept(NamedTuple):
    """A statement with stand-ins, and the expressions of its columns, which say how their values are read."""

    text: str
    values: tuple
    columns: list


_kept: dict[tuple, _Kept | None] = {}
_UNKNOWN = object()
_lock = Lock()


def rows_for(make: Callable[..., QuerySet], *values) -> list[tuple]:
    """The rows of `make(*values)`, a `values_list`. `make` is a function of a module, since it names what is kept. A value is a
    reader, a key, a moment or a collection of keys, which may not be empty; a slice, a bool and a name are part of the
    statement."""
    if any(isinstance(value, COLLECTIONS) and len(value) > MOST_KEYS for value in values):
        return list(make(*values))
    kept, pairs = _kept_for(make, values, _as_made)
    if kept is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(kept.text, _filled(kept.values, pairs))
        rows = cursor.fetchall()
    return _read(rows, kept.columns)


def statement_for(make: Callable[..., QuerySet | None], *values) -> Statement | None:
    """The statement that gives the keys of the rows of `make(*values)`, whatever their order; None where it can have none."""
    kept, pairs = _kept_for(make, values, _keys_of)
    return kept and (kept.text, _filled(kept.values, pairs))


def count_statements(statements: dict[str, Statement | None]) -> dict[str, int]:
    """The number of rows of each, in one query, united here: that Django counts and unites them takes longer than asking."""
    lines, values = [], []
    for code, statement in statements.items():
        if statement:
            lines.append(f"SELECT %s, COUNT(*) FROM ({statement[0]}) {connection.ops.quote_name(code)}")  # noqa: S608
            values += [code, *statement[1]]
    if not lines:
        return dict.fromkeys(statements, 0)
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(lines), values)
        return dict.fromkeys(statements, 0) | dict(cursor.fetchall())


def _as_made(rows: QuerySet) -> QuerySet:
    return rows


def _keys_of(rows: QuerySet) -> QuerySet:
    return rows.order_by().values("pk")


# ---- put together once ------------------------------------------------------------------------------------------------
def _kept_for(make: Callable, values: Sequence, of_rows: Callable[[QuerySet], QuerySet]) -> tuple[_Kept | None, dict]:
    """The statement for values like these, and what takes the places of the stand-ins."""
    places = [_place_of(value, FIRST_NUMBER + position * MOST_NUMBERS) for position, value in enumerate(values)]
    key = make, of_rows, timezone.localdate(), *(place.shape for place in places)
    kept = _kept.get(key, _UNKNOWN)
    if kept is _UNKNOWN:
        rows = make(*(place.stand_in() for place in places))
        kept = None if rows is None else _put_together(of_rows(rows))
        with _lock:
            while len(_kept) >= MOST_KEPT:
                _kept.pop(next(iter(_kept)))
            _kept[key] = kept
    return kept, {stand_in: value for place in places for stand_in, value in place.pairs.items()}


def _put_together(rows: QuerySet) -> _Kept | None:
    compiler = rows.query.get_compiler(connection=connection)
    try:
        text, values = compiler.as_sql()
    except EmptyResultSet:
        return None
    return _Kept(text, tuple(values), [column[0] for column in compiler.select[: compiler.col_count]])


def _filled(values: tuple, pairs: dict) -> tuple:
    return tuple(pairs.get(value, value) for value in values)


def _read(rows: list[tuple], columns: list) -> list[tuple]:
    """What the database gave, as Django gives it."""
    readers = [
        (place, read, column)
        for place, column in enumerate(columns)
        for read in (*connection.ops.get_db_converters(column), *column.get_db_converters(connection))
    ]
    if not readers:
        return rows
    lists = [list(row) for row in rows]
    for place, read, column in readers:
        for row in lists:
            row[place] = read(row[place], column, connection)
    return [tuple(row) for row in lists]


# ---- stand-ins --------------------------------------------------------------------------------------------------------
class _Place(NamedTuple):
    """Of one value: what else of it decides over the text of the statement, what stands in for it, and stand-in → value."""

    shape: Hashable
    stand_in: Callable[[], Any]
    pairs: dict


def _place_of(value, first: int) -> _Place:
    """`first` is the first number that may stand in for it."""
    if isinstance(value, datetime):
        moment = SOME_MOMENT + timedelta(seconds=first - FIRST_NUMBER)
        adapted = connection.ops.adapt_datetimefield_value
        return _Place(datetime, lambda: moment, {adapted(moment): adapted(value)})
    if isinstance(value, slice):
        return _Place((slice, value.start, value.stop), lambda: value, {})
    if isinstance(value, bool | str):
        return _Place(value, lambda: value, {})
    if isinstance(value, int):
        return _Place(int, lambda: first, {first: value})
    if isinstance(value, COLLECTIONS):
        return _place_of_keys(value, first)
    if value is None or not value.is_authenticated:
        return _Place(None, lambda: value, {})
    return _Place(*value.alike(first))


def _place_of_keys(keys: Collection[int], first: int) -> _Place:
    numbers = dict(enumerate(padded(keys), start=first))
    return _Place((list, len(numbers)), lambda: list(numbers), numbers)


def padded(keys: Collection[int]) -> list[int]:
    """These keys, the last one repeated until they are a power of two, so that few statements have room for any number."""
    keys = [*keys]
    return keys + keys[-1:] * ((1 << (len(keys) - 1).bit_length()) - len(keys))
