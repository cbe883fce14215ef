"""The menu of the work rooms (portal and intranet) and the doors between the wings: each app registers its own."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.absolute_urls import without_language
from common.waiting import numbers_for

IN_BOTTOM_BAR = 5  # of a telephone; where there are more, the last place is « Plus »


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


@dataclass(frozen=True)
class Door:
    """A way into another wing, for those who signed in and whom `allowed(user)` lets in. `root` is the beginning of all
    addresses of that wing, without a language: the wing in which the reader is has no door to itself."""

    title: str
    url: Callable[[], str]
    icon: str
    order: int
    root: str
    allowed: Callable = lambda user: True


_entries: list[WorkEntry] = []
_doors: list[Door] = []


def register(entry: WorkEntry) -> None:
    _entries.append(entry)
    _entries.sort(key=lambda entry: entry.order)


def register_door(door: Door) -> None:
    _doors.append(door)
    _doors.sort(key=lambda door: door.order)


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


def rail_for(request) -> dict:
    """`entries`, all of them; `more`, of a telephone's last place: {count, is_current} of those that its bar has no room for,
    None where it has room for all; `is_signed_in` and `is_member`, of the reader."""
    entries = entries_for(request)
    hidden = entries[IN_BOTTOM_BAR - 1 :] if len(entries) > IN_BOTTOM_BAR else []
    more = {"count": sum(entry["count"] or 0 for entry in hidden), "is_current": any(entry["is_current"] for entry in hidden)}
    reader = request.user
    is_member = reader.is_authenticated and reader.is_member
    return {
        "entries": entries,
        "more": more if hidden else None,
        "is_signed_in": reader.is_authenticated,
        "is_member": is_member,
    }


def doors_for(request) -> list[dict]:
    """The other wings that the request's reader may enter: title, url, icon; none for who has not signed in."""
    if not request.user.is_authenticated:
        return []
    path = without_language(request.path)
    # A provider in a group stands in the intranet, although its door is not theirs: every other wing has one.
    here = max((door for door in _doors if path.startswith(door.root)), key=lambda door: len(door.root), default=None)
    wings = [door for door in _doors if door is not here and door.allowed(request.user)]
    return [{"title": door.title, "url": door.url(), "icon": door.icon} for door in wings]


def work_context(request) -> dict:
    """Context processor: callables, so that a page that does not show them asks nothing of the database."""
    return {"rail": cache(partial(rail_for, request)), "doors": cache(partial(doors_for, request))}


register_door(Door(_("Le site public"), partial(reverse, "wagtail_serve", args=[""]), "globe", 0, root="/"))
register_door(
    Door(
        _("La rédaction"), partial(reverse, "wagtailadmin_home"), "edit", 30, "/admin/",
        allowed=lambda user: user.has_perm("wagtailadmin.access_admin"),
    )
)  # fmt: skip
