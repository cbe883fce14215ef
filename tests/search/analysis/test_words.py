"""The words of a text, as they are indexed, sought and marked."""

import pytest

from search.analysis.terms import make_term, query_terms
from search.analysis.words import LONGEST_TEXT, MOST_FURTHER_LETTERS, fold, index_stems, index_words, stems, tokenise


def folded(text):
    return [token.folded for token in tokenise(text)]


@pytest.mark.parametrize(
    "text, words",
    [
        ("L’été à Port-Aurelle", ["l", "ete", "a", "port", "aurelle"]),
        ("Qu'est-ce qu’il", ["qu", "est", "ce", "qu", "il"]),
        ("Cœur d’Aurelle, n° 12", ["coeur", "d", "aurelle", "n", "12"]),
        ("col·lecció COL·LECCIÓ col.lecció", ["colleccio", "colleccio", "colleccio"]),
        ("cafe\u0301", ["cafe"]),
        ("\x00 😀 <b>", ["b"]),
        ("שלום עולם", ["שלום", "עולם"]),
        ("a" * 41, []),
        ('" * ( ) : ^ -', []),
    ],
)
def test_tokenise_folds_and_parts_words(text, words):
    assert folded(text) == words


def test_tokenise_says_where_words_stand():
    text = "Le Marché d’été"
    assert [text[token.start : token.end] for token in tokenise(text)] == ["Le", "Marché", "d", "été"]


def test_fold_keeps_letters_and_figures_only():
    assert fold("Ŀ²·É") == "l2e"


@pytest.mark.parametrize(
    "language, words",
    [
        ("fr", ["marché", "marche", "marchés", "MARCHÉS"]),
        ("fr", ["randonnée", "randonnées", "randonner"]),
        ("fr", ["guidée", "guidées", "guidé"]),
        ("en", ["walk", "walks", "walking", "walked"]),
        ("ca", ["música", "músiques", "musica"]),
        ("ca", ["platja", "platges"]),
    ],
)
def test_stems_of_one_family_meet(language, words):
    families = [set(stems(word.lower(), language)) for word in words]
    assert all(family & families[0] for family in families)


def test_stems_of_a_language_without_stemmer_are_none():
    assert stems("mot", "xx") == ()


def test_index_words_leave_stop_words_out_of_texts_and_in_titles():
    assert index_words("La fête de la mer", "fr") == "fr0fete fr0mer"
    assert index_words("La fête", "fr", stop_words=True) == "fr0la fr0fete"


def test_index_stems_carry_reader_and_writer():
    assert index_stems("marchés", "en", "fr") == "en1fr1march"


def test_sought_terms_keep_stop_words_only_alone():
    assert [term.folded for term in query_terms("la fête de la mer", "fr", 5)] == ["fete", "mer"]
    assert [term.folded for term in query_terms("de la", "fr", 5)] == ["de", "la"]


def test_sought_terms_are_few_and_once_each():
    assert [term.folded for term in query_terms("port Port PORT " + "mot " * 5000 + "mer", "fr", 2)] == ["port", "mot"]


def test_make_term_seeks_stems_of_every_language():
    assert set(make_term("marché", "marche", "en").stems) >= {"en1fr1march", "en1en1march"}


def test_what_a_long_text_says_at_its_end_is_indexed_once_and_within_bounds():
    beginning = "plage " * (LONGEST_TEXT // 6) + "falaise "  # the cut parts « falaise »
    words = index_words(f"{beginning} dune dune porte-vent dune", "fr").split()
    assert words.count("fr0falaise") == words.count("fr0dune") == words.count("fr0portevent") == 1
    assert index_stems(f"{beginning} dunes dunes", "fr", "fr").split().count("fr1fr1dun") == 1
    endless = " ".join(f"mot{number:09}" for number in range(40_000))
    assert len(index_words(beginning + endless, "fr")) < 3 * (LONGEST_TEXT + MOST_FURTHER_LETTERS)
