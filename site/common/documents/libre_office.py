"""Office documents as PDF, by LibreOffice where LIBREOFFICE names it: for pictures of their pages. The worker asks."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from common.documents.choices import OFFICE, Kind
from common.documents.client import NoPicture
from common.job_process import limited
from common.job_process.client import PASSED_ON

SECONDS = 90
# LibreOffice reserves two gigabytes of addresses before its first page and uses a fifth of them.
MOST_MEMORY, LARGEST_PDF = 3 * 1024**3, 200 * 1024**2

_one_at_a_time = threading.Lock()


def converts(kind: str) -> bool:
    """Whether there is a program that makes a PDF of this kind of document."""
    return bool(settings.LIBREOFFICE) and kind in OFFICE


@contextmanager
def as_pdf(path: str, kind: str) -> Iterator[str]:
    """The path of the document as PDF, while the block lasts; of a PDF its own. Raises `NoPicture` with `off` where nothing
    converts it, `too_slow` or `damaged`."""
    if kind == Kind.PDF:
        yield path
        return
    if not converts(kind):
        raise NoPicture("off")
    with TemporaryDirectory() as folder:
        source = Path(folder, f"document.{kind}")  # its name tells LibreOffice what it is
        shutil.copyfile(path, source)
        with _one_at_a_time:
            _convert(source, folder)
        target = source.with_suffix(".pdf")
        if not target.is_file() or not target.stat().st_size:
            raise NoPicture("damaged")
        yield str(target)


def _convert(source: Path, folder: str) -> None:
    limits = [sys.executable, limited.__file__, str(MOST_MEMORY), str(SECONDS), str(LARGEST_PDF)]
    options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", folder]
    profile = f"-env:UserInstallation=file://{folder}/profile"  # two processes cannot share one
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ} | {"HOME": folder, "TMPDIR": folder}
    process = subprocess.Popen(
        [*limits, settings.LIBREOFFICE, *options, profile, str(source)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,  # soffice starts another one, which is ended with it
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise NoPicture("too_slow") from None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
