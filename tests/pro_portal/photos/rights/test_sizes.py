"""What is downloaded, for which use."""

from types import SimpleNamespace

import pytest

from common.models import Picture
from pro_portal.photos.rights.choices import Use
from pro_portal.photos.rights.sizes import BY_CODE, sizes_for


@pytest.mark.parametrize("use", Use)
@pytest.mark.parametrize("changes_allowed", [True, False])
def test_each_use_has_a_size_that_cuts_nothing_off(use, changes_allowed):
    picture = Picture(uses=[use], changes_allowed=changes_allowed, width=900, height=600, licence="all_rights", collection_id=1)
    sizes = sizes_for(picture)
    assert {size.use for size in sizes} == {use}
    assert any(not size.crops for size in sizes)


def test_name_of_an_original_ends_as_its_file_does():
    endings = {
        name: BY_CODE["original"].ending(SimpleNamespace(file=SimpleNamespace(name=name)))
        for name in ("a.jpeg", "a.PNG", "a.webp", "a.gif")
    }
    assert endings == {"a.jpeg": "jpg", "a.PNG": "png", "a.webp": "webp", "a.gif": "jpg"}
    assert BY_CODE["web"].ending(SimpleNamespace(file=SimpleNamespace(name="a.png"))) == "jpg"
