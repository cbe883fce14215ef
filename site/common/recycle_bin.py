"""The bin: what a person deletes in a work room closes to everyone, can be taken back for thirty days, and is then destroyed.

A room gives its model `BinMixin` before `AudienceMixin`, its queryset `present()` where it lists, and registers a `BinRoom`: the
one page of the bin and the nightly sweep ask it. After `thing.throw_away(person)` its view answers
`redirect(with_undo(reverse("articles:list"), "articles", thing))`: any page of a work room then offers to take it back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Q, QuerySet, Value
from django.utils import timezone

from common.access import can_see
from common.text import row_key

KEEP_FOR = timedelta(days=30)  # of drafts and events too
JUST_THROWN = "corbeille"  # the parameter of an address that says what was deleted a moment ago: "articles-12"


class CannotTakeBack(Exception):
    """Why a thing cannot come out of the bin, as a sentence: the group it was in is gone, another one has its name."""


class BinMixin(models.Model):
    """Adds the bin to a model with an audience: what is in it is closed to all, at every output that asks the audience."""

    deleted_at = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def is_closed_to_all(self) -> bool:
        return self.deleted_at is not None

    @classmethod
    def _audience_q(cls, user, published_only: bool) -> Q:
        condition = super()._audience_q(user, published_only)
        present = Q(deleted_at=None)
        return present if condition is None else present & condition

    def throw_away(self, person) -> None:
        """Into the bin; once more changes nothing."""
        if self.deleted_at is None:
            self.deleted_at, self.deleted_by = timezone.now(), person
            self.save(update_fields=["deleted_at", "deleted_by"])

    def take_back(self) -> None:
        """Out of the bin, as it was."""
        self.deleted_at = self.deleted_by = None
        self.save(update_fields=["deleted_at", "deleted_by"])


@dataclass(frozen=True)
class BinRoom:
    """What one room has in the bin. `code` is a word of letters and "_"; `label` names one thing of it (« Article »).

    `thrown_by(person)` gives the rows in the bin that this person may take back: their own, and all that they may see and delete
    for who corrects any. `title(thing)` is its name, `take_back(thing, person)` undoes the deletion or raises `CannotTakeBack`,
    `destroy(thing)` deletes it with its files, `opens_to(person, thing)` says who may see one that is out of the bin."""

    code: str
    label: Any
    model: type[models.Model]
    thrown_by: Callable
    title: Callable = str
    take_back: Callable = lambda thing, person: thing.take_back()
    destroy: Callable = lambda thing: thing.delete()
    opens_to: Callable = can_see


_rooms: dict[str, BinRoom] = {}


def register_room(room: BinRoom) -> None:
    _rooms[room.code] = room


def rooms() -> list[BinRoom]:
    return list(_rooms.values())


def room_of(code: str) -> BinRoom | None:
    return _rooms.get(code)


@dataclass(frozen=True)
class BinLine:
    """One thing in the bin, for its page."""

    room: BinRoom
    thing: Any

    @property
    def title(self) -> str:
        return self.room.title(self.thing)

    @property
    def gone_at(self) -> datetime:
        """When it is destroyed, by the next night."""
        return self.thing.deleted_at + KEEP_FOR


def thrown_by(person) -> QuerySet | list:
    """What `person` may take back, of all rooms, latest first: rows (code of the room, key), lazily."""
    parts = [
        room.thrown_by(person).order_by().annotate(bin_room=Value(room.code)).values_list("bin_room", "pk", "deleted_at")
        for room in rooms()
    ]
    return parts[0].union(*parts[1:], all=True).order_by("-deleted_at", "-pk") if parts else []


def lines_of(rows, person) -> list[BinLine]:
    """The lines of some rows of `thrown_by`, in their order: one query for each room."""
    keys: dict[str, list[int]] = {}
    for code, pk, _deleted_at in rows:
        keys.setdefault(code, []).append(pk)
    things = {
        code: room_of(code).thrown_by(person).select_related("deleted_by").in_bulk(own_keys) for code, own_keys in keys.items()
    }
    return [BinLine(room_of(code), things[code][pk]) for code, pk, _deleted_at in rows if pk in things[code]]


def thrown_thing(person, code: str, pk: int):
    """(room, thing) of what `person` may take back; (None, None) of anything else."""
    room = room_of(code)
    thing = room.thrown_by(person).filter(pk=pk).first() if room else None
    return (room, thing) if thing else (None, None)


def with_undo(address: str, code: str, thing) -> str:
    """The address to go to after `thing` of the room `code` was thrown away: the page there offers to take it back."""
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode({JUST_THROWN: f'{code}-{thing.pk}'})}"


def just_thrown(request) -> tuple[BinRoom | None, Any]:
    """(room, thing) that this page's address says was thrown away, if the reader may take it back; (None, None) otherwise."""
    code, _mark, key = request.GET.get(JUST_THROWN, "").rpartition("-")
    pk = row_key(key)
    return thrown_thing(request.user, code, pk) if code and pk and request.user.is_authenticated else (None, None)


def sweep() -> int:
    """Destroy what has been in the bin for thirty days; gives how many things."""
    number = 0
    for room in rooms():
        for thing in room.model._default_manager.filter(deleted_at__lt=timezone.now() - KEEP_FOR).iterator():
            room.destroy(thing)
            number += 1
    return number
