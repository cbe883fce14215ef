"""What leaves says whose it is in XMP, IIM and EXIF, the same in each."""

from io import BytesIO

from PIL import Image, IptcImagePlugin

from common.imaging.metadata import reading, writing

CREDITS = {
    "creator": "Éloïse Peña", "credit": "Office de tourisme du Pays d’Aurelle", "rights": "© Éloïse Peña / Office d’Aurelle",
    "title": "Fête de l’été", "description": "Des danseurs sur le quai", "terms": "CC BY", "licensor": "https://a.example/1",
}  # fmt: skip


def taken(credits: dict) -> Image.Image:
    content = BytesIO()
    options = {"xmp": writing.packet(credits), "exif": writing.exif_of(credits), "extra": writing.iim_segment(credits)}
    Image.new("RGB", (8, 8)).save(content, "JPEG", **options)
    return Image.open(content)


def test_file_that_leaves_names_its_creator_and_its_credit():
    picture = taken(CREDITS)
    exif, iim = picture.getexif(), IptcImagePlugin.getiptcinfo(picture)
    assert exif[reading.ARTIST].encode("latin-1").decode() == "Éloïse Peña"
    assert exif[reading.COPYRIGHT].encode("latin-1").decode() == "© Éloïse Peña / Office d’Aurelle"
    assert iim[1, 90] == b"\x1b%G"
    texts = {number: iim[2, number].decode() for number in (5, 80, 110, 116, 120)}
    assert texts == {
        5: "Fête de l’été", 80: "Éloïse Peña", 110: "Office de tourisme du Pays d’A",  # thirty-two bytes, no half letter
        116: "© Éloïse Peña / Office d’Aurelle", 120: "Des danseurs sur le quai",
    }  # fmt: skip


def test_what_leaves_is_read_again_as_it_was_written():
    entries = reading.read(taken(CREDITS))
    assert {name: entries[name] for name in ("creator", "credit", "rights", "title", "description")} == {
        name: CREDITS[name] for name in ("creator", "credit", "rights", "title", "description")
    }


def test_picture_without_names_carries_none():
    assert (writing.iim_segment({"terms": "CC0"}), writing.exif_of({"credit": ""})) == (b"", b"")


def test_long_description_ends_at_its_length():
    picture = taken({"description": "é" * 5000})
    assert len(IptcImagePlugin.getiptcinfo(picture)[2, 120]) == 2000
