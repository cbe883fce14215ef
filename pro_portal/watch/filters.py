"""What a reader of the watch may ask for; the feeds understand it too."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.filters import Choice, Filters, Words
from pro_portal.watch.models import WatchItem


class ReadingList(models.TextChoices):
    UNREAD = "a-lire", _("À lire")
    SAVED = "gardes", _("Gardés")


class WatchFilters(Filters):
    theme = Choice("theme")  # a slug
    mine = Choice("voir", ReadingList.values)
    words = Words("q")

    def without_unknown_theme(self, themes) -> "WatchFilters":
        """Themes are rows: a slug of none is left out."""
        return self if not self.theme or self.theme in {theme.slug for theme in themes} else self.replace(theme="")


def open_items(reader):
    """What this reader may read, newest first."""
    return WatchItem.objects.published().visible_to(reader).order_by("-published_at", "-pk")
