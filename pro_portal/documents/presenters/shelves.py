"""The shelves as their readers see them: counted and filtered from one light query of what this reader may see."""

from collections import Counter
from functools import cached_property

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from common.documents.choices import Kind
from common.registry import call_hook
from common.templatetags.look import weight
from pro_portal.documents.choices import SHELF_ICONS, SHELF_TEXTS, Shelf
from pro_portal.documents.filters import ShelfFilters
from pro_portal.documents.models import PortalDocument
from pro_portal.watch.models import WatchTheme

BY_PAGE, ON_FRONT = 30, 4


class ShelfList:
    """The documents of one shelf that `reader` may see, by `filters`."""

    def __init__(self, shelf: Shelf, reader, filters: ShelfFilters):
        self.shelf, self.reader, self.filters = shelf, reader, filters
        self.url = reverse(f"portal_documents:{shelf}")

    @cached_property
    def rows(self) -> list[dict]:
        places = PortalDocument.objects.filter(shelf=self.shelf).visible_to(self.reader).in_order()
        return [
            {"pk": pk, "year": str(year or ""), "theme": slug or ""}
            for pk, year, slug in places.values_list("pk", "year", "theme__slug")
        ]

    @cached_property
    def matches(self) -> list[dict]:
        return [row for row in self.rows if self.filters.match(row)]

    @cached_property
    def page(self):
        return Paginator(self.matches, BY_PAGE).get_page(self.filters.page)

    def years(self) -> list[tuple[str, list[dict]]]:
        """[(year, lines)] of this page; "" for those of no year."""
        places = PortalDocument.objects.with_line().in_bulk([row["pk"] for row in self.page])
        groups: dict[str, list[dict]] = {}
        for row in self.page:
            if row["pk"] in places:
                groups.setdefault(row["year"], []).append(line_of(places[row["pk"]]))
        return list(groups.items())

    def facets(self) -> list[dict]:
        """[{title, chips}]; a chip says how many it would give beside the other filter."""
        names = {theme.slug: str(theme) for theme in WatchTheme.objects.all()} if any(row["theme"] for row in self.rows) else {}
        years = sorted({row["year"] for row in self.rows if row["year"]}, reverse=True)
        return [
            {"title": _("Année"), "chips": self._chips("year", {year: year for year in years})},
            {"title": _("Thème"), "chips": self._chips("theme", names)},
        ]

    def _chips(self, name: str, labels: dict[str, str]) -> list[dict]:
        counts = Counter(row[name] for row in self.rows if self.filters.match(row, without=name))
        return [
            self.filters.chip(self.url, name, value, label, counts[value])
            for value, label in labels.items()
            if counts[value] or self.filters.is_on(name, value)
        ]


def front_shelves(reader) -> list[dict]:
    """Each shelf with its latest lines and how many it has for this reader; empty ones too, with a word that says so."""
    keys: dict[str, list[int]] = {shelf: [] for shelf in Shelf}
    for pk, shelf in PortalDocument.objects.visible_to(reader).in_order().values_list("pk", "shelf"):
        keys[shelf].append(pk)
    places = PortalDocument.objects.with_line().in_bulk([pk for pks in keys.values() for pk in pks[:ON_FRONT]])
    return [
        {
            "code": shelf.value,
            "title": shelf.label,
            "text": SHELF_TEXTS[shelf],
            "icon": SHELF_ICONS[shelf],
            "url": reverse(f"portal_documents:{shelf}"),
            "count": len(pks),
            "lines": [line_of(places[pk]) for pk in pks[:ON_FRONT] if pk in places],
        }
        for shelf, pks in ((Shelf(shelf), pks) for shelf, pks in keys.items())
    ]


def line_of(place: PortalDocument) -> dict:
    """What a list says of a document: title, url, note, facts, icon, and `order_url` where it may be ordered."""
    document = place.document
    facts = [place.theme, file_words(document), document.organisation]
    return {
        "title": document.title,
        "url": place.get_absolute_url(),
        "note": document.note,
        "facts": [str(fact) for fact in facts if fact],
        "icon": "link" if document.is_note else "file",
        "order_url": order_url(place),
    }


def file_words(document) -> str:
    """« PDF, 1,2 Mo »; empty for a note without a file."""
    if document.is_note:
        return ""
    kind = Kind(document.kind).label if document.kind else document.file_extension.upper()
    size = weight(document.file_size) if document.file_size else ""
    return ", ".join(str(word) for word in (kind, size) if word)


def has_picture(document) -> bool:
    """Whether its first page may be shown: the members' room draws it."""
    try:
        return call_hook("documents.has_pictures", document) and bool(document.pages)
    except KeyError:  # no room draws pages
        return False


def order_url(place: PortalDocument) -> str:
    is_offered = place.can_be_ordered and place.shelf == Shelf.EDITIONS
    return f"{reverse('portal_documents:order')}?edition={place.pk}" if is_offered else ""
