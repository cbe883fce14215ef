"""What a picture file says of itself: XMP first, then IIM, then EXIF with Windows' own tags, as the IPTC Photo Metadata Standard
advises."""

import warnings
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import partial

from PIL import Image, IptcImagePlugin, TiffImagePlugin
from PIL.ExifTags import GPS, IFD

from common.imaging.metadata.text import decoded, decoded_again, decoded_once, decoded_utf16, tidy

ORIENTATION = 0x0112
ARTIST, COPYRIGHT, TAKEN = 0x013B, 0x8298, 0x9003
XP_TITLE, XP_AUTHOR, XP_KEYWORDS = 0x9C9B, 0x9C9D, 0x9C9E  # in UTF-16, several values parted by « ; »
MARKS_OF_UTF8 = (b"\x1b%G", b"\x1b%/")  # of the dataset 1:90 (ISO 2022)
# name of ours → property of XMP, dataset of IIM
PROPERTIES = {
    "creator": ("creator", (2, 80)),
    "credit": ("Credit", (2, 110)),
    "rights": ("rights", (2, 116)),
    "title": ("title", (2, 5)),
    "headline": ("Headline", (2, 105)),
    "description": ("description", (2, 120)),
    "statement": ("WebStatement", None),
    "terms": ("UsageTerms", None),
    "licence": ("license", None),
    "city": ("City", (2, 90)),
}
# EXIF 3.0 (4.6.2) has a type of its own for texts in UTF-8, which Pillow does not know and leaves out: read as those in ASCII, it
# comes as Latin-1, which is told apart as everywhere (`decoded_again`).
ASCII, UTF8 = 2, 129
_readers = TiffImagePlugin.ImageFileDirectory_v2._load_dispatch
_readers.setdefault(UTF8, _readers[ASCII])
LISTS = {"Seq", "Bag", "Alt", "li", "text", "resource"}
IN_LANGUAGES = ("title", "description")  # kept in each language of the site
LANGUAGES = ("fr",)
DEFAULT = "x-default"


def read(picture: Image.Image, languages: Sequence[str] = LANGUAGES) -> dict:
    """`creator, credit, rights, title, headline, description, statement, terms, licence, city` (texts, absent where there is
    none), `keywords` (list), `taken_on` (ISO day), `position` ([latitude, longitude], degrees). Where a text has alternatives,
    it is that of the first of `languages` (codes), which `titles` and `descriptions` give in each. Never fails on odd
    metadata."""
    entries: dict = {}
    for reader in (partial(_from_xmp, languages=languages), _from_iim, _from_exif):
        # A thousand programs write metadata, some of them wrong: a picture without words is still a picture.
        with suppress(Exception):
            for name, value in reader(picture).items():
                if value and name not in entries:
                    entries[name] = value
    return entries


def orientation(picture: Image.Image) -> int:
    """How the pixels lie (EXIF 0x0112, 1 to 8); 1, upright, where nothing readable says otherwise."""
    try:
        turned = _exif(picture).get(ORIENTATION, 1)
    except Exception:  # see `read`
        return 1
    return turned if turned in range(1, 9) else 1


def _exif(picture: Image.Image) -> Image.Exif:
    """The EXIF of the file alone, as browsers and telephones read it: Pillow adds what an XMP packet says of the orientation. It
    keeps what it read, so that what turns the picture afterwards follows."""
    packets = {name: picture.info.pop(name) for name in ("xmp", "XML:com.adobe.xmp") if name in picture.info}
    try:
        return picture.getexif()
    finally:
        picture.info.update(packets)


def upright_size(picture: Image.Image) -> tuple[int, int]:
    """Width and height in pixels of what a person sees."""
    is_turned = picture.format != "TIFF"  # which Pillow turns itself
    return picture.size[::-1] if is_turned and orientation(picture) >= 5 else picture.size


def _from_xmp(picture, languages: Sequence[str]) -> dict:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        packet = picture.getxmp()
    leaves: dict[str, list[tuple[str, str]]] = {}  # (language, text)
    for name, language, text in _leaves(packet, ""):
        if text := tidy(decoded_once(text)):
            leaves.setdefault(name, []).append((language, text))
    entries = {}
    for ours, (theirs, _dataset) in PROPERTIES.items():
        entries[ours] = in_language(leaves.get(theirs, []), languages)
        if ours in IN_LANGUAGES:
            entries[f"{ours}s"] = _in_each(leaves.get(theirs, []), languages)
    entries["creator"] = ", ".join(dict.fromkeys(text for _language, text in leaves.get("creator", [])))
    entries["keywords"] = [keyword for _language, keyword in leaves.get("subject", [])]
    entries["taken_on"] = _day(in_language(leaves.get("DateCreated", []), languages))
    return entries


