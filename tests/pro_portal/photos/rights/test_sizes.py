"""What is downloaded, for which use."""

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


FACTS = {"width": 900, "height": 600, "collection_id": 1}  # which nobody has to look up


def test_name_of_an_original_ends_as_its_file_does():
    endings = {
        name: BY_CODE["original"].ending(Picture(file=name, **FACTS)) for name in ("a.jpeg", "a.PNG", "a.webp", "a.gif", "a.heic")
    }
    assert endings == {"a.jpeg": "jpg", "a.PNG": "png", "a.webp": "webp", "a.gif": "gif", "a.heic": "jpg"}
    assert BY_CODE["web"].ending(Picture(file="a.png", **FACTS)) == "jpg"
    given = Picture(file="a.jpg", given="given/a.tif", **FACTS)
    assert [(BY_CODE[code].ending(given), BY_CODE[code].media_type(given)) for code in ("original", "web")] == [
        ("tif", "image/tiff"), ("jpg", "image/jpeg")
    ]  # fmt: skip
