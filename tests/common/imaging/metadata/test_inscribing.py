"""A file as it was given says whose it is, and nothing else of what it said; no pixel changes."""

from io import BytesIO

import pillow_heif
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


def moving() -> bytes:
    others = [Image.linear_gradient("L").resize((33, 20)).rotate(turn) for turn in (90, 180)]
    return content_of("GIF", "L", save_all=True, append_images=others, loop=2, comment=b"SECRET-PLACE")


pillow_heif.register_heif_opener()
# In a TIFF and a HEIC the position stands in a directory of its own.
EXIF.get_ifd(0x8825).update({1: "N", 2: (42.0, 30.0, 0.0), 29: "SECRET-PLACE"})
GIVEN = {
    "tiff": lambda: content_of("TIFF", exif=EXIF, description="SECRET-PLACE"),
    "tiff packed, with a profile": lambda: content_of("TIFF", compression="tiff_lzw", exif=EXIF, icc_profile=b"profile" * 9),
    "tiff of sixteen bits, big-endian": lambda: content_of("TIFF", "I;16B", exif=EXIF),
    "tiff for printers": lambda: content_of("TIFF", "CMYK", exif=EXIF),
    "heic": lambda: content_of("HEIF", exif=EXIF.tobytes(), xmp=b"SECRET-PLACE"),
    "heic with something behind": lambda: content_of("HEIF", exif=EXIF.tobytes(), xmp=b"SECRET-PLACE") + b"SECRET-PLACE" * 9,
    "avif": lambda: content_of("AVIF", exif=EXIF.tobytes(), xmp=b"SECRET-PLACE"),
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


def test_gif_keeps_what_moves():
    given = moving()
    before, content = Image.open(BytesIO(given)), inscribing.inscribed(given, "GIF", CREDITS)
    after = Image.open(BytesIO(content))
    assert (after.n_frames, after.info["loop"]) == (before.n_frames, 2) == (3, 2)
    for frame in range(3):
        before.seek(frame)
        after.seek(frame)
        assert after.tobytes() == before.tobytes()
    assert "Éloïse Peña".encode() in content and b"SECRET-PLACE" in given and b"SECRET-PLACE" not in content


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("HEIF", content_of("HEIF")),  # no place for words
        ("TIFF", content_of("TIFF", save_all=True, append_images=[Image.new("RGB", (9, 9))])),  # several pages
        ("TIFF", content_of("TIFF", big_tiff=True)),
        ("TIFF", content_of("TIFF")[:60]),
        ("TIFF", b"II*\0" + b"\xff" * 90),
        ("HEIF", content_of("HEIF", exif=EXIF.tobytes())[:300]),
        ("HEIF", b"\0\0\0\x10ftypheic\0\0\0\0" + b"\0\0\0\x0cmeta\0\0\0\0"),
        ("GIF", content_of("GIF", "L")[:60]),
        ("GIF", b"GIF89a"),
    ],
)
def test_what_has_no_place_for_the_rights_is_drawn_anew(kind, content):
    with pytest.raises(inscribing.NotInscribable):
        inscribing.inscribed(content, kind, CREDITS)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\0", content_of("JPEG")[:60], content_of("WEBP")[:14]])
def test_file_that_is_cut_short_is_drawn_anew(content):
    with pytest.raises(inscribing.NotInscribable):
        inscribing.inscribed(content, "WEBP" if content[:4] == b"RIFF" else "JPEG", CREDITS)
    with pytest.raises(inscribing.NotInscribable):
        inscribing.inscribed(content, "BMP", CREDITS)