def in_language(alternatives: Sequence[tuple[str, str]], languages: Sequence[str]) -> str:
    """Of these (language, text): in the first of `languages` or a variety of it (fr-CA), else the default of the file, else in
    the next of them, else the first; empty where there is none."""
    wanted = [languages[0], DEFAULT, "", *languages[1:]] if languages else [DEFAULT]
    for code in wanted:
        if text := _exactly(alternatives, code) or _exactly(alternatives, code, varieties=True):
            return text
    return next((text for _language, text in alternatives), "")


def _exactly(alternatives, code: str, *, varieties: bool = False) -> str:
    for language, text in alternatives:
        known = language.lower().replace("_", "-")
        if (known.partition("-")[0] if varieties and known != DEFAULT else known) == code:
            return text
    return ""


def _in_each(alternatives, languages: Sequence[str]) -> dict[str, str]:
    texts = {code: _exactly(alternatives, code) or _exactly(alternatives, code, varieties=True) for code in languages}
    return {code: text for code, text in texts.items() if text}


def _leaves(node, name: str, language: str = ""):
    """Each text of the packet with the name of the property that holds it, through its lists (Seq, Alt, li), and its
    language."""
    if isinstance(node, dict):
        language = node.get("lang", language) if isinstance(node.get("lang", ""), str) else language
        for key, value in node.items():
            if key != "lang":
                yield from _leaves(value, name if key in LISTS else key, language)
    elif isinstance(node, (list, tuple)):
        for value in node:
            yield from _leaves(value, name, language)
    elif isinstance(node, str):
        yield name, language, node


def _from_iim(picture) -> dict:
    info = IptcImagePlugin.getiptcinfo(picture) or {}
    is_utf8 = next(iter(_values(info, (1, 90))), b"").startswith(MARKS_OF_UTF8)

    def texts(dataset: tuple[int, int]) -> list[str]:
        return [text for value in _values(info, dataset) if (text := decoded(value, is_utf8=is_utf8))]

    entries = {ours: next(iter(texts(dataset)), "") for ours, (_theirs, dataset) in PROPERTIES.items() if dataset}
    entries["creator"] = ", ".join(dict.fromkeys(texts((2, 80))))
    entries["keywords"] = texts((2, 25))
    return entries


def _values(info: dict, dataset: tuple[int, int]) -> list[bytes]:
    """Those of a dataset, which may be repeated."""
    values = info.get(dataset, [])
    return values if isinstance(values, list) else [values]


def _from_exif(picture) -> dict:
    exif = _exif(picture)
    windows = {tag: decoded_utf16(exif[tag]) for tag in (XP_TITLE, XP_AUTHOR, XP_KEYWORDS) if _is_bytes(exif.get(tag))}
    artist = decoded_again(exif.get(ARTIST, ""))
    author = windows.get(XP_AUTHOR, "")
    # Windows writes both, Artist in letters that it may not have.
    creator = author if author and (not artist or "?" in artist) else artist
    entries = {"creator": ", ".join(_parted(creator)), "rights": decoded_again(exif.get(COPYRIGHT, ""))}
    entries["title"] = windows.get(XP_TITLE, "")
    entries["keywords"] = _parted(windows.get(XP_KEYWORDS, ""))
    entries["taken_on"] = _day(str(exif.get_ifd(IFD.Exif).get(TAKEN, "")).replace(":", "-"))
    with suppress(Exception):
        entries["position"] = _position(exif.get_ifd(IFD.GPSInfo))
    return entries


def _is_bytes(value) -> bool:
    return isinstance(value, bytes | tuple)


def _parted(text: str) -> list[str]:
    return [part for part in map(str.strip, text.split(";")) if part]


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""


def _position(gps: dict) -> list[float] | None:
    degrees = []
    for value, side, negative, most in (
        (gps[GPS.GPSLatitude], gps[GPS.GPSLatitudeRef], "S", 90),
        (gps[GPS.GPSLongitude], gps[GPS.GPSLongitudeRef], "W", 180),
    ):
        number = sum(float(part) / 60**power for power, part in enumerate(value))
        number = -number if str(side).upper().startswith(negative) else number
        if not abs(number) <= most:
            return None
        degrees.append(round(number, 6))
    return degrees if any(degrees) else None  # 0, 0 is a camera without a fix
