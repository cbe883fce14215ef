"""Asking the process that decodes pictures. One for each process of ours, started when needed, one job at a time: however many
visitors ask, the memory is that of one picture."""

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from select import select
from tempfile import NamedTemporaryFile

from django.conf import settings

PROCESS = Path(__file__).with_name("process.py")
PATIENCE_SECONDS = 60

_lock = threading.Lock()
_process: subprocess.Popen | None = None


class Refused(ValueError):
    """A file that cannot be used; `code` is one of `no_picture, wrong_kind, too_small, too_many_pixels, damaged`."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


def inspect(source: str, target: str) -> dict:
    """Look at a new file and write it upright to `target`. Answers `said` (see `metadata.read`), `width`, `height`, `ending`,
    `likeness`, `colour`; raises `Refused`."""
    return _ask({"job": "inspect", "source": source, "target": target, "smallest_side": settings.PICTURE_SMALLEST_SIDE})


def render(source: str, target: str, **wanted) -> dict:
    """Write a rendition to `target`; `wanted` is `kind` (jpeg, png, webp, avif), `quality`, and maybe `within` ([width, height]
    pixels, 0 for any), `ratio` ([16, 9]), `focus` ([x, y] pixels of the original), `words` (see `metadata.packet`)."""
    return _ask({"job": "render", "source": source, "target": target, **wanted})


def local_copy(file):
    """A context manager that gives the path of a stored file on this machine: its own, or a copy while it lasts."""
    return _LocalCopy(file)


class _LocalCopy:
    def __init__(self, file):
        self.file, self.copy = file, None

    def __enter__(self) -> str:
        try:
            return self.file.path
        except NotImplementedError:  # stored elsewhere (S3)
            self.copy = NamedTemporaryFile()  # noqa: SIM115  closed on exit
            with self.file.open("rb") as content:
                for chunk in content.chunks():
                    self.copy.write(chunk)
            self.copy.flush()
            return self.copy.name

    def __exit__(self, *error):
        if self.copy:
            self.copy.close()


def _ask(job: dict) -> dict:
    line = json.dumps(job | {"most_pixels": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS}) + "\n"
    with _lock:
        said = _asked_once(line) or _asked_once(line)  # a process that rested too long has ended: a new one is started
    if said is None:
        raise Refused("damaged")
    if "refused" in said:
        raise Refused(said["refused"])
    return said


def _asked_once(line: str) -> dict | None:
    process = _running()
    try:
        process.stdin.write(line)
        process.stdin.flush()
        if select([process.stdout], [], [], PATIENCE_SECONDS)[0] and (answer := process.stdout.readline()):
            return json.loads(answer)
    except (BrokenPipeError, ValueError):
        pass
    _end(process)
    return None


def _running() -> subprocess.Popen:
    global _process
    if _process is None or _process.poll() is not None or _process.parent != os.getpid():
        _process = subprocess.Popen(
            [sys.executable, str(PROCESS)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        _process.parent = os.getpid()  # after a fork, the pipes are the other's
    return _process


def _end(process: subprocess.Popen) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with suppress(BrokenPipeError):
            pipe.close()
