"""What a reader of the articles may ask for."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from common.filters import Choice, Choices, FilterField, Filters, Page

MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])")


class ReadingList(models.TextChoices):
    UNREAD = "non-lus", _("Non lus")
    MUST_READ = "a-lire", _("À lire")
    MINE = "les-miens", _("Les miens")
    ARCHIVED = "archives", _("Archives")


class Month(FilterField):
    """`2026-11`"""

    def to_python(self, value: str) -> str:
        if MONTH.fullmatch(value):
            return value
        raise ValidationError("")


class ArticleFilters(Filters):
    theme = Choices("theme")  # codes
    office = Choice("organisme")  # a slug
    month = Month("mois")
    reading = Choice("voir", ReadingList.values)
    page = Page()
