"""One page of the library: the pictures found, the facets with their numbers."""

from functools import cached_property

from django.core.paginator import Paginator
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from common.facets.rows import all_of
from common.search_port import find_things
from pro_portal.photos.facets import OFFICES, OTHERS, index, value_for
from pro_portal.photos.filters import CHOICES, TAKE, PhotoFilters
from pro_portal.photos.models import Photo
from pro_portal.photos.permissions import light, takes_what_they_see

PAGE_SIZE = 30
IN_SIGHT = "theme"  # the first facet; the others are folded away


class Listing:
    def __init__(self, filters: PhotoFilters, user):
        self.filters, self.user = filters, user
        self.rows = index.current()
        self.base = self.rows.visible_to(user)
        self.best_first: list[int] = []
        if filters.text:
            names = find_things("photo", filters.text, user, get_language() or "fr")
            self.best_first = [int(name) for name in names]
            self.base &= self.rows.of_ids(self.best_first)
        self.taker = OFFICES if takes_what_they_see(user) else OTHERS
        self.matches = all_of(self.base, self.rows.conditions(filters, self.taker))

    @property
    def total(self) -> int:
        return self.matches.bit_count()

    @cached_property
    def page(self):
        return Paginator(range(self.total), PAGE_SIZE).get_page(self.filters.page)

    @cached_property
    def ids(self) -> list[int]:
        """The pictures of the page: the best matches first for a search, else the latest."""
        first, last = max(self.page.start_index() - 1, 0), self.page.end_index()
        if not self.best_first:
            return self.rows.page_of(self.matches, first, last)
        return self.rows.among(self.matches, self.best_first)[first:last]

    def cards(self) -> list[dict]:
        """title, url, picture, light, ratio (of the frame, in tenths), read again from the database for this reader."""
        photos = Photo.objects.visible_to(self.user).select_related("picture").in_bulk(self.ids)
        return [card(photos[pk], self.user) for pk in self.ids if pk in photos]

    def _labels(self) -> dict[str, dict[str, str]]:
        """For each facet its values, as they are offered, in words."""
        return {name: dict(choices.choices) for name, choices in CHOICES.items()} | {
            "light": light_labels(),
            "people": {"with": _("Avec des personnes"), "without": _("Sans personne reconnaissable")},
            "commune": dict(sorted(self.rows.communes.items(), key=lambda item: item[1])),
        }

    def groups(self, url: str) -> list[dict]:
        """The facets as chips: title and chips, each with the number it would give."""
        counts = self.rows.counts(self.filters, self.base, self.taker)
        labels = self._labels()
        return [
            {"title": title, "chips": chips}
            for name, title in group_titles().items()
            if (chips := [item for value, label in labels[name].items() if (item := self._chip(url, name, value, label, counts))])
        ]

    def _chip(self, url: str, name: str, value: str, label, counts: dict) -> dict | None:
        number = counts.get((name, value_for(self.taker, name, value)), 0)
        return self.filters.chip(url, name, value, label, number) if number or self.filters.is_on(name, value) else None

    def removable(self, url: str) -> list[dict]:
        """The choices that are on among the folded filters, each with the address without it; those in sight show theirs."""
        labels = self._labels()
        return [
            self.filters.chip(url, name, value, labels[name].get(value, value))
            for name, value in self.filters.facets.items()
            if name != IN_SIGHT
        ]


def group_titles() -> dict[str, str]:
    return {
        "theme": _("Thème"), "light": _("Droits"), "use": pgettext("ce qu’on fait d’une photo", "Usage"), "season": _("Saison"),
        "commune": _("Commune"), "orientation": _("Format"),
        "people": _("Personnes"), "colour": _("Couleur"), "weather": _("Temps"),
    }  # fmt: skip


def light_labels() -> dict[str, str]:
    return {
        TAKE: _("Que je peux prendre"),
        "green": _("Libre d’usage"),
        "amber": _("Sous conditions"),
        "red": _("À regarder seulement"),
    }


def card(photo: Photo, user) -> dict:
    picture = photo.picture
    return {
        "pk": photo.pk,
        "title": photo.title_in(),
        "lang": photo.title_language,
        "url": photo.get_absolute_url(),
        "picture": picture,
        "light": light(user, picture),
        "ratio": min(max(round(10 * picture.width / max(picture.height, 1)), 5), 30),
    }
