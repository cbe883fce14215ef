"""How the embeddable list looks: an accent colour that stays readable, and how many lines."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from common.colours import READABLE, WHITE, contrast_ratio, mix

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
DEFAULT_ACCENT = "#0f5c63"
DEFAULT_COUNT, MOST = 6, 30
BLACK = "#000000"
DARK = "#12191d"  # the ground of embed.css in a dark page


@dataclass(frozen=True, slots=True)
class Look:
    accent: str = DEFAULT_ACCENT
    count: int = DEFAULT_COUNT
    title: str = ""

    @classmethod
    def from_query(cls, query: Mapping) -> "Look":
        """What is not understood falls back to the default."""
        accent = "#" + (query.get("accent") or "").lstrip("#")[:6]
        count = (query.get("count") or "")[:4]
        return cls(
            accent=accent.lower() if COLOUR.fullmatch(accent) else DEFAULT_ACCENT,
            count=min(max(int(count), 1), MOST) if count.isascii() and count.isdigit() else DEFAULT_COUNT,
            title=(query.get("title") or "")[:80].strip(),
        )

    def query(self) -> str:
        parameters = {"accent": self.accent.lstrip("#"), "count": self.count}
        return urlencode(parameters | ({"title": self.title} if self.title else {}))

    @property
    def ink(self) -> str:
        """The accent, darkened until it can be read on white."""
        return self._readable(WHITE, BLACK)

    @property
    def ink_on_dark(self) -> str:
        """The accent, lightened until it can be read in a dark page."""
        return self._readable(DARK, WHITE)

    def _readable(self, ground: str, towards: str) -> str:
        ink = self.accent
        while contrast_ratio(ink, ground) < READABLE:
            ink = mix(ink, towards, 0.92)
        return ink
