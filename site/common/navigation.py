"""The menu of the work rooms (portal and intranet): each wing registers its entries, the rail and the bottom bar show them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.urls import reverse


@dataclass(frozen=True)
class WorkEntry:
    """One line of the rail. `allowed(user)` decides which of those who signed in see it, `for_visitors` whether the others
    do; `count(user)` is the number beside it (None: no number)."""

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
    _entries.sort(key=lambda each: each.order)


def entries_for(request) -> list[dict]:
    """The lines shown to the request's reader: title, url, icon, is_current, count."""
    lines = []
    for entry in _entries:
        if not entry.is_for(request.user):
            continue
        url = reverse(entry.url_name)
        lines.append(
            {
                "title": entry.title,
                "url": url,
                "icon": entry.icon,
                "is_current": request.path == url,
                "count": entry.count(request.user) if entry.count else None,
            }
        )
    return lines


def work_context(request) -> dict:
    """Context processor: `work_menu`, a callable so that public pages ask nothing of the database."""
    return {"work_menu": partial(entries_for, request)}
