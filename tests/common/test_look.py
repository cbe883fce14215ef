"""The design system: icons, the field component, accents that can be read."""

import re
from datetime import date, timedelta

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import render_to_string
from django.utils import timezone, translation

from common import colours
from common.templatetags import look

ACCENTS = ["#0d6272", "#ffcc00", "#c4122f", "#00a3e0", "#f28c28", "#ffffff", "#000000", "#7b2d8b"]


class Proposal(forms.Form):
    title = forms.CharField(label="Titre", help_text="Par exemple un nom")
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    audience = forms.ChoiceField(label="Public", choices=[("a", "Tous"), ("b", "Membres")], widget=forms.RadioSelect)
    rights = forms.BooleanField(label="Droits")


def render(source, **context):
    return Template("{% load look %}" + source).render(Context(context))


def render_field(form, name):
    return render_to_string("components/field.html", {"field": form[name]})


def test_icon_without_label_is_hidden():
    html = render('{% icon "pin" %}')
    assert 'aria-hidden="true"' in html
    assert html.count("icons.svg#pin") == 1
    assert "role=" not in html


def test_icon_escapes_its_label():
    html = render('{% icon "pin" label %}', label='<b>"Lieu"</b>')
    assert 'role="img"' in html
    assert "<b>" not in html
    assert "&lt;b&gt;&quot;Lieu&quot;" in html


@pytest.mark.parametrize("name", ["unicorn", "drawing-sea", "", "pin#x"])
def test_icon_refuses_unknown_names(name):
    with pytest.raises(TemplateSyntaxError):
        look.icon(name)


def test_drawing_of_every_shared_subject_exists():
    assert {f"drawing-{name}" for name in look.DRAWINGS.values()} <= look.symbol_names()


def test_drawing_of_unknown_subject_is_a_landscape():
    assert "#drawing-landscape" in look.drawing("<script>")


@pytest.mark.parametrize(("name", "expected"), [("Nine Exemple", "NE"), ("Zoé", "Z"), ("a b c", "AC"), ("", "?")])
def test_initials(name, expected):
    assert look.initials(name) == expected


def test_icons_named_in_templates_exist():
    named = set()
    for file in (look.SPRITE_FILE.parents[2] / "templates").rglob("*.html"):
        named |= set(re.findall(r'{% icon "([\w-]+)"', file.read_text()))
    assert named <= look.symbol_names()


def test_elided_pages_keeps_the_ends():
    page = Paginator(range(500), 20).get_page(12)
    assert [str(number) for number in look.elided_pages(page)] == ["1", "…", "11", "12", "13", "…", "25"]


def test_field_wires_help_and_error():
    html = render_field(Proposal({}), "title")
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'id="id_title_helptext"' in html
    assert 'id="id_title_error"' in html
    assert 'aria-invalid="true"' in html
    assert '<label class="field__label" for="id_title">' in html


def test_optional_field_without_error_has_no_mark():
    html = render_field(Proposal(), "note")
    assert "field__mark" not in html
    assert "aria-describedby" not in html
    assert "_error" not in html


def test_choices_are_a_fieldset_tied_to_their_error():
    html = render_field(Proposal({}), "audience")
    assert '<fieldset class="field" id="id_audience" tabindex="-1" aria-describedby="id_audience_error">' in html
    assert html.count('type="radio"') == 2


def test_checkbox_stands_inside_its_label():
    html = render_field(Proposal({}), "rights")
    assert re.search(r'<label class="choice" for="id_rights"><input type="checkbox"[^>]*id="id_rights"', html)


def test_field_escapes_what_was_typed():
    form = Proposal({"title": '"><script>alert(1)</script>'})
    assert "<script>" not in render_field(form, "title")


def test_errors_summary_links_to_each_field():
    html = render_to_string("components/errors_summary.html", {"form": Proposal({})})
    assert re.findall(r'href="#(\w+)"', html) == ["id_title", "id_audience", "id_rights"]
    assert 'tabindex="-1"' in html


def test_errors_summary_is_silent_without_errors():
    form = Proposal({"title": "Bal", "audience": "a", "rights": "on"})
    assert render_to_string("components/errors_summary.html", {"form": form}).strip() == ""


def test_chip_with_nothing_says_zero():
    chips = [{"label": "Cinéma", "url": "?c=1", "count": 0}, {"label": "Près de moi", "url": "?n", "count": None}]
    html = render_to_string("components/chips.html", {"label": "Catégories", "chips": chips})
    assert html.count("chip__count") == 1
    assert "chip--empty" in html


@pytest.mark.parametrize("accent", ACCENTS)
def test_nearest_passing_is_readable_in_both_schemes(accent):
    chosen = colours.nearest_passing(accent)
    dark = colours.dark_tokens(chosen)
    assert colours.passes(chosen)
    assert colours.contrast_ratio(chosen, colours.WHITE) >= 4.5
    assert colours.contrast_ratio(dark["ink"], dark["soft"]) >= 4.5
    assert colours.contrast_ratio(dark["ink"], colours.DARK_PAPER) >= 4.5


def test_nearest_passing_leaves_a_good_accent_alone():
    assert colours.nearest_passing("#0D6272") == "#0d6272"


def test_unreadable_accent_does_not_pass():
    assert not colours.passes("#ffcc00")


def test_contrast_ratio_of_black_and_white():
    assert colours.contrast_ratio("#000", "#fff") == pytest.approx(21)


@pytest.mark.parametrize("text", ["red", "#12", "#12345g", "", None, "#123456;}body{display:none"])
def test_parse_refuses_what_is_no_colour(text):
    with pytest.raises(ValueError, match="Not a colour"):
        colours.parse(text)


def test_stylesheets_stay_small():
    sheets = (look.SPRITE_FILE.parent / "css").glob("*.css")
    assert sum(sheet.stat().st_size for sheet in sheets) < 60_000


def test_recent_is_less_than_a_minute_ago():
    assert look.is_recent(timezone.now())
    assert not look.is_recent(timezone.now() - timedelta(seconds=61))


@pytest.mark.parametrize(
    ("language", "parts", "words"),
    [
        ("fr", "", "1er décembre"),
        ("fr", "short year", "mar. 1er décembre 2026"),
        ("fr", "weekday", "mardi 1er décembre"),
        ("en", "short", "Tue 1 December"),
        ("ca", "weekday year", "dimarts 1 de desembre de 2026"),
        ("ca", "short", "dt. 1 de desembre"),
    ],
)
def test_a_day_is_said_as_the_language_writes_it(language, parts, words):
    with translation.override(language):
        assert look.day_in_words(date(2026, 12, 1), parts) == words
        assert look.day_in_words(None, parts) == ""
