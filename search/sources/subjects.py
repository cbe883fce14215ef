"""What things are, in the words that people look for: kinds, services, prices. They stand in `search/content/subjects.yaml`."""

import re
from functools import lru_cache
from pathlib import Path

from django.utils import translation

from common.content_files import read_yaml
from destination.agenda.presenters.event_cards import setting_of
from destination.places.choices import Cooking, Label, Payment, Setting, access_details_in_words, in_words
from destination.places.models import Access
from destination.places.presenters.prices import stars_in_words
from search.analysis.moments import fold_line

# A clause ends where another begins: « Draps en location ; pas de chiens. »
SENTENCE_END = re.compile(r"[.;:!?\n]+")
CONTENT = Path(__file__).parents[1] / "content" / "subjects.yaml"


@lru_cache(maxsize=1)
def _subjects() -> dict[str, dict[str, dict[str, list[str]]]]:
    """{"places" | "access" | "details" | "services" | "categories" | "facts": {code: {language: words}}}"""
    return read_yaml(CONTENT)


@lru_cache(maxsize=500)
def _words(group: str, code: str, language: str) -> str:
    """The words of the reader's language first, then those of the others: who asks for a « platja » in French means a beach."""
    return _in_order(_subjects()[group].get(code, {}), language)


def _in_order(by_language: dict[str, list[str]], language: str) -> str:
    codes = sorted(by_language.keys() - {"if", "named"}, key=lambda each: (each != language, each))
    return "\n".join("\n".join(by_language[each]) for each in codes)


def place_subjects(place, language: str) -> str:
    """The kind of a place, its class, and the finer kind that its names tell."""
    with translation.override(language):
        kind, stars = str(place.get_kind_display()), stars_in_words(place)
    names = "\n".join(sorted(words.name for words in place.words.all()))
    return _lines(kind, stars, _words("places", place.kind, language), _finer_words(place.kind, names, language))


@lru_cache(maxsize=1_000)
def _finer_words(kind: str, names: str, language: str) -> str:
    names = fold_line(names)
    finer = _subjects()["finer"].get(kind, ())
    return _lines(*(_in_order(each, language) for each in finer if _any_of(each["named"]).search(names)))


def place_services(place, texts: str, language: str) -> str:
    """What a place has: for whom it is accessible and how, what one eats there, and what its own `texts` say it has."""
    with translation.override(language):
        cooking = in_words(Cooking, place.cooking)
    return _lines(*_access(place, language), *cooking, *(_words("services", code, language) for code in services_in(texts)))


def place_facts(place, language: str) -> str:
    """What holds for many places, and so tells them less apart: that families are welcome, that there are opening hours, that it
    is free or indoors, its labels, how one pays."""
    facts = [
        ("family", place.family),
        ("hours", place.opening.get("periods")),
        ("free", place.free),
        ("indoors", place.setting == Setting.INDOORS),
    ]
    with translation.override(language):
        marks = [*in_words(Label, place.labels), *in_words(Payment, place.payments)]
    return _lines(*marks, *(_words("facts", code, language) for code, holds in facts if holds))


@lru_cache(maxsize=1)
def _sentences_of_services() -> tuple[dict[str, re.Pattern], re.Pattern]:
    """By service what its sentences hold, and what denies, as patterns over folded words."""
    content = _subjects()
    patterns = {code: _any_of(words["if"]) for code, words in content["services"].items()}
    return patterns, _any_of(content["denials"])


def _any_of(phrases: list[str]) -> re.Pattern:
    return re.compile("|".join(rf"\b{fold_line(phrase)}\b" for phrase in phrases))


@lru_cache(maxsize=1_000)
def services_in(texts: str) -> tuple[str, ...]:
    """The services that a place's own texts say it has: « Parking à 300 m. », not « Pas de parking. »"""
    patterns, denial = _sentences_of_services()
    lines = [line for sentence in SENTENCE_END.split(texts) if (line := fold_line(sentence)) and not denial.search(line)]
    return tuple(code for code, pattern in patterns.items() if any(pattern.search(line) for line in lines))


def _access(thing, language: str) -> list[str]:
    """Whom a place or an event receives, and how."""
    with translation.override(language):
        labels = [str(Access(code).label) for code in thing.accessibility if code in Access.values]
        labels += access_details_in_words(thing.access_details)
    words = [("access", code) for code in thing.accessibility] + [("details", code) for code in thing.access_details or ()]
    return [*labels, *(_words(group, code, language) for group, code in words)]


def event_subjects(event, language: str) -> str:
    """The categories of an event, and whether it is free."""
    categories = event.categories.all()
    return _lines(
        *(category.name_in(language) for category in categories),
        *(_words("categories", category.code, language) for category in categories),
        _words("facts", "free", language) if event.free else "",
    )


def event_services(event, language: str) -> str:
    """For whom an event is accessible, and how."""
    return _lines(*_access(event, language))


def event_facts(event, language: str) -> str:
    """Whether families are welcome, indoors or outdoors."""
    with translation.override(language):
        setting = setting_of(event)
        label = str(setting.label) if setting else ""
    facts = [("family", event.family), ("indoors", setting == Setting.INDOORS)]
    return _lines(label, *(_words("facts", code, language) for code, holds in facts if holds))


def _lines(*parts) -> str:
    return "\n".join(str(part) for part in parts if part)
