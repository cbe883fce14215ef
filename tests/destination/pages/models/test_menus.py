"""An entry of a menu."""

import json

import pytest
from django.core.exceptions import ValidationError

from destination.pages.models import Menu
from destination.pages.presenters.site_layout import build_site_layout

ELSEWHERE = [
    "//ailleurs.example",
    "/\\ailleurs.example",
    "///ailleurs.example",
    "/\t/ailleurs.example",
    "\\\\ailleurs.example",
    "//",
]


def value_of(block, **target):
    return block.to_python({"page": None, "address": "", "labels": [], "children": [], **target})


@pytest.fixture
def block():
    return Menu._meta.get_field("entries").stream_block.child_blocks["entry"]


def test_menu_entry_needs_one_target(pages, block):
    for page, address in ((None, ""), (pages["venir"]["fr"], "agenda"), (None, "javascript:alert(1)")):
        with pytest.raises(ValidationError):
            block.clean(value_of(block, page=page and page.pk, address=address))


@pytest.mark.parametrize("address", ["/fr/agenda/?q=a", "https://ailleurs.example/", "agenda"])
def test_menu_entry_leads_to_a_path_of_ours_or_a_whole_address(block, address):
    assert block.clean(value_of(block, address=address))["address"] == address


@pytest.mark.parametrize("address", ELSEWHERE)
def test_menu_entry_refuses_what_looks_like_a_path_and_leads_elsewhere(block, address):
    with pytest.raises(ValidationError):
        block.clean(value_of(block, address=address))


@pytest.mark.parametrize("address", ELSEWHERE)
def test_menu_entry_that_was_saved_so_is_not_shown(pages, address):
    label = {"type": "item", "value": {"language": "fr", "text": "Ailleurs"}}
    entry = {"type": "entry", "value": {"page": None, "address": address, "labels": [label], "children": []}}
    Menu.objects.update_or_create(code="footer", defaults={"entries": json.dumps([entry])})
    assert build_site_layout("fr").menus["footer"] == []
