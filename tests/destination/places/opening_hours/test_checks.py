"""Faults of opening hours."""

import pytest

from destination.places.opening_hours.checks import faults


def test_right_hours_have_no_fault():
    assert faults({}) == []
    assert (
        faults(
            {"periods": [{"from": "11-01", "until": "03-31", "hours": {"sat": [["20:00", "02:00"]]}}], "note": {"fr": "Sonnez."}}
        )
        == []
    )


@pytest.mark.parametrize(("stored", "words"), [
    ([], "Les horaires n’ont pas la forme attendue."),
    ({"periods": [{"from": "02-31"}]}, "Saison 1\u00a0: le premier jour n’existe pas"),
    ({"periods": [{"hours": {"mon": [["10:00", "25:00"]]}}]}, "Saison 1\u00a0: lundi\u00a0: une heure n’existe pas"),
    ({"periods": [{"hours": {"tue": [["10:00", "14:00"], ["12:00", "18:00"]]}}]}, "mardi\u00a0: deux ouvertures se chevauchent"),
    ({"periods": [{"hours": {"lun": []}}]}, "un jour de la semaine n’est pas connu"),
    ({"periods": [{"from": "04-01", "until": "06-30"}, {"from": "06-15", "until": "09-30"}]}, "Les saisons 1 et 2 se chevauchent"),
    ({"closed": ["2026-02-30"]}, "Un jour de fermeture n’existe pas"),
    ({"note": {"fr": "x" * 501}}, "La remarque est trop longue"),
    ({"periods": [{}] * 13}, "12 saisons au plus"),
])  # fmt: skip
def test_fault_is_a_sentence(stored, words):
    assert any(words in fault for fault in faults(stored)), faults(stored)
