"""The menu of the work rooms (portal and intranet): each app registers its entries, the rail and the bottom bar show them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.db.models import Count, QuerySet, Value
from django.urls import reverse


@dataclass(frozen=True)
class WorkEntry:
    """One line of the rail. `allowed(user)` decides which of those who signed in see it, `for_visitors` whether the others
    do; `count(user)` is the number beside it (None: no number), or the rows to count: all of them in one query."""

    title: str
    url_name: str
    icon: str
    order: int
    allowed: Callable = lambda user: True
    count: Callable | None = None
    for_visitors: bool = False

    def is_for(self, user) -> bool:
        return self.allowed(user) if user.is_authenticated else self.for_visitors


_entries: list[WorkEntry] = []


def register(entry: WorkEntry) -> None:
    _entries.append(entry)
    _entries.sort(key=lambda entry: entry.order)


def entries_for(request) -> list[dict]:
    """The lines shown to the request's reader: title, url, icon, is_current, count."""
    entries = [entry for entry in _entries if entry.is_for(request.user)]
    numbers = _count_all([entry.count(request.user) if entry.count else None for entry in entries])
    urls = [reverse(entry.url_name) for entry in entries]
    return [
        {"title": entry.title, "url": url, "icon": entry.icon, "is_current": request.path == url, "count": number}
        for entry, url, number in zip(entries, urls, numbers, strict=True)
    ]


def _count_all(counts: list) -> list[int | None]:
    """The same list with each queryset replaced by its count, in one query."""
    querysets = {position: rows for position, rows in enumerate(counts) if isinstance(rows, QuerySet)}
    # A constant to group by: a set without rows gives no line.
    lines = [
        rows.order_by().values(menu_line=Value(position)).annotate(number=Count("pk")).values_list("menu_line", "number")
        for position, rows in querysets.items()
    ]
    numbers = dict(lines[0].union(*lines[1:], all=True)) if lines else {}
    return [numbers.get(position, 0) if position in querysets else number for position, number in enumerate(counts)]


def work_context(request) -> dict:
    """Context processor: `work_menu`, a callable so that public pages ask nothing of the database."""
    return {"work_menu": partial(entries_for, request)}
