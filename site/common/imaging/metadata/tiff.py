"""A TIFF as it was given (TIFF 6.0; its tags of XMP and IPTC: XMP part 3, 1.1.6), with the rights written in: what says how its
pixels lie stays where it is, every word is blanked, and a new directory at the end names its creator. Runs without Django."""

import struct

from common.imaging.metadata.writing import NotInscribable, iim_content, packet, texts_of_exif

# Bytes of one value of each type; 129 is EXIF 3.0's.
BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1}
# What readers need for the pixels: their size, form, place, colours, and the ICC profile.
OF_PIXELS = {
    254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284, 288, 289,
    290, 291, 292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 332, 334, 336, 338, 339, 340, 341,
    342, 347, 512, 513, 514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532, 34675,
}  # fmt: skip
DIRECTORIES = {34665, 34853, 40965}  # of EXIF, of the position, of interoperability
OTHER_PICTURES = 330  # smaller ones, or those of layers
XMP, IIM = 700, 33723
BYTE, ASCII, UNDEFINED = 1, 2, 7
DEEPEST = 4  # directories in directories


def inscribed(content: bytes, credits: dict) -> bytes:
    """The file with these credits (see `writing.packet`). Raises `NotInscribable` for several pictures in one file, and
    `struct.error` where it is cut short."""
    file = bytearray(content)
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(content[:4])
    if order is None:
        raise NotInscribable("no TIFF of 32 bits")
    (start,) = struct.unpack_from(f"{order}I", file, 4)
    entries, behind = _directory(file, order, start)
    if behind or any(entry[0] == OTHER_PICTURES for entry in entries):
        raise NotInscribable("several pictures")
    rows = {tag: raw for tag, _kind, _place, _length, raw in entries if tag in OF_PIXELS}
    _blank(file, order, start, OF_PIXELS)
    for tag, kind, value in (
        *((tag, ASCII, text + b"\0") for tag, text in texts_of_exif(credits).items()),
        (XMP, BYTE, packet(credits)),
        (IIM, UNDEFINED, iim_content(credits)),
    ):
        if value:
            rows[tag] = struct.pack(f"{order}HHI", tag, kind, len(value)) + _placed(file, order, value)
    _even(file)
    struct.pack_into(f"{order}I", file, 4, len(file))
    file += struct.pack(f"{order}H", len(rows)) + b"".join(raw for _tag, raw in sorted(rows.items())) + bytes(4)
    return bytes(file)


def _directory(file: bytearray, order: str, start: int) -> tuple[list[tuple[int, int, int, int, bytes]], int]:
    """The (tag, type, place, bytes, entry) of each value of a directory, and where the next one stands (0: none)."""
    (count,) = struct.unpack_from(f"{order}H", file, start)
    entries = []
    for position in range(start + 2, start + 2 + 12 * count, 12):
        tag, kind, number = struct.unpack_from(f"{order}HHI", file, position)
        if kind not in BYTES:
            raise NotInscribable(f"a value of the type {kind}")
        length = BYTES[kind] * number
        place = position + 8 if length <= 4 else struct.unpack_from(f"{order}I", file, position + 8)[0]
        if place + length > len(file):
            raise NotInscribable("cut short")
        entries.append((tag, kind, place, length, bytes(file[position : position + 12])))
    return entries, struct.unpack_from(f"{order}I", file, start + 2 + 12 * count)[0]


def _blank(file: bytearray, order: str, start: int, spared: set[int] = frozenset(), depth: int = 0) -> None:
    """Write zeros over a directory and its values, those of the tags `spared` alone stay."""
    if depth > DEEPEST:
        raise NotInscribable("directories without end")
    entries, _behind = _directory(file, order, start)
    for tag, _kind, place, length, _entry in entries:
        if tag in DIRECTORIES and length == 4:
            _blank(file, order, struct.unpack_from(f"{order}I", file, place)[0], depth=depth + 1)
        if tag not in spared:
            file[place : place + length] = bytes(length)
    size = 2 + 12 * len(entries) + 4
    file[start : start + size] = bytes(size)


def _placed(file: bytearray, order: str, value: bytes) -> bytes:
    """The last four bytes of the entry of a value: itself where it is that short, else its place at the end of the file."""
    if len(value) <= 4:
        return value.ljust(4, b"\0")
    _even(file)
    place = len(file)
    file += value
    return struct.pack(f"{order}I", place)


def _even(file: bytearray) -> None:
    """What a directory points to begins at an even byte."""
    file += bytes(len(file) % 2)
