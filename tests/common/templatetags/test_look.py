"""The design system: icons, the field component, accents that can be read."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import render_to_string
from django.utils import timezone, translation
from wagtail.admin.templatetags.wagtailadmin_tags import timesince_simple

from common import filters
from common.templatetags import look
from tests.factories import make_event
from tests.html import Page, read


class Proposal(forms.Form):
    title = forms.CharField(label="Titre", help_text="Par exemple un nom")
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    audience = forms.ChoiceField(label="Public", choices=[("a", "Tous"), ("b", "Membres")], widget=forms.RadioSelect)
    rights = forms.BooleanField(label="Droits")


def render(source, **context):
    return Template("{% load look %}" + source).render(Context(context))


def render_field(form, name) -> Page:
    return read(render_to_string("components/field.html", {"field": form[name]}))


def test_icon_without_label_is_hidden():
    icon = read(render('{% icon "pin" %}'))
    assert [use["href"].split("/")[-1] for use in icon.tag.find_all("use")] == ["icons.svg#pin"]
    assert not icon.has("img")


def test_icon_escapes_its_label():
    icon = read(render('{% icon "pin" label %}', label='<b>"Lieu"</b>'))
    assert icon.texts("img") == ['<b>"Lieu"</b>']
    assert icon.tag.find("b") is None


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
    form = Proposal({})
    field = render_field(form, "title").field("Titre")
    assert field.is_invalid
    assert field.description == f"Par exemple un nom {form.errors['title'][0]}"


def test_optional_field_without_error_has_no_mark():
    field = render_field(Proposal(), "note").field("Note")
    assert (field.name, field.description, field.is_invalid) == ("Note", "", False)


def test_choices_are_a_fieldset_tied_to_their_error():
    form = Proposal({})
    group = render_field(form, "audience").get_by_role("group", "Public (obligatoire)")
    assert group.description == form.errors["audience"][0]
    assert (group["id"], group["tabindex"]) == ("id_audience", "-1")  # the summary of errors leads there
    assert group.texts("radio") == ["Tous", "Membres"]


def test_checkbox_stands_inside_its_label():
    box = render_field(Proposal({}), "rights").get_by_role("checkbox", "Droits (obligatoire)")
    assert box.tag.parent.name == "label"


def test_field_escapes_what_was_typed():
    form = Proposal({"title": '"><script>alert(1)</script>'})
    page = render_field(form, "title")
    assert page.tag.find("script") is None
    assert page.field("Titre").value == '"><script>alert(1)</script>'


def test_errors_summary_links_to_each_field():
    summary = read(render_to_string("components/errors_summary.html", {"form": Proposal({})})).get_by_role("alert")
    assert [link["href"] for link in summary.all_by_role("link")] == ["#id_title", "#id_audience", "#id_rights"]
    assert summary["tabindex"] == "-1"


def test_errors_summary_puts_no_colon_after_a_question():
    class Question(forms.Form):
        where = forms.CharField(label="Pour quoi ?")
        note = forms.CharField(label="Note")

    summary = read(render_to_string("components/errors_summary.html", {"form": Question({})})).get_by_role("alert")
    assert summary.texts("link") == ["Pour quoi ? Champ requis.", "Note : Champ requis."]


def test_errors_summary_is_silent_without_errors():
    form = Proposal({"title": "Bal", "audience": "a", "rights": "on"})
    assert render_to_string("components/errors_summary.html", {"form": form}).strip() == ""


def test_chip_with_nothing_says_zero():
    chips = [filters.chip("Cinéma", "?c=1", 0), filters.chip("Près de moi", "?n")]
    page = read(render_to_string("components/chips.html", {"label": "Catégories", "chips": chips}))
    assert page.region("Catégories").texts("link") == ["Cinéma 0", "Près de moi"]


def test_stylesheets_stay_small():
    """Those of every page; files on their way and rich text have sheets that few pages load."""
    folder = look.SPRITE_FILE.parent / "css"
    sheets = set(folder.glob("*.css")) - {folder / "uploads.css", folder / "rich-text.css"}
    assert sum(sheet.stat().st_size for sheet in sheets) < 78_000


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 ko"), (1, "1 ko"), (367_400, "367 ko"), (1_500_000, "1,5 Mo"), (12_400_000, "12 Mo"), (41_000_000_000, "41 Go")],
)
def test_sizes_are_written_as_people_do(size, words):
    assert look.weight(size).replace("\xa0", " ") == words


@time_machine.travel("2026-07-06T12:00:00+02:00", tick=False)
@pytest.mark.parametrize(
    ("passed", "ago", "since"),
    [
        (timedelta(seconds=59), "à l’instant", "à l’instant"),
        (timedelta(minutes=1), "il y a 1 minute", "depuis 1 minute"),
        (timedelta(hours=1, minutes=57), "il y a 1 heure", "depuis 1 heure"),
        (timedelta(days=2, hours=3), "il y a 2 jours", "depuis 2 jours"),
        (timedelta(seconds=-5), "à l’instant", "à l’instant"),  # the clock was set back
    ],
)
def test_time_passed_is_said_by_its_largest_unit(passed, ago, since):
    moment = timezone.now() - passed
    assert (look.ago(moment).replace("\xa0", " "), look.waiting_since(moment).replace("\xa0", " ")) == (ago, since)


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


def test_chip_escapes_what_it_shows_and_says_that_it_is_on():
    chips = [filters.chip("<Bals & fêtes>", '?q="a"&b=1', 1, is_on=True, lang="fr")]
    page = read(render_to_string("components/chips.html", {"label": "Quoi", "chips": chips}))
    link = page.get_by_role("link", "<Bals & fêtes> 1")
    assert (link["href"], link["lang"], link["aria-current"]) == ('?q="a"&b=1', "fr", "true")


def test_address_of_another_page_keeps_the_filters(rf):
    request = rf.get("/fr/agenda/?q=f%C3%AAte&theme=a&theme=b&page=3")
    page = render("{% page_address 4 %}", request=request)
    assert page == "?q=f%C3%AAte&amp;theme=a&amp;theme=b&amp;page=4"


def test_unbroken_keeps_together_what_no_line_should_end_within():
    words = str(look.unbroken("de 18\u00a0h à 19\u00a0h\u00a015, Mont-Clar & Les Bains-de-Vernet-Haut <b>"))
    assert words == (
        '<span class="unbroken">de 18</span>\u00a0h <span class="unbroken">à 19</span>\u00a0h\u00a015, '
        '<span class="unbroken">Mont-Clar</span> &amp; Les Bains-de-Vernet-Haut &lt;b&gt;'
    )


@pytest.mark.parametrize(("language", "html"), [("fr", "Bal du port"), ("ca", '<span lang="fr">Bal du port</span>')])
def test_words_in_another_language_than_the_page_say_so(db, language, html):
    event = make_event("Bal du port")
    with translation.override(language):
        assert look.title_of(event) == html
        assert look.in_language("<b>", "de") == '<span lang="de">&lt;b&gt;</span>'


@pytest.mark.parametrize(("language", "name"), [("fr", "dimanche"), ("ca", "diumenge"), ("en", "Sunday")])
def test_day_of_the_week_is_written_as_in_a_sentence(language, name):
    with translation.override(language):
        assert look.weekday_name(date(2026, 7, 5)) == name


@time_machine.travel("2026-07-06T12:00:00+02:00", tick=False)
def test_cms_says_at_this_moment_as_the_house_does():
    with translation.override("fr"):
        assert timesince_simple(timezone.now() - timedelta(seconds=20)) == "à l’instant"
        assert timesince_simple(timezone.now() - timedelta(minutes=1)).replace("\xa0", " ") == "il y a 1 minute"
