"""The backups of a store: which are whole, what the latest holds, whose they are."""

import hashlib
import json
from functools import cached_property
from io import BytesIO

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext_lazy as _

from backups import manifest
from backups.manifest import Contents, KeptFile, Manifest
from backups.problems import BackupProblem, Damage
from backups.sealing import Seal
from backups.stores import Store


def site_mark() -> str:
    """The same for as long as the data live, through restores too: from the instant at which the database was made."""
    recorder = MigrationRecorder(connection)
    if not recorder.has_table():
        raise BackupProblem(_("La base est vide : il n’y a rien à sauvegarder. Lancez d’abord manage.py prepare."))
    first = recorder.migration_qs.order_by("id").values_list("applied", flat=True).first()
    return hashlib.sha256(first.isoformat().encode()).hexdigest()[:16] if first else ""


def require_ours(store: Store) -> None:
    """The store holds the backups of this site, or none yet: another site would clear what it knows nothing of."""
    try:
        with store.open(manifest.MARK) as file:
            site = json.loads(file.read(10_000))["site"]
    except FileNotFoundError:
        if store.names(manifest.FOLDER):
            raise BackupProblem(
                _("%(place)s contient des sauvegardes sans leur fichier escale-backups.json : remettez-le, ou changez de place."),
                place=store.place,
            ) from None
        content = json.dumps({"format": manifest.FORMAT, "site": site_mark()}).encode()
        store.write(manifest.MARK, lambda target: target.write(content))
        return
    except (ValueError, KeyError, TypeError) as error:
        raise BackupProblem(_("%(place)s : escale-backups.json est illisible."), place=store.place) from error
    if site != site_mark():
        raise BackupProblem(
            _("%(place)s contient les sauvegardes d’un autre site : donnez à chacun un dossier ou un bucket à lui."),
            place=store.place,
        )


class Shelf:
    def __init__(self, store: Store):
        self.store = store

    @cached_property
    def _paths(self) -> dict[str, int]:
        return self.store.names(manifest.FOLDER)

    def names(self) -> set[str]:
        """Of every folder of a backup, whole or not."""
        names = {path.split("/")[1] for path in self._paths if path.count("/") == 2}
        return {name for name in names if manifest.NAME.fullmatch(name)}

    def whole(self) -> list[str]:
        """The names of the backups that came to their end, the newest first."""
        return sorted(
            (name for name in self.names() if f"{manifest.FOLDER}/{name}/{manifest.MANIFEST}" in self._paths), reverse=True
        )

    def chosen(self, name: str = "") -> str:
        """This backup, or the newest."""
        names = self.whole()
        if name and name not in names:
            sentence = _("%(place)s n’a pas de sauvegarde entière « %(name)s ». Il y a : %(names)s.")
            raise BackupProblem(sentence, place=self.store.place, name=name[:40], names=", ".join(names[:10]) or "—")
        if not names:
            raise BackupProblem(_("%(place)s ne contient aucune sauvegarde entière."), place=self.store.place)
        return name or names[0]

    def manifest(self, name: str) -> Manifest:
        return Manifest.from_bytes(self._read(name, manifest.MANIFEST), name)

    def contents(self, name: str, record: Manifest, seal: Seal) -> Contents:
        sealed = BytesIO(self._read(name, record.contents.file))
        text = BytesIO()
        measure = seal.for_key(record.key).open_into(sealed, text, record.contents.file)
        if measure.sha256 != record.contents.sha256:
            raise Damage(_("Le contenu de la sauvegarde %(name)s est illisible : il est coupé ou abîmé."), name=name)
        return Contents.from_bytes(text.getvalue(), name)

    def _read(self, name: str, file: str) -> bytes:
        try:
            with self.store.open(f"{manifest.FOLDER}/{name}/{file}") as content:
                return content.read(manifest.MOST_BYTES)
        except FileNotFoundError as error:
            raise Damage(_("Il manque %(file)s à la sauvegarde %(name)s."), file=file, name=name) from error

    def files_of_the_latest(self, seal: Seal) -> dict[tuple, KeptFile]:
        """By storage, name, size and hour, where the latest backup can be read with this key; else nothing is known."""
        try:
            name = self.chosen()
            record = self.manifest(name)
            if record.key != seal.public:
                return {}
            files = self.contents(name, record, seal).files
        except BackupProblem:
            return {}
        return {(file.storage, file.name, file.size, file.modified): file for file in files}

    def clear_unfinished(self) -> None:
        """Take away what killed backups left. The caller holds the lock: nobody is writing."""
        for name in self.names() - set(self.whole()):
            self.remove(name)

    def remove(self, name: str) -> None:
        """The manifest first: what is half deleted must not look whole."""
        folder = f"{manifest.FOLDER}/{name}/"
        paths = [path for path in self._paths if path.startswith(folder)]
        for path in sorted(paths, key=lambda path: not path.endswith(manifest.MANIFEST)):
            self.store.delete(path)
        self.__dict__.pop("_paths")
