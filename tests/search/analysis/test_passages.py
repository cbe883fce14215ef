"""The passage of a document that answers a question, and its page."""

import pytest

from search.analysis.passages import MOST_LETTERS, Passages
from search.analysis.terms import query_terms

FILLING = "Des mots sans suite, et d’autres encore. " * 60


def passage(pages: list[str], question: str):
    return Passages(query_terms(question, "fr", 12), "fr", "fr").best(enumerate(pages, 1))


@pytest.mark.parametrize(
    ("question", "page", "marked"),
    [
        ("randonnee", 2, "… <mark>Randonnées</mark> et vélos"),
        ("vélo", 2, "Randonnées et <mark>vélos</mark>"),
        ("marché couvert", 3, "le <mark>marché</mark> <mark>couvert</mark> &lt;fermé&gt;"),  # both words, further down
        ("marche", 1, "Un <mark>marché</mark>."),
    ],
)
def test_passage_is_where_most_of_the_words_stand_together(question, page, marked):
    pages = ["Un marché.", f"{FILLING} Randonnées et vélos. {FILLING}", f"Couvert. {FILLING} le marché couvert <fermé> le lundi"]
    found = passage(pages, question)
    assert found.page == page
    assert marked in found.text or marked.removeprefix("… ") in found.text
    assert len(found.text) < 500


def test_passage_begins_before_its_words_and_says_that_the_text_goes_on():
    found = passage([f"{FILLING} Le port est ouvert. {FILLING}"], "port")
    assert found.text.startswith("… ") and found.text.endswith(" …")
    assert "encore. Le <mark>port</mark> est ouvert." in found.text


@pytest.mark.parametrize(("pages", "question"), [([], "port"), (["Une page."], "port"), (["Une page."], "")])
def test_no_page_with_the_words_has_no_passage(pages, question):
    assert passage(pages, question) is None


def test_endless_document_is_looked_through_within_bounds():
    assert passage(["a " * MOST_LETTERS, "Le port."], "port") is None
