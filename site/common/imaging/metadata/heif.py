"""A HEIC or AVIF as it was given (ISO/IEC 14496-12, 8.11; 23008-12, annex A), with the rights written in: its items of words are
blanked, and lead to others at the end of the file. No box moves. Runs without Django."""

import struct
from typing import NamedTuple

from common.imaging.metadata.writing import EXIF, NotInscribable, exif_of, packet

KEPT = {b"ftyp", b"meta", b"mdat", b"free", b"skip", b"wide"}  # boxes of the picture
OF_WORDS = {b"Exif", b"mime", b"uri "}  # items
XMP_TYPE = b"application/rdf+xml"


class Extent(NamedTuple):
    """Where the bytes of an item stand, and where the file says so: the fields of their offset, without `base`, and length."""

    start: int
    length: int
    base: int
    offset_field: tuple[int, int]  # place, bytes
    length_field: tuple[int, int]


def inscribed(content: bytes, credits: dict) -> bytes:
    """The file with these credits (see `writing.packet`): in its EXIF, and in its XMP where it has any. Raises
    `NotInscribable` for a film, and for a picture without a place for words."""
    file = bytearray(content)
    boxes = _boxes(file, 0, len(file))
    if not boxes or boxes[0][0] != b"ftyp" or any(kind == b"moov" for kind, *_place in boxes):
        raise NotInscribable("no picture")
    meta = next((box for box in boxes if box[0] == b"meta"), None)
    if meta is None:
        raise NotInscribable("no items")
    del file[boxes[-1][3] :]  # what stands behind is no part of it
    for kind, start, body, end in boxes:
        if kind not in KEPT:
            file[start + 4 : start + 8] = b"free"
            file[body:end] = bytes(end - body)
    inside = {kind: (body, end) for kind, _start, body, end in _boxes(file, meta[2] + 4, meta[3])}
    kinds = _kinds(file, *inside[b"iinf"])
    words = {b"Exif": _exif(credits), b"mime": packet(credits)}
    written = set()
    for item, extents in _extents(file, inside[b"iloc"][0], set(kinds)).items():
        for extent in extents:
            file[extent.start : extent.start + extent.length] = bytes(extent.length)
        if len(extents) == 1 and kinds[item] in words and kinds[item] not in written:
            _lead_to(file, extents[0], words[kinds[item]])
            written.add(kinds[item])
    if b"Exif" not in written:
        raise NotInscribable("no place for words")
    return bytes(file)


def _exif(credits: dict) -> bytes:
    """Where its TIFF begins, then the EXIF (23008-12, A.2.1)."""
    return struct.pack(">I", len(EXIF)) + exif_of(credits)


def _boxes(file: bytearray, start: int, end: int) -> list[tuple[bytes, int, int, int]]:
    """The (type, start, start of its body, end) of each box, as far as they are boxes."""
    boxes = []
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", file, start)
        body = start + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", file, body)
            body += 8
        size = size or end - start
        if size < body - start or start + size > end:
            break
        boxes.append((kind, start, body, start + size))
        start += size
    return boxes


def _kinds(file: bytearray, body: int, end: int) -> dict[int, bytes]:
    """The type of each item of words, by its number; an XMP is `mime`, any other text `uri `."""
    first = body + (6 if file[body] == 0 else 8)
    kinds = {}
    for kind, _start, place, box_end in _boxes(file, first, end):
        version = file[place]
        if kind != b"infe" or version < 2:
            raise NotInscribable("items of an older kind")
        item, _protection, item_kind = struct.unpack_from(">HH4s" if version == 2 else ">IH4s", file, place + 4)
        if item_kind in OF_WORDS:
            is_other = item_kind == b"mime" and XMP_TYPE not in file[place:box_end]
            kinds[item] = b"uri " if is_other else item_kind
    return kinds


def _extents(file: bytearray, body: int, items: set[int]) -> dict[int, list[Extent]]:
    """Those of these items. Raises `NotInscribable` where one stands elsewhere than in the file itself."""
    version = file[body]
    sizes = (file[body + 4] >> 4, file[body + 4] & 15, file[body + 5] >> 4, (file[body + 5] & 15) if version else 0)
    offset_bytes, length_bytes, base_bytes, index_bytes = sizes
    place = body + 6
    number_bytes = 4 if version == 2 else 2
    count, place = _number(file, place, number_bytes), place + number_bytes
    found: dict[int, list[Extent]] = {}
    for _item in range(count):
        item, place = _number(file, place, number_bytes), place + number_bytes
        method = _number(file, place, 2) & 15 if version else 0
        place += 4 if version else 2
        base, place = _number(file, place, base_bytes), place + base_bytes
        extents, place = _number(file, place, 2), place + 2
        for _extent in range(extents):
            place += index_bytes
            offset_field, length_field = (place, offset_bytes), (place + offset_bytes, length_bytes)
            place += offset_bytes + length_bytes
            if item in items:
                start, length = base + _number(file, *offset_field), _number(file, *length_field)
                if method or not length or not offset_bytes or start + length > len(file):
                    raise NotInscribable("words that stand elsewhere")
                found.setdefault(item, []).append(Extent(start, length, base, offset_field, length_field))
    return found


def _number(file: bytearray, place: int, size: int) -> int:
    if place + size > len(file):
        raise NotInscribable("cut short")
    return int.from_bytes(file[place : place + size], "big")


def _lead_to(file: bytearray, extent: Extent, words: bytes) -> None:
    """Write these bytes at the end of the file, in a box of their own, and where the file says that the item stands."""
    file += struct.pack(">I4s", 8 + len(words), b"mdat")
    for (place, size), number in ((extent.offset_field, len(file) - extent.base), (extent.length_field, len(words))):
        try:
            file[place : place + size] = number.to_bytes(size, "big")
        except OverflowError as error:
            raise NotInscribable("no room for the place of the words") from error
    file += words
