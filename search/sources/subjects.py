"""What things are, in the words that people look for: kinds, services, prices. The words stand in `search/content/subjects.yaml`."""

from functools import lru_cache
from pathlib import Path

from django.utils import translation

from common.content_files import read_yaml
from destination.places.models import Access

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
    """The kind of a place, where it is, whom it receives, and that it has opening hours."""
    with translation.override(language):
        access = [str(Access(code).label) for code in place.accessibility if code in Access.values]
        kind = str(place.get_kind_display())
    facts = [("family", place.family), ("hours", place.opening.get("periods"))]
    return _lines(
        kind,
        place.commune,
        _words("places", place.kind, language),
        *access,
        *(_words("access", code, language) for code in place.accessibility),
        *(_words("facts", code, language) for code, holds in facts if holds),
    )


def event_subjects(event, language: str) -> str:
    """The categories of an event, where it is, whom it receives, what it costs."""
    with translation.override(language):
        access = [str(Access(code).label) for code in event.accessibility if code in Access.values]
        setting = str(event.get_setting_display()) if event.setting else ""
    facts = [("free", event.free), ("family", event.family), ("indoors", event.setting == event.Setting.INDOORS)]
    categories = event.categories.all()
    return _lines(
        *(category.name_in(language) for category in categories),
        event.commune,
        *(_words("categories", category.code, language) for category in categories),
        setting,
        *access,
        *(_words("access", code, language) for code in event.accessibility),
        *(_words("facts", code, language) for code, holds in facts if holds),
    )


def _lines(*parts) -> str:
    return "\n".join(str(part) for part in parts if part)
