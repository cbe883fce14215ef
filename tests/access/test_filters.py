"""Every filter that a list offers is a query that PostgreSQL answers; what each finds is told by the list's own tests."""

from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import pytest
from django.db import transaction
from django.utils import translation

from tests.access.addresses import LISTS
from tests.access.asking import address_of, who_may
from tests.access.matrix import BY_NAME
from tests.html import Page, read

pytestmark = pytest.mark.postgresql

WORDS = "marché côte"  # typed where a list has a field for words
PAGES = [name for name in LISTS if name != "photos_api:list"]


def filters_offered(page: Page, address: str) -> set[tuple[str, str]]:
    """Each (name, value) that a link back to the list or a field of its forms would send."""
    offered = set()
    for link in page.all_by_role("link"):
        target = urlsplit(urljoin(address, link["href"]))
        if target.path == address:
            offered |= set(parse_qsl(target.query))
    for field in page.all_by_hook("name"):
        if field.tag.name == "select":
            offered |= {(field["name"], option.get("value", "")) for option in field.tag.find_all("option")}
        elif field.get("type") in ("checkbox", "radio"):
            offered.add((field["name"], field.get("value", "on")))
        elif field.get("type") in ("search", "text"):
            offered.add((field["name"], WORDS))
    return offered


@pytest.mark.parametrize("name", PAGES)
def test_every_filter_answers(scene, name):
    row = BY_NAME[name]
    address, browser = address_of(row, scene.things), scene.browser_of(who_may(row.shown))
    refused = {}
    with translation.override("fr"):
        offered = filters_offered(read(browser.get(address)), address)
        for parameter in sorted(offered):
            with transaction.atomic():
                if (status := browser.get(f"{address}?{urlencode([parameter])}").status_code) != 200:
                    refused[parameter] = status
                transaction.set_rollback(True)
    assert offered, "the page offers no filter"
    assert refused == {}
