"""What a reader of the agenda may ask for."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from common.access import Audience
from common.filters import Choice, Choices, Day, Filters, Flag, Page, Position
from destination.places.choices import SETTINGS
from destination.places.models import Access

SHORTCUTS = ("today", "weekend", "week")
ANY_ACCESS = "any"


class AccessChoices(Choices):
    """Kinds of disability, or ANY_ACCESS alone, which any kind makes redundant."""

    def read(self, query) -> tuple[str, ...]:
        access = super().read(query)
        return tuple(kind for kind in access if kind != ANY_ACCESS) or access

    def toggled(self, current: tuple[str, ...], value: str) -> tuple[str, ...]:
        return super().toggled(tuple(kind for kind in current if kind == value or ANY_ACCESS not in (kind, value)), value)


class AgendaFilters(Filters):
    """`day` is one of SHORTCUTS or a date; `access` kinds for each of which an event must be prepared; `setting`,
    `organisation` and `audience` one value; `ongoing` only what lasts for weeks."""

    day = Day("day", SHORTCUTS)
    first = Day("from")
    last = Day("to")
    communes = Choices("commune")
    categories = Choices("category")
    free = Flag("free")
    family = Flag("family")
    access = AccessChoices("access", {*Access.values, ANY_ACCESS})
    setting = Choice("setting", SETTINGS)
    near = Position("near")
    organisation = Choice("organisation")
    audience = Choice("audience", Audience.values)
    ongoing = Flag("ongoing")
    page = Page()

    always = frozenset({"day", "first", "last", "page"})

    @classmethod
    def put_right(cls, values: dict[str, Any], remarks: list[str]) -> "AgendaFilters":
        first, last = values.get("first"), values.get("last")
        if values.get("day"):
            values["first"] = values["last"] = None
        elif first and last and last < first:
            remarks.append(_("La fin était avant le début : les deux dates ont été échangées."))
            values["first"], values["last"] = last, first
        return super().put_right(values, remarks)

    def lasting_query(self) -> str:
        """The address to keep or to subscribe to: without the reader's position, the page, nor a passing day."""
        return self.without_days().query(near=False, page=False)

    def without_days(self) -> "AgendaFilters":
        return self.replace(day=None, first=None, last=None)

    def bounds(self, today: date, horizon: date) -> tuple[date, date]:
        """The first and last day of the filters, both included; from today on without a day."""
        if isinstance(self.day, date):
            return self.day, self.day
        if self.day:
            return shortcut_bounds(self.day, today)
        first = self.first or (min(today, self.last) if self.last else today)
        return first, max(first, self.last or horizon)


def shortcut_bounds(word: str, today: date) -> tuple[date, date]:
    """Today; the coming or present Saturday and Sunday; the seven days that begin today."""
    if word == "today":
        return today, today
    if word == "weekend":
        sunday = today + timedelta(days=6 - today.weekday())
        return max(today, sunday - timedelta(days=1)), sunday
    return today, today + timedelta(days=6)
