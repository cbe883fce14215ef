"""The virus scanner clamd, where the setting CLAMD_URL names it, by its own protocol (clamd(8), `zINSTREAM`). The worker asks;
who shares a file holds it back until the answer is `CLEAN`."""

import socket
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import parse_qs, urlsplit

from django.conf import settings

from common.documents.choices import ScanState

CHUNK = 1 << 18
PORT = 3310
# Seconds: to reach it, and to wait for each answer of it; it looks at 100 MB in some ten.
CONNECTING, WAITING = 5, 120
#: MB that it takes, as its own `StreamMaxLength` says where nobody changed it.
STREAM_MAX_LENGTH = 100
LONGEST_ANSWER = 4096


@dataclass(frozen=True)
class Scan:
    """`name` is that of the virus."""

    state: ScanState
    name: str = ""

    @property
    def may_be_given(self) -> bool:
        return self.state in (ScanState.OFF, ScanState.CLEAN)


def is_on() -> bool:
    return bool(settings.CLAMD_URL)


def first_state() -> ScanState:
    """Of a file that has just come."""
    return ScanState.WAITING if is_on() else ScanState.OFF


def scan(file: BinaryIO, size: int) -> Scan:
    """What the scanner says of the `size` bytes of a file. AWAY is to be asked again later."""
    if not is_on():
        return Scan(ScanState.OFF)
    if size > largest():
        return Scan(ScanState.TOO_LARGE)
    try:
        return _read_answer(_ask(b"zINSTREAM\0", file))
    except OSError:
        return Scan(ScanState.AWAY)


def largest() -> int:
    """In bytes."""
    options = parse_qs(urlsplit(settings.CLAMD_URL).query)
    return int(options.get("largest", [str(STREAM_MAX_LENGTH)])[0]) * 1024**2


def version(seconds: float = CONNECTING) -> str:
    """Its version and that of its signatures, in its own words. Raises OSError where it does not answer within the seconds."""
    return _ask(b"zVERSION\0", seconds=seconds)


def _ask(command: bytes, file: BinaryIO | None = None, seconds: float = WAITING) -> str:
    with _connected(seconds) as line:
        line.sendall(command)
        # It hangs up on a file that is larger than it takes, after saying so.
        with suppress(BrokenPipeError, ConnectionResetError):
            while file is not None and (chunk := file.read(CHUNK)):
                line.sendall(len(chunk).to_bytes(4, "big") + chunk)
            if file is not None:
                line.sendall(bytes(4))
        answer = b""
        while b"\0" not in answer and len(answer) < LONGEST_ANSWER and (more := line.recv(LONGEST_ANSWER)):
            answer += more
    return answer.partition(b"\0")[0].decode("utf-8", "replace").strip()


def _connected(seconds: float) -> socket.socket:
    address = urlsplit(settings.CLAMD_URL)
    if address.scheme == "unix":
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(CONNECTING)
        try:
            line.connect(address.path)
        except OSError:
            line.close()
            raise
    else:
        line = socket.create_connection((address.hostname, address.port or PORT), CONNECTING)
    line.settimeout(seconds)
    return line


def _read_answer(answer: str) -> Scan:
    words = answer.removeprefix("stream:").strip()
    if words == "OK":
        return Scan(ScanState.CLEAN)
    if words.endswith(" FOUND"):
        return Scan(ScanState.INFECTED, words.removesuffix(" FOUND").strip())
    return Scan(ScanState.TOO_LARGE if "size limit" in words else ScanState.AWAY)
