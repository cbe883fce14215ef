from io import BytesIO

import pytest

from pro_portal.photos.rights.documents import document_ending
from tests.factories.photos import jpeg


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"%PDF-1.7 accord", "pdf"),
        (b"\n" * 900 + b"%PDF-1.4", "pdf"),
        (jpeg(1), "jpg"),
        (b"\x89PNG\r\n\x1a\n....", "png"),
        (b"\0\0\0\x18ftypheic....", "heic"),
        (b"II*\0....", "tif"),
        (b"RIFF....WEBPVP8 ", "webp"),
        (b"\0\0\0\x18ftypmp42....", ""),
        (b"<html>%PD", ""),
        (b"MZ", ""),
        (b"", ""),
    ],
)
def test_document_is_told_by_what_it_holds(content, ending):
    file = BytesIO(content)
    file.read(3)
    assert (document_ending(file), file.tell()) == (ending, 0)
