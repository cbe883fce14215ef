"""What a backup says of itself, in two files: the manifest in clear, so that old backups can be sorted and cleared without their
key, and the contents (names of files, numbers of rows), sealed like the rest.

    escale-backups.json                   which site's backups these are
    backups/2026-11-29T02-30-00Z/         the newest instant sorts last; UTC
        database.sqlite3.gz | database.dump
        contents.json
        manifest.json                     written last: without it there is no backup
    files/4f/4f9c…                        each content once, by its hash

A sealed file has `.age` at its end.
"""

import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.utils import validate_file_name
from django.utils.translation import gettext_lazy as _

from backups.problems import BackupProblem, Damage

FORMAT = 1
MARK = "escale-backups.json"
FOLDER, FILES = "backups", "files"
MANIFEST, CONTENTS = "manifest.json", "contents.json"
NAME = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ")
BLOB = re.compile(r"[0-9a-f]{64}")
DATABASES = {"sqlite": "database.sqlite3.gz", "postgresql": "database.dump"}
STORAGES = ("default", "private")
MOST_BYTES = 1 << 30  # of a manifest: far more than a million names of files


def name_of(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")


def moment_of(name: str) -> datetime:
    return datetime.strptime(name, "%Y-%m-%dT%H-%M-%SZ").replace(tzinfo=UTC)


def blob_path(blob: str) -> str:
    return f"{FILES}/{blob[:2]}/{blob}"


@dataclass(frozen=True)
class Part:
    """A file of the backup's own folder; size and hash are those of what it holds once opened."""

    file: str
    size: int
    sha256: str

    def __post_init__(self):
        if not re.fullmatch(r"[\w.-]+", self.file) or not BLOB.fullmatch(self.sha256) or self.size < 0:
            raise ValueError(self.file)


@dataclass(frozen=True)
class KeptFile:
    """A file of one of the site's storages."""

    storage: str
    name: str
    size: int
    modified: float  # seconds since 1970: with the size, what tells that it is still the same
    sha256: str
    blob: str

    def __post_init__(self):
        if self.storage not in STORAGES or not BLOB.fullmatch(self.sha256) or not BLOB.fullmatch(self.blob) or self.size < 0:
            raise ValueError(self.name)
        try:
            validate_file_name(self.name, allow_relative_path=True)
            is_inside = not {"\\", "\0"} & set(self.name) and not any(part in ("", ".", "..") for part in self.name.split("/"))
        except SuspiciousFileOperation:
            is_inside = False
        if not is_inside or self.name.startswith("/"):
            raise BackupProblem(
                _("La sauvegarde nomme un fichier hors des dossiers du site (« %(name)s ») : elle a été changée, rien n’est lu."),
                name=self.name[:200].replace("\0", "?"),
            )


@dataclass(frozen=True)
class Manifest:
    format: int
    made_at: str  # ISO, UTC
    version: str  # of Escale
    engine: str  # sqlite | postgresql
    with_files: bool  # False: the database alone, before its migrations
    site: str
    key: str  # the public part of the key; empty: in clear
    settings: dict
    database: Part
    contents: Part
    blobs: list[str]

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self), indent=1).encode()

    @classmethod
    def from_bytes(cls, text: bytes, name: str) -> "Manifest":
        try:
            values = json.loads(text)
            if values["format"] > FORMAT:
                raise BackupProblem(
                    _("La sauvegarde %(name)s vient d’Escale %(version)s, plus récent : mettez d’abord le site à jour."),
                    name=name, version=str(values.get("version", "?"))[:40],
                )  # fmt: skip
            parts = {part: Part(**values[part]) for part in ("database", "contents")}
            manifest = cls(**values | parts)
            is_sound = manifest.engine in DATABASES and all(BLOB.fullmatch(blob) for blob in manifest.blobs)
            datetime.fromisoformat(manifest.made_at)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise Damage(_("Le manifeste de la sauvegarde %(name)s est illisible : il est coupé ou abîmé."), name=name) from error
        if not is_sound:
            raise Damage(_("Le manifeste de la sauvegarde %(name)s est illisible : il est coupé ou abîmé."), name=name)
        return manifest


@dataclass(frozen=True)
class Contents:
    rows: dict[str, int]  # table → number
    schema: list[str]  # migrations, "app.name"
    files: list[KeptFile]

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, text: bytes, name: str) -> "Contents":
        try:
            values = json.loads(text)
            rows = {str(table): int(number) for table, number in values["rows"].items()}
            return cls(rows, [str(row) for row in values["schema"]], [KeptFile(**row) for row in values["files"]])
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise Damage(_("Le contenu de la sauvegarde %(name)s est illisible : il est coupé ou abîmé."), name=name) from error
