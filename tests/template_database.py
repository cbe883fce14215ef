"""The test database, built once and copied: migrations take 20 s, a copy 0.2 s.

Two layers are kept. `migrated` holds what the migrations make; its key is the text of every migration and the pinned versions. `seeded`
adds what `post_migrate` writes (permissions, roles, categories, full-text index); its key is the text of the whole source, so no list
of seeding modules has to be kept up to date, and it is made from `migrated` in two seconds.

SQLite keeps them as files in `var/test-databases/` of the checkout; PostgreSQL as databases beside the one of `DATABASE_URL`, whose
name they begin with. What an older source left is removed. `pytest --create-db` builds both layers again.
"""

import fcntl
import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "test-databases"
SOURCES = ("site", "intranet", "pro_portal", "search", "demo")
SEEDING_SUFFIXES = {".py", ".yaml", ".yml", ".json", ".sql", ".po", ".md", ".csv"}
PACKAGES = ("django", "wagtail", "wagtail-localize", "django-allauth", "django-tasks")  # they bring migrations of their own


def prepare(connection, rebuild: bool = False) -> None:
    """Give the connection of a test process its own new database, and point the settings at it."""
    store = (SQLiteStore if connection.vendor == "sqlite" else PostgreSQLStore)(connection)
    own = store.own_name()
    with _lock(connection.vendor):
        migrated, seeded = f"migrated_{_migrations_key()}", f"seeded_{_source_key()}"
        if rebuild and not _built_in_this_run(connection.vendor):
            store.keep_only()
        store.keep_only(migrated, seeded)
        if not store.has(migrated):
            store.make_empty(own)
            _point(connection, own)
            _migrate(connection)
            store.copy(own, migrated)
        if not store.has(seeded):
            store.copy(migrated, own)
            _point(connection, own)
            _seed(connection)
            store.copy(own, seeded)
        store.copy(seeded, own)
    _point(connection, own)
    connection.ensure_connection()


def restore(connection) -> None:
    """Make the database of a test process as `prepare` left it, after a test that emptied it."""
    from django.conf import settings  # the settings are read only once pytest has started

    store = (SQLiteStore if connection.vendor == "sqlite" else PostgreSQLStore)(connection)
    connection.close()
    store.restore(f"seeded_{_source_key()}", settings.DATABASES[connection.alias]["NAME"])


def remove(connection) -> None:
    """Drop the database of a test process."""
    store = (SQLiteStore if connection.vendor == "sqlite" else PostgreSQLStore)(connection)
    connection.close()
    store.drop(store.own_name())


class SQLiteStore:
    """Files: the templates in the checkout, the process's own one where the settings say."""

    def __init__(self, connection):
        self.connection = connection

    def own_name(self) -> str:
        return self.connection.settings_dict["TEST"]["NAME"]

    def has(self, name: str) -> bool:
        return self._path(name).exists()

    def make_empty(self, name: str) -> None:
        self.drop(name)

    def copy(self, source: str, target: str) -> None:
        self.connection.close()
        self.drop(target)
        path = self._path(target)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"{path.name}.unfinished")
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(self._path(source))) as origin, closing(sqlite3.connect(unfinished)) as copy:
            origin.backup(copy)
        unfinished.rename(path)

    def restore(self, source: str, target: str) -> None:
        """In place: threads of a server may still hold the file open."""
        with closing(sqlite3.connect(self._path(source))) as origin, closing(sqlite3.connect(target, timeout=20)) as copy:
            origin.backup(copy)

    def drop(self, name: str) -> None:
        path = self._path(name)
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)

    def keep_only(self, *names: str) -> None:
        for path in FOLDER.glob("*.sqlite3"):
            if path.stem not in names:
                self.drop(path.stem)

    def _path(self, name: str) -> Path:
        return Path(name) if "/" in name else FOLDER / f"{name}.sqlite3"


class PostgreSQLStore:
    """Databases: the templates are named after the one of `DATABASE_URL`, the process's own one as Django names it."""

    def __init__(self, connection):
        self.connection = connection
        self.prefix = f"template_{urlsplit(os.environ['DATABASE_URL']).path.strip('/')}_"

    def own_name(self) -> str:
        return self.connection.settings_dict["TEST"]["NAME"]

    def has(self, name: str) -> bool:
        return bool(self._run("SELECT 1 FROM pg_database WHERE datname = %s", [self._full(name)]))

    def make_empty(self, name: str) -> None:
        self.drop(name)
        self._run(f'CREATE DATABASE "{self._full(name)}"')

    def copy(self, source: str, target: str) -> None:
        self.connection.close()
        self.drop(target)
        self._run(f'CREATE DATABASE "{self._full(target)}" TEMPLATE "{self._full(source)}"')

    def restore(self, source: str, target: str) -> None:
        self.copy(source, target)

    def drop(self, name: str) -> None:
        self._run(f'DROP DATABASE IF EXISTS "{self._full(name)}" WITH (FORCE)')

    def keep_only(self, *names: str) -> None:
        for (name,) in self._run("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [self.prefix]):
            if name.removeprefix(self.prefix) not in names:
                self._run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _full(self, name: str) -> str:
        return self.prefix + name if name.startswith(("migrated_", "seeded_")) else name

    def _run(self, statement: str, parameters=None) -> list[tuple]:
        import psycopg  # only where the tests run on PostgreSQL

        wanted = {"dbname": "postgres", "autocommit": True}
        address = {key: self.connection.settings_dict[key.upper()] for key in ("host", "port", "user", "password")}
        with psycopg.connect(**{key: value for key, value in address.items() if value}, **wanted) as administration:
            cursor = administration.execute(statement, parameters)
            return cursor.fetchall() if cursor.description else []


def _point(connection, name: str) -> None:
    from django.conf import settings  # the settings are read only once pytest has started

    connection.close()
    settings.DATABASES[connection.alias]["NAME"] = connection.settings_dict["NAME"] = name


def _migrate(connection) -> None:
    from django.core.management import call_command  # as above

    print("Building the test database: once for these migrations.", file=sys.stderr)
    with patch("django.core.management.commands.migrate.emit_post_migrate_signal"):  # seeding is the second layer
        call_command("migrate", verbosity=0, interactive=False, database=connection.alias, run_syncdb=True)
    call_command("createcachetable", database=connection.alias)


def _seed(connection) -> None:
    from django.core.management.sql import emit_post_migrate_signal  # as above

    emit_post_migrate_signal(0, False, connection.alias)


def _migrations_key() -> str:
    versions = [f"{name} {version(name)}" for name in PACKAGES]
    return _key((path for path in _source_files({".py"}) if path.parent.name == "migrations"), *versions)


@cache
def _source_key() -> str:
    return _key(_source_files(SEEDING_SUFFIXES), _migrations_key())


def _key(paths, *words: str) -> str:
    digest = hashlib.blake2b(" ".join(words).encode(), digest_size=8)
    for path in sorted(paths):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _source_files(suffixes: set[str]) -> Iterator[Path]:
    for folder in SOURCES:
        yield from (path for path in (ROOT / folder).rglob("*") if path.suffix in suffixes and path.is_file())


@contextmanager
def _lock(vendor: str) -> Iterator[None]:
    """One process builds, the others wait and copy."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / f"{vendor}.lock", "a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _built_in_this_run(vendor: str) -> bool:
    """With `--create-db` the first of several workers builds; the others see its mark."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
    mark = FOLDER / f"{vendor}.run"
    if run and mark.exists() and mark.read_text() == run:
        return True
    mark.write_text(run)
    return False
