"""Who made a picture and what it may be used for, as the picture itself says (IPTC, XMP, EXIF)."""

import re
import warnings

from PIL import Image, IptcImagePlugin

from common.choices import Licence
from intranet.submissions.forms.parsing import plain

EXIF_ARTIST, EXIF_COPYRIGHT = 0x013B, 0x8298
IPTC_BYLINE, IPTC_CREDIT, IPTC_COPYRIGHT = (2, 80), (2, 110), (2, 116)
XMP_NAMES = ("creator", "Credit", "rights")
LICENCE_ADDRESS = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/(by(?:-nc)?(?:-sa|-nd)?|zero)/", re.IGNORECASE)
LICENCES = {
    "by": Licence.CC_BY,
    "by-sa": Licence.CC_BY_SA,
    "by-nc": Licence.CC_BY_NC,
    "by-nd": Licence.CC_BY_ND,
    "by-nc-nd": Licence.CC_BY_NC_ND,
    "zero": Licence.CC0,
}


def read_credit(picture: Image.Image) -> tuple[str, str]:
    """The name to show and the licence, each empty where the picture says nothing. Never fails on odd metadata."""
    candidates: list[str] = []
    licence = ""
    for reader in (_from_iptc, _from_xmp, _from_exif):
        try:
            names, text = reader(picture)
        # Metadata is written by a thousand programs, some of them wrong: a picture without credit is still a picture.
        except Exception:
            continue
        candidates += names
        match = LICENCE_ADDRESS.search(text)
        licence = licence or (LICENCES.get(match[1].lower(), "") if match else "")
    credit = next((name for name in (_tidy(name) for name in candidates) if name), "")
    return credit, licence


def _tidy(name: str) -> str:
    words = " ".join(plain(name).replace("\x00", " ").split())
    return re.sub(r"^(©|\(c\)|copyright)\s*", "", words, flags=re.IGNORECASE)[:200].strip()


def _from_iptc(picture) -> tuple[list[str], str]:
    fields = IptcImagePlugin.getiptcinfo(picture) or {}
    values = [fields[key] for key in (IPTC_BYLINE, IPTC_CREDIT, IPTC_COPYRIGHT) if key in fields]
    names = [_decoded(value[0] if isinstance(value, list) else value) for value in values]
    return names, " ".join(names)


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _from_xmp(picture) -> tuple[list[str], str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        packet = picture.getxmp()
    leaves = list(_leaves(packet, ""))
    names = [text for name_sought in XMP_NAMES for name, text in leaves if name == name_sought]
    return names, " ".join(text for _name, text in leaves)


def _leaves(node, name: str):
    """Each text of the packet with the name of the property that holds it, through its lists (Seq, Alt, li)."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _leaves(value, name if key in ("Seq", "Bag", "Alt", "li", "text") else key)
    elif isinstance(node, (list, tuple)):
        for value in node:
            yield from _leaves(value, name)
    elif isinstance(node, str):
        yield name, node


def _from_exif(picture) -> tuple[list[str], str]:
    fields = picture.getexif()
    names = [str(fields[tag]) for tag in (EXIF_ARTIST, EXIF_COPYRIGHT) if fields.get(tag)]
    return names, " ".join(names)
