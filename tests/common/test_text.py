import pytest

from common.text import fold_accents


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
