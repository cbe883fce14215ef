from types import SimpleNamespace

import pytest

from destination.pages.templatetags.pages import fact_icon, titled


def block(block_type, **value):
    return SimpleNamespace(block_type=block_type, value=value)


def test_strip_without_a_heading_gets_one_and_follows_that_of_the_editor():
    body = [
        block("text"), block("events"), block("heading"), block("text"), block("places"), block("places", kind="beach"),
        block("stage"), block("stage"), block("steps"),
    ]  # fmt: skip

    titles = [str(title) for _block, title in titled(body)]

    assert titles == ["", "Prochaines dates", "", "", "", "Plage", "Étapes", "", ""]


@pytest.mark.parametrize(
    ("fact", "icon"),
    [
        ({"icon": "walk", "label": "Prix", "text": "3 €"}, "walk"),
        ({"icon": "info", "label": "Habitants", "text": "21 400"}, "users"),
        ({"label": "Punt més alt", "text": "2.214 m"}, "nature"),
        ({"label": "Opening hours", "text": "9 to 5"}, "clock"),
        ({"label": "Côte d’Aurelle", "text": "+33 4 65 71 01 10"}, "phone"),
        ({"label": "En car", "text": "devant la gare"}, "signpost"),
        ({"label": "Amb tren", "text": "línia de la costa"}, "signpost"),
        ({"label": "Autre chose", "text": "Voilà"}, "info"),
    ],
)
def test_fact_without_an_icon_gets_the_one_of_its_label(fact, icon):
    assert fact_icon(fact) == icon
