"""No template shows a variable that nobody defined. What is optional says so (`default`, `if`)."""

import pytest
from django.template import engines
from django.utils import translation

from tests.access.asking import who_may
from tests.access.matrix import ROWS
from tests.access.pages import pages_of

MARK = "UNDEFINED-VARIABLE"


class Undefined(str):
    """False as an empty string is, so that `if` and `default` take their other way; seen as soon as it is printed."""

    __slots__ = ()

    def __bool__(self):
        return False


@pytest.fixture
def telling(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Undefined(MARK))


def test_no_undefined_variable_reaches_a_page(scene, telling):
    found, browsers = {}, {}
    with translation.override("fr"):
        pages = pages_of(scene.things)
    for persona, address in pages:
        browser = browsers.setdefault(persona, scene.browser_of(persona))
        response = browser.get(address)
        assert response.status_code in (200, 422), (persona, address, response.status_code)
        text = response.content.decode()
        if MARK in text:
            place = text.index(MARK)
            found[address] = " ".join(text[max(0, place - 120) : place + 60].split())
    assert not found, "\n".join(f"{address}: {around}" for address, around in found.items())


def test_the_mark_shows_where_something_is_missing(telling):
    template = engines["django"].from_string("{{ missing }}{% if missing %}no{% endif %}{{ missing|default:'ok' }}")
    assert template.render({}) == f"{MARK}ok"


def test_every_page_has_someone_who_sees_it():
    assert [row.name for row in ROWS if row.shown and row.is_page and who_may(row.shown) is None] == []
