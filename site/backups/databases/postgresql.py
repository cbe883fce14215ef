"""PostgreSQL by its own programs: `pg_dump -Fc` makes a copy, `pg_restore` and `psql` put one in, in one transaction."""

import os
import re
import shutil
import subprocess
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient
from django.utils.translation import gettext_lazy as _

from backups.databases import PASSING
from backups.problems import BackupProblem, Damage

#: Where Debian keeps the programs of each version; those on the PATH may be of an older one than the server.
PROGRAMS = Path("/usr/lib/postgresql")
LOCK_SECONDS = 60
NEWER, HEAD = b"SET transaction_timeout = 0;\n", 50  # a line of version 17, and how far down it may stand: below are rows
# Everything of the schema in use that no extension owns; an older backup has fewer tables than what stands here.
EMPTY_SCHEMA = """
SET lock_timeout = '{seconds}s';
DO $$ DECLARE thing record; BEGIN
  FOR thing IN SELECT c.oid::regclass AS name, c.relkind AS kind FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relkind = 'S'
  LOOP
    IF to_regclass(thing.name::text) IS NULL THEN CONTINUE; END IF;
    EXECUTE format('DROP %s %s CASCADE', CASE thing.kind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
      WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END, thing.name);
  END LOOP;
  FOR thing IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP EXECUTE format('DROP ROUTINE %s CASCADE', thing.name); END LOOP;
END $$;
"""


class PostgresqlCopies:
    @cached_property
    def _server(self) -> int:
        """Its major version."""
        with connection.cursor():
            return connection.pg_version // 10000

    def _program(self, name: str) -> str:
        """Of the server's version, or the next newer one: an older pg_dump refuses a newer server."""
        paths = [shutil.which(name), *map(str, PROGRAMS.glob(f"*/bin/{name}"))]
        versions = {}
        for path in filter(None, paths):
            answer = subprocess.run([path, "--version"], capture_output=True, text=True).stdout
            if (number := re.search(r"\) (\d+)", answer)) and int(number[1]) >= self._server:
                versions.setdefault(int(number[1]), path)
        if not versions:
            raise BackupProblem(
                _("Il manque le programme %(name)s de PostgreSQL %(version)s : installez postgresql-client-%(version)s."),
                name=name, version=self._server,
            )  # fmt: skip
        return versions[min(versions)]

    def _run(self, name: str, *arguments: str) -> str:
        words, variables = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
        # psql's words, as variables: its sister programs read the same.
        for option, variable in (("-U", "PGUSER"), ("-h", "PGHOST"), ("-p", "PGPORT")):
            if option in words:
                variables = {**(variables or {}), variable: words[words.index(option) + 1]}
        environment = {**os.environ, **(variables or {}), "PGDATABASE": connection.settings_dict["NAME"], "LC_ALL": "C.UTF-8"}
        result = subprocess.run(
            [self._program(name), *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        if result.returncode:
            words = " ".join(result.stderr.split())[:400]
            if "No space left" in words:
                raise OSError(28, words)
            if "lock timeout" in words or "deadlock" in words:
                raise BackupProblem(_("La base est en cours d’utilisation : arrêtez web, worker et clock, puis recommencez."))
            raise BackupProblem(_("%(program)s a échoué : %(words)s"), program=name, words=words)
        return result.stdout

    def copy_to(self, path: Path) -> tuple[dict[str, int], list[str]]:
        other = connection.copy()  # what is counted and what is copied are the same instant
        try:
            with other.cursor() as cursor:
                cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                cursor.execute("SELECT pg_export_snapshot()")
                (snapshot,) = cursor.fetchone()
                without = [f"--exclude-table-data={table}" for table in PASSING]
                self._run("pg_dump", "-Fc", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", *without, f"--file={path}")
                rows = _rows(cursor) | dict.fromkeys(set(PASSING) & _tables(cursor), 0)
                schema = []
                if "django_migrations" in rows:
                    cursor.execute("SELECT app, name FROM django_migrations ORDER BY id")
                    schema = [f"{app}.{name}" for app, name in cursor.fetchall()]
            return rows, schema
        finally:
            other.close()

    def look_into(self, path: Path) -> dict[str, int]:
        """Its list is read, and all of it once: no server is needed for either."""
        try:
            listing = self._run("pg_restore", "--list", str(path))
            self._run("pg_restore", f"--file={os.devnull}", str(path))
        except BackupProblem as error:
            raise Damage(_("La base de la sauvegarde ne s’ouvre pas : %(words)s."), words=str(error)[:300]) from error
        if " TABLE DATA " not in listing:
            raise Damage(_("La base de la sauvegarde ne s’ouvre pas : %(words)s."), words="pg_restore --list")
        return {}

    def put_in(self, path: Path) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_schema()")
            (schema,) = cursor.fetchone()
        connection.close()
        with TemporaryDirectory() as folder:
            script = Path(folder, "restore.sql")
            self._run("pg_restore", "--no-owner", "--no-privileges", f"--schema={schema}", f"--file={script}", str(path))
            empty = Path(folder, "empty.sql")
            empty.write_text(EMPTY_SCHEMA.format(seconds=LOCK_SECONDS))
            commands = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction", f"--file={empty}"]
            self._run("psql", *commands, f"--file={self._for_the_server(script)}")

    def _for_the_server(self, script: Path) -> Path:
        """Without the one line that older servers do not know."""
        if self._server >= 17:
            return script
        changed = script.with_suffix(".older.sql")
        with script.open("rb") as lines, changed.open("wb") as target:
            target.writelines(line for number, line in enumerate(lines) if number > HEAD or line != NEWER)
        return changed

    def rows(self) -> dict[str, int]:
        with connection.cursor() as cursor:
            return _rows(cursor)


def _tables(cursor) -> set[str]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    return {name for (name,) in cursor.fetchall()}


def _rows(cursor) -> dict[str, int]:
    rows = {}
    for table in sorted(_tables(cursor)):
        cursor.execute(f'SELECT count(*) FROM "{table}"')
        (rows[table],) = cursor.fetchone()
    return rows
