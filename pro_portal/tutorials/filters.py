"""What a reader of the list of tutorials may ask for."""

from common.filters import Choice, Filters, Page
from pro_portal.tutorials.models import Level, Theme

LENGTHS = {"short": (0, 15), "medium": (16, 30), "long": (31, 600)}  # minutes, both included


def length_of(minutes: int) -> str:
    return next((name for name, (least, most) in LENGTHS.items() if least <= minutes <= most), "long")


class TutorialFilters(Filters):
    theme = Choice("theme", Theme.values)
    level = Choice("level", Level.values)
    length = Choice("length", LENGTHS)
    page = Page(most=1000)

    def match(self, row, without: str = "") -> bool:
        """Whether a row (with `themes`, `level`, `minutes`) answers, one of the filters set aside."""
        return all(
            (
                not self.theme or without == "theme" or self.theme in row["themes"],
                not self.level or without == "level" or self.level == row["level"],
                not self.length or without == "length" or self.length == length_of(row["minutes"]),
            )
        )
