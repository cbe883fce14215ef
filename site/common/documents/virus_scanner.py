"""The virus scanner clamd, where the setting CLAMD_URL names it, by its own protocol (clamd(8), `zINSTREAM`).

Every file that another person could download meets it, at one of two moments. What comes in pieces (the members' documents, the
photo library) is looked at by the worker and held back until the answer is `CLEAN`. What a form brings is looked at while its
sender waits (`scan_at_door`), and is not stored otherwise: nothing that was not looked at lies where somebody could take it.
"""

import socket
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.core.cache import cache
from django.core.files.base import File
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.documents.choices import ScanState

CHUNK = 1 << 18
PORT = 3310
# Seconds: to reach it, and to wait for each answer of it; it looks at 100 MB in some ten.
CONNECTING, WAITING = 5, 120
# Seconds that who sends a form waits for it; it looks at 100 MB in some ten.
AT_DOOR = 20
#: MB that it takes, as its own `StreamMaxLength` says where nobody changed it.
STREAM_MAX_LENGTH = 100
LONGEST_ANSWER = 4096
#: Seconds for which one that hung is left alone, so that a lot of files, or of forms, waits for it once.
LEFT_ALONE = 60
#: What clamd calls a file of which it looked at a part, where its `AlertExceedsMax` is on: no virus.
NOT_WHOLE = "Heuristics.Limits.Exceeded"


UNSEEN = _(
    "L’antivirus ne répond pas en ce moment, et aucun fichier n’est pris sans lui. Le reste de ce que vous avez écrit est encore "
    "là : choisissez de nouveau le fichier dans une minute."
)


@dataclass(frozen=True)
class Scan:
    """`name` is that of the virus."""

    state: ScanState
    name: str = ""

    @property
    def may_be_given(self) -> bool:
        return self.state in (ScanState.OFF, ScanState.CLEAN)

    @property
    def refusal(self):
        """Why a file that a form brought is not taken, and what to do; empty for one that may be given. Lazy."""
        match self.state:
            case ScanState.INFECTED:
                return format_lazy(_("L’antivirus a trouvé « {virus} » dans ce fichier : il n’a pas été pris."), virus=self.name)
            case ScanState.TOO_LARGE:
                words = _("Ce fichier dépasse ce que l’antivirus examine ({most} Mo) : enregistrez-le en plus petit.")
                return format_lazy(words, most=largest() // 1024**2)
            case ScanState.AWAY | ScanState.WAITING:
                return UNSEEN
        return ""


def is_on() -> bool:
    return bool(settings.CLAMD_URL)


def first_state() -> ScanState:
    """Of a file that has just come."""
    return ScanState.WAITING if is_on() else ScanState.OFF


def scan(file: BinaryIO, size: int, seconds: float = WAITING) -> Scan:
    """What the scanner says of the `size` bytes of a file, within these seconds. AWAY is to be asked again later."""
    if not is_on():
        return Scan(ScanState.OFF)
    if size > largest():
        return Scan(ScanState.TOO_LARGE)
    if cache.get(_hanging_key()):
        return Scan(ScanState.AWAY)
    try:
        return _read_answer(_ask(b"zINSTREAM\0", file, seconds))
    except TimeoutError:
        cache.set(_hanging_key(), True, LEFT_ALONE)
        return Scan(ScanState.AWAY)
    except OSError:
        return Scan(ScanState.AWAY)


def _hanging_key() -> str:
    return f"virus-scanner-hangs-{sha256(settings.CLAMD_URL.encode()).hexdigest()[:16]}"


def scan_at_door(upload: File) -> Scan:
    """What the scanner says of a file that a form brings, within the time of a request; the file is left at its beginning."""
    if not is_on():
        return Scan(ScanState.OFF)
    upload.seek(0)
    answer = scan(upload, upload.size, AT_DOOR)
    upload.seek(0)
    return answer


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
    if words.startswith(NOT_WHOLE):
        return Scan(ScanState.TOO_LARGE)
    if words.endswith(" FOUND"):
        return Scan(ScanState.INFECTED, words.removesuffix(" FOUND").strip())
    return Scan(ScanState.TOO_LARGE if "size limit" in words else ScanState.AWAY)
