"""Migrations of a database in use: copied before, all or none, and the version before goes on where one fails."""

import importlib
import json
import shutil
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from accounts.models import User
from backups.actions import upgrade
from backups.actions.check import check
from backups.databases import copies
from tests.factories import make_user

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.every_database]
TABLE = """
from django.db import migrations, models

class Migration(migrations.Migration):
    dependencies = [("backups", {last!r})]
    fields = [("id", models.BigAutoField(primary_key=True)), ("title", models.TextField())]
    operations = [migrations.CreateModel("Novelty", fields)]
"""
FAILURE = """
from django.db import migrations

def change_then_fail(apps, schema_editor):
    schema_editor.execute("UPDATE accounts_user SET first_name = 'changed'")
    raise ValueError("a row that nobody foresaw")

class Migration(migrations.Migration):
    dependencies = [("backups", "0998_table")]
    operations = [
        migrations.RunSQL("ALTER TABLE accounts_user ADD COLUMN novelty varchar(10)"),
        migrations.RunPython(change_then_fail, migrations.RunPython.noop),
    ]
"""


@pytest.fixture
def newer(site, settings, monkeypatch):
    """A version that has two more migrations, of which the second fails; the database is copied into the folder of data."""
    package = site.folder / "newer_migrations"
    ours = Path(apps.get_app_config("backups").path, "migrations")
    shutil.copytree(ours, package, ignore=shutil.ignore_patterns("__pycache__"))
    last = max(path.stem for path in ours.glob("[0-9]*.py"))
    (package / "0998_table.py").write_text(TABLE.format(last=last))
    (package / "0999_failure.py").write_text(FAILURE)
    monkeypatch.syspath_prepend(site.folder)
    settings.BACKUP_URL, settings.VAR_DIR = "", site.folder
    settings.MIGRATION_MODULES = {"backups": "newer_migrations"}
    yield site
    for name in [name for name in sys.modules if name.startswith("newer_migrations")]:
        del sys.modules[name]


def columns() -> list[str]:
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, "accounts_user")]


def names_of_copies(site) -> list[str]:
    return sorted(path.name for path in (site.folder / "backups/before-migrations/backups").iterdir())


def test_migration_that_fails_leaves_the_database_as_it_was(newer, settings):
    make_user(first_name="Ada")
    before = copies().rows()
    with pytest.raises(CommandError) as problem:
        call_command("upgrade_database")
    assert str(problem.value).startswith(
        "The migration backups.0999_failure failed: a row that nobody foresaw. Nothing was changed"
    )
    (name,) = names_of_copies(newer)
    assert name in str(problem.value) and "docs/upgrading.md" in str(problem.value)
    assert copies().rows() == before and "novelty" not in columns()
    assert User.objects.get().first_name == "Ada"
    settings.MIGRATION_MODULES = {}  # the version before
    assert upgrade.missing_migrations() == [] and Client().get("/health/").status_code == 200
    run = check(str(newer.folder / "backups/before-migrations"))
    assert run.succeeded and run.files == 0


def test_migrations_that_succeed_leave_a_copy_of_the_database_before(newer, monkeypatch, capsys):
    make_user(first_name="Ada")
    monkeypatch.setattr(upgrade, "COPIES", 1)
    with pytest.raises(CommandError):
        call_command("upgrade_database")
    (newer.folder / "newer_migrations/0999_failure.py").unlink()
    importlib.invalidate_caches()
    try:
        call_command("upgrade_database")
        assert "The database was copied before its migrations: " in capsys.readouterr().out
        (name,) = names_of_copies(newer)  # of two the last
        manifest = json.loads((newer.folder / f"backups/before-migrations/backups/{name}/manifest.json").read_text())
        assert manifest["with_files"] is False and "backups_novelty" in copies().rows()
        assert upgrade.migrate() == "" and names_of_copies(newer) == [name]
    finally:
        with connection.cursor() as cursor:  # the next test finds the tables of today
            cursor.execute("DROP TABLE IF EXISTS backups_novelty")
            cursor.execute("DELETE FROM django_migrations WHERE name = '0998_table'")


def test_empty_database_is_migrated_without_a_copy(newer, monkeypatch):
    monkeypatch.setattr(upgrade, "call_command", lambda *arguments, **options: None)
    assert upgrade.migrate() == "" and not (newer.folder / "backups").exists()


def test_without_room_for_a_copy_nothing_is_migrated(newer, settings):
    make_user()
    settings.BACKUP_URL = "/sys/backups"
    with pytest.raises(CommandError, match="/sys/backups.* No migration was applied, .* --without-copy does without"):
        call_command("upgrade_database")
    with pytest.raises(CommandError, match="0999_failure failed"):
        call_command("upgrade_database", without_copy=True)
    assert "novelty" not in columns()
