"""What a reader of the documents may ask for."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from common.filters import Choice, Choices, FilterField, Filters, Page, Words
from common.text import row_key
from intranet.documents.choices import Family

YEAR = re.compile(r"(?:19|20)\d\d")


class ReadingList(models.TextChoices):
    UNREAD = "non-lus", _("Non lus")
    SEEN = "vus", _("Vus récemment")
    USEFUL = "utiles", _("Documents utiles")
    MINE = "les-miens", _("Les miens")


class Sort(models.TextChoices):
    LATEST = "", _("Les plus récents")
    TITLE = "titre", _("Titre")
    SIZE = "poids", _("Les plus lourds")


class Year(FilterField):
    """`2026`"""

    def to_python(self, value: str) -> str:
        if YEAR.fullmatch(value):
            return value
        raise ValidationError("")


class FolderKey(FilterField):
    """The key of a folder."""

    empty = None

    def to_python(self, value: str) -> int:
        if (key := row_key(value)) is not None:
            return key
        raise ValidationError("")


class DocumentFilters(Filters):
    text = Words("q")
    folder = FolderKey("dossier")
    family = Choices("type", Family.values)
    office = Choice("organisme")  # a slug
    year = Year("annee")
    tags = Choices("mot-cle")  # slugs
    reading = Choice("voir", ReadingList.values)
    sort = Choice("tri", [Sort.TITLE.value, Sort.SIZE.value])
    page = Page()

    always = frozenset({"page", "sort"})
