"""A section of the long form: its name, its place in the page, and what was typed in it."""

from django import forms
from django.http import QueryDict

from common.forms.typed_fields import Typed


class Section(Typed):
    """`slug` is the anchor, `title` the name in the side list; `parts` are the smaller forms inside it."""

    slug = ""
    title = ""
    intro = ""
    #: The own fields that stand before the parts in the page; the others stand after them. None: all stand before.
    before_parts: tuple[str, ...] | None = None
    #: Whether a telephone folds it: more details, or what is filled in already.
    is_folded = False

    def __init__(self, raw: QueryDict, *, checked: bool, person, event=None):
        self.person, self.event = person, event
        super().__init__(raw, checked=checked)

    def parts(self) -> list[Typed]:
        return []

    def all_bound_fields(self) -> list[forms.BoundField]:
        """In the order of the page, in which faults are listed too."""
        before = self.fields if self.before_parts is None else self.before_parts
        first = [self[name] for name in self.fields if name in before]
        last = [self[name] for name in self.fields if name not in before]
        return first + [field for form in self.parts() for field in form] + last

    def all_errors(self) -> list:
        return [error for form in (self, *self.parts()) for error in form.errors.items()]

    @property
    def state(self) -> str:
        """For the side list: error, done, or nothing."""
        if self.is_bound and self.all_errors():
            return "error"
        return "done" if self.is_filled() else ""

    def is_filled(self) -> bool:
        return any(form.typed_something() for form in (self, *self.parts()))

    def fill(self, event) -> None:
        """Put what was understood into the event, in memory; only after a check without faults."""

    def save_related(self, event) -> None:
        """Save what stands beside the event (a place to be added, the credit of its picture) before the event itself."""
