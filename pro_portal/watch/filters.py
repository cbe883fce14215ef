"""What a reader asked to see: it stands in the address, and the feeds understand it too."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db import models
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from pro_portal.watch.models import WatchItem, WatchTheme

LONGEST_SEARCH = 200


class Mine(models.TextChoices):
    UNREAD = "a-lire", _("À lire")
    SAVED = "gardes", _("Gardés")


@dataclass(frozen=True)
class WatchFilters:
    theme: WatchTheme | None = None
    mine: str = ""
    words: str = ""

    @classmethod
    def read(cls, query, themes: list[WatchTheme]) -> "WatchFilters":
        """What cannot be understood is left out."""
        by_slug = {theme.slug: theme for theme in themes}
        mine = query.get("voir", "")
        words = " ".join(query.get("q", "")[:LONGEST_SEARCH].split())
        return cls(by_slug.get(query.get("theme", "")), mine if mine in Mine.values else "", words)

    def __bool__(self):
        return bool(self.theme or self.mine or self.words)

    def query(self, **changes) -> str:
        """`?theme=numerique&q=…` with these changes; empty where nothing is asked."""
        parts = {"theme": self.theme.slug if self.theme else "", "voir": self.mine, "q": self.words} | changes
        asked = {name: value for name, value in parts.items() if value}
        return f"?{urlencode(asked)}" if asked else ""

    def applied_to(self, items, reader):
        if self.theme:
            items = items.about(self.theme)
        return self.without_theme(items, reader)

    def without_theme(self, items, reader):
        """The same but for the theme: what the theme's chips count."""
        if self.words:
            items = items.holding(self.words)
        if reader.is_authenticated and self.mine == Mine.UNREAD:
            items = items.unread_by(reader)
        elif reader.is_authenticated and self.mine == Mine.SAVED:
            items = items.saved_by(reader)
        return items


def open_items(reader):
    """What this reader may read, newest first."""
    return WatchItem.objects.published().visible_to(reader).order_by("-published_at", "-pk")


def counted(themes: list[WatchTheme], items) -> dict[int, int]:
    """How many of the items are of each theme, in one query."""
    links = WatchItem.themes.through.objects.filter(watchitem__in=items.order_by().values("pk"))
    rows = links.values_list("watchtheme").annotate(number=Count("pk")).order_by()
    return {theme.pk: 0 for theme in themes} | dict(rows)
