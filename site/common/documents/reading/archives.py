"""ZIP files, opened with care: office documents are such, and 49 kB can hold 50 MB."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from common.documents.reading.limits import MOST_ENTRIES
from common.job_process.server import Refused

# The end of a ZIP: signature, numbers of disks, entries on this disk, entries (APPNOTE.TXT, 4.3.16); a comment may follow.
END = b"PK\x05\x06"
LONGEST_END = 22 + 65_535
# The container in which Office puts a document with a password, in place of the ZIP ([MS-CFB], 2.2; [MS-OFFCRYPTO], 1.3.2).
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")


def number_of_entries(file: BinaryIO) -> int | None:
    """As the end of the file states it; None where there is no end: the file was cut."""
    size = file.seek(0, 2)
    file.seek(max(0, size - LONGEST_END))
    end = file.read()
    place = end.rfind(END)
    return struct.unpack_from("<H", end, place + 10)[0] if place >= 0 and place + 22 <= len(end) else None


@contextmanager
def opened(file: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """The ZIP; raises `Refused` with `encrypted`, `damaged` or `too_large`."""
    file.seek(0)
    if file.read(len(COMPOUND)) == COMPOUND:
        raise Refused("encrypted")
    number = number_of_entries(file)
    if number is None:
        raise Refused("damaged")
    if number > MOST_ENTRIES:
        raise Refused("too_large")
    file.seek(0)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, struct.error):
        raise Refused("damaged") from None
    with archive:
        yield archive


class Parts:
    """The parts of an office document, by their names; of all of them `most` bytes are unpacked, whatever the file states."""

    def __init__(self, archive: zipfile.ZipFile, most: int):
        self._archive, self._room = archive, most
        self._names = {info.filename.lstrip("/").replace("\\", "/"): info for info in archive.infolist()}
        self.names = list(self._names)

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def check_size(self, endings: tuple[str, ...]) -> None:
        """For parts that somebody else unpacks: raises `Refused` where the file states more than there is room for."""
        if sum(info.file_size for name, info in self._names.items() if name.endswith(endings)) > self._room:
            raise Refused("too_large")

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a part; raises `Refused` where it is encrypted, damaged or too large."""
        info = self._names[name]
        if info.flag_bits & 1:
            raise Refused("encrypted")
        try:
            with self._archive.open(info) as part:
                while chunk := part.read(1 << 16):
                    self._room -= len(chunk)
                    if self._room < 0:
                        raise Refused("too_large")
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            raise Refused("damaged") from None

    def content(self, name: str) -> bytes:
        return b"".join(self.chunks(name))
