"""A zip made by the worker and kept for a while: one file after the other, so that a thousand need no more memory than one.

The row of a zip has `pk`, `file` and a `state`; the rights of each thing inside are the matter of its room, which
asks them when the zip is made and again when it is given.
"""

import logging
import zipfile
from collections.abc import Callable, Iterable
from datetime import timedelta
from tempfile import TemporaryFile

from django.core.files import File
from django.db.models import QuerySet
from django.utils import timezone

logger = logging.getLogger("escale.zips")

WAITING, FAILED = "waiting", "failed"  # states of a row
LOST_AFTER = timedelta(minutes=10)  # what the worker has not made by then was lost with its task
GIVEN_UP_AFTER = timedelta(hours=2)  # nobody waits longer


def size_of(row) -> int | None:
    """Of the zip of a row, in bytes; None where the file is lost, or cannot be reached now."""
    try:
        return row.file.size if row.file else None
    except OSError:
        return None


def lost_zips(rows: QuerySet, since: str = "waiting_since") -> list[str]:
    """The keys of the zips whose task was lost, to be queued again. One that still waits after GIVEN_UP_AFTER fails, and its page
    says so. `since`: the column that says from when on each waits."""
    now, waiting = timezone.now(), rows.filter(state=WAITING)
    if given_up := waiting.filter(**{f"{since}__lt": now - GIVEN_UP_AFTER}).update(state=FAILED):
        logger.warning("%s zips could not be made in %s and are given up: %s", given_up, GIVEN_UP_AFTER, rows.model._meta.label)
    return [str(pk) for pk in waiting.filter(**{f"{since}__lt": now - LOST_AFTER}).values_list("pk", flat=True)]


def delete_zips(rows: QuerySet) -> int:
    """Delete these rows with their files; how many."""
    old = list(rows)
    for row in old:
        if row.file:
            row.file.delete(save=False)
        row.delete()
    return len(old)


def store_zip(
    row,
    write: Callable[[zipfile.ZipFile], bool],
    note: Callable[[], bool],
    # Pictures and office files are compressed already: stored, not deflated.
    compression: int = zipfile.ZIP_STORED,
) -> None:
    """Let `write` fill the zip of `row` (False: nothing is in it, and no file is stored); then `note` writes the row and what
    goes with it at once, and says False where another worker was faster. The file that lost, or that was there before, is
    deleted."""
    former_file, storage = row.file.name, row.file.storage
    with TemporaryFile() as gathered:
        with zipfile.ZipFile(gathered, "w", compression) as archive:
            has_content = write(archive)
        gathered.seek(0)
        row.file = ""
        if has_content:
            row.file.save(f"{row.pk}.zip", File(gathered), save=False)
    if note():
        if former_file and former_file != row.file.name:
            storage.delete(former_file)
    elif row.file:
        storage.delete(row.file.name)


def own_name(name: str, pk: int, names: set[str]) -> str:
    """The name inside a zip, which no other one there has whatever the capitals; it is noted in `names`."""
    if name.casefold() in names:
        name = f"{pk}_{name}"
    names.add(name.casefold())
    return name


def add_chunks(archive: zipfile.ZipFile, name: str, chunks: Iterable[bytes]) -> None:
    with archive.open(name, "w", force_zip64=True) as inside:
        for chunk in chunks:
            inside.write(chunk)
