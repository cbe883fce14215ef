"""What an earlier version left in its database and among its files is all there after an upgrade, and answers as before.

Each folder beside this file is a version (`README.md` says what is in it): a new one is tried by itself.
"""

import json
import lzma
import os
import re
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from tests.upgrade.visit import VISITOR

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = sorted(folder.parent for folder in Path(__file__).parent.glob("*/facts.json"))
# Tables whose name has changed since a version: the old name and today's.
RENAMED = {
    "accounts_circle": "accounts_workgroup",
    "accounts_circle_members": "accounts_workgroup_members",
    "agenda_event_audience_circles": "agenda_event_audience_groups",
    "agenda_eventwords": "agenda_eventtranslation",
    "common_picture_audience_circles": "common_picture_audience_groups",
    "common_shareddocument_audience_circles": "common_shareddocument_audience_groups",
    "pages_destinationwords": "pages_destinationtranslation",
    "places_place_audience_circles": "places_place_audience_groups",
    "places_placewords": "places_placetranslation",
    "tutorials_pathwords": "tutorials_pathtranslation",
    "tutorials_tutorial_audience_circles": "tutorials_tutorial_audience_groups",
    "tutorials_tutorialpath_audience_circles": "tutorials_tutorialpath_audience_groups",
    "tutorials_tutorialwords": "tutorials_tutorialtranslation",
    "watch_watchitem_audience_circles": "watch_watchitem_audience_groups",
}
# What is no content: the versions of lists, counted anew by each process, and the cache.
LEFT_OUT = {"agenda_agendachange", "watch_watchchange", "cache_entries"}
# What a newer version only adds to: it brings migrations, models, permissions, and texts of its own.
GROWING = {"django_migrations", "django_content_type", "auth_permission", "auth_group_permissions", "submissions_cannedreason"}

# What an earlier version opened in the CMS to who may not see it: the event of a group.
CLOSED_SINCE = {"/admin/snippets/agenda/event/edit/13/": {"redaction@aurelle.example": 404}}

# What a schema is made of, a line for each thing.
SCHEMA = {
    "sqlite": "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master",
    "postgresql": """
        SELECT concat_ws(' ', table_name, column_name, udt_name, character_maximum_length, is_nullable, column_default,
            is_identity, collation_name) FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'""",
}
# What a newer version finds beside it: events of one's own office that are not published.
OWN = {"evqzunp", "evqzwai"}
FOUND_SINCE = {"/fr/search/?q=Marqueur": {"membre@aurelle.example": OWN, "groupe@aurelle.example": OWN}}

pytestmark = pytest.mark.every_database


@pytest.fixture(scope="module", params=VERSIONS, ids=lambda folder: folder.name)
def upgrade(request, tmp_path_factory):
    """The version's rows counted before and after, its schema, and what `visit.py` says of the upgraded installation."""
    version, installation = request.param, tmp_path_factory.mktemp("installation")
    with tarfile.open(version / "files.tar.xz") as files:
        files.extraction_filter = getattr(tarfile, "data_filter", None)  # Debian 12's Python has none yet
        files.extractall(installation)
    with restored(version, installation) as (environment, count_rows, select):
        before = count_rows()
        run(environment, "manage.py", "prepare")
        after = count_rows()
        schema = schema_of(select)
        output = run(environment, "-m", "tests.upgrade.visit", str(version))
    result = json.loads(output.rpartition("RESULT ")[2])
    facts = json.loads((version / "facts.json").read_text())
    answers = json.loads((version / "answers.json").read_text())
    return SimpleNamespace(before=before, after=after, schema=schema, facts=facts, answers=answers, result=result)


def run(environment: dict, *arguments: str) -> str:
    result = subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, f"{result.stdout[-3000:]}{result.stderr[-3000:]}"
    return result.stdout


