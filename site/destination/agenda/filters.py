"""What a reader of the agenda asked for, read from the address and written back to it.

Reading is forgiving: what is not understood is left out and, where a person would wonder, said in `remarks`. The names of
the parameters are the same in every language, so that an address survives the language switch.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from common.access import Audience
from destination.places.models import Access

SHORTCUTS = ("today", "weekend", "week")
SETTINGS = ("indoors", "outdoors")
ANY_ACCESS = "any"
# A longer value is nobody's filter; more values than these would be a list nobody reads.
MOST_CHARACTERS, MOST_VALUES = 80, 40
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
SLUG = re.compile(r"[a-z0-9][a-z0-9_-]*")
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
FRENCH_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
RADIUS_KM = 10
MOST_RADIUS_KM = 100
LAST_PAGE = 10_000


@dataclass(frozen=True, slots=True)
class Near:
    """Round a position in degrees, rounded to 2 decimals (about a kilometre) so that nobody's home is in an address."""

    latitude: float
    longitude: float
    radius: int = RADIUS_KM  # kilometres

    def __str__(self):
        return f"{self.latitude:.2f},{self.longitude:.2f},{self.radius}"


@dataclass(frozen=True, slots=True)
class AgendaFilters:
    """Immutable; `replace` and `toggled` give another one."""

    day: str | date | None = None  # one of SHORTCUTS, or a date
    first: date | None = None
    last: date | None = None
    communes: tuple[str, ...] = ()  # slugs
    categories: tuple[str, ...] = ()  # codes
    free: bool = False
    family: bool = False
    access: tuple[str, ...] = ()  # Access values: an event prepared for each of them; or ANY_ACCESS alone
    setting: str = ""
    near: Near | None = None
    organisation: str = ""  # slug
    audience: str = ""  # one of the words, for people signed in
    ongoing: bool = False  # only what lasts for weeks
    page: int = 1
    remarks: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: Mapping) -> AgendaFilters:
        """From a QueryDict; never fails."""
        remarks: list[str] = []
        day, first, last = _days(query, remarks)
        access = _values(query, "access", {*Access.values, ANY_ACCESS})
        return cls(
            day=day,
            first=first,
            last=last,
            communes=_values(query, "commune"),
            categories=_values(query, "category"),
            free=_yes(query, "free"),
            family=_yes(query, "family"),
            access=tuple(kind for kind in access if kind != ANY_ACCESS) or access[:1],
            setting=next(iter(_values(query, "setting", SETTINGS)), ""),
            near=_near(_text(query, "near")),
            organisation=next(iter(_values(query, "organisation")), ""),
            audience=next(iter(_values(query, "audience", Audience.values)), ""),
            ongoing=_yes(query, "ongoing"),
            page=_number(_text(query, "page"), 1, LAST_PAGE) or 1,
            remarks=tuple(remarks),
        )

    def parameters(self, **leave_out) -> list[tuple[str, str]]:
        """The pairs of the address, in a fixed order; `near=False` or `page=False` leaves one out."""
        pairs = [
            ("day", _written(self.day)),
            ("from", _written(self.first)),
            ("to", _written(self.last)),
            *(("commune", slug) for slug in self.communes),
            *(("category", code) for code in self.categories),
            ("free", "1" if self.free else ""),
            ("family", "1" if self.family else ""),
            *(("access", kind) for kind in self.access),
            ("setting", self.setting),
            ("near", str(self.near or "")),
            ("organisation", self.organisation),
            ("audience", self.audience),
            ("ongoing", "1" if self.ongoing else ""),
            ("page", str(self.page) if self.page > 1 else ""),
        ]
        return [(name, value) for name, value in pairs if value and leave_out.get(name, True)]

    def query(self, **leave_out) -> str:
        """« ?day=today&category=music », empty without filter."""
        text = urlencode(self.parameters(**leave_out))
        return f"?{text}" if text else ""

    def lasting_query(self) -> str:
        """The address to keep or to subscribe to: without the reader's position, the page, nor a passing day."""
        return self.replace(day=None, first=None, last=None).query(near=False, page=False)

    def replace(self, **changes) -> AgendaFilters:
        return replace(self, **{"page": 1, "remarks": (), **changes})

    def toggled(self, name: str, value) -> AgendaFilters:
        """With `value` taken in, or out where it was there."""
        current = getattr(self, name)
        if isinstance(current, tuple):
            current = tuple(each for each in current if each == value or ANY_ACCESS not in (each, value))
            kept = tuple(each for each in current if each != value)
            return self.replace(**{name: kept if len(kept) < len(current) else tuple(sorted((*current, value)))})
        if isinstance(current, bool):
            return self.replace(**{name: not current})
        return self.replace(**{name: type(current)() if current == value else value})

    def without_days(self) -> AgendaFilters:
        return self.replace(day=None, first=None, last=None)

    @property
    def narrows(self) -> bool:
        """Whether anything is asked beyond the days."""
        empty = AgendaFilters()
        days = {"day", "first", "last", "page", "remarks"}
        return any(getattr(self, each.name) != getattr(empty, each.name) for each in fields(self) if each.name not in days)

    def bounds(self, today: date, horizon: date) -> tuple[date, date]:
        """The first and last day asked for, both included; from today on where no day is asked for."""
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


