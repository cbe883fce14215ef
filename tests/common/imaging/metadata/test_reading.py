"""What a file says of itself: XMP in the site's language, then IIM, EXIF, the tags of Windows."""

import struct
from io import BytesIO

import pytest
from PIL import Image

from common.imaging.metadata import reading
from common.imaging.metadata.writing import iim_segment

LANGUAGES = ("fr", "en", "ca")
# The rows of the trial data about names, with what each file says.
TRIAL = {
    "case-70-exif-utf8.jpg": {"creator": "Éloïse Peña", "rights": "© Éloïse Peña 2026", "taken_on": "2026-07-14"},
    "case-72-iptc-utf8-marked.jpg": {"creator": "Éloïse Peña", "title": "Château d’été", "keywords": ["æØœ"]},
    "case-73-iptc-macroman.jpg": {"creator": "Éloïse Peña"},
    "case-74-xmp-orientation-only.jpg": {},
    "case-96-gps-noref.jpg": {},  # of which hemisphere, nobody knows
    "case-97-gps-west.jpg": {"position": [42.5, -1.25]},
    "case-99-windows-xp.jpg": {"creator": "Éloïse Peña", "title": "Fête de l’été", "keywords": ["été", "fête"]},
}


def opened(**options) -> Image.Image:
    content = BytesIO()
    Image.new("RGB", (8, 8)).save(content, "JPEG", **options)
    return Image.open(content)


def packet(properties: str) -> bytes:
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">{properties}</rdf:Description></rdf:RDF></x:xmpmeta>'
    ).encode()


def alternatives(tag: str, **texts) -> str:
    items = "".join(f'<rdf:li xml:lang="{code.replace("_", "-")}">{text}</rdf:li>' for code, text in texts.items())
    return f"<dc:{tag}><rdf:Alt>{items}</rdf:Alt></dc:{tag}>"


def exif_of(**texts: bytes) -> bytes:
    """EXIF with `artist` or `copyright` of the type 129 (EXIF 3.0, 4.6.2): texts in UTF-8, with a zero at their end."""
    tags = {"artist": reading.ARTIST, "copyright": reading.COPYRIGHT}
    entries, values, start = b"", b"", 8 + 2 + 12 * len(texts) + 4
    for name, text in texts.items():
        text += b"\0"
        place = struct.pack("<I", start + len(values)) if len(text) > 4 else text.ljust(4, b"\0")
        entries += struct.pack("<HHI", tags[name], 129, len(text)) + place
        values += text if len(text) > 4 else b""
    return b"Exif\0\0II*\0" + struct.pack("<IH", 8, len(texts)) + entries + bytes(4) + values


@pytest.mark.parametrize("artist", ["Éloïse Peña", "Ł", "Łukasz Ωmega", "山田"])
def test_texts_of_exif_3_are_read(artist):
    entries = reading.read(opened(exif=exif_of(artist=artist.encode(), copyright=f"© {artist}".encode())))
    assert entries == {"creator": artist, "rights": f"© {artist}"}


def test_files_of_the_trial_data_are_read(shared_data):
    answers = {name: reading.read(Image.open(shared_data / "cases" / name), LANGUAGES) for name in TRIAL}
    assert answers == TRIAL
    assert reading.orientation(Image.open(shared_data / "cases/case-74-xmp-orientation-only.jpg")) == 1


@pytest.mark.parametrize(
    ("texts", "title"),
    [
        ({"x_default": "The harbour", "en": "The harbour", "fr": "Le port"}, "Le port"),
        ({"x_default": "El port", "ca": "El port", "fr_CA": "Le havre"}, "Le havre"),
        ({"x_default": "Der Hafen", "en": "The harbour"}, "Der Hafen"),
        ({"en": "The harbour", "de": "Der Hafen"}, "The harbour"),
        ({"de": "Der Hafen"}, "Der Hafen"),
        ({"FR_fr": "Le port", "fr": "Le vieux port"}, "Le vieux port"),
    ],
)
def test_alternative_is_that_of_the_site(texts, title):
    xmp = alternatives("title", **texts)
    assert reading.read(opened(xmp=packet(xmp)), LANGUAGES)["title"] == title


