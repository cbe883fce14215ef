"""`make run`: what it says when it cannot begin, and that nothing outlives it."""

import os
import pty
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from select import select

import pytest

from tests.conftest import ROOT


def start(folder: Path, *target: str, **variables) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "site/config/group.py", *target], cwd=ROOT, env=os.environ | {"VAR_DIR": str(folder)} | variables,
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize("port", ["abc", "80000", "0", "-1", "8000.5", "²", "9" * 30])
def test_port_that_is_none_gets_a_sentence(tmp_path, port):
    answer = start(tmp_path, PORT=port)
    assert answer.returncode == 1
    assert answer.stderr.strip() == (
        f"PORT is “{port}”, but a port is a whole number from 1 to 65535. For example: make run PORT=8001"
    )


def test_sentences_name_the_target_that_was_started(tmp_path):
    assert start(tmp_path, "office", PORT="abc").stderr.endswith("For example: make office PORT=8001\n")


def test_folder_that_is_none_gets_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    answer = start(tmp_path / "file")
    assert (answer.returncode, answer.stderr.strip()) == (
        1,
        f"VAR_DIR: {tmp_path / 'file'} cannot be written: File exists. Give a folder that is yours: make run VAR_DIR=var",
    )


def test_port_of_another_program_is_told_from_ours(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert f"Port {port} is taken by another program." in start(tmp_path, PORT=str(port)).stderr


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def group(tmp_path, own_database, free_port):
    """`make run` in a terminal of its own, once it answers; `group(…)` closes it by what it is given."""
    with sqlite3.connect(own_database) as rows:  # the demo was loaded and taken away
        rows.execute(
            "INSERT INTO demo_demoload (loaded_at, removed_at, things, is_complete) VALUES ('2026-01-01', '2026-01-01', '[]', 1)"
        )
    variables = {
        "VAR_DIR": str(tmp_path), "PORT": str(free_port), "DATABASE_URL": f"sqlite:///{own_database}",
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
    }  # fmt: skip
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever runs the tests may be under `nohup`
        os.execve(sys.executable, [sys.executable, "site/config/group.py"], os.environ | variables)
    window = Window(terminal)
    lock = tmp_path / "group.lock"
    try:
        wait_until(lambda: lock.exists() and len(lock.read_text().split()) == 5, 120)
        wait_until(lambda: socket.socket().connect_ex(("127.0.0.1", free_port)) == 0, 60)
        yield pid, window, [int(number) for number in lock.read_text().split()[1:]], start(tmp_path, **variables)
    finally:
        for number in lock.read_text().split()[1:] if lock.exists() else ():
            if is_alive(int(number)):
                os.kill(int(number), signal.SIGKILL)
        window.close()


class Window:
    """Reads what a terminal shows, or its programs would wait for it, until it is closed."""

    def __init__(self, terminal: int):
        self._terminal, self._is_open = terminal, True
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        while self._is_open:
            if select([self._terminal], [], [], 0.1)[0]:
                try:
                    os.read(self._terminal, 65536)
                except OSError:  # its programs have ended
                    return

    def close(self):
        if self._is_open:
            self._is_open = False
            self._reader.join()
            os.close(self._terminal)


def wait_until(is_true: Callable[[], bool], seconds: int) -> None:
    end = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < end
        time.sleep(0.2)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked at in /proc")
@pytest.mark.parametrize("way", ["closed terminal", "SIGTERM"])  # a terminal that closes sends SIGHUP
def test_group_ends_whole(group, way):
    pid, window, processes, second = group
    assert all(is_alive(number) for number in processes) and len(processes) == 4
    assert second.returncode == 1 and "already, at http://127.0.0.1:" in second.stderr
    assert f"kill {pid} " in second.stderr
    if way == "closed terminal":
        window.close()
    else:
        os.kill(pid, signal.SIGTERM)
    wait_until(lambda: not any(is_alive(number) for number in processes), 30)
