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
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from common.statements import count_statements, statement_for

LINES = 3  # of one kind on the front page, which fits a telephone; the kind's own page has them all
KINDS_WITH_LINES = 3  # the others show their number, which is a link


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
    None where nothing can wait: the numbers of all kinds are one query, for which its order and relations are left out. The rows
    depend on nothing but the day and the reader's key, office, groups and audiences, since the statement that counts them is put
    together once a day for all readers who are alike (`common.statements`).
    `number(user)` gives the number where the room knows it without its rows, as from the index of its list, None where it does
    not know it now; the union of all kinds leaves this one out where it is known. `line(row)` gives the line of a row; without
    it the number alone is shown, as for a queue.
    Relations that `line` reads are declared in `rows` (`select_related`, `prefetch_related`). A room that reads values in the
    place of rows gives `lines(user, most)`, the first ones.
    """

    code: str
    title: Any
    icon: str
    url_name: str
    order: int
    rows: Callable[[Any], QuerySet | None]
    allowed: Callable[[Any], bool] = lambda user: user.is_member
    line: Callable[[Any], Line] | None = None
    lines: Callable[[Any, int], list[Line]] | None = None
    query: str = ""
    number: Callable[[Any], int | None] | None = None
    # It waits for somebody else's answer: one only wants to know. Shown below, quietly.
    for_others: bool = False

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
    asked = {kind.code: statement_for(kind.rows, request.user) for kind in new if known[kind.code] is None}
    numbers |= count_statements(asked)
    return {kind.code: numbers[kind.code] for kind in kinds}


def waiting_for(request) -> list[dict]:
    """What waits for the request's reader, for the front page: `code, title` (a sentence with the number), `icon, url, number,
    for_others, lines` (the first ones). Kinds of which nothing waits are left out."""
    numbers = numbers_for(request)
    kinds = [kind for kind in kinds_for(request.user) if numbers[kind.code]]
    with_lines = [kind for kind in kinds if kind.line or kind.lines][:KINDS_WITH_LINES]
    return [
        {
            "code": kind.code,
            "title": kind.sentence(numbers[kind.code]),
            "icon": kind.icon,
            "url": kind.url,
            "number": numbers[kind.code],
            "for_others": kind.for_others,
            "lines": _lines(kind, request.user) if kind in with_lines else [],
        }
        for kind in kinds
    ]


def _lines(kind: Waiting, user) -> list[Line]:
    return kind.lines(user, LINES) if kind.lines else [kind.line(row) for row in kind.rows(user)[:LINES]]


def next_to_decide(keys: list[int], decided: int | None) -> int | None:
    """Which of a list to show after this one: the next, else the one before; the first where it is not in the list."""
    if decided not in keys:
        return keys[0] if keys else None
    place = keys.index(decided)
    return next(iter(keys[place + 1 :] + keys[:place][::-1]), None)
