"""The filters of a list: read from the address, written back to it, offered as chips.

A list declares its filters as form fields of this module:

    class BookFilters(Filters):
        text = Words("q")
        kinds = Choices("kind", Kind.values)
        family = Flag("family")
        page = Page()

Reading never fails: what a field refuses is left out, and where a person would wonder, `remarks` says so. The names of the
parameters are the same in every language, so that an address survives the language switch.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar, Self
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

# A longer value is nobody's filter; more values than these would be a list nobody reads.
MOST_CHARACTERS, MOST_VALUES, MOST_WORD_CHARACTERS = 80, 40, 200
LAST_PAGE = 10_000
RADIUS_KM, MOST_RADIUS_KM = 10, 100
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
COMMUNE_PREFIX = "commune:"
SLUG = re.compile(r"[a-z0-9][a-z0-9_-]*")
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
FRENCH_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


@dataclass(frozen=True, slots=True)
class Near:
    """Round a position in degrees, rounded to 2 decimals (about a kilometre) so that nobody's home is in an address; or round
    the centre of a commune, which the address then names: it has no position before it is `located`."""

    latitude: float | None = None
    longitude: float | None = None
    radius: int = RADIUS_KM  # kilometres
    commune: str = ""  # its slug

    def __str__(self):
        at = f"{COMMUNE_PREFIX}{self.commune}" if self.commune else f"{self.latitude:.2f},{self.longitude:.2f}"
        return f"{at},{self.radius}"

    def within(self, radius: int) -> "Near":
        return replace(self, radius=radius)

    def located(self, communes: Iterable) -> "Near | None":
        """Itself with a position; None where none of `communes` (with slug, latitude, longitude) is the one it names."""
        if not self.commune:
            return self
        for commune in communes:
            if commune.slug == self.commune and commune.latitude is not None and commune.longitude is not None:
                return replace(self, latitude=commune.latitude, longitude=commune.longitude)
        return None


# ---- fields ------------------------------------------------------------------------------------------------------
class FilterField(forms.Field):
    """A filter with one value. `parameter` is its name in the address, `empty` its value without a filter; `to_python`
    gives the value of a text that is not empty, or raises ValidationError."""

    empty: Any = ""

    def __init__(self, parameter: str):
        super().__init__(required=False)
        self.parameter = parameter

    def read(self, query: Mapping) -> Any:
        text = (query.get(self.parameter) or "")[:MOST_CHARACTERS].replace("\x00", "").strip()
        return self.to_python(text) if text else self.empty

    def as_texts(self, value) -> Iterable[str]:
        return (str(value),) if value else ()

    def is_on(self, current, value) -> bool:
        return current == value

    def toggled(self, current, value):
        return self.empty if current == value else value


class Words(FilterField):
    """What is typed in a search box."""

    def __init__(self, parameter: str, most: int = MOST_WORD_CHARACTERS):
        super().__init__(parameter)
        self.most = most

    def read(self, query: Mapping) -> str:
        # A half of a pair of surrogates is no text: nothing could be sent back with it.
        sound = (query.get(self.parameter) or "")[: self.most * 5].replace("\x00", " ").encode(errors="ignore").decode()
        return " ".join(sound.split())[: self.most].strip()


class Choice(FilterField):
    """One of `allowed`; any slug where it is None."""

    def __init__(self, parameter: str, allowed: Collection[str] | None = None):
        super().__init__(parameter)
        self.allowed = allowed

    def to_python(self, value: str) -> str:
        if SLUG.fullmatch(value) if self.allowed is None else value in self.allowed:
            return value
        raise ValidationError("")


class Choices(Choice):
    """Several of `allowed` (any slugs where it is None), from a repeated or comma-separated parameter: sorted, once each."""

    empty = ()

    def read(self, query: Mapping) -> tuple[str, ...]:
        texts = query.getlist(self.parameter) if hasattr(query, "getlist") else [query.get(self.parameter) or ""]
        parts = {word for text in texts[:MOST_VALUES] for word in text[: MOST_CHARACTERS * 5].split(",")}
        slugs = (word for word in parts if len(word) <= MOST_CHARACTERS and SLUG.fullmatch(word))
        return tuple(sorted(word for word in slugs if self.allowed is None or word in self.allowed))[:MOST_VALUES]

    def as_texts(self, value: tuple[str, ...]) -> Iterable[str]:
        return value

    def is_on(self, current: tuple[str, ...], value: str) -> bool:
        return value in current

    def toggled(self, current: tuple[str, ...], value: str) -> tuple[str, ...]:
        return tuple(one for one in current if one != value) if value in current else tuple(sorted((*current, value)))


class Flag(FilterField):
    empty = False

    def to_python(self, value: str) -> bool:
        return value in ("1", "on", "true")

    def as_texts(self, value: bool) -> Iterable[str]:
        return ("1",) if value else ()


class Page(FilterField):
    """From 1 on; a number out of bounds is brought between them."""

    empty = 1

    def __init__(self, parameter: str = "page", most: int = LAST_PAGE):
        super().__init__(parameter)
        self.most = most

    def to_python(self, value: str) -> int:
        return bounded(value, 1, self.most) or 1

    def as_texts(self, value: int) -> Iterable[str]:
        return (str(value),) if value > 1 else ()


class Position(FilterField):
    """`42.48,3.12`, or `commune:mont-clar`, or either with a radius in kilometres: `42.48,3.12,25`. A `km` beside it in the
    address replaces the radius: what a form without JavaScript sends."""

    empty = None

    def read(self, query: Mapping) -> Near | None:
        near = super().read(query)
        radius = bounded((query.get("km") or "")[:9].strip(), 1, MOST_RADIUS_KM) if near else None
        return near.within(radius) if radius else near

    def to_python(self, value: str) -> Near:
        if value.startswith(COMMUNE_PREFIX):
            slug, *radius = value.removeprefix(COMMUNE_PREFIX).split(",", 1)
            if not SLUG.fullmatch(slug):
                raise ValidationError("")
            return Near(radius=self._radius(radius), commune=slug)
        latitude, longitude, *radius = value.split(",") if value.count(",") in (1, 2) else ("", "")
        try:
            latitude, longitude = round(float(latitude), 2), round(float(longitude), 2)
        except (ValueError, OverflowError):
            raise ValidationError("") from None
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):  # refuses "nan" and "inf" too
            raise ValidationError("")
        return Near(latitude, longitude, self._radius(radius))

    @staticmethod
    def _radius(texts: list[str]) -> int:
        return (bounded(texts[0].strip(), 1, MOST_RADIUS_KM) if texts else None) or RADIUS_KM


class Day(FilterField):
    """`2026-07-16` or `16/07/2026`, or one of these words; what is refused leaves a remark."""

    empty = None

    def __init__(self, parameter: str, words: Collection[str] = ()):
        super().__init__(parameter)
        self.words = words

    def to_python(self, value: str) -> date | str:
        return value if value in self.words else day_of(value)

    def as_texts(self, value: date | str | None) -> Iterable[str]:
        return (value.isoformat() if isinstance(value, date) else value,) if value else ()


def day_of(text: str) -> date:
    """The day of `2026-07-16` or `16/07/2026`; ValidationError, with a sentence for who typed it, for what is no day."""
    if match := ISO_DAY.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := FRENCH_DAY.fullmatch(text):
        day, month, year = map(int, match.groups())
    else:
        raise ValidationError(_("La date n’a pas été comprise : écrivez-la comme 16/07/2026."))
    try:
        value = date(year, month, day)
    except ValueError:
        raise ValidationError(_("Cette date n’existe pas dans le calendrier : vérifiez le jour et le mois.")) from None
    if not FIRST_DAY <= value <= LAST_DAY:
        raise ValidationError(_("Cette date est trop lointaine : vérifiez l’année."))
    return value


def bounded(text: str, least: int, most: int) -> int | None:
    """A whole number brought between its bounds; None for what is none."""
    return min(max(int(text), least), most) if text.isascii() and text.isdigit() and len(text) < 9 else None


# ---- the filters of a list ---------------------------------------------------------------------------------------
class Filters:
    """The values of the declared fields, in the order of the declaration. Immutable; `replace` and `toggled` give another one,
    on the first page and without remarks."""

    fields: ClassVar[dict[str, FilterField]] = {}
    empty: ClassVar[dict[str, Any]] = {}
    #: Names of fields that do not narrow the list.
    always: ClassVar[frozenset[str]] = frozenset({"page"})
    remarks: tuple[str, ...] = ()

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        declared = {name: field for name, field in vars(cls).items() if isinstance(field, FilterField)}
        for name in declared:
            delattr(cls, name)
        cls.fields = {**cls.fields, **declared}
        cls.empty = {name: field.empty for name, field in cls.fields.items()}

    def __init__(self, **values):
        if unknown := values.keys() - self.fields.keys():
            raise TypeError(f"{type(self).__name__} has no {', '.join(unknown)}.")
        self.__dict__.update(self.empty)
        self.__dict__.update(values)

    def __eq__(self, other):
        return type(self) is type(other) and self._values() == other._values() and self.remarks == other.remarks

    def __hash__(self):
        return hash((type(self), *self._values(), self.remarks))

    def __repr__(self):
        return f"{type(self).__name__}({self.query()})"

    def _values(self) -> tuple:
        return tuple(self.__dict__[name] for name in self.fields)

    @classmethod
    def from_query(cls, query: Mapping) -> Self:
        """From a QueryDict; never fails."""
        values, remarks = {}, []
        for name, field in cls.fields.items():
            try:
                values[name] = field.read(query)
            except ValidationError as refused:
                remarks += [str(message) for message in refused.messages if message]
        return cls.put_right(values, remarks)

    @classmethod
    def put_right(cls, values: dict[str, Any], remarks: list[str]) -> Self:
        """From the values that were understood; the place of what concerns several fields."""
        filters = cls(**values)
        filters.__dict__["remarks"] = tuple(remarks)
        return filters

    def parameters(self, **leave_out: bool) -> list[tuple[str, str]]:
        """The pairs of the address, in a fixed order; `near=False` leaves that parameter out."""
        return [
            (field.parameter, text)
            for name, field in self.fields.items()
            if (value := self.__dict__[name]) != field.empty and leave_out.get(field.parameter, True)
            for text in field.as_texts(value)
        ]

    def query(self, **leave_out: bool) -> str:
        """« ?day=today&category=music », empty without filters."""
        text = urlencode(self.parameters(**leave_out))
        return f"?{text}" if text else ""

    def replace(self, **changes) -> Self:
        values = {name: self.__dict__[name] for name in self.fields}
        return type(self)(**values | ({"page": 1} if "page" in values else {}) | changes)

    def toggled(self, name: str, value) -> Self:
        """With `value` taken in, or out where it was there."""
        return self.replace(**{name: self.fields[name].toggled(self.__dict__[name], value)})

    def is_on(self, name: str, value) -> bool:
        return self.fields[name].is_on(self.__dict__[name], value)

    @cached_property
    def active(self) -> dict[str, Any]:
        """The filters that narrow the list, by name."""
        return {
            name: value
            for name, field in self.fields.items()
            if name not in self.always and (value := self.__dict__[name]) != field.empty
        }

    @property
    def narrows(self) -> bool:
        return bool(self.active)

    def chip(self, url: str, name: str, value, label, count: int | None = None, icon: str = "") -> dict:
        """The chip that turns a value on or off in the list at `url`."""
        field = self.fields[name]
        text = next(iter(field.as_texts(value if not isinstance(field, Choices) else (value,))), "")
        choice = {"parameter": field.parameter, "value": text, "is_single": not isinstance(field, Choices | Flag)}
        return chip(label, url + self.toggled(name, value).query(), count, self.is_on(name, value), icon) | choice

    def sheet(self, url: str, groups: Iterable[dict], removable: Iterable[dict] = (), beside: Collection[str] = ()) -> dict:
        """What `components/filter_sheet.html` shows of `groups` ({title, chips, in_sight}): the filters as a form, whose hidden
        fields are those that neither a group nor the form's own fields (`beside`) have; what is chosen, of `removable` too, but
        in the groups that stay in sight beside the sheet."""
        groups = [{**group, "chips": [item for item in group["chips"] if item["parameter"]]} for group in groups]
        chosen = {parameter for parameter, _text in self.parameters()}
        groups = [
            group
            | {
                "is_single": all(item["is_single"] for item in group["chips"]),
                "is_chosen": any(item["parameter"] in chosen for item in group["chips"]),
            }
            for group in groups
            if group["chips"]
        ]
        items = [item for group in groups for item in group["chips"]]
        hidden = [item for group in groups if not group.get("in_sight") for item in group["chips"]]
        in_form = {item["parameter"] for item in items} | set(beside)
        return {
            "url": url,
            "groups": groups,
            "chosen": [item for item in [*hidden, *(item for item in removable if not item["parameter"])] if item["is_on"]],
            "hidden_fields": [pair for pair in self.parameters(page=False) if pair[0] not in in_form],
        }


def chip(label, url: str, count: int | None = None, is_on: bool = False, icon: str = "", lang: str = "") -> dict:
    """One choice of `components/chips.html`; every key is there, for a template looks long for one that is not. With a
    `parameter` and its `value` it may stand in a form too, as a checkbox, or a radio button where it `is_single`."""
    return {
        "label": label, "url": url, "count": count, "is_on": is_on, "icon": icon, "lang": lang,
        "parameter": "", "value": "", "is_single": False,
    }  # fmt: skip
