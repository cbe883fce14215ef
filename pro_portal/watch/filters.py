"""What a reader asked to see: it stands in the address, and the feeds understand it too."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db import models
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


def open_items(reader):
    """What this reader may read, newest first."""
    return WatchItem.objects.published().visible_to(reader).order_by("-published_at", "-pk")