def _text(query: Mapping, name: str) -> str:
    return (query.get(name) or "")[:MOST_CHARACTERS].strip()


def _yes(query: Mapping, name: str) -> bool:
    return _text(query, name) in ("1", "on", "true")


def _values(query: Mapping, name: str, allowed: Iterable[str] | None = None) -> tuple[str, ...]:
    """The values of a repeated or comma-separated parameter, sorted and once each."""
    given = query.getlist(name) if hasattr(query, "getlist") else [query.get(name) or ""]
    words = {word for text in given[:MOST_VALUES] for word in text[: MOST_CHARACTERS * 5].split(",")}
    known = (word for word in words if len(word) <= MOST_CHARACTERS and SLUG.fullmatch(word))
    return tuple(sorted(word for word in known if allowed is None or word in allowed))[:MOST_VALUES]


def _number(text: str, least: int, most: int) -> int | None:
    if not (text.isascii() and text.isdigit() and len(text) < 9):
        return None
    return min(max(int(text), least), most)


def _days(query: Mapping, remarks: list[str]) -> tuple[str | date | None, date | None, date | None]:
    word = _text(query, "day")
    if word in SHORTCUTS:
        return word, None, None
    if word and (day := read_day(word, remarks)):
        return day, None, None
    first, last = (read_day(_text(query, name), remarks) for name in ("from", "to"))
    if first and last and last < first:
        remarks.append(_("La fin était avant le début : les deux dates ont été échangées."))
        first, last = last, first
    return None, first, last


def read_day(text: str, remarks: list[str]) -> date | None:
    """`2026-07-16` or `16/07/2026`; None, and a remark, for what is no day."""
    if not text:
        return None
    if found := ISO_DAY.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := FRENCH_DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
    else:
        remarks.append(_("La date n’a pas été comprise : écrivez-la comme 16/07/2026."))
        return None
    try:
        asked = date(year, month, day)
    except ValueError:
        remarks.append(_("Cette date n’existe pas dans le calendrier : vérifiez le jour et le mois."))
        return None
    if not FIRST_DAY <= asked <= LAST_DAY:
        remarks.append(_("Cette date est trop lointaine : vérifiez l’année."))
        return None
    return asked


def _written(day: str | date | None) -> str:
    return day.isoformat() if isinstance(day, date) else day or ""


def _near(text: str) -> Near | None:
    parts = text.split(",")
    if len(parts) not in (2, 3):
        return None
    try:
        latitude, longitude = round(float(parts[0]), 2), round(float(parts[1]), 2)
    except (ValueError, OverflowError):
        return None
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):  # refuses "nan" and "inf" too
        return None
    radius = _number(parts[2].strip(), 1, MOST_RADIUS_KM) if len(parts) == 3 else None
    return Near(latitude, longitude, radius or RADIUS_KM)
