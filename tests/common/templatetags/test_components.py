from datetime import date, timedelta
from functools import partial

import pytest
from django.template import engines
from django.utils import timezone, translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from common.models import Picture
from common.templatetags import components
from tests.factories import make_picture

STATE = '{% load components %}{% component "components/state_pill.html" state=state %}'
ROW = (
    '{% load components %}{% component "components/row_event.html" title=title url="/" time="" place=place category_name="" price="" '
    'state="" free=free category="music" image=image lang="" %}'
)


def draw(source: str, **values) -> str:
    return engines["django"].from_string(source).render(values)


@pytest.fixture
def drawings(monkeypatch):
    """The names of the templates that are drawn, not taken from what is kept."""
    names, real = [], components.get_template
    monkeypatch.setattr(components, "_kept", {})
    monkeypatch.setattr(components, "get_template", lambda name: names.append(name) or real(name))
    return names


def test_same_values_in_the_same_language_are_drawn_once(drawings):
    texts = {language: [] for language in ("fr", "en")}
    for language in ("fr", "en", "fr", "en"):
        with translation.override(language):
            texts[language].append(draw(STATE, state="full").strip())
    assert texts == {"fr": ['<span class="pill pill--warning">Complet</span>'] * 2, "en": [texts["en"][0]] * 2}
    assert "Full" in texts["en"][0] and len(drawings) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<b>", mark_safe("<b>")),
        (True, 1),
        ("1", 1),
        (date(2026, 7, 1), "2026-07-01"),
        ([{"title": "a"}], [{"title": "b"}]),
        (None, ""),
    ],
    ids=["marked as safe", "true", "number", "day", "inside", "nothing"],
)
def test_values_that_differ_are_not_taken_for_each_other(first, second):
    assert components.known(first) != components.known(second)
    assert components.known(first) == components.known(first)


def test_value_that_may_change_behind_its_name_is_drawn_each_time(drawings):
    for _time in range(2):
        draw(ROW, title=object(), place="", free=False, image=None)
    assert drawings == ["components/row_event.html"] * 2


def test_words_of_another_language_are_words():
    assert components.known(gettext_lazy("Agenda")) == "Agenda"


@pytest.mark.django_db
def test_picture_whose_right_ended_leaves_the_kept_row(drawings, time_machine):
    picture = make_picture("Le quai", valid_until=timezone.localdate())
    values = {"title": "Bal", "place": "", "free": False}
    before = draw(ROW, image=picture, **values)
    assert draw(ROW, image=Picture.objects.get(pk=picture.pk), **values) == before and len(drawings) == 1
    time_machine.move_to(timezone.now() + timedelta(days=2))
    after = draw(ROW, image=Picture.objects.get(pk=picture.pk), **values)
    assert f"/images/{picture.pk}/" in before and f"/images/{picture.pk}/" not in after


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"focal_point_x": 10, "focal_point_y": 20}, {"changes_allowed": False}], ids=str)
def test_picture_that_is_cropped_otherwise_leaves_the_kept_row(drawings, change):
    picture = make_picture("Le quai")
    values = {"title": "Bal", "place": "", "free": False}
    before = draw(ROW, image=picture, **values)
    Picture.objects.filter(pk=picture.pk).update(**change)
    assert draw(ROW, image=Picture.objects.get(pk=picture.pk), **values) != before


def test_large_part_is_drawn_once_for_its_key_and_language(drawings, monkeypatch):
    monkeypatch.setattr(components, "_large", {})
    texts = []
    for language, key in (("fr", 1), ("en", 1), ("fr", 1), ("fr", 2)):
        with translation.override(language):
            values = partial(dict, state="full" if key == 1 else "moved")
            texts.append(components.drawn_once("components/state_pill.html", key, values).strip())
    assert texts[0] == texts[2] and len(set(texts)) == 3 and len(drawings) == 3


def test_no_more_is_kept_than_fits(drawings, monkeypatch):
    monkeypatch.setattr(components, "MOST_KEPT", 2)
    for state in ("full", "moved", "online", "full"):
        draw(STATE, state=state)
    assert len(drawings) == 4 and len(components._kept) == 2
