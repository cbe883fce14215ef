"""Where backups lie: a folder (a disk of its own, a network folder) or a bucket. A file there is whole or absent."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Protocol

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from backups.problems import BackupProblem
from backups.stores.folder import FolderStore
from common.storages import s3_options


class Store(Protocol):
    """Names are relative, with slashes. Errors are BackupProblem, FileNotFoundError for what is not there."""

    place: str  # for people, without secrets

    def prepare(self) -> None: ...
    def within(self, folder: str) -> "Store": ...
    def names(self, folder: str = "") -> dict[str, int]: ...
    def open(self, name: str) -> BinaryIO: ...
    def write(self, name: str, fill: Callable[[BinaryIO], None]) -> int: ...
    def delete(self, name: str) -> None: ...


def store_at(address: str) -> Store:
    """The store of `BACKUP_URL` or of a command's argument: `/mnt/backups` or `s3://key:secret@host/bucket`."""
    if not address:
        raise BackupProblem(
            _("On ne sait pas où sauvegarder : réglez BACKUP_URL, ou nommez un dossier (docs/backup.md dit comment).")
        )
    if address.startswith("s3:"):
        from backups.stores.bucket import BucketStore  # only where it is used: its client weighs twenty megabytes

        try:
            return BucketStore(s3_options(address, "BACKUP_URL"))
        except ImproperlyConfigured as error:  # its sentence is for who sets variables, in English
            raise BackupProblem("%(words)s", words=str(error)) from error
    return FolderStore(Path(address.removeprefix("file://")).expanduser().absolute())


def folders_of_the_site() -> dict[str, Path]:
    """Where on this machine the site has what must last: name → folder. What is in a bucket or on a server is not among them."""
    folders = {"VAR_DIR": Path(settings.VAR_DIR)}
    if not settings.STORAGE_URL:
        folders |= {"media": Path(settings.MEDIA_ROOT), "private": Path(settings.STORAGES["private"]["OPTIONS"]["location"])}
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        folders["database"] = Path(database["NAME"]).parent
    return folders


def bucket_of(address: str) -> tuple[str, str]:
    """Server and name of the bucket of an address."""
    options = s3_options(address, "BACKUP_URL")
    return options.get("endpoint_url", ""), options["bucket_name"]


def require_apart(address: str) -> None:
    """A backup inside what is backed up would hold itself, and grow each night."""
    if address.startswith("s3:"):
        if settings.STORAGE_URL and bucket_of(address) == bucket_of(settings.STORAGE_URL):
            raise BackupProblem(_("BACKUP_URL est le bucket de STORAGE_URL : donnez aux sauvegardes un bucket à elles."))
        return
    folder = Path(address.removeprefix("file://")).expanduser().resolve()
    for name, place in folders_of_the_site().items():
        if name in ("media", "private") and (folder == place.resolve() or place.resolve() in folder.parents):
            raise BackupProblem(
                _("%(folder)s est dans le dossier des fichiers du site (%(place)s) : choisissez un autre dossier."),
                folder=folder, place=place,
            )  # fmt: skip


def shares_the_sites_disk(address: str) -> bool:
    """Whether what destroys the disk of the site destroys the backups too, as far as the system tells: the same volume."""
    if address.startswith("s3:"):
        return False
    device = _device(Path(address.removeprefix("file://")).expanduser())
    return any(_device(place) == device for place in folders_of_the_site().values())


def _device(folder: Path) -> int:
    """Of the folder, or of the one in which it would be made; links are followed."""
    folder = folder.resolve()
    while not folder.exists():
        folder = folder.parent
    return folder.stat().st_dev
