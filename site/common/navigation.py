"""The menu of the work rooms (portal and intranet): each app registers its entries, the rail and the bottom bar show them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from common.waiting import numbers_for


@dataclass(frozen=True)
class WorkEntry:
    """One line of the rail. `allowed(user)` decides which of those who signed in see it, `for_visitors` whether the others
    do; `waiting` is the kind (`common.waiting`) whose number stands beside it, for those whom that kind may concern."""

    title: str
    url_name: str
    icon: str
    order: int
    allowed: Callable = lambda user: True
    waiting: str = ""
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
    numbers = numbers_for(request, [entry.waiting for entry in entries if entry.waiting])
    return [
        {
            "title": entry.title,
            "url": (url := reverse(entry.url_name)),
            "icon": entry.icon,
            "is_current": request.path == url,
            "count": numbers.get(entry.waiting),
        }
        for entry in entries
    ]


def work_context(request) -> dict:
    """Context processor: `work_menu`, a callable so that public pages ask nothing of the database."""
    return {"work_menu": partial(entries_for, request)}
