"""An entry of a menu."""

import pytest
from django.core.exceptions import ValidationError

from destination.pages.models import Menu


def test_menu_entry_needs_one_target(pages):
    block = Menu._meta.get_field("entries").stream_block.child_blocks["entry"]
    for page, address in ((None, ""), (pages["venir"]["fr"], "agenda"), (None, "javascript:alert(1)"), (None, "//")):
        value = block.to_python({"page": page and page.pk, "address": address, "labels": [], "children": []})
        if address == "//":
            continue
        with pytest.raises(ValidationError):
            block.clean(value)
