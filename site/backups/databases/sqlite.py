"""SQLite: the online copy of its own library, which waits for no writer and makes none wait. A copy is one file, compressed."""

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.db import connection
from django.utils.translation import gettext_lazy as _

from backups.databases import PASSING
from backups.problems import Damage

TIMEOUT = 20  # seconds that a writer may hold it
COMPRESSION = 4  # of gzip: a quarter of the time of 9, a tenth more bytes


class SqliteCopies:
    @property
    def _path(self) -> str:
        return str(connection.settings_dict["NAME"])

    def copy_to(self, path: Path) -> tuple[dict[str, int], list[str]]:
        with NamedTemporaryFile() as plain:
            with closing(sqlite3.connect(self._path, timeout=TIMEOUT)) as source, closing(sqlite3.connect(plain.name)) as copy:
                source.backup(copy, pages=-1)  # all at once: by pieces it would begin anew at each writing, and never end
                copy.execute("PRAGMA secure_delete = ON")
                copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a write-ahead log beside it
                tables = _tables(copy)
                for table in set(PASSING) & set(tables):
                    copy.execute(f'DELETE FROM "{table}"')
                copy.commit()
                facts = _rows(copy), _schema(copy) if "django_migrations" in tables else []
            with open(plain.name, "rb") as content, gzip.open(path, "wb", COMPRESSION) as packed:
                shutil.copyfileobj(content, packed, 1 << 20)
        return facts

    def look_into(self, path: Path) -> dict[str, int]:
        with NamedTemporaryFile() as plain:
            _unpack(path, plain.name)
            try:
                with closing(sqlite3.connect(plain.name)) as copy:
                    (answer,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
                    if answer != "ok":
                        raise Damage(_("La base de la sauvegarde est abîmée : %(words)s."), words=answer[:200])
                    return _rows(copy)
            except sqlite3.DatabaseError as error:
                raise Damage(_("La base de la sauvegarde ne s’ouvre pas : %(words)s."), words=str(error)[:200]) from error

    def put_in(self, path: Path) -> None:
        """In one transaction of SQLite, which processes that have the file open see whole."""
        connection.close()
        with NamedTemporaryFile() as plain:
            _unpack(path, plain.name)
            with closing(sqlite3.connect(plain.name)) as source, closing(sqlite3.connect(self._path, timeout=TIMEOUT)) as target:
                target.execute("PRAGMA journal_mode = WAL")
                try:
                    source.backup(target, pages=-1)
                except sqlite3.OperationalError as error:
                    raise OSError(28 if "full" in str(error) else 5, str(error)) from error

    def rows(self) -> dict[str, int]:
        with closing(sqlite3.connect(self._path, timeout=TIMEOUT)) as database:
            return _rows(database)


def _unpack(path: Path, plain: str) -> None:
    try:
        with gzip.open(path, "rb") as packed, open(plain, "wb") as content:
            shutil.copyfileobj(packed, content, 1 << 20)
    except (EOFError, gzip.BadGzipFile) as error:
        raise Damage(_("La base de la sauvegarde ne s’ouvre pas : %(words)s."), words=str(error)[:200]) from error


def _tables(database: sqlite3.Connection) -> list[str]:
    """Without those of SQLite itself and of its full-text index, which are made from others."""
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return [name for name in names if not name.startswith("sqlite_") and "_fts" not in name]


def _rows(database: sqlite3.Connection) -> dict[str, int]:
    return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in sorted(_tables(database))}


def _schema(database: sqlite3.Connection) -> list[str]:
    return [f"{app}.{name}" for app, name in database.execute("SELECT app, name FROM django_migrations ORDER BY id")]
