"""What a reader asks the search for, as it stands in the address."""

from datetime import date

from common.filters import Choice, Day, Filters, Flag, Page, Words
from destination.agenda.filters import shortcut_bounds
from search.engines.protocol import WHENS
from search.sources import BY_CODE

# Longer questions are sentences pasted by mistake; the first words tell enough.
MOST_TERMS = 12


class SearchFilters(Filters):
    """The words and the filters of one page of results."""

    always = frozenset({"text", "page", "room", "exactly"})

    text = Words("q")
    kind = Choice("kind", BY_CODE)
    commune = Choice("commune")
    when = Choice("when", WHENS)
    first = Day("from")
    last = Day("to")
    page = Page()
    room = Flag("room")  # the page stands in the reader's room
    exactly = Flag("exactly")  # the words as typed, without correcting them

    @classmethod
    def put_right(cls, values, remarks):
        first, last = values.get("first"), values.get("last")
        if first and last and last < first:
            values |= {"first": last, "last": first}
        if first or last:
            values["when"] = ""
        return super().put_right(values, remarks)

    @staticmethod
    def windows(today: date) -> dict[str, tuple[date, date]]:
        return {word: shortcut_bounds(word, today) for word in WHENS}

    def days(self, today: date) -> tuple[date, date] | None:
        """The chosen days, both included; None for any."""
        if self.when:
            return shortcut_bounds(self.when, today)
        if self.first or self.last:
            return self.first or date.min, self.last or date.max
        return None
