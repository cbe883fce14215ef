"""A zip made by the worker and kept for a while: one file after the other, so that a thousand need no more memory than one.

The row of a zip has `pk` and `file`; the rights of each thing inside are the matter of its room, which asks them when the zip is
made and again when it is given.
"""

import zipfile
from collections.abc import Callable, Iterable
from tempfile import TemporaryFile

from django.core.files import File


def store_zip(row, write: Callable[[zipfile.ZipFile], bool], note: Callable[[], bool]) -> None:
    """Let `write` fill the zip of `row` (False: nothing is in it, and no file is stored); then `note` writes the row and what
    goes with it at once, and says False where another worker was faster. The file that lost, or that was there before, is
    deleted."""
    former_file, storage = row.file.name, row.file.storage
    with TemporaryFile() as gathered:
        # Pictures and office files are compressed already: stored, not deflated.
        with zipfile.ZipFile(gathered, "w", zipfile.ZIP_STORED) as archive:
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
