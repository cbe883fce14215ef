"""The pictures that a partner may have, and the parameters of the list: filters and page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Territory
from common.access import Audience
from common.filters import FIRST_DAY, LAST_DAY
from common.models import Picture
from common.search_port import rows_with_words
from pro_portal.photos.api.authentication import ApiError
from pro_portal.photos.models import Orientation, PartnerKey, Photo, Season, Theme
from pro_portal.photos.rights.choices import Use

PER_PAGE, MOST_PER_PAGE = 50, 100
CHOICES = {"theme": Theme, "season": Season, "orientation": Orientation}
LONGEST_TEXT = 200
KNOWN = ("q", *CHOICES, "use", "commune", "changed_since", "per_page", "after", "before")


def refuse_unknown(query: Mapping, known: Sequence[str]) -> None:
    """`ApiError` where the address holds another parameter: a filter that is not understood would give too much."""
    if unknown := sorted(set(query) - set(known)):
        words = ", ".join(known) or _("aucun")
        message = _("« %(name)s » n’est pas connu ici. Paramètres connus : %(words)s.")
        raise ApiError(400, "unknown_parameter", message % {"name": unknown[0][:40], "words": words})


def photos_for(key: PartnerKey):
    """The accepted pictures in force that others may use, for one at least of the uses of this key."""
    audiences = [Audience.PUBLIC, *([Audience.PROFESSIONALS] if key.sees_professional else [])]
    pictures = Picture.objects.filter(Picture.in_force_q(), third_parties_allowed=True, audience__in=audiences)
    pictures = with_one_of(pictures, key.uses)
    return Photo.objects.accepted().filter(picture__in=pictures.values("pk"))


def with_one_of(pictures, uses: Iterable[str]):
    """Those that may be used for one of these."""
    # The uses are a list in a JSON column, which SQLite can only search as text; the codes are words of our own.
    allowed_use = Q(pk__in=[])
    for use in uses:
        allowed_use |= Q(uses_text__contains=f'"{use}"')
    return pictures.annotate(uses_text=Cast("uses", TextField())).filter(allowed_use)


def with_words(photos, text: str):
    """Those of these that hold the words, a part of a word in a title or a keyword too."""
    titles = ("picture__title", "picture__tags__name")
    return rows_with_words(photos, "photo", text, AnonymousUser(), get_language() or settings.LANGUAGE_CODE, titles)


@dataclass(frozen=True)
class ListParameters:
    """The filters and the cursor: the page begins after a picture or before one, so that a new picture moves no page."""

    filters: dict[str, str]
    text: str
    use: str
    commune: str
    changed_since: datetime | None
    per_page: int
    after: int | None
    before: int | None

    @classmethod
    def read(cls, query: Mapping) -> ListParameters:
        """From the query string; raises `ApiError` for a parameter that is not understood, so that nobody harvests by mistake
        what they did not ask for."""
        refuse_unknown(query, KNOWN)
        filters = {name: query[name] for name in CHOICES if query.get(name)}
        for name, value in filters.items():
            if value not in CHOICES[name].values:
                raise ApiError(400, "bad_filter", _("« %(name)s » vaut l’un de ces mots : %(words)s.")
                              % {"name": name, "words": ", ".join(CHOICES[name].values)})  # fmt: skip
        return cls(
            filters,
            _text(query.get("q") or ""),
            _use(query.get("use") or ""),
            _commune(query.get("commune") or ""),
            moment_of(query.get("changed_since") or "", "changed_since"),
            _number(query, "per_page", most=MOST_PER_PAGE) or PER_PAGE,
            _number(query, "after"),
            _number(query, "before"),
        )

    def photos(self, key: PartnerKey):
        photos = photos_for(key).filter(**self.filters)
        if self.use:
            allowed = with_one_of(Picture.objects.all(), {self.use} & set(key.uses))
            photos = photos.filter(picture__in=allowed.values("pk"))
        if self.commune:
            photos = photos.filter(commune__slug=self.commune)
        if self.text:
            photos = with_words(photos, self.text)
        return photos.filter(changed_at__gte=self.changed_since) if self.changed_since else photos

    def page(self, photos) -> tuple[list[Photo], bool, bool]:
        """One page in the order of their numbers, whether there are more after it, whether before."""
        rows = photos.select_related("picture", "commune").prefetch_related("picture__tags")
        if self.before is not None:
            photos_found = list(rows.filter(pk__lt=self.before).order_by("-pk")[: self.per_page + 1])
            return photos_found[: self.per_page][::-1], True, len(photos_found) > self.per_page
        photos_found = list(rows.filter(pk__gt=self.after or 0).order_by("pk")[: self.per_page + 1])
        return photos_found[: self.per_page], len(photos_found) > self.per_page, bool(self.after)

    def query(self, **position: int) -> str:
        """The query string of the same list at another cursor."""
        own = {"q": self.text, "use": self.use, "commune": self.commune}
        parameters = {name: value for name, value in own.items() if value} | {
            **self.filters,
            "per_page": self.per_page,
            **position,
        }
        if self.changed_since:
            parameters["changed_since"] = self.changed_since.isoformat()
        return urlencode(parameters)


def _text(text: str) -> str:
    return " ".join(text.replace("\0", "").split())[:LONGEST_TEXT]


def _use(text: str) -> str:
    if text and text not in Use.values:
        message = _("« %(name)s » vaut l’un de ces mots : %(words)s.")
        raise ApiError(400, "bad_filter", message % {"name": "use", "words": ", ".join(Use.values)})
    return text


def _commune(text: str) -> str:
    if text and (len(text) > LONGEST_TEXT or not Territory.objects.filter(slug=text.replace("\0", "")).exists()):
        message = _("« commune » est le nom d’une commune dans les adresses du site, comme « mont-clar ».")
        raise ApiError(400, "bad_filter", message)
    return text


def moment_of(text: str, name: str) -> datetime | None:
    """A day or a moment; `ApiError`, which names the parameter, for what is none."""
    if not text:
        return None
    try:
        # A « + » that nobody encoded arrives as a space.
        moment = parse_datetime(text.strip().replace(" ", "+"))
        day = None if moment else parse_date(text.strip())
    except ValueError:
        moment = day = None
    if day:
        moment = datetime.combine(day, time.min)
    # The first and the last year have no hour in every time zone.
    if moment is None or not FIRST_DAY <= moment.date() <= LAST_DAY:
        message = _("« %(name)s » est une date (2026-07-01) ou un instant (2026-07-01T08:00:00+02:00).")
        raise ApiError(400, "bad_date", message % {"name": name})
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def _number(query: Mapping, name: str, most: int = 2**62) -> int | None:
    text = query.get(name) or ""
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 19 and 1 <= int(text) <= most):
        raise ApiError(400, "bad_number", _("« %(name)s » est un nombre entier à partir de 1.") % {"name": name})
    return int(text)
