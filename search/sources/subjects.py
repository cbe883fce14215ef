"""What things are, in the words that people look for: kinds, services, prices. They stand in `search/content/subjects.yaml`."""

from functools import lru_cache
from pathlib import Path

from django.utils import translation

from common.content_files import read_yaml
from destination.agenda.presenters.event_cards import setting_of
from destination.places.choices import Cooking, Label, Payment, Setting, in_words
from destination.places.models import Access
from destination.places.presenters.prices import stars_in_words

CONTENT = Path(__file__).parents[1] / "content" / "subjects.yaml"


@lru_cache(maxsize=1)
def _subjects() -> dict[str, dict[str, dict[str, list[str]]]]:
    """{"places" | "services" | "categories" | "facts": {code: {language: words}}}"""
    return read_yaml(CONTENT)


@lru_cache(maxsize=500)
def _words(group: str, code: str, language: str) -> str:
    """The words of the reader's language first, then those of the others: who asks for a « platja » in French means a beach."""
    by_language = _subjects()[group].get(code, {})
    return "\n".join("\n".join(by_language[each]) for each in sorted(by_language, key=lambda each: (each != language, each)))


def place_subjects(place, language: str) -> str:
    """The kind of a place, its class, and where it is."""
    with translation.override(language):
        kind = str(place.get_kind_display())
        stars = stars_in_words(place)
    return _lines(kind, place.commune, _words("places", place.kind, language), stars)


def place_services(place, language: str) -> str:
    """Whom a place receives and where, what one eats there, its labels, and that it has opening hours."""
    facts = [
        ("family", place.family),
        ("hours", place.opening.get("periods")),
        ("free", place.free),
        ("indoors", place.setting == Setting.INDOORS),
    ]
    with translation.override(language):
        marks = [*in_words(Cooking, place.cooking), *in_words(Label, place.labels), *in_words(Payment, place.payments)]
    return _lines(*_access(place, language), *marks, *(_words("facts", code, language) for code, holds in facts if holds))


def _access(thing, language: str) -> list[str]:
    with translation.override(language):
        labels = [str(Access(code).label) for code in thing.accessibility if code in Access.values]
    return [*labels, *(_words("access", code, language) for code in thing.accessibility)]


def event_subjects(event, language: str) -> str:
    """The categories of an event, where it is, and whether it is free."""
    categories = event.categories.all()
    return _lines(
        *(category.name_in(language) for category in categories),
        event.commune,
        *(_words("categories", category.code, language) for category in categories),
        _words("facts", "free", language) if event.free else "",
    )


def event_services(event, language: str) -> str:
    """Whom an event receives, indoors or outdoors."""
    with translation.override(language):
        setting = setting_of(event)
        label = str(setting.label) if setting else ""
    facts = [("family", event.family), ("indoors", setting == Setting.INDOORS)]
    return _lines(label, *_access(event, language), *(_words("facts", code, language) for code, holds in facts if holds))


def _lines(*parts) -> str:
    return "\n".join(str(part) for part in parts if part)
