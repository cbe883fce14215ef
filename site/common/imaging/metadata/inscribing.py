"""A file as it was given, with the rights written in and nothing else of what it said of itself: no pixel is touched. Runs
without Django. Formats: JPEG (ITU-T T.81, annex B), PNG (third edition, 5), WebP (RFC 9649, 2), GIF (89a; XMP part 3, 1.1.2);
TIFF and HEIC have modules of their own."""

import struct
import zlib

from common.imaging.metadata import heif, tiff
from common.imaging.metadata.writing import EXIF, NotInscribable, exif_of, iim_segment, packet

XMP, ICC, ADOBE = b"http://ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE\0", 0xEE
MOST_XMP = 65_000  # bytes: what one segment of a JPEG holds
# PNG chunks that speak of the file: its words, its camera, its last change.
PNG_WORDS = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}
HAS_EXIF, HAS_XMP, HAS_ALPHA = 0x08, 0x04, 0x10  # flags of a WebP's VP8X


def inscribed(content: bytes, kind: str, credits: dict) -> bytes:
    """The file `content` (a key of `WRITERS`) with these credits (see `writing.packet`). Raises `NotInscribable`."""
    if kind not in WRITERS:
        raise NotInscribable(kind)
    try:
        return WRITERS[kind](content, credits)
    except (IndexError, KeyError, struct.error) as error:
        raise NotInscribable(str(error)) from error


def _packet(credits: dict) -> bytes:
    words = packet(credits)
    return words if len(words) < MOST_XMP else packet({**credits, "description": ""})


def _exif(credits: dict) -> bytes:
    return exif_of(credits).removeprefix(EXIF)


def _jpeg(content: bytes, credits: dict) -> bytes:
    if content[:2] != b"\xff\xd8":
        raise NotInscribable("no JPEG")
    head, rest, position = [], [], 2
    while (marker := content[position + 1]) != 0xDA:  # the pixels begin
        if content[position] != 0xFF:
            raise NotInscribable("a segment is missing")
        if marker == 0xFF:  # a byte between two segments
            position += 1
            continue
        end = position + 2 + struct.unpack_from(">H", content, position + 2)[0]
        segment = content[position:end]
        if marker == 0xE0:
            head.append(segment)
        elif not (0xE0 < marker <= 0xEF or marker == 0xFE) or marker == ADOBE or segment[4:].startswith(ICC):
            rest.append(segment)
        position = end
    words = [(EXIF + exif) if (exif := _exif(credits)) else b"", XMP + _packet(credits)]
    written = [b"\xff\xe1" + struct.pack(">H", len(each) + 2) + each for each in words if each]
    return b"".join((b"\xff\xd8", *head, *written, iim_segment(credits), *rest, content[position : _jpeg_end(content, position)]))


def _jpeg_end(content: bytes, position: int) -> int:
    """Where the first picture ends: a camera may put others behind it, with words of their own."""
    while (position := content.find(b"\xff", position)) >= 0:
        marker = content[position + 1]
        if marker == 0xD9:
            return position + 2
        if marker in (0x00, 0xFF) or 0xD0 <= marker <= 0xD7:  # a byte of the pixels, or a mark among them
            position += 1 if marker == 0xFF else 2
        else:  # a table or another scan
            position += 2 + struct.unpack_from(">H", content, position + 2)[0]
    raise NotInscribable("cut short")


def _png(content: bytes, credits: dict) -> bytes:
    parts, position = [content[:8]], 8
    while position < len(content):
        length, kind = struct.unpack_from(">I4s", content, position)
        end = position + 12 + length
        if end > len(content):
            raise NotInscribable("cut short")
        if kind not in PNG_WORDS:
            parts.append(content[position:end])
        if kind == b"IHDR":
            parts.append(_png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + _packet(credits)))
            if exif := _exif(credits):
                parts.append(_png_chunk(b"eXIf", exif))
        position = end
        if kind == b"IEND":  # what stands behind is no part of it
            break
    return b"".join(parts)


def _png_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _webp(content: bytes, credits: dict) -> bytes:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise NotInscribable("no WebP")
    chunks, position = [], 12
    most = min(len(content), 8 + struct.unpack_from("<I", content, 4)[0])
    while position + 8 <= most:
        kind, length = struct.unpack_from("<4sI", content, position)
        chunks.append((kind, content[position + 8 : position + 8 + length]))
        position += 8 + length + length % 2
    chunks = [(kind, body) for kind, body in chunks if kind not in (b"EXIF", b"XMP ")]
    head = chunks.pop(0)[1] if chunks[0][0] == b"VP8X" else _webp_head(*chunks[0])
    exif = _exif(credits)
    flags = head[0] & ~HAS_EXIF | HAS_XMP | (HAS_EXIF if exif else 0)
    chunks = [(b"VP8X", bytes([flags]) + head[1:]), *chunks]
    chunks += [*([(b"EXIF", exif)] if exif else []), (b"XMP ", _packet(credits))]
    body = b"".join(kind + struct.pack("<I", len(each)) + each + b"\0" * (len(each) % 2) for kind, each in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _webp_head(kind: bytes, body: bytes) -> bytes:
    """The extended head of a simple file, from its one picture."""
    if kind == b"VP8 ":
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", body, 6))
        flags = 0
    elif kind == b"VP8L":
        bits = struct.unpack_from("<I", body, 1)[0]
        width, height, flags = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, HAS_ALPHA if bits >> 28 & 1 else 0
    else:
        raise NotInscribable("no picture in it")
    return bytes([flags, 0, 0, 0]) + struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]


# Blocks of a GIF: of an extension, of a picture, of the end. Of the extensions, words and what programs write for themselves
# go; how often it begins again stays.
EXTENSION, PICTURE, END = 0x21, 0x2C, 0x3B
COMMENT, OF_PROGRAM = 0xFE, 0xFF
LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
# Behind an XMP packet, which is no chain of blocks: wherever a reader that takes it for one arrives, it finds its way to the end.
WAY_OUT = b"\1" + bytes(range(255, -1, -1)) + b"\0"


def _gif(content: bytes, credits: dict) -> bytes:
    if content[:3] != b"GIF":
        raise NotInscribable("no GIF")
    position = 13 + _gif_colours(content[10])
    parts = [b"GIF89a", content[6:position]]
    parts.append(bytes((EXTENSION, OF_PROGRAM, 11)) + b"XMP DataXMP" + _packet(credits) + WAY_OUT)
    while (kind := content[position]) != END:
        if kind == EXTENSION:
            end = _gif_end(content, position + 2)
            label, program = content[position + 1], content[position + 3 : position + 14]
            is_kept = label != COMMENT and (label != OF_PROGRAM or program in LOOPS)
        elif kind == PICTURE:
            end, is_kept = _gif_end(content, position + 11 + _gif_colours(content[position + 9])), True
        else:
            raise NotInscribable("a block of another kind")
        if is_kept:
            parts.append(content[position:end])
        position = end
    return b"".join((*parts, bytes((END,))))


def _gif_colours(flags: int) -> int:
    """The bytes of a table of colours."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _gif_end(content: bytes, position: int) -> int:
    """Where the chain of blocks ends that begins there."""
    while length := content[position]:
        position += 1 + length
    return position + 1


WRITERS = {
    "JPEG": _jpeg,
    "PNG": _png,
    "WEBP": _webp,
    "GIF": _gif,
    "TIFF": tiff.inscribed,
    "HEIF": heif.inscribed,
    "AVIF": heif.inscribed,
}
