"""Why a file is no picture of ours, told by how it begins. Runs without Django."""

import re

from PIL import Image

BEGINNING = 4096  # bytes: a comment or a declaration may come before the first element
DNG_VERSION, SUB_IMAGES, KIND_OF_IMAGE = 0xC612, 0x014A, 0x00FE
HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif", b"avis")
STARTS = {
    "pdf": (b"%PDF-", b"\xef\xbb\xbf%PDF-"),
    "video": (b"\x1aE\xdf\xa3", b"\0\0\1\xba", b"\0\0\1\xb3", b"OggS"),
    "raw": (b"FUJIFILMCCD-RAW", b"IIRO", b"IIRS", b"MMOR", b"IIU\0", b"\0MRM", b"FOVb"),
    "archive": (b"PK\3\4", b"PK\5\6", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\xd0\xcf\x11\xe0"),
    "damaged": (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\0", b"MM\0*", b"\x89PNG"),
}


def reason_of(beginning: bytes) -> str:
    """A code of `client.Refused` for a file that nobody can open as a picture, from its first BEGINNING bytes."""
    if not beginning:
        return "empty"
    if beginning[8:10] == b"CR" and beginning.startswith((b"II*\0", b"MM\0*")):
        return "raw"
    for code, starts in STARTS.items():
        if beginning.startswith(starts):
            return code
    if beginning[4:8] == b"ftyp":
        brand = beginning[8:12]
        return "damaged" if brand in HEIF_BRANDS else "raw" if brand == b"crx " else "video"
    if beginning.startswith(b"RIFF"):
        return "damaged" if beginning[8:12] == b"WEBP" else "video"
    return _reason_of_text(beginning)


def _reason_of_text(beginning: bytes) -> str:
    encoding = "utf-16" if beginning.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = beginning.decode(encoding, "ignore").lower()
    if re.search(r"<(\w+:)?svg[\s>]", text):
        return "svg"
    return "web_page" if re.search(r"<(!doctype\s+html|html|head|body)[\s>]", text) else "no_picture"


def is_camera_raw(picture: Image.Image) -> bool:
    """Whether a TIFF is what a camera measured (DNG, NEF, ARW, CR2): what opens of it is its thumbnail."""
    if picture.format != "TIFF":
        return False
    tags = getattr(picture, "tag_v2", {})
    return DNG_VERSION in tags or (SUB_IMAGES in tags and tags.get(KIND_OF_IMAGE) == 1)
