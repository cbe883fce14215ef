"""No template shows a variable that nobody defined: here the pages in their other states, in `test_matrix.py` as they open."""

from django.template import engines
from django.utils import translation

from tests.access.asking import who_may
from tests.access.conftest import UNDEFINED, around_undefined
from tests.access.matrix import ROWS
from tests.access.pages import OTHER_STATES


def test_no_undefined_variable_reaches_a_page_in_another_state(scene, undefined_shown):
    faults, browsers = {}, {}
    with translation.override("fr"):
        pages = [(persona, address(scene.things)) for persona, address in OTHER_STATES]
    for persona, address in pages:
        browser = browsers.setdefault(persona, scene.browser_of(persona))
        response = browser.get(address)
        assert response.status_code in (200, 422), (persona, address, response.status_code)
        if UNDEFINED in (text := response.content.decode()):
            faults[address] = around_undefined(text)
    assert not faults, "\n".join(f"{address}: {around}" for address, around in faults.items())


def test_the_mark_shows_where_something_is_missing(undefined_shown):
    template = engines["django"].from_string("{{ missing }}{% if missing %}no{% endif %}{{ missing|default:'ok' }}")
    assert template.render({}) == f"{UNDEFINED}ok"


def test_every_page_has_someone_who_sees_it():
    assert [row.name for row in ROWS if row.shown and row.is_page and who_may(row.shown) is None] == []
