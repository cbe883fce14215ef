"""Making a backup: the database first, then the files, so that every file that the copy names is there; the manifest last."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.files.storage import storages
from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from backups import manifest
from backups.actions import retention
from backups.actions.runs import alone, noted, write_row
from backups.actions.shelf import Shelf, require_ours, site_mark
from backups.databases import copies
from backups.manifest import Contents, KeptFile, Manifest, Part
from backups.models import BackupRun
from backups.problems import BackupProblem, sentences
from backups.registry import folders_left_out
from backups.sealing import BLOCK, Measured, Seal
from backups.stores import Store, require_apart, store_at
from common.storages import PRIVATE_PREFIX, StoredFile


@dataclass(frozen=True)
class Backup:
    """What was made: bytes of the database and of all its files."""

    name: str
    size: int
    files: int


def back_up(address: str = "", run: BackupRun | None = None, anew: bool = False) -> BackupRun:
    """Make a whole backup into `address` (`BACKUP_URL` where none is given), then clear the old ones. `anew` writes every file
    again, for a store of which some are damaged. Raises BackupProblem; the row says the same."""
    address = address or settings.BACKUP_URL
    run = run or BackupRun(kind=BackupRun.Kind.BACKUP)
    with noted(run), alone():
        store = store_at(address)
        write_row(run, location=store.place)
        require_apart(address)
        backup = write_backup(store, anew=anew)
        run.name, run.size, run.files = backup.name, backup.size, backup.files
        retention.clear(store)
    return run


def write_backup(store: Store, with_files: bool = True, anew: bool = False) -> Backup:
    """Write one backup; what a problem left half-way is taken away again. The caller holds the lock."""
    store.prepare()
    require_ours(store)
    shelf, seal = Shelf(store), Seal(settings.BACKUP_KEY)
    shelf.clear_unfinished()
    name = _free_name(shelf)
    with _taken_back(store) as written, TemporaryDirectory() as folder:
        writer = _Writer(store, seal, f"{manifest.FOLDER}/{name}", written)
        path = Path(folder, "database")
        with sentences(folder):
            rows, schema = copies().copy_to(path)
        database = writer.part(manifest.DATABASES[connection.vendor], path)
        path.unlink()
        files = list(writer.files(shelf, anew)) if with_files else []
        path.write_bytes(Contents(rows, schema, files).to_bytes())
        contents = writer.part(manifest.CONTENTS, path)
        record = Manifest(
            format=manifest.FORMAT, made_at=timezone.now().isoformat(), version=settings.VERSION, engine=connection.vendor,
            with_files=with_files, site=site_mark(), key=seal.public, settings=fingerprint(), database=database,
            contents=contents, blobs=sorted({file.blob for file in files}),
        )  # fmt: skip
        writer.write(manifest.MANIFEST, lambda target: target.write(record.to_bytes()))
    return Backup(name, database.size + sum(file.size for file in files), len(files))


class _Writer:
    """Writes the parts of one backup, and the files that the store has not yet; `written` names all of it."""

    def __init__(self, store: Store, seal: Seal, folder: str, written: list[str]):
        self._store, self._seal, self._folder, self._written = store, seal, folder, written

    def write(self, name: str, fill) -> None:
        self._written.append(f"{self._folder}/{name}")
        self._store.write(self._written[-1], fill)

    def part(self, name: str, path: Path) -> Part:
        """A sealed part of the backup, from a file of this machine."""
        with path.open("rb") as content:
            _size, measure = self._write_sealed(f"{self._folder}/{name}{self._seal.ending}", content)
        return Part(name + self._seal.ending, measure.size, measure.sha256)

    def _write_sealed(self, path: str, content) -> tuple[int, Measured]:
        """How many bytes it takes in the store, and the measure of the content."""
        measures = []
        self._written.append(path)
        size = self._store.write(path, lambda target: measures.append(self._seal.close_into(content, target)))
        return size, measures[-1]

    def files(self, shelf: Shelf, anew: bool) -> Iterator[KeptFile]:
        """All files of both storages. One whose size and hour are those of the last backup is not read again."""
        present = {} if anew else self._store.names(manifest.FILES)
        known = {} if anew else shelf.files_of_the_latest(self._seal)
        for storage in manifest.STORAGES:
            for file in files_of(storage):
                former = known.get((storage, file.name, file.size, file.modified))
                if former and present.get(manifest.blob_path(former.blob), -1) >= file.size:
                    yield former
                elif kept := self._keep(storage, file, present):
                    yield kept

    def _keep(self, storage: str, file: StoredFile, present: dict[str, int]) -> KeptFile | None:
        """None where it was deleted meanwhile."""
        try:
            with sentences(file.name), storages[storage].open(file.name) as content:
                digest = hashlib.sha256()
                while block := content.read(BLOCK):
                    digest.update(block)
                blob = self._seal.blob_name(digest.hexdigest())
                size, path = content.tell(), manifest.blob_path(blob)
                if present.get(path, -1) < size:
                    content.seek(0)
                    present[path], measure = self._write_sealed(path, content)
                    if measure.sha256 != digest.hexdigest():
                        raise BackupProblem(_("Le fichier %(name)s a changé pendant sa lecture : recommencez."), name=file.name)
        except FileNotFoundError:
            return None
        return KeptFile(storage, file.name, size, file.modified, digest.hexdigest(), blob)


@contextmanager
def _taken_back(store: Store) -> Iterator[list[str]]:
    """What was written is deleted again where it does not come to its end."""
    written: list[str] = []
    try:
        yield written
    except BaseException:
        for name in reversed(written):
            with suppress(BackupProblem, FileNotFoundError):
                store.delete(name)
        raise


def files_of(storage: str) -> Iterator[StoredFile]:
    """What of a storage must last."""
    left_out = folders_left_out(storage)
    if storage == "default" and settings.STORAGE_URL:
        left_out |= {PRIVATE_PREFIX}  # in the bucket one is beneath the other
    with sentences(storage):
        for file in storages[storage].walk():
            if file.name.split("/")[0] not in left_out:
                yield file


def _free_name(shelf: Shelf) -> str:
    moment = timezone.now()
    while (name := manifest.name_of(moment)) in shelf.names():
        moment += timedelta(seconds=1)
    return name


def fingerprint() -> dict[str, str]:
    """How the site is set, without what opens anything: of the secret key only a mark that tells whether two are the same."""
    return {
        "address": settings.BASE_URL,
        "languages": ",".join(code for code, _name in settings.LANGUAGES),
        "files": "bucket" if settings.STORAGE_URL else "folders",
        "search": "engine" if settings.SEARCH_URL else "database",
        "secret_key": salted_hmac("backups.fingerprint", "SECRET_KEY", algorithm="sha256").hexdigest()[:16],
    }
