"""The bin: what a person deletes in a work room closes to everyone, can be taken back for thirty days, and is then destroyed.

A room gives its model `BinMixin` before `AudienceMixin`, its queryset `present()` where it lists, and registers a `BinRoom`: the
one page of the bin and the nightly sweep ask it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

KEEP_FOR = timedelta(days=30)


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
    """What one room has in the bin. `thrown_by(person)` gives the rows that this person may take back, `title(thing)` its name,
    `take_back(thing, person)` undoes the deletion and raises what it raises, `destroy(thing)` deletes it with its files."""

    code: str
    label: str
    model: type[models.Model]
    thrown_by: Callable
    title: Callable = str
    take_back: Callable = lambda thing, person: thing.take_back()
    destroy: Callable = lambda thing: thing.delete()


_rooms: dict[str, BinRoom] = {}


def register_room(room: BinRoom) -> None:
    _rooms[room.code] = room


def rooms() -> list[BinRoom]:
    return list(_rooms.values())


def room_of(code: str) -> BinRoom | None:
    return _rooms.get(code)


def sweep() -> int:
    """Destroy what has been in the bin for thirty days; gives how many things."""
    number = 0
    for room in rooms():
        for thing in room.model._default_manager.filter(deleted_at__lt=timezone.now() - KEEP_FOR).iterator():
            room.destroy(thing)
            number += 1
    return number
