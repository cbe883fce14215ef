"""The same thing asked twice at the same instant: rows are locked only on a database that has row locks."""

import os
from threading import Barrier, Thread

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection, connections

# Where the continuous integration gives a PostgreSQL, running on anything else is a failure, never a skip.
PROMISED = bool(os.environ.get("CI")) and os.environ.get("DATABASE_URL", "").startswith("postgres")
needs_postgresql = [
    pytest.mark.postgresql,
    pytest.mark.skipif(connection.vendor != "postgresql" and not PROMISED, reason="row locks need PostgreSQL: set DATABASE_URL"),
]


def start_on_postgresql() -> None:
    """With the fixture `transactional_db`."""
    assert connection.vendor == "postgresql"
    ContentType.objects.clear_cache()  # the tables were emptied and filled again, with other numbers


def all_at_once(*verbs, errors: type[Exception] | tuple[type[Exception], ...]) -> list:
    """Run each in a thread with a connection of its own, started together; returns what each gave, or the error it raised."""
    barrier, results = Barrier(len(verbs)), {}

    def run(number, verb):
        barrier.wait()
        try:
            results[number] = verb()
        except errors as error:
            results[number] = error
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=each) for each in enumerate(verbs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return [results.get(number) for number in range(len(verbs))]
