"""What a reader of the list of places asked for, read from the address and written back to it.

Reading is forgiving: what is not understood is left out. The names of the parameters are the same in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from destination.places.models import Access, PlaceKind

# A longer value is nobody's filter; more values than these would be a list nobody reads.
MOST_CHARACTERS, MOST_VALUES = 80, 40
SLUG = re.compile(r"[a-z0-9][a-z0-9_-]*")
RADIUS_KM, MOST_RADIUS_KM = 10, 100
LAST_PAGE = 10_000


@dataclass(frozen=True, slots=True)
class Around:
    """A position in degrees, rounded to 2 decimals (about a kilometre) so that nobody's home is in an address."""

    latitude: float
    longitude: float
    km: int = RADIUS_KM

    def __str__(self):
        return f"{self.latitude:.2f},{self.longitude:.2f},{self.km}"

    @classmethod
    def read(cls, text: str) -> Around | None:
        """From “42.48,3.12” or “42.48,3.12,25”; None for what is no position."""
        parts = text.split(",")
        if len(parts) not in (2, 3):
            return None
        try:
            latitude, longitude = round(float(parts[0]), 2), round(float(parts[1]), 2)
        except (ValueError, OverflowError):
            return None
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):  # refuses "nan" too
            return None
        return cls(latitude, longitude, _number(parts[2].strip(), RADIUS_KM, MOST_RADIUS_KM) if len(parts) == 3 else RADIUS_KM)


@dataclass(frozen=True, slots=True)
class PlaceFilters:
    """Immutable; `replace` and `toggled` give another one."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()  # slugs
    access: tuple[str, ...] = ()  # a place prepared for each of them
    family: bool = False
    open_now: bool = False
    near: Around | None = None
    page: int = 1

    @classmethod
    def from_query(cls, query: Mapping) -> PlaceFilters:
        """From a QueryDict; never fails."""
        return cls(
            text=" ".join(_text(query, "q").split()),
            kinds=_values(query, "kind", PlaceKind.values),
            communes=_values(query, "commune"),
            access=_values(query, "access", Access.values),
            family=_yes(query, "family"),
            open_now=_yes(query, "open"),
            near=Around.read(_text(query, "near")),
            page=_number(_text(query, "page"), 1, LAST_PAGE),
        )

    def parameters(self, **leave_out) -> list[tuple[str, str]]:
        """The pairs of the address, in a fixed order; `near=False` or `page=False` leaves one out."""
        pairs = [
            ("q", self.text),
            *(("kind", kind) for kind in self.kinds),
            *(("commune", slug) for slug in self.communes),
            *(("access", kind) for kind in self.access),
            ("family", "1" if self.family else ""),
            ("open", "1" if self.open_now else ""),
            ("near", str(self.near or "")),
            ("page", str(self.page) if self.page > 1 else ""),
        ]
        return [(name, value) for name, value in pairs if value and leave_out.get(name, True)]

    def query(self, **leave_out) -> str:
        """« ?kind=museum&open=1 », empty without filter."""
        text = urlencode(self.parameters(**leave_out))
        return f"?{text}" if text else ""

    def replace(self, **changes) -> PlaceFilters:
        return replace(self, **{"page": 1, **changes})

    def toggled(self, name: str, value) -> PlaceFilters:
        """With `value` taken in, or out where it was there."""
        current = getattr(self, name)
        if isinstance(current, tuple):
            kept = tuple(each for each in current if each != value)
            return self.replace(**{name: kept if len(kept) < len(current) else tuple(sorted((*current, value)))})
        return self.replace(**{name: not current})

    @property
    def narrows(self) -> bool:
        """Whether anything is asked at all."""
        empty = PlaceFilters()
        return any(getattr(self, each.name) != getattr(empty, each.name) for each in fields(self) if each.name != "page")


def _text(query: Mapping, name: str) -> str:
    return (query.get(name) or "")[:MOST_CHARACTERS].replace("\x00", "").strip()


def _yes(query: Mapping, name: str) -> bool:
    return _text(query, name) in ("1", "on", "true")


def _values(query: Mapping, name: str, allowed: Iterable[str] | None = None) -> tuple[str, ...]:
    """The values of a repeated or comma-separated parameter, sorted and once each."""
    words = {word for text in query.getlist(name)[:MOST_VALUES] for word in text[: MOST_CHARACTERS * 5].split(",")}
    known = (word for word in words if len(word) <= MOST_CHARACTERS and SLUG.fullmatch(word))
    return tuple(sorted(word for word in known if allowed is None or word in allowed))[:MOST_VALUES]


def _number(text: str, least: int, most: int) -> int:
    """A whole number brought between its bounds; the least for what is none."""
    return min(max(int(text), least), most) if text.isascii() and text.isdigit() and len(text) < 9 else least