def test_alternatives_are_kept_in_the_languages_of_the_site():
    xmp = alternatives("title", en_GB="The harbour", fr="Le port", de="Der Hafen")
    xmp += alternatives("description", x_default="Boats", ca="Barques")
    entries = reading.read(opened(xmp=packet(xmp)), LANGUAGES)
    assert entries["titles"] == {"fr": "Le port", "en": "The harbour"}
    assert (entries["description"], entries["descriptions"]) == ("Boats", {"ca": "Barques"})


def test_creator_and_credit_are_two():
    xmp = "<dc:creator><rdf:Seq><rdf:li>Jean Dupont</rdf:li><rdf:li>Anne Roux</rdf:li></rdf:Seq></dc:creator>"
    xmp += "<photoshop:Credit>Agence du Cap</photoshop:Credit>"
    entries = reading.read(opened(xmp=packet(xmp)))
    assert (entries["creator"], entries["credit"]) == ("Jean Dupont, Anne Roux", "Agence du Cap")


NAMES = {"creator": "Éloïse Peña", "credit": "Hôtel d’Aurelle", "title": "Fête de l’été"}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac-roman"])
def test_iim_without_mark_is_read_in_its_encoding(encoding):
    segment = iim_segment(NAMES).replace(b"\x1c\x01\x5a\x00\x03\x1b%G", b"\x1c\x02\x19\x00\x03abc")
    for text in NAMES.values():
        old, new = text.encode(), text.encode(encoding)
        segment = segment.replace(len(old).to_bytes(2, "big") + old, len(new).to_bytes(2, "big") + new)
    # The lengths of the resource and of the segment follow.
    start = segment.index(b"8BIM")
    content = segment[start + 12 : segment.rindex(b"8BIM")].rstrip(b"\0")
    body = segment[4:start] + b"8BIM\x04\x04\0\0" + len(content).to_bytes(4, "big") + content + b"\0" * (len(content) % 2)
    entries = reading.read(opened(extra=b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body))
    assert {name: entries[name] for name in NAMES} == NAMES


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "mac-roman"])
def test_exif_is_read_in_its_encoding(encoding):
    exif = Image.Exif()
    exif[reading.ARTIST], exif[reading.COPYRIGHT] = (
        "Éloïse Peña; Noël Roux".encode(encoding),
        "© Hôtel d'Aurelle".encode(encoding),
    )
    entries = reading.read(opened(exif=exif))
    assert (entries["creator"], entries["rights"]) == ("Éloïse Peña, Noël Roux", "© Hôtel d'Aurelle")


@pytest.mark.parametrize(("artist", "creator"), [("", "Łukasz Żak"), ("?ukasz ?ak", "Łukasz Żak"), ("Anne Roux", "Anne Roux")])
def test_author_of_windows_stands_in_for_letters_that_artist_lacks(artist, creator):
    exif = Image.Exif()
    exif[reading.XP_AUTHOR] = "Łukasz Żak".encode("utf-16-le") + b"\0\0"
    if artist:
        exif[reading.ARTIST] = artist
    assert reading.read(opened(exif=exif))["creator"] == creator


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_orientation_is_that_of_exif_alone(kind):
    xmp = packet("").replace(b'rdf:about=""', b'rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"')
    content = BytesIO()
    options = {"xmp": xmp} if kind != "PNG" else {}
    Image.new("RGB", (30, 20)).save(content, kind, **options)
    picture = Image.open(content)
    picture.info.setdefault("xmp", xmp)
    assert (reading.orientation(picture), reading.upright_size(picture)) == (1, (30, 20))
    assert picture.info["xmp"] == xmp
