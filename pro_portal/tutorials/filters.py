"""What a reader of the list asked for, read from the address and written back to it. Never fails: what is not understood is
left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from pro_portal.tutorials.models import Level, Theme

LENGTHS = {"short": (0, 15), "medium": (16, 30), "long": (31, 600)}  # minutes, both included
LAST_PAGE = 1000


def length_of(minutes: int) -> str:
    return next((name for name, (least, most) in LENGTHS.items() if least <= minutes <= most), "long")


@dataclass(frozen=True, slots=True)
class Filters:
    theme: str = ""
    level: str = ""
    length: str = ""
    page: int = 1

    @classmethod
    def from_query(cls, query: Mapping) -> Filters:
        page = query.get("page", "")
        return cls(
            theme=_known(query, "theme", Theme.values),
            level=_known(query, "level", Level.values),
            length=_known(query, "length", LENGTHS),
            page=min(int(page), LAST_PAGE) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
        )

    def toggled(self, name: str, value: str) -> Filters:
        return replace(self, **{name: "" if getattr(self, name) == value else value}, page=1)

    def query(self) -> str:
        """« ?theme=photo&level=practice », empty without filter."""
        pairs = [(name, value) for name in ("theme", "level", "length") if (value := getattr(self, name))]
        return f"?{urlencode(pairs)}" if pairs else ""

    def keep(self, row, without: str = "") -> bool:
        """Whether a row (with `themes`, `level`, `minutes`) answers, one of the filters set aside."""
        return all(
            (
                not self.theme or without == "theme" or self.theme in row["themes"],
                not self.level or without == "level" or self.level == row["level"],
                not self.length or without == "length" or self.length == length_of(row["minutes"]),
            )
        )


def _known(query: Mapping, name: str, values) -> str:
    value = query.get(name, "")
    return value if value in values else ""
