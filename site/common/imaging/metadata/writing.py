"""The credits written into every file that leaves: an XMP packet with the credit line, the creator, the usage terms, the web
statement of rights (what Google's « Licensable » mark reads) and the licensor; the same in IPTC-IIM, which older agencies and
Piwigo read; the artist and the copyright of EXIF."""

from hashlib import md5
from xml.etree import ElementTree

from PIL import Image

from common.imaging.metadata.reading import ARTIST, COPYRIGHT, PROPERTIES
from common.imaging.metadata.text import tidy

NAMESPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# The most bytes of each dataset (IPTC-NAA Information Interchange Model, version 4.2).
IIM_BYTES = {"title": 64, "creator": 32, "credit": 32, "rights": 128, "description": 2000}


EXIF = b"Exif\0\0"


class NotInscribable(ValueError):
    """A file that is not built as its format says, or that has no place for words: it is drawn anew."""


def packet(credits: dict) -> bytes:
    """An XMP packet for `credit, creator, rights, title, description, terms, statement, licensor` (texts; the empty are left
    out). `statement` and `licensor` are addresses."""
    entries = {name: tidy(text) for name, text in credits.items() if text and tidy(text)}
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


def exif_of(credits: dict) -> bytes:
    """Artist (who made the picture) and copyright, in UTF-8 as the Metadata Working Group asks; no position, no orientation: the
    pixels are upright."""
    exif = Image.Exif()
    exif.update(texts_of_exif(credits))
    return exif.tobytes() if len(exif) else b""


def texts_of_exif(credits: dict) -> dict[int, bytes]:
    """The texts of `exif_of`, by tag."""
    texts = ((ARTIST, credits.get("creator", "")), (COPYRIGHT, credits.get("rights", "")))
    return {tag: text.encode() for tag, words in texts if (text := tidy(words))}


def iim_segment(credits: dict) -> bytes:
    """The segment of a JPEG (APP13, « Photoshop 3.0 ») that holds `iim_content`; empty where there is none."""
    content = iim_content(credits)
    if not content:
        return b""
    # The digest says to readers that IIM was not changed since, and that XMP comes first.
    digest = md5(content, usedforsecurity=False).digest()
    resources = b"Photoshop 3.0\0" + _resource(0x0404, content) + _resource(0x0425, digest)
    return b"\xff\xed" + (len(resources) + 2).to_bytes(2, "big") + resources


def iim_content(credits: dict) -> bytes:
    """`title, creator, credit, rights, description` as IPTC-IIM, each cut to its length; empty where there is none of them."""
    texts = {name: text for name in IIM_BYTES if (text := tidy(credits.get(name, "")))}
    if not texts:
        return b""
    content = _dataset(1, 90, b"\x1b%G") + _dataset(2, 0, b"\0\4")  # in UTF-8; version 4
    for name, text in sorted(texts.items(), key=lambda entry: PROPERTIES[entry[0]][1]):
        content += _dataset(*PROPERTIES[name][1], text.encode()[: IIM_BYTES[name]].decode(errors="ignore").encode())
    return content


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return bytes((0x1C, record, number)) + len(value).to_bytes(2, "big") + value


def _resource(number: int, content: bytes) -> bytes:
    return b"8BIM" + number.to_bytes(2, "big") + b"\0\0" + len(content).to_bytes(4, "big") + content + b"\0" * (len(content) % 2)
