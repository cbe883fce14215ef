"""A copy of the database as it is at one instant, while others write; looking into one; putting one in place of what is there."""

from pathlib import Path
from typing import Protocol

from django.db import connection

#: What ends with its installation: nobody stays signed in, and no page of another day is shown. Only the tables are kept.
PASSING = ("django_session", "cache_entries")


class DatabaseCopies(Protocol):
    """What one engine does. `path` is a file of this machine."""

    def copy_to(self, path: Path) -> tuple[dict[str, int], list[str]]:
        """Write a copy; gives what is in that copy: the number of rows of each table, the migrations ("app.name")."""

    def look_into(self, path: Path) -> dict[str, int]:
        """Damage where the copy does not open; else its number of rows by table, as far as it tells without a server."""

    def put_in(self, path: Path) -> None:
        """The database holds what the copy holds, or what it held before."""

    def rows(self) -> dict[str, int]:
        """The number of rows of each table now."""


def copies() -> DatabaseCopies:
    """Those of the database in use."""
    if connection.vendor == "sqlite":
        from backups.databases.sqlite import SqliteCopies  # of the two engines an installation has one

        return SqliteCopies()
    from backups.databases.postgresql import PostgresqlCopies  # as above

    return PostgresqlCopies()
