"""A file that is no picture is refused for what it is."""

import pytest
from PIL import Image, TiffImagePlugin

from common.imaging.refusals import DNG_VERSION, is_camera_raw, reason_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
FILES = {
    "empty": [b""],
    "svg": [
        SVG,
        b'<?xml version="1.0"?>\n<!-- drawn by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd">\n' + SVG,
        b"\xef\xbb\xbf" + SVG,
        b"\xff\xfe" + SVG.decode().encode("utf-16-le"),
        b'<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>',
    ],
    "pdf": [b"%PDF-1.7\n", b"\xef\xbb\xbf%PDF-1.4", b"%PDF-2.0"],
    "video": [b"\0\0\0\x20ftypisom\0\0", b"\0\0\0\x14ftypqt  ", b"RIFF\0\0\0\0AVI LIST", b"\x1aE\xdf\xa3\x01", b"RIFF\0\0\0\0WAVEfmt "],
    "raw": [b"II*\0\x10\0\0\0CR\2\0", b"\0\0\0\x18ftypcrx ", b"FUJIFILMCCD-RAW 0201", b"IIRO\x08\0", b"IIU\0\x18\0"],
    "archive": [b"PK\3\4\x14\0", b"Rar!\x1a\7", b"\xd0\xcf\x11\xe0\xa1\xb1", b"\x1f\x8b\x08"],
    "web_page": [b"<!DOCTYPE html><title>Plage</title>", b"\n <html lang=fr>", b"<HTML><BODY>"],
    "damaged": [b"\xff\xd8\xff\xe0\0\0", b"\x89PNG\r\n\x1a\n", b"\0\0\0\x18ftypheic", b"RIFF\0\0\0\0WEBPVP8 ", b"II*\0\x08\0\0\0\0\0"],
    "no_picture": [b"\0" * 3000, b"Bonjour", b"<p>", "Été <svgx>".encode()],
}  # fmt: skip


@pytest.mark.parametrize("reason", FILES)
def test_reason_is_told_by_how_the_file_begins(reason):
    assert [reason_of(beginning) for beginning in FILES[reason]] == [reason] * len(FILES[reason])


@pytest.mark.parametrize(
    ("tags", "expected"), [({}, False), ({DNG_VERSION: b"\1\4\0\0"}, True), ({0x014A: 8, 0x00FE: 1}, True), ({0x014A: 8}, False)]
)
def test_negative_of_a_camera_is_no_tiff(tmp_path, tags, expected):
    directory = TiffImagePlugin.ImageFileDirectory_v2()
    for tag, value in tags.items():
        directory[tag] = value
    Image.new("RGB", (40, 30)).save(tmp_path / "negative.tif", tiffinfo=directory)
    assert is_camera_raw(Image.open(tmp_path / "negative.tif")) is expected
