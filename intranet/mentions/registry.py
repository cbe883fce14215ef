"""The kinds of things whose texts may name people: each room tells of its own, this one knows none of them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class TextKind:
    """Things with a text of which `text(thing)` gives all that may hold an @, plain or as HTML, and `title(thing)` the name that
    a notification calls it by. `rows()` are these things with all that their title and their audience read.

    `opens_to(person, thing)`: whether that person, who may see the thing, has a page on which the text is read.

    Who leaves for good may have their name taken out: `rewrite(thing, change)` stores `change(text)`, and
    `rewrite_elsewhere(handle, change)` does so where the handle stands beside the things themselves, in drafts and versions."""

    model: type[models.Model]
    text: Callable
    title: Callable = str
    rows: Callable | None = None
    opens_to: Callable = lambda person, thing: True
    rewrite: Callable | None = None
    rewrite_elsewhere: Callable | None = None

    def queryset(self) -> models.QuerySet:
        return self.rows() if self.rows else self.model._default_manager.all()


_kinds: dict[type[models.Model], TextKind] = {}
_subjects: dict[str, Callable] = {}


def register_text(kind: TextKind) -> None:
    _kinds[kind.model] = kind
    register_subject(kind.model, kind.queryset)


def register_subject(model: type[models.Model], rows: Callable) -> None:
    """Things under which texts are written: whoever writes there is offered the people who may see the thing."""
    _subjects[model._meta.label_lower] = rows


def subjects_called(label: str) -> models.QuerySet | None:
    """All things of the model of this label ("articles.article"); None where no room told of it."""
    rows = _subjects.get(label.lower())
    return rows() if rows else None


def text_kinds() -> list[TextKind]:
    return list(_kinds.values())


def text_kind_of(thing) -> TextKind | None:
    return _kinds.get(type(thing))
