"""Translations: the child rows, one for each language, that hold the texts of an event or a place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.conf import settings
from django.db import models
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _


class Origin(models.TextChoices):
    AUTHOR = "author", _("l’auteur")
    EDITOR = "editor", _("la rédaction")
    SOURCE = "source", _("une base de données")
    MACHINE = "machine", _("une traduction automatique")


class Translation(models.Model):
    """The texts of an object in one language, and their origin."""

    language = models.CharField(_("langue"), max_length=10, choices=settings.LANGUAGES)
    origin = models.CharField(_("origine du texte"), max_length=10, choices=Origin, default=Origin.AUTHOR)
    changed_at = models.DateTimeField(_("modifié le"), auto_now=True)

    class Meta:
        abstract = True


def name_of_language(code: str) -> str:
    """The language's name inside a sentence of the active one: « français », “French”."""
    name = get_language_info(code)["name_translated"]
    return name if get_language() == "en" else name.lower()


AnyTranslation = TypeVar("AnyTranslation")  # anything with a `language`


def choose_words(rows: Iterable[AnyTranslation], language: str | None = None) -> AnyTranslation | None:
    """The row in `language` (the active one by default), else French, English, then any; None without rows.

    The caller compares `.language` with the language asked for to say so to the reader.
    """
    language_code = (language or get_language() or settings.LANGUAGE_CODE).split("-")[0]
    by_language = {row.language: row for row in rows}
    for code in (language_code, settings.LANGUAGE_CODE, "en"):
        if code in by_language:
            return by_language[code]
    return next(iter(by_language.values()), None)


@dataclass(frozen=True, slots=True)
class TextInLanguage:
    """The texts of one translation row, by field name, and their language."""

    language: str
    text: dict[str, str]


def texts_of(rows: models.QuerySet, owner: str, *names: str) -> dict[int, TextInLanguage]:
    """What `choose_words` would choose for each owner (a column such as `event_id`), for thousands of rows at the cost of one
    query and no model object."""
    by_owner: dict[int, list[TextInLanguage]] = {}
    for pk, language, *values in rows.order_by("pk").values_list(owner, "language", *names):
        by_owner.setdefault(pk, []).append(TextInLanguage(language, dict(zip(names, values, strict=True))))
    current = get_language()
    return {pk: choose_words(texts, current) for pk, texts in by_owner.items()}
