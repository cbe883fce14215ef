"""One page of the library: the pictures found, the facets with their numbers."""

from functools import cached_property

from django.conf import settings
from django.core.paginator import Paginator
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from common.facets.rows import all_of
from common.search_port import Names, find_all, find_things
from pro_portal.photos.facets import OFFICES, OTHERS, index, value_for
from pro_portal.photos.filters import CHOICES, TAKE, PhotoFilters
from pro_portal.photos.models import Photo
from pro_portal.photos.permissions import light, takes_what_they_see

PAGE_SIZE = 30
# Where a search finds more, weighing tells the pictures apart for nobody: those with the words in their titles come first.
MOST_WEIGHED = 300
IN_SIGHT = "theme"  # the first facet; the others are folded away


class Listing:
    def __init__(self, filters: PhotoFilters, user):
        self.filters, self.user = filters, user
        self.rows = index.current()
        self.base = self.rows.visible_to(user)
        self.titled = 0
        if filters.text:
            self.base = find_all("photo", filters.text, user, self.language, self._found, nothing=0)
        self.taker = OFFICES if takes_what_they_see(user) else OTHERS
        self.matches = all_of(self.base, self.rows.conditions(filters, self.taker))

    @property
    def language(self) -> str:
        return get_language() or settings.LANGUAGE_CODE

    def _found(self, names: Names) -> int:
        self.titled = self.rows.named(names.in_titles)
        return self.base & self.rows.named(names)

    @property
    def total(self) -> int:
        return self.matches.bit_count()

    @cached_property
    def counts(self) -> dict[tuple, int]:
        """How many pictures each value of a facet would give."""
        return self.rows.counts(self.filters, self.base, self.taker)

    @cached_property
    def page(self):
        return Paginator(range(self.total), PAGE_SIZE).get_page(self.filters.page)

    @cached_property
    def ids(self) -> list[int]:
        """The pictures of the page: the best matches first for a search, else the latest."""
        first, last = max(self.page.start_index() - 1, 0), self.page.end_index()
        best = self._weighed() if self.filters.text and self.base.bit_count() <= MOST_WEIGHED else []
        ids, passed = best[first:last], len(best)
        others = self.matches & ~self.rows.of_ids(best)
        for bits in (others & self.titled, others & ~self.titled):
            ids += self.rows.page_of(bits, max(first - passed, 0), max(last - passed, 0))
            passed += bits.bit_count()
        return ids

    def _weighed(self) -> list[int]:
        names = find_things("photo", self.filters.text, self.user, self.language)
        return self.rows.among(self.matches, map(int, names))

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
        labels = self._labels()
        return [
            {"title": title, "chips": chips}
            for name, title in group_titles().items()
            if (chips := [item for value, label in labels[name].items() if (item := self._chip(url, name, value, label))])
        ]

    def _chip(self, url: str, name: str, value: str, label) -> dict | None:
        number = self.counts.get((name, value_for(self.taker, name, value)), 0)
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