@contextmanager
def restored(version: Path, installation: Path) -> Iterator[tuple]:
    """The version's database as it was left: the environment of an installation that uses it, a function that counts rows and
    one that answers SQL."""
    environment = {**os.environ, "VAR_DIR": str(installation), "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith("postgres"):
        path = installation / "escale.sqlite3"
        path.write_bytes(lzma.decompress((version / "sqlite.db.xz").read_bytes()))
        yield environment, lambda: rows_of_sqlite(path), lambda sql: select_from_sqlite(path, sql)
        return
    name = f"upgrade_{urlsplit(address).path.strip('/')}_{os.getpid()}"
    own = urlunsplit(urlsplit(address)._replace(path=f"/{name}"))
    server = urlunsplit(urlsplit(address)._replace(path="/postgres"))
    statement(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    statement(server, f'CREATE DATABASE "{name}"')
    try:
        statement(own, lzma.decompress((version / "postgresql.sql.xz").read_bytes()).decode())
        yield {**environment, "DATABASE_URL": own}, lambda: rows_of_postgresql(own), lambda sql: statement(own, sql)
    finally:
        statement(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def statement(address: str, sql: str) -> list[tuple]:
    import psycopg  # only where the tests run on PostgreSQL

    with psycopg.connect(address, autocommit=True) as connection:
        cursor = connection.execute(sql)
        return cursor.fetchall() if cursor.description else []


def select_from_sqlite(path: Path, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(sql).fetchall()


def schema_of(select: Callable[[str], list[tuple]]) -> list[str]:
    """Without the cache's table: the tests have a cache in memory. Without PostgreSQL's casts: a copy that was restored has them
    elsewhere."""
    lines = (re.sub(r"::(text|character varying)(\[\])?|[()]", "", line) for (line,) in select(SCHEMA[connection.vendor]))
    return sorted(line for line in lines if "cache_entries" not in line)


def rows_of_sqlite(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as database:
        tables = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%'"
        )
        return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables.fetchall()}


def rows_of_postgresql(address: str) -> dict[str, int]:
    tables = statement(address, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return {name: statement(address, f'SELECT count(*) FROM public."{name}"')[0][0] for (name,) in tables}


def test_upgrade_keeps_every_row(upgrade):
    expected = {
        RENAMED.get(table, table): rows
        for table, rows in upgrade.before.items()
        if table not in LEFT_OUT | GROWING and "_fts" not in table
    }
    assert {table: upgrade.after.get(table) for table in expected} == expected
    assert sum(expected.values()) > 500


def test_upgrade_keeps_permissions_and_reasons(upgrade):
    fewer = {table for table in GROWING if upgrade.after.get(table, 0) < upgrade.before[table]}
    assert fewer == set()


@pytest.mark.django_db
def test_upgrade_ends_at_the_schema_of_a_new_database(upgrade):
    """Django migrated the one; the other was empty, where `migrate` has a shorter way of its own."""

    def select(sql: str) -> list[tuple]:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()

    new = schema_of(select)
    assert (set(upgrade.schema) - set(new), set(new) - set(upgrade.schema)) == (set(), set())
    assert upgrade.schema == new and len(new) > 500


def test_upgrade_keeps_the_groups_of_drafts(upgrade):
    """A draft of the CMS is for one group more than what is published."""
    assert upgrade.result["drafts"] == upgrade.facts["drafts"]


def test_upgrade_knows_the_tasks_that_wait(upgrade):
    assert upgrade.result["unknown_tasks"] == []


def test_upgrade_answers_at_every_address_as_before(upgrade):
    """Pages with their bodies, pictures, files, the work rooms, the CMS; what is for a group stays the group's."""
    expected = statuses(upgrade.answers)
    for path, people in CLOSED_SINCE.items():
        expected[path] |= people
    assert statuses(upgrade.result["answers"]) == expected


def test_upgrade_lists_for_each_reader_what_it_listed(upgrade):
    """With the search as it was left, and with the search made anew."""
    expected = {path: marks_of(upgrade.answers[path]) for path in upgrade.facts["lists"]}
    for path, people in FOUND_SINCE.items():
        for person, marks in people.items():
            expected[path][person] |= marks
    for answers in (upgrade.result["lists"], upgrade.result["answers"]):
        assert [
            (path, person, marks ^ marks_of(answers[path])[person])
            for path, people in expected.items()
            for person, marks in people.items()
            if marks != marks_of(answers[path])[person]
        ] == []


def test_upgrade_closes_the_groups_event_to_others(upgrade):
    """Not only as before: as the access rule says."""
    (path,) = (path for path in upgrade.facts["paths"] if "evqzgrp" in path)
    seen = {person for person, (status, _marks) in upgrade.result["answers"][path].items() if status == 200}
    assert seen == {"groupe@aurelle.example"}
    listed = {
        person for person, (_status, marks) in upgrade.result["answers"]["/fr/search/?q=Marqueur"].items() if "evqzgrp" in marks
    }
    assert listed == {"groupe@aurelle.example"} and VISITOR in upgrade.result["answers"][path]


def marks_of(people: dict) -> dict[str, set[str]]:
    return {person: set(marks) for person, (_status, marks) in people.items()}


def statuses(answers: dict) -> dict:
    return {path: {person: status for person, (status, _marks) in people.items()} for path, people in answers.items()}
