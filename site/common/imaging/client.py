"""Asking the process that decodes pictures. One for each process of ours, started when needed, one job at a time: however many
visitors ask, the memory is that of one picture, and no picture takes longer than CEILING_SECONDS."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from select import select
from tempfile import NamedTemporaryFile
from time import monotonic

from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.imaging.size import PictureSize

SCRIPT = Path(__file__).with_name("process.py")
# Fifty megapixels written as the largest AVIF take three on a slow machine; ten times that is a file made to hold us up.
CEILING_SECONDS = 30


DAMAGED = _("Cette photo est abîmée et ne peut pas être ouverte : choisissez-en une autre.")
SENTENCES = {
    "no_picture": _("Ce fichier n’est pas une photo : choisissez un fichier JPEG, PNG, WebP ou HEIC."),
    "wrong_kind": _("Ce genre d’image n’est pas accepté : choisissez un fichier JPEG, PNG, WebP ou HEIC."),
    "too_small": format_lazy(
        _("Cette image est trop petite : il faut au moins {least} pixels de côté."), least=settings.PICTURE_SMALLEST_SIDE
    ),
    "too_many_pixels": format_lazy(
        _("Cette image dépasse {most} millions de pixels : enregistrez-la en plus petit."),
        most=settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 10**6,
    ),
}


class Refused(ValueError):
    """A file that cannot be used; `code` is one of `no_picture, wrong_kind, too_small, too_many_pixels, damaged, too_slow`."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code

    @property
    def sentence(self):
        """Why, and what to do; lazy."""
        return SENTENCES.get(self.code, DAMAGED)


def inspect(source: str, target: str, smallest_side: int | None = None) -> dict:
    """Look at a new file and write it upright to `target`. Answers `metadata` (see `metadata.read`), `width`, `height`, `ending`,
    `likeness`, `colour`; raises `Refused`."""
    smallest = settings.PICTURE_SMALLEST_SIDE if smallest_side is None else smallest_side
    return _process.answer({"job": "inspect", "source": source, "target": target, "smallest_side": smallest})


def render(
    source: str,
    target: str,
    size: PictureSize,
    *,
    focus: tuple[float, float] | None = None,
    credits: dict | None = None,
    part: tuple[float, float, float, float] | None = None,
) -> dict:
    """Write a rendition to `target`; `focus` is in pixels of the original, `credits` are written inside (see `metadata.packet`).
    Of a `part` alone, (left, top, right, bottom) as fractions of the upright picture, where one is given. Answers `width` and
    `height`; raises `Refused`."""
    job = {"job": "render", "source": source, "target": target, "size": size.as_job(), "focus": focus, "credits": credits or {}}
    job["part"] = part
    return _process.answer(job)


@contextmanager
def local_copy(file) -> Iterator[str]:
    """The path of a stored file on this machine: its own, or that of a copy while it lasts."""
    try:
        path = file.path
    except NotImplementedError:  # stored elsewhere (S3)
        with NamedTemporaryFile() as copy, file.open("rb") as content:
            for chunk in content.chunks():
                copy.write(chunk)
            copy.flush()
            yield copy.name
    else:
        yield path


class ImagingProcess:
    """The process and who waits for it. Its jobs and answers are one line of JSON each."""

    def __init__(self):
        self._lock = threading.Lock()
        self._running: subprocess.Popen | None = None

    @property
    def pid(self) -> int | None:
        """For who measures its memory; None while it rests."""
        return self._running and self._running.pid

    def answer(self, job: dict) -> dict:
        """The answer of the process to a job. Waits for its turn, then CEILING_SECONDS at most."""
        limits = {"most_pixels": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS, "ceiling": CEILING_SECONDS}
        line = json.dumps(job | limits) + "\n"
        with self._lock:
            end = monotonic() + CEILING_SECONDS
            try:
                # A process that rested too long has ended: a new one is started.
                answer = self._exchange(line, end) or self._exchange(line, end)
            except TimeoutError:
                raise Refused("too_slow") from None
        if answer is None:
            raise Refused("damaged")
        if "refused" in answer:
            raise Refused(answer["refused"])
        return answer

    def _exchange(self, line: str, end: float) -> dict | None:
        """The answer to one job, None where the process ended. TimeoutError, and the process is killed, when it is not there at
        `end` (of `monotonic`)."""
        process = self._start()
        try:
            process.stdin.write(line)
            process.stdin.flush()
            if not select([process.stdout], [], [], max(0, end - monotonic()))[0]:
                self._kill()
                raise TimeoutError
            if answer := process.stdout.readline():
                return json.loads(answer)
        except (BrokenPipeError, ValueError):
            pass
        self._kill()
        return None

    def _start(self) -> subprocess.Popen:
        if self._running is None or self._running.poll() is not None or self._running.parent != os.getpid():
            self._running = subprocess.Popen(
                [sys.executable, str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
            )
            self._running.parent = os.getpid()  # after a fork, the pipes are the other's
        return self._running

    def _kill(self) -> None:
        process, self._running = self._running, None
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(BrokenPipeError):
                pipe.close()


_process = ImagingProcess()
