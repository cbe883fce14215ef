"""The words sought, marked in the original text."""

import pytest

from search.analysis.highlights import EXCERPT, Marker
from search.analysis.terms import query_terms

pytestmark = pytest.mark.every_database


def marker(text, language="fr"):
    return Marker(query_terms(text, language, 12), language)


@pytest.mark.parametrize(
    "sought, text, marked",
    [
        ("marche", "Les Marchés d’été", "Les <mark>Marchés</mark> d’été"),
        ("été", "L’été", "L’<mark>été</mark>"),
        ("b", "<b>gras</b>", "&lt;<mark>b</mark>&gt;gras&lt;/<mark>b</mark>&gt;"),
        ("fete mer", "Fête de la mer", "<mark>Fête</mark> de la <mark>mer</mark>"),
        ("rien", "A & B", "A &amp; B"),
    ],
)
def test_mark_keeps_the_text_and_escapes_it(sought, text, marked):
    assert marker(sought).mark(text, "fr") == marked


def test_mark_knows_the_language_of_the_words():
    assert marker("markets", "fr").mark("The market", "en") == "The <mark>market</mark>"


def test_excerpt_goes_to_the_first_hit():
    text = "Début. " + "Des mots sans suite. " * 40 + "Enfin le marché couvert, au centre. " + "Des mots encore. " * 40
    excerpt = marker("marché").excerpt(text, "fr")
    assert "<mark>marché</mark>" in excerpt
    assert excerpt.startswith("… ")
    assert excerpt.endswith(" …")
    assert len(excerpt) < EXCERPT + 40


def test_excerpt_without_hit_is_the_beginning():
    assert marker("absent").excerpt("Un texte court.", "fr") == "Un texte court."
