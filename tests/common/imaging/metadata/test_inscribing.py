"""A file as it was given says whose it is, and nothing else of what it said; no pixel changes."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from common.imaging.metadata import inscribing, reading

CREDITS = {"creator": "Éloïse Peña", "credit": "Office d’Aurelle", "rights": "© Éloïse Peña", "title": "Fête", "terms": "CC BY"}
WORDS = PngImagePlugin.PngInfo()
WORDS.add_text("Comment", "SECRET-PLACE")
EXIF = Image.Exif()
EXIF[0x010E] = "SECRET-PLACE"


def content_of(kind: str, mode: str = "RGB", **options) -> bytes:
    buffer = BytesIO()
    Image.linear_gradient("L").resize((33, 20)).convert(mode).save(buffer, kind, **options)
    return buffer.getvalue()


GIVEN = {
    "jpeg": lambda: content_of("JPEG", exif=EXIF.tobytes(), comment=b"SECRET-PLACE"),
    "progressive jpeg": lambda: content_of("JPEG", progressive=True, icc_profile=b"profile", exif=EXIF.tobytes()),
    "jpeg with another picture behind": lambda: content_of("JPEG") + content_of("JPEG", comment=b"SECRET-PLACE"),
    "grey jpeg": lambda: content_of("JPEG", "L"),
    "png": lambda: content_of("PNG", pnginfo=WORDS, exif=EXIF.tobytes()),
    "png of sixteen bits": lambda: content_of("PNG", "I;16"),
    "png with something behind": lambda: content_of("PNG", "RGBA") + b"SECRET-PLACE",
    "webp": lambda: content_of("WEBP"),
    "webp without loss": lambda: content_of("WEBP", "RGBA", lossless=True),
    "webp with words": lambda: content_of("WEBP", exif=EXIF.tobytes(), xmp=b"SECRET-PLACE"),
}


@pytest.mark.parametrize("case", GIVEN)
def test_file_as_given_names_its_creator_and_keeps_its_pixels(case):
    given = GIVEN[case]()
    before = Image.open(BytesIO(given))
    content = inscribing.inscribed(given, before.format if before.format != "MPO" else "JPEG", CREDITS)
    after = Image.open(BytesIO(content))
    assert (after.size, after.mode, after.tobytes()) == (before.size, before.mode, before.tobytes())
    assert b"SECRET-PLACE" not in content
    assert after.info.get("icc_profile") == before.info.get("icc_profile")
    entries = reading.read(after)
    assert (entries["creator"], entries["credit"]) == ("Éloïse Peña", "Office d’Aurelle")


@pytest.mark.parametrize("content", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\0", content_of("JPEG")[:60], content_of("WEBP")[:14]])
def test_file_that_is_cut_short_is_drawn_anew(content):
    with pytest.raises(inscribing.NotInscribable):
        inscribing.inscribed(content, "WEBP" if content[:4] == b"RIFF" else "JPEG", CREDITS)
    with pytest.raises(inscribing.NotInscribable):
        inscribing.inscribed(content, "GIF", CREDITS)
