"""What the rooms of the portal show on its front page: each room registers one task, this package knows none of them."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Task:
    """One reason to come: a title (« Une photo »), a sentence, the room's address, and up to four things to show
    ({"title", "url", "image" or None, "detail", maybe "lang"})."""

    title: str
    text: str
    url: str
    words: str  # of the link to the room
    icon: str
    lines: list[dict] = field(default_factory=list)


_tasks: list[tuple[int, Callable]] = []


def portal_task(order: int):
    """Decorator of `make(request) -> Task`, shown in this order."""

    def registered(make: Callable) -> Callable:
        if make not in [each for _order, each in _tasks]:
            _tasks.append((order, make))
            _tasks.sort(key=lambda each: each[0])
        return make

    return registered


def tasks_for(request) -> list[Task]:
    return [make(request) for _order, make in _tasks]
