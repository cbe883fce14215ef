"""Translations: the child rows, one for each language, that hold the texts of an event or a place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.conf import settings
from django.db import models
from django.utils.translation import get_language, get_language_info, gettext
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


class Translated:
    """A model with Wagtail's revisions (`_revisions`) whose texts stand in child rows, `words`, one for each language."""

    @property
    def revisions(self):
        return self._revisions

    def words_in(self, language: str | None = None):
        """The row in `language`, by default the active one, else in the next by `fallback_languages`; None without rows."""
        return choose_words(self.words.all(), language)


def name_of_language(code: str) -> str:
    """The language's name inside a sentence of the active one: « français », “French”."""
    name = str(get_language_info(code)["name_translated"])  # Django gives it lazy
    return name if get_language() == "en" else name.lower()


def fallback_in_words(words: Translation | None, language: str) -> str:
    """Said to who reads `language` where the words are in another one."""
    if words is None or words.language == language:
        return ""
    name = name_of_language(words.language)
    return gettext("Ce texte n’existe pas encore en français : le voici en %(language)s.") % {"language": name}


def origin_in_words(words: Translation | None) -> str:
    """Who wrote the text, where the reader should know."""
    if words is None:
        return ""
    return {
        Origin.MACHINE: gettext("Texte traduit automatiquement."),
        Origin.SOURCE: gettext("Texte fourni par une base de données touristique."),
    }.get(words.origin, "")


AnyTranslation = TypeVar("AnyTranslation")  # anything with a `language`
AnyVersion = TypeVar("AnyVersion")


def fallback_languages(language: str | None = None) -> list[str]:
    """The language asked for (the active one by default), then that of the house, then the others in the settings' order."""
    return list(dict.fromkeys((_asked(language), settings.LANGUAGE_CODE, *(code for code, _name in settings.LANGUAGES))))


def _asked(language: str | None) -> str:
    return (language or get_language() or settings.LANGUAGE_CODE).split("-")[0]


def choose_words(rows: Iterable[AnyTranslation], language: str | None = None) -> AnyTranslation | None:
    """The row in the first of `fallback_languages`, else any; None without rows.

    The caller compares `.language` with the language asked for to say so to the reader.
    """
    return choose_version({row.language: row for row in rows}, language)


def choose_version(versions: Mapping[str, AnyVersion], language: str | None = None) -> AnyVersion | None:
    """The value of the first of `fallback_languages` that has one, else any; None without values. An empty text is none."""
    if not versions:
        return None
    if version := versions.get(_asked(language)):  # nearly always; a list asks for a hundred
        return version
    for code in fallback_languages(language):
        if version := versions.get(code):
            return version
    return next((version for version in versions.values() if version), None)


@dataclass(frozen=True, slots=True)
class TextInLanguage:
    """The texts of one translation row, by field name, and their language."""

    language: str
    text: dict[str, str]


def text_in(versions: Mapping[str, str] | None, language: str | None = None) -> TextInLanguage | None:
    """The text in this language (the active one by default), else in the next by `fallback_languages`, and its language."""
    text = choose_version(versions or {}, language)
    if not text:
        return None
    asked = _asked(language)
    code = asked if (versions or {}).get(asked) == text else next(code for code, version in versions.items() if version == text)
    return TextInLanguage(code, {"text": text})


def texts_of(rows: models.QuerySet, owner: str, *names: str) -> dict[int, TextInLanguage]:
    """What `choose_words` would choose for each owner (a column such as `event_id`), for thousands of rows at the cost of one
    query and no model object."""
    return chosen_texts(rows.order_by("pk").values_list(owner, "language", *names), *names)


def chosen_texts(rows: Iterable[tuple], *names: str) -> dict[int, TextInLanguage]:
    """The same of rows that were read in the order of their keys: owner, language, and the texts of these names."""
    places = {language: place for place, language in enumerate(fallback_languages())}
    chosen: dict[int, tuple[int, TextInLanguage]] = {}
    for pk, language, *values in rows:
        place = places.get(language, len(places))
        if pk not in chosen or place < chosen[pk][0]:
            chosen[pk] = place, TextInLanguage(language, dict(zip(names, values, strict=True)))
    return {pk: text for pk, (_place, text) in chosen.items()}
