"""Pictures and their files."""

import struct
import zlib
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from common.models import Picture


def image_file(name="photo.jpg", size=(640, 480), colour="#2a6f7f", kind="JPEG") -> ContentFile:
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, kind)
    return ContentFile(buffer.getvalue(), name=name)


def huge_png(width: int, height: int) -> ContentFile:
    """The header of a picture of that size, without its pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    content = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    return ContentFile(content, name="grande.png")


def grey_profile() -> bytes:
    """A colour profile of one channel with a gamma of 2.2, as scanners write it (ICC.1:2004, version 2)."""
    white = b"XYZ " + bytes(4) + struct.pack(">3i", 63190, 65536, 54061)  # D50
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(2.2 * 256)) + bytes(2)
    words = b"text" + bytes(4) + b"grey\0" + bytes(3)
    tags, body, position = [], b"", 128 + 4 + 3 * 12
    for name, content in ((b"wtpt", white), (b"kTRC", curve), (b"cprt", words)):
        tags.append(name + struct.pack(">II", position + len(body), len(content)))
        body += content
    table = struct.pack(">I", len(tags)) + b"".join(tags)
    head = struct.pack(">I4sI4s4s4s12s4s", 128 + len(table) + len(body), bytes(4), 0x02400000, b"mntr", b"GRAY", b"XYZ ",
                       bytes(12), b"acsp")  # fmt: skip
    return head + bytes(28) + struct.pack(">3i", 63190, 65536, 54061) + bytes(48) + table + body


def make_picture(title="Le port", file=None, **fields) -> Picture:
    return Picture.objects.create(title=title, file=file or image_file(), **fields)
