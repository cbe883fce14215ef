"""clamd's own protocol, spoken with a double of it on this machine (clamd(8), `zINSTREAM`)."""

import socket
import threading
from contextlib import suppress
from io import BytesIO

import pytest
from django.core.cache import cache

from common.documents import virus_scanner
from common.documents.choices import ScanState
from common.documents.virus_scanner import Scan, scan

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Clamd(threading.Thread):
    """Answers one question after the other; takes `most` bytes of a stream."""

    def __init__(self, listener: socket.socket, most: int = 1000):
        super().__init__(daemon=True)
        self.listener, self.most, self.streams, self.hangs = listener, most, [], False

    def run(self):
        while True:
            try:
                line, _address = self.listener.accept()
            except OSError:
                return
            with suppress(BrokenPipeError), line, line.makefile("rb") as questions:  # who waited went away
                line.sendall(self.answer(questions) + b"\0")

    def answer(self, questions) -> bytes:
        command = b""
        while not command.endswith(b"\0"):
            command += questions.read(1)
        if command == b"zVERSION\0":
            return b"ClamAV 1.4.3/27800"
        assert command == b"zINSTREAM\0"
        content = b""
        while length := int.from_bytes(questions.read(4), "big"):
            content += questions.read(length)
            if len(content) > self.most:
                return b"INSTREAM size limit exceeded. ERROR"
        self.streams.append(content)
        if self.hangs:
            questions.read()
        if content == b"in part":  # with AlertExceedsMax, of what its MaxFileSize leaves out
            return b"stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND"
        return b"stream: Eicar-Test-Signature FOUND" if EICAR in content else b"stream: OK"


@pytest.fixture(params=["tcp", "unix"])
def clamd(request, settings, tmp_path):
    if request.param == "tcp":
        listener = socket.create_server(("127.0.0.1", 0))
        settings.CLAMD_URL = f"tcp://127.0.0.1:{listener.getsockname()[1]}?largest=1"
    else:
        path = str(tmp_path / "clamd.ctl")
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(path)
        listener.listen()
        settings.CLAMD_URL = f"unix://{path}?largest=1"
    double = Clamd(listener)
    double.start()
    yield double
    listener.close()


def looked_at(content: bytes) -> Scan:
    return scan(BytesIO(content), len(content))


def test_scanner_says_what_it_finds(clamd, monkeypatch):
    monkeypatch.setattr(virus_scanner, "CHUNK", 7)
    assert looked_at(b"un plan de la ville") == Scan(ScanState.CLEAN)
    assert looked_at(b"avant " + EICAR) == Scan(ScanState.INFECTED, "Eicar-Test-Signature")
    assert clamd.streams == [b"un plan de la ville", b"avant " + EICAR]
    assert virus_scanner.version() == "ClamAV 1.4.3/27800"


def test_file_larger_than_the_scanner_takes_is_not_clean(clamd):
    assert looked_at(b"a" * 1001) == Scan(ScanState.TOO_LARGE)  # the scanner's own bound
    assert scan(BytesIO(), 1024**2 + 1) == Scan(ScanState.TOO_LARGE)  # that of the setting: nothing is sent
    assert clamd.streams == []
    assert looked_at(b"in part") == Scan(ScanState.TOO_LARGE)


def test_one_that_hangs_is_waited_for_once(clamd):
    clamd.hangs = True
    assert scan(BytesIO(b"plan"), 4, seconds=0.1) == Scan(ScanState.AWAY)
    clamd.hangs = False
    assert looked_at(b"plan") == Scan(ScanState.AWAY)
    cache.clear()  # a minute later
    assert looked_at(b"plan") == Scan(ScanState.CLEAN)


def test_scanner_that_is_away_is_to_be_asked_again(settings, free_port):
    settings.CLAMD_URL = f"tcp://127.0.0.1:{free_port}"
    assert looked_at(b"plan") == Scan(ScanState.AWAY)
    assert virus_scanner.first_state() == ScanState.WAITING


def test_without_a_scanner_files_are_given(settings):
    settings.CLAMD_URL = ""
    assert (looked_at(EICAR).state, looked_at(EICAR).may_be_given) == (ScanState.OFF, True)
    assert [Scan(state).may_be_given for state in ScanState] == [True, False, True, False, False, False]
