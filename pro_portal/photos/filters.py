"""What a reader of the library asked for, read from the address and written back to it; what is not understood is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from pro_portal.photos.models import Colour, Orientation, Season, Theme, Weather
from pro_portal.photos.rights.choices import Use

MOST_CHARACTERS = 200
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
LAST_PAGE = 10_000
#: facet → its codes; communes are read from the shelf.
CHOICES = {"theme": Theme, "season": Season, "weather": Weather, "orientation": Orientation, "colour": Colour, "use": Use}


@dataclass(frozen=True, slots=True)
class PhotoFilters:
    """Immutable; `toggled` gives another one. `people` is "", "with" or "without"; `like` a photo to resemble."""

    text: str = ""
    theme: str = ""
    season: str = ""
    weather: str = ""
    orientation: str = ""
    colour: str = ""
    use: str = ""
    commune: str = ""
    people: str = ""
    page: int = 1

    @classmethod
    def read(cls, query: Mapping) -> PhotoFilters:
        asked = {name: query.get(name) or "" for name in (*CHOICES, "commune", "people")}
        chosen = {name: asked[name] if asked[name] in choices.values else "" for name, choices in CHOICES.items()}
        page = query.get("page") or ""
        return cls(
            text=" ".join((query.get("q") or "").replace("\0", " ").split())[:MOST_CHARACTERS],
            commune=asked["commune"] if SLUG.fullmatch(asked["commune"]) else "",
            people=asked["people"] if asked["people"] in ("with", "without") else "",
            page=min(int(page), LAST_PAGE) if page.isascii() and page.isdecimal() and len(page) < 8 and int(page) else 1,
            **chosen,
        )

    @property
    def chosen(self) -> dict[str, str]:
        """The facets that are on."""
        return {name: value for name in (*CHOICES, "commune", "people") if (value := getattr(self, name))}

    @property
    def narrows(self) -> bool:
        return bool(self.text or self.chosen)

    def query(self) -> str:
        """« ?q=…&theme=… », without the page; empty where nothing is asked."""
        said = {**({"q": self.text} if self.text else {}), **self.chosen}
        return f"?{urlencode(said)}" if said else ""

    def toggled(self, name: str, value: str) -> PhotoFilters:
        """With this choice on, or off where it was on; on the first page."""
        return replace(self, page=1, **{name: "" if getattr(self, name) == value else value})
