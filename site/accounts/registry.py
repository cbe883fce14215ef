"""What passes to a colleague when somebody leaves: each room registers what a person looks after in it, this app knows none."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet


@dataclass(frozen=True)
class Handover:
    """One kind of things that a person looks after. `rows(person)` are theirs; `give(rows, colleague)` passes them on and gives
    how many, by default by writing `colleague` into `field`. What the person wrote stays under their name: a room hands over who
    looks after a thing."""

    code: str
    label: Any  # « Groupes dont elle est responsable », lazy
    rows: Callable[[Any], QuerySet]
    field: str = ""
    give: Callable[[QuerySet, Any], int] | None = None
    order: int = 50

    def pass_on(self, person, colleague) -> int:
        rows = self.rows(person)
        return self.give(rows, colleague) if self.give else rows.update(**{self.field: colleague})


_handovers: dict[str, Handover] = {}


def register_handover(handover: Handover) -> None:
    _handovers[handover.code] = handover


def handovers() -> list[Handover]:
    return sorted(_handovers.values(), key=lambda handover: (handover.order, handover.code))
