"""One order of languages wherever something is not written in the language asked for."""

from types import SimpleNamespace

import pytest
from django.utils import translation

from common.translations import (
    choose_version,
    choose_words,
    fallback_in_words,
    fallback_languages,
    name_of_language,
    origin_in_words,
)
from destination.pages.querysets import best_translations


@pytest.fixture
def english_house(settings):
    settings.LANGUAGE_CODE = "en"
    settings.LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("fr", "Français")]


@pytest.mark.parametrize(
    "language, order", [("de", ["de", "en", "fr"]), ("de-ch", ["de", "en", "fr"]), ("ca", ["ca", "en", "de", "fr"])]
)
def test_fallback_languages_follow_the_settings(english_house, language, order):
    assert fallback_languages(language) == order


def test_choose_words_takes_the_first_preferred_language(english_house):
    rows = [SimpleNamespace(language=code) for code in ("nl", "fr", "de")]
    assert choose_words(rows, "ca").language == "de"
    assert choose_words(rows[:1], "ca").language == "nl"
    assert choose_words([], "ca") is None


def test_choose_version_passes_over_empty_texts(english_house):
    assert choose_version({"en": "", "fr": "Marché"}, "en") == "Marché"
    assert choose_version({}, "en") is None


def test_best_translations_takes_the_first_preferred_language(english_house):
    pages = [SimpleNamespace(translation_key=1, url_path=f"/{code}/a/", path=code) for code in ("nl", "fr", "de")]
    assert [page.url_path for page in best_translations(pages, "ca")] == ["/de/a/"]


@pytest.mark.parametrize(
    ("language", "names"), [("fr", "français, catalan"), ("en", "French, Catalan"), ("ca", "francès, català")]
)
def test_names_of_languages_are_words_that_can_be_listed(language, names):
    with translation.override(language):
        assert ", ".join([name_of_language("fr"), name_of_language("ca")]) == names


def test_text_in_another_language_is_said_in_the_readers():
    french = SimpleNamespace(language="fr")
    with translation.override("ca"):
        assert fallback_in_words(french, "ca") == "Aquest text encara no existeix en català: aquí el teniu en francès."
        assert fallback_in_words(SimpleNamespace(language="ca"), "ca") == fallback_in_words(None, "ca") == ""


@pytest.mark.parametrize(
    "origin, sentence",
    [
        ("machine", "Texte traduit automatiquement."),
        ("source", "Texte fourni par une base de données touristique."),
        ("author", ""),
        ("editor", ""),
    ],
)
def test_origin_that_a_reader_should_know_is_said(origin, sentence):
    assert origin_in_words(SimpleNamespace(origin=origin)) == sentence
    assert origin_in_words(None) == ""
