"""What a reader of a shelf may ask for."""

from common.filters import Choice, Filters, Page


class ShelfFilters(Filters):
    year = Choice("annee")
    theme = Choice("theme")
    page = Page(most=1000)

    def match(self, row: dict, without: str = "") -> bool:
        """Whether a row (with `year` and `theme`, as texts) answers, one of the filters set aside."""
        return all(without == name or getattr(self, name) in ("", row[name]) for name in ("year", "theme"))
