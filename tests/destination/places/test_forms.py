"""Opening hours typed into a form."""

import pytest
from django import forms
from django.http import QueryDict

from destination.places.forms import OpeningField


class HoursForm(forms.Form):
    opening = OpeningField(required=False)


def hours_form(**fields):
    data = QueryDict(mutable=True)
    data["opening-closed"] = fields.pop("closed", "")
    for name, value in fields.items():
        data["opening-" + name.replace("_", "-")] = value
    return HoursForm(data)


def test_field_gives_what_is_stored_and_shows_it_again():
    form = hours_form(
        **{"0_from": "01/04", "0_until": "31/10", "0_tue": "10h-12h30, 14h-18h", "1_sat": "14h-17h", "note_fr": "Sonnez."},
        closed="25/12/2026, 01/01",
    )
    assert form.is_valid(), form.errors
    stored = form.cleaned_data["opening"]
    assert stored == {
        "periods": [
            {"from": "04-01", "until": "10-31", "hours": {"tue": [["10:00", "12:30"], ["14:00", "18:00"]]}},
            {"hours": {"sat": [["14:00", "17:00"]]}},
        ],
        "closed": ["2026-12-25", "01-01"],
        "note": {"fr": "Sonnez."},
    }
    shown = str(HoursForm(initial={"opening": stored})["opening"])
    assert 'value="10:00-12:30, 14:00-18:00"' in shown
    assert 'value="25/12/2026, 01/01"' in shown
    assert 'name="opening-2-mon"' in shown  # an empty season stands ready without JavaScript


def test_nothing_typed_is_nothing_known():
    form = hours_form()
    assert form.is_valid()
    assert form.cleaned_data["opening"] == {}
    assert not form.fields["opening"].has_changed({}, form["opening"].data)


def test_errors_name_the_day_and_nothing_typed_is_lost():
    form = hours_form(**{"0_from": "31/02", "0_mon": "le matin <b>"}, closed="demain")
    assert not form.is_valid()
    assert "Saison 1, lundi" in form.errors["opening"][0]
    shown = str(form["opening"])
    assert "le matin &lt;b&gt;" in shown
    assert 'value="31/02"' in shown
    assert 'value="demain"' in shown


@pytest.mark.parametrize("text", ["\x00", "🎉", "٣", "x" * 10_000_000, "<script>", "99h-99h"])
def test_bad_input_is_refused_calmly(text):
    form = hours_form(**{"0_mon": text})
    form.is_valid()
    assert "<script>" not in str(form["opening"])
