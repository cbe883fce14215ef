"""What is new since a reader's last visit, by kind, for the members' front page.

A room says in its `front_page.py`, found at start, what of it may be new:

    register(
        Change(
            "articles", ngettext_lazy("%(count)d nouvel article", "%(count)d nouveaux articles", "count"), icon="news",
            url_name="articles:list", order=10, line=line_of_article,
            rows=lambda user, since: Article.objects.current().visible_to(user).filter(first_published_at__gt=since),
        )
    )
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from common.statements import count_statements, statement_for
from common.waiting import Line

MOST_LINES = 5  # of all kinds together: with their numbers, one screen of a telephone
KINDS_WITH_LINES = 2  # the others show their number, which is a link


@dataclass(frozen=True)
class Change:
    """One kind of news. `title`, `url_name`, `query`, `line` and the promises of `allowed` are those of `common.waiting.Waiting`.

    `rows(user, since)` is a lazy queryset, latest first, of what became visible after `since` and that `user` **may see**: it is
    counted as it is. What they did themselves is no news to them. Where the room knows the number without rows, as from the index
    of its list, it gives `number(user, since)` (None where it would have to ask: `rows` are counted then), and it may give
    `latest(user, since, most)`, the keys of the latest ones, with `lines_of(keys, user)`, {key: line}, which kinds may share: it
    is asked once for all of them.
    """

    code: str
    title: Any
    icon: str
    url_name: str
    order: int
    rows: Callable[[Any, datetime], QuerySet] | None = None
    line: Callable[[Any], Line] | None = None
    number: Callable[[Any, datetime], int | None] | None = None
    latest: Callable[[Any, datetime, int], list[int]] | None = None
    lines_of: Callable[[list[int], Any], dict[int, Line]] | None = None
    allowed: Callable[[Any], bool] = lambda user: user.is_member
    query: str = ""

    @property
    def url(self) -> str:
        return reverse(self.url_name) + self.query


_kinds: dict[str, Change] = {}


def register(kind: Change) -> Change:
    _kinds[kind.code] = kind
    return kind


def changes_since(user, since: datetime) -> list[dict]:
    """What is new, by kind: `code, title` (a sentence with the number), `icon, url, number, lines` (the latest). Places for
    lines are shared out so that no kind hides another; a kind without news is left out."""
    kinds = sorted((kind for kind in _kinds.values() if kind.allowed(user)), key=lambda kind: (kind.order, kind.code))
    numbers = {kind.code: kind.number(user, since) if kind.number else None for kind in kinds}
    asked = {kind.code: statement_for(kind.rows, user, since) for kind in kinds if numbers[kind.code] is None}
    numbers |= count_statements(asked)
    kinds = [kind for kind in kinds if numbers[kind.code]]
    with_lines = [kind for kind in kinds if kind.line or kind.latest][:KINDS_WITH_LINES]
    shares = shared_out([numbers[kind.code] for kind in with_lines], MOST_LINES)
    lines = _lines(dict(zip(with_lines, shares, strict=True)), user, since)
    return [
        {
            "code": kind.code,
            "title": kind.title % {"count": numbers[kind.code]},
            "icon": kind.icon,
            "url": kind.url,
            "number": numbers[kind.code],
            "lines": lines.get(kind, []),
        }
        for kind in kinds
    ]


def _lines(shares: dict[Change, int], user, since: datetime) -> dict[Change, list[Line]]:
    """The latest ones of each of these kinds, as many as it has places."""
    keys = {kind: kind.latest(user, since, most) for kind, most in shares.items() if kind.latest}
    keys_by_room: dict[Callable, list[int]] = defaultdict(list)
    for kind in keys:
        keys_by_room[kind.lines_of] += keys[kind]
    found = {lines_of: lines_of(keys_of_room, user) for lines_of, keys_of_room in keys_by_room.items()}
    lines = {kind: [found[kind.lines_of][key] for key in keys[kind] if key in found[kind.lines_of]] for kind in keys}
    for kind, most in shares.items():
        if kind not in lines:
            lines[kind] = [kind.line(row) for row in kind.rows(user, since)[:most]]
    return lines


def shared_out(numbers: list[int], total: int) -> list[int]:
    """`total` places given one by one in turn, to each as many as it has: [5, 1, 9] and 8 give [4, 1, 3]."""
    shares = [0] * len(numbers)
    while total:
        hungry = [position for position, number in enumerate(numbers) if shares[position] < number][:total]
        if not hungry:
            break
        for position in hungry:
            shares[position] += 1
        total -= len(hungry)
    return shares
