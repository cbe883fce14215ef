"""How the embeddable list looks: an accent colour that stays readable, and how many lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
DEFAULT_ACCENT = "#0f5c63"
DEFAULT_COUNT, MOST = 6, 30
# WCAG 2.2 AA for text.
ENOUGH_CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class Look:
    accent: str = DEFAULT_ACCENT
    count: int = DEFAULT_COUNT
    title: str = ""

    @classmethod
    def from_query(cls, query: Mapping) -> Look:
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
        red, green, blue = (int(self.accent[place : place + 2], 16) for place in (1, 3, 5))
        while contrast_with_white(red, green, blue) < ENOUGH_CONTRAST:
            red, green, blue = (int(part * 0.92) for part in (red, green, blue))
        return f"#{red:02x}{green:02x}{blue:02x}"


def contrast_with_white(red: int, green: int, blue: int) -> float:
    """The contrast ratio of WCAG 2 between this colour (0 to 255) and white."""
    parts = [part / 255 for part in (red, green, blue)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
