"""Migrations of a database in use: a copy first, then all of them or none."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext_lazy as _

from backups.actions import retention
from backups.actions.backup import write_backup
from backups.actions.runs import alone
from backups.actions.shelf import Shelf
from backups.problems import BackupProblem
from backups.stores import Store, store_at

FOLDER = "before-migrations"
COPIES = 3


class MigrationFailed(BackupProblem):
    """One migration; the sentence says what the database is like now, `words` what the database or the code said."""

    @property
    def words(self) -> str:
        return self.args[1]["words"]


def has_people() -> bool:
    """Asked in SQL: the database may be of an older version, or without any table."""
    with connection.cursor() as cursor:
        if "accounts_user" not in connection.introspection.table_names(cursor):
            return False
        cursor.execute("SELECT count(*) FROM accounts_user")
        return bool(cursor.fetchone()[0])


def missing_migrations() -> list[Migration]:
    executor = MigrationExecutor(connection)
    return [migration for migration, _backwards in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def store_of_copies() -> Store:
    address = settings.BACKUP_URL or str(Path(settings.VAR_DIR) / "backups")
    return store_at(address).within(FOLDER)


def migrate(with_copy: bool = True) -> str:
    """Apply what is missing; gives where the copy lies that was made before, empty where none was needed. Where one migration
    fails the database is as it was, and MigrationFailed says what to do."""
    missing = missing_migrations()
    if not missing or not has_people():
        call_command("migrate", interactive=False, verbosity=0)
        return ""
    copy = copy_database() if with_copy else ""
    progress = StringIO()
    is_whole = all(migration.atomic for migration in missing)
    try:
        with all_or_none() if is_whole else one_by_one():
            call_command("migrate", interactive=False, verbosity=1, no_color=True, stdout=progress)
    except Exception as error:
        applying = re.findall(r"^\s+Applying (\S+?)\.\.\.", progress.getvalue(), re.M)
        if not applying:
            raise
        names = {"name": applying[-1], "words": " ".join(str(error).split())[:300] or type(error).__name__, "copy": copy or "—"}
        if is_whole:
            sentence = _(
                "La migration %(name)s a échoué : %(words)s. Rien n’est changé, la base est comme avant : remettez la version "
                "précédente d’Escale et relancez-la, elle marche. Copie faite avant : %(copy)s. Voir docs/upgrading.md."
            )
        else:
            sentence = _(
                "La migration %(name)s a échoué : %(words)s. Une partie des migrations est faite : remettez la copie %(copy)s "
                "avec la version précédente d’Escale, comme le dit docs/upgrading.md."
            )
        raise MigrationFailed(sentence, **names) from error
    return copy


def copy_database() -> str:
    """A backup of the database alone; the last COPIES of them stay. Gives its place and name."""
    with alone():
        store = store_of_copies()
        backup = write_backup(store, with_files=False)
        retention.clear(store, keep=set(Shelf(store).whole()[:COPIES]))
    return f"{store.place} {backup.name}"


@contextmanager
def all_or_none() -> Iterator[None]:
    """One transaction: both engines take back tables and columns too."""
    with connection.constraint_checks_disabled() if connection.vendor == "sqlite" else one_by_one(), transaction.atomic():
        if connection.vendor == "postgresql":
            # A table with checks that wait for the end of the transaction cannot be altered within it.
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        yield


@contextmanager
def one_by_one() -> Iterator[None]:
    yield
