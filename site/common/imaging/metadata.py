"""The metadata of a picture (XMP, IPTC-IIM, EXIF), and the credits written into every file that leaves.

Read: XMP first, then IIM, then EXIF, as the IPTC Photo Metadata Standard advises. Written: an XMP packet with the credit line,
the creator, the usage terms, the web statement of rights (what Google's « Licensable » mark reads) and the licensor; and the
artist and copyright of EXIF. IIM is not written: every reader of today prefers XMP. Runs without Django.
"""

import re
import unicodedata
import warnings
from contextlib import suppress
from datetime import date
from xml.etree import ElementTree

from PIL import Image, IptcImagePlugin
from PIL.ExifTags import GPS, IFD

ORIENTATION = 0x0112
ARTIST, COPYRIGHT, TAKEN, DESCRIBED = 0x013B, 0x8298, 0x9003, 0x010E
LONGEST = 2000
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
LISTS = {"Seq", "Bag", "Alt", "li", "text", "resource"}
NAMESPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read(picture: Image.Image) -> dict:
    """`creator, credit, rights, title, headline, description, statement, terms, licence, city` (texts, absent where there is
    none), `keywords` (list), `taken_on` (ISO day), `position` ([latitude, longitude], degrees). Never fails on odd metadata."""
    entries: dict = {}
    for reader in (_from_xmp, _from_iim, _from_exif):
        # A thousand programs write metadata, some of them wrong: a picture without words is still a picture.
        with suppress(Exception):
            for name, value in reader(picture).items():
                if value and name not in entries:
                    entries[name] = value
    return entries


def orientation(picture: Image.Image) -> int:
    """How the pixels lie (EXIF 0x0112, 1 to 8); 1, upright, where nothing readable says otherwise."""
    try:
        turned = picture.getexif().get(ORIENTATION, 1)
    except Exception:  # see `read`
        return 1
    return turned if turned in range(1, 9) else 1


def upright_size(picture: Image.Image) -> tuple[int, int]:
    """Width and height in pixels of what a person sees."""
    return picture.size[::-1] if orientation(picture) >= 5 else picture.size


def _tidy(text: str) -> str:
    return " ".join(NOT_IN_XML.sub(" ", str(text)).split())[:LONGEST]


def _from_xmp(picture) -> dict:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        packet = picture.getxmp()
    leaves: dict[str, list[str]] = {}
    for name, text in _leaves(packet, ""):
        leaves.setdefault(name, []).append(_tidy(text))
    entries = {ours: next(filter(None, leaves.get(theirs, [])), "") for ours, (theirs, _) in PROPERTIES.items()}
    entries["creator"] = ", ".join(dict.fromkeys(filter(None, leaves.get("creator", []))))
    entries["keywords"] = [keyword for keyword in leaves.get("subject", []) if keyword]
    entries["taken_on"] = _day(next(iter(leaves.get("DateCreated", [])), ""))
    return entries


def _leaves(node, name: str):
    """Each text of the packet with the name of the property that holds it, through its lists (Seq, Alt, li)."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _leaves(value, name if key in LISTS else key)
    elif isinstance(node, (list, tuple)):
        for value in node:
            yield from _leaves(value, name)
    elif isinstance(node, str):
        yield name, node


def _from_iim(picture) -> dict:
    info = IptcImagePlugin.getiptcinfo(picture) or {}
    entries = {ours: _decoded(info[key]) for ours, (_, key) in PROPERTIES.items() if key in info}
    entries["creator"] = ", ".join(_all(info, (2, 80)))
    entries["keywords"] = _all(info, (2, 25))
    return entries


def _all(info: dict, dataset: tuple[int, int]) -> list[str]:
    """The texts of a dataset that may be repeated."""
    values = info.get(dataset, [])
    return [_decoded(value) for value in (values if isinstance(values, list) else [values])]


def _decoded(value) -> str:
    value = value[0] if isinstance(value, list) else value
    try:
        return _tidy(value.decode())
    except UnicodeDecodeError:  # IIM without its mark of encoding is Latin-1 nearly always
        return _tidy(value.decode("latin-1"))


def _from_exif(picture) -> dict:
    exif = picture.getexif()
    entries = {"creator": _tidy(exif.get(ARTIST, "")), "rights": _tidy(exif.get(COPYRIGHT, ""))}
    entries["taken_on"] = _day(str(exif.get_ifd(IFD.Exif).get(TAKEN, "")).replace(":", "-"))
    with suppress(Exception):
        entries["position"] = _position(exif.get_ifd(IFD.GPSInfo))
    return entries


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


def packet(credits: dict) -> bytes:
    """An XMP packet for `credit, creator, rights, title, description, terms, statement, licensor` (texts; the empty are left
    out). `statement` and `licensor` are addresses."""
    entries = {name: _tidy(text) for name, text in credits.items() if text and _tidy(text)}
    for prefix, address in NAMESPACES.items():
        ElementTree.register_namespace(prefix, address)
    root = ElementTree.Element(_name("x:xmpmeta"))
    about = ElementTree.SubElement(ElementTree.SubElement(root, _name("rdf:RDF")), _name("rdf:Description"))
    about.set(_name("rdf:about"), "")
    for name, tag in (("credit", "photoshop:Credit"), ("statement", "xmpRights:WebStatement")):
        if name in entries:
            ElementTree.SubElement(about, _name(tag)).text = entries[name]
    if "rights" in entries or "terms" in entries:
        ElementTree.SubElement(about, _name("xmpRights:Marked")).text = "True"
    for name, tag, kind in (
        ("creator", "dc:creator", "Seq"),
        ("rights", "dc:rights", "Alt"),
        ("title", "dc:title", "Alt"),
        ("description", "dc:description", "Alt"),
        ("terms", "xmpRights:UsageTerms", "Alt"),
    ):
        if name in entries:
            item = _item(about, tag, kind)
            item.text = entries[name]
            if kind == "Alt":
                item.set(LANGUAGE, "x-default")
    if "licensor" in entries:
        item = _item(about, "plus:Licensor", "Seq")
        item.set(_name("rdf:parseType"), "Resource")
        ElementTree.SubElement(item, _name("plus:LicensorURL")).text = entries["licensor"]
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>{text}<?xpacket end="w"?>'.encode()


def _name(tag: str) -> str:
    prefix, _, local = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _item(about, tag: str, kind: str):
    return ElementTree.SubElement(
        ElementTree.SubElement(ElementTree.SubElement(about, _name(tag)), _name(f"rdf:{kind}")), _name("rdf:li")
    )


def _ascii(text: str) -> str:
    """Letters without their accents: EXIF knows no others, and « ?mile » is worse than « Emile »."""
    plain = unicodedata.normalize("NFKD", _tidy(text).replace("©", "(c)"))
    return plain.encode("ascii", "ignore").decode().strip()


def exif_of(credits: dict) -> bytes:
    """Artist and copyright for programs that read EXIF only; no position, no orientation: the pixels are upright."""
    exif = Image.Exif()
    if credits.get("credit"):
        exif[ARTIST] = _ascii(credits["credit"])
    if credits.get("rights"):
        exif[COPYRIGHT] = _ascii(credits["rights"])
    return exif.tobytes() if len(exif) else b""
