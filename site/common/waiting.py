"""The one registry of what waits for somebody: the members' front page lists it, and a badge of the rail is one of its numbers.

A room says in its `front_page.py`, found at start, which kinds of things it has:

    register(
        Waiting(
            "photos_to_accept",
            ngettext_lazy("%(count)d photo à accepter", "%(count)d photos à accepter", "count"),
            icon="check", url_name="photos:queue", order=230, allowed=is_keeper, rows=lambda user: waiting_photos(),
        )
    )

and its `WorkEntry` shows the number with `waiting="photos_to_accept"`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

LINES = 3  # of one kind on the front page, which fits a telephone; the kind's own page has them all
KINDS_WITH_LINES = 3  # the others show their number, which is a link

#: What stands for the person and for their office in a statement that is put together once for everybody: keys of no row.
SOMEBODY, SOME_OFFICE = 2_147_483_001, 2_147_483_002
#: The statement that gives the keys of some rows, and its values; nothing where it can have none.
Statement = tuple[str, tuple]


@dataclass(frozen=True)
class Line:
    """One thing on the front page. `note` is a word beside it, a pill in `tone` (`accent, success, warning, refusal` or none);
    `lang` the language of a title that is not in the reader's."""

    title: str
    url: str
    note: str = ""
    tone: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Waiting:
    """One kind of thing that waits.

    `code` names it for the rail. `title` holds the number: `ngettext_lazy("%(count)d …", "%(count)d …", "count")`. `url_name` and
    `query` ("?etat=a-corriger") lead to the page where all of them stand. `order`: what is asked of this person by name (drafts,
    corrections, what must be read) below 100, what their office or groups ask below 200, the queues of a role above.

    `allowed(user)`, of a person who signed in, asks no database of its own. `rows(user)` is a lazy queryset without slices, or
    None where nothing can wait: the numbers of all kinds are one query, for which its order and relations are left out.
    `number(user)` gives the number where the room knows it without its rows, as from the index of its list, None where it does
    not know it now; the union of all kinds leaves this one out where it is known. `line(row)` gives the line of a row; without
    it the number alone is shown, as for a queue.
    Relations that `line` reads are declared in `rows` (`select_related`, `prefetch_related`).
    `is_alike`: the rows depend on nothing but the day, the person's key and their office's, which are compared with; then their
    statement is put together once a day for everybody, which costs ten times what asking it does.
    """

    code: str
    title: Any
    icon: str
    url_name: str
    order: int
    rows: Callable[[Any], QuerySet | None]
    allowed: Callable[[Any], bool] = lambda user: user.is_member
    line: Callable[[Any], Line] | None = None
    query: str = ""
    number: Callable[[Any], int | None] | None = None
    # It waits for somebody else's answer: one only wants to know. Shown below, quietly.
    for_others: bool = False
    is_alike: bool = False

    @property
    def url(self) -> str:
        return reverse(self.url_name) + self.query

    def sentence(self, number: int) -> str:
        return self.title % {"count": number}


_kinds: dict[str, Waiting] = {}


def register(kind: Waiting) -> Waiting:
    _kinds[kind.code] = kind
    return kind


def kinds_for(user) -> list[Waiting]:
    """The kinds that may concern `user`, in their order."""
    kinds = [kind for kind in _kinds.values() if kind.allowed(user)] if user.is_authenticated else []
    return sorted(kinds, key=lambda kind: (kind.order, kind.code))


def numbers_for(request, codes: Iterable[str] | None = None) -> dict[str, int]:
    """How many of each of these kinds (by default of all) wait for the request's reader, of those that may concern them: one
    query, which the same request does not ask again."""
    numbers = request.__dict__.setdefault("_waiting_numbers", {})
    codes = None if codes is None else set(codes)
    kinds = [kind for kind in kinds_for(request.user) if codes is None or kind.code in codes]
    new = [kind for kind in kinds if kind.code not in numbers]
    known = {kind.code: kind.number(request.user) if kind.number else None for kind in new}
    numbers |= {code: number or 0 for code, number in known.items()}
    rows = {kind.code: kind.rows(request.user) for kind in new if known[kind.code] is None and not kind.is_alike}
    request.__dict__.setdefault("_waiting_rows", {}).update(rows)  # putting one together costs more than asking for it
    statements = {code: statement_of(each) for code, each in rows.items() if each is not None}
    statements |= {kind.code: _alike_statement(kind, request.user) for kind in new if known[kind.code] is None and kind.is_alike}
    numbers |= count_statements(statements)
    return {kind.code: numbers[kind.code] for kind in kinds}


def waiting_for(request) -> list[dict]:
    """What waits for the request's reader, for the front page: `code, title` (a sentence with the number), `icon, url, number,
    for_others, lines` (the first ones). Kinds of which nothing waits are left out."""
    numbers = numbers_for(request)
    kinds = [kind for kind in kinds_for(request.user) if numbers[kind.code]]
    with_lines = [kind for kind in kinds if kind.line][:KINDS_WITH_LINES]
    return [
        {
            "code": kind.code,
            "title": kind.sentence(numbers[kind.code]),
            "icon": kind.icon,
            "url": kind.url,
            "number": numbers[kind.code],
            "for_others": kind.for_others,
            "lines": [kind.line(row) for row in _rows_for(request, kind)[:LINES]] if kind in with_lines else [],
        }
        for kind in kinds
    ]


def _rows_for(request, kind: Waiting) -> QuerySet:
    rows = request.__dict__["_waiting_rows"]
    return rows[kind.code] if kind.code in rows else kind.rows(request.user)


def count_rows(querysets: dict[str, QuerySet]) -> dict[str, int]:
    """The number of rows of each, in one query."""
    return count_statements({code: statement_of(rows) for code, rows in querysets.items()})


def statement_of(rows: QuerySet) -> Statement | None:
    try:
        statement, values = rows.order_by().values("pk").query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return None
    return statement, tuple(values)


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


def _alike_statement(kind: Waiting, user) -> Statement | None:
    statement = _statement_for_all(kind.code, timezone.localdate())
    if statement is None:
        return None
    keys = {SOMEBODY: user.pk, SOME_OFFICE: user.organisation_id}  # where somebody has no office, nothing is equal to it
    return statement[0], tuple(keys.get(value, value) for value in statement[1])


@lru_cache(maxsize=64)
def _statement_for_all(code: str, day: date) -> Statement | None:
    """With `SOMEBODY` and `SOME_OFFICE` in the places of the person's key and their office's, as it is on that day."""
    return statement_of(_kinds[code].rows(get_user_model()(pk=SOMEBODY, organisation_id=SOME_OFFICE)))
