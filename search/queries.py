"""What a reader asks, read from the address: every unknown or broken value is left out, never an error."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import urlencode

from common.filters import read_day
from destination.agenda.filters import shortcut_bounds
from search.engines.protocol import WHENS
from search.sources import BY_CODE

MOST_CHARACTERS = 200
# Longer questions are sentences pasted by mistake; the first words tell enough.
MOST_TERMS = 12
SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,119}")
LAST_PAGE = 10_000


@dataclass(frozen=True)
class SearchQuery:
    """The words and the filters of one page of results."""

    text: str = ""
    kind: str = ""
    commune: str = ""
    when: str = ""
    first: date | None = None
    last: date | None = None
    page: int = 1
    room: bool = False
    exactly: bool = False  # the words as typed, without putting them right
    remarks: tuple[str, ...] = ()

    @classmethod
    def read(cls, parameters) -> SearchQuery:
        """From the parameters of a request; `parameters.get(name)` is all that is asked of them."""
        remarks: list[str] = []
        first, last = (
            read_day(_short(parameters, name), remarks) if _short(parameters, name) else None for name in ("from", "to")
        )
        if first and last and last < first:
            first, last = last, first
        kind, when, commune = (_short(parameters, name) for name in ("kind", "when", "commune"))
        dated = bool(first or last)
        return cls(
            text=_words(parameters.get("q") or ""),
            kind=kind if kind in BY_CODE else "",
            commune=commune if SLUG.fullmatch(commune) else "",
            when=when if when in WHENS and not dated else "",
            first=first,
            last=last,
            page=_page(_short(parameters, "page")),
            room=_short(parameters, "room") == "1",
            exactly=_short(parameters, "exactly") == "1",
            remarks=tuple(remarks),
        )

    def windows(self, today: date) -> dict[str, tuple[date, date]]:
        return {word: shortcut_bounds(word, today) for word in WHENS}

    def days(self, today: date) -> tuple[date, date] | None:
        """The days asked for, both included; None for any."""
        if self.when:
            return shortcut_bounds(self.when, today)
        if self.first or self.last:
            return self.first or date.min, self.last or date.max
        return None

    def changed(self, **changes) -> SearchQuery:
        """Another question, from its first page on."""
        return replace(self, **{"page": 1, "remarks": (), **changes})

    @property
    def narrows(self) -> bool:
        return bool(self.kind or self.commune or self.when or self.first or self.last)

    def parameters(self) -> list[tuple[str, str]]:
        """As in the address, without what says nothing."""
        names = {"text": "q", "first": "from", "last": "to"}
        values = {
            names.get(field.name, field.name): getattr(self, field.name) for field in fields(self) if field.name != "remarks"
        }
        values["page"] = self.page if self.page > 1 else ""
        written = {
            name: "1" if value is True else value.isoformat() if isinstance(value, date) else str(value)
            for name, value in values.items()
            if value
        }
        return list(written.items())

    def address(self) -> str:
        return "?" + urlencode(self.parameters())


def _words(text: str) -> str:
    sound = text[: MOST_CHARACTERS * 5].replace("\x00", "").encode(errors="ignore").decode()
    return " ".join(sound.split())[:MOST_CHARACTERS].strip()


def _short(parameters, name: str) -> str:
    return (parameters.get(name) or "")[:120].strip()


def _page(text: str) -> int:
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 9 else 1
