"""Looking whether a backup could be restored, without restoring it: every file is opened and compared with its hash, and so is
the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext_lazy as _

from backups import manifest
from backups.actions.runs import alone, noted, write_row
from backups.actions.shelf import Shelf
from backups.databases import DatabaseCopies, copies
from backups.manifest import Contents, Manifest, Part
from backups.models import BackupRun
from backups.problems import BackupProblem, Damage, sentences
from backups.sealing import Nowhere, Seal
from backups.stores import Store, store_at

MOST_NAMES = 5  # of damaged files in a sentence


@dataclass(frozen=True)
class OpenBackup:
    """One backup of a store, and the key that opens it."""

    store: Store
    name: str
    record: Manifest
    contents: Contents
    seal: Seal

    @classmethod
    def at(cls, store: Store, name: str = "") -> "OpenBackup":
        shelf, seal = Shelf(store), Seal(settings.BACKUP_KEY)
        name = shelf.chosen(name)
        record = shelf.manifest(name)
        return cls(store, name, record, shelf.contents(name, record, seal), seal.for_key(record.key))

    @property
    def size(self) -> int:
        return self.record.database.size + sum(file.size for file in self.contents.files)

    def open_part(self, part: Part, path: Path) -> None:
        """Write what a part holds into a file of this machine."""
        with sentences(str(path.parent)), path.open("wb") as target:
            self._open(f"{manifest.FOLDER}/{self.name}/{part.file}", part.file, part.sha256, target)

    def open_file(self, file: manifest.KeptFile, target) -> None:
        self._open(manifest.blob_path(file.blob), file.name, file.sha256, target)

    def _open(self, path: str, name: str, sha256: str, target) -> None:
        try:
            sealed = self.store.open(path)
        except FileNotFoundError as error:
            raise Damage(_("%(name)s manque à la sauvegarde."), name=name) from error
        with sealed:
            if self.seal.open_into(sealed, target, name).sha256 != sha256:
                raise Damage(_("%(name)s est abîmé : son contenu n’est plus celui qui a été sauvegardé."), name=name)

    def require_files(self) -> None:
        """Every file is there and as it was; Damage names the first ones that are not."""
        damaged, looked_at = [], set()
        for file in self.contents.files:
            if file.blob in looked_at:
                continue
            looked_at.add(file.blob)
            try:
                self.open_file(file, Nowhere())
            except Damage:
                damaged.append(file.name)
        if damaged:
            names = ", ".join(damaged[:MOST_NAMES]) + ("…" if len(damaged) > MOST_NAMES else "")
            raise Damage(
                _("Des fichiers de la sauvegarde %(backup)s manquent ou sont abîmés (%(count)s) : %(names)s."),
                backup=self.name, count=len(damaged), names=names,
            )  # fmt: skip

    @contextmanager
    def database(self) -> Iterator[Path]:
        """Its database, looked into and sound, as a file of this machine."""
        with TemporaryDirectory() as folder:
            path = Path(folder, "database")
            self.open_part(self.record.database, path)
            with sentences(folder):
                rows = copies_of(self.record.engine).look_into(path)
            if rows and rows != self.contents.rows:
                raise Damage(_("La base de la sauvegarde n’a pas le nombre de lignes attendu : elle est abîmée."))
            yield path


def copies_of(engine: str) -> DatabaseCopies:
    """Those that look into a copy of this engine, whichever the installation uses."""
    if engine == connection.vendor:
        return copies()
    if engine == "sqlite":
        from backups.databases.sqlite import SqliteCopies  # of the two engines an installation has one

        return SqliteCopies()
    raise BackupProblem(_("Cette sauvegarde est celle d’une base PostgreSQL : vérifiez-la sur une installation qui l’utilise."))


def check(address: str = "", name: str = "", run: BackupRun | None = None) -> BackupRun:
    """Look through a backup of `address` (`BACKUP_URL` where none is given), the newest without a name. Raises BackupProblem."""
    run = run or BackupRun(kind=BackupRun.Kind.CHECK)
    with noted(run), alone():
        store = store_at(address or settings.BACKUP_URL)
        write_row(run, location=store.place)
        backup = OpenBackup.at(store, name)
        run.name, run.size, run.files = backup.name, backup.size, len(backup.contents.files)
        with backup.database():
            backup.require_files()
    return run
