import pytest

from common.text import fold_accents, json_in_script, row_key


@pytest.mark.parametrize(
    "text, folded",
    [
        ("L’Œuvre d’Été", "l'oeuvre d'ete"),
        ("Curriculum vitæ", "curriculum vitae"),
        ("E\u0301cole, 2e étage !", "ecole, 2e etage !"),
        ("Straße Łódź", "strasse lodz"),
        ("", ""),
    ],
)
def test_fold_accents_keeps_letters_spaces_and_punctuation(text, folded):
    assert fold_accents(text) == folded


def test_folding_twice_changes_nothing():
    once = fold_accents("Fête de la Saint-Jean à Prats-de-Mollo-la-Preste")
    assert fold_accents(once) == once


@pytest.mark.parametrize(
    ("text", "key"),
    [("12", 12), ("", None), (None, None), ("-1", None), ("1.5", None), ("٣", None), ("9" * 18, 10**18 - 1), ("9" * 19, None)],
)
def test_row_key_is_a_whole_number_that_a_database_can_hold(text, key):
    assert row_key(text) == key


def test_json_cannot_end_the_script_it_stands_in():
    assert json_in_script({"name": "</script>&é"}) == '{"name": "\\u003C/script\\u003E\\u0026é"}'
