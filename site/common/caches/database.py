"""The cache in the database's own table: a reader never waits for a writer, and reading never writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache as DjangoDatabaseCache
from django.db import Error, connections, router
from django.utils import timezone

from common.caches.lenient import Lenient

# Of a write on SQLite, whose one writer may be an import or a rebuild of minutes.
MOST_WAITING = 200  # milliseconds
WRITES_AGAIN_AFTER = 2  # seconds: a page stores several things, and waits once


@contextmanager
def short_wait(connection) -> Iterator[None]:
    """Inside it, SQLite waits for another writer no longer than a reader who only asks: `MOST_WAITING`."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:  # inside a transaction, the lock is held already
        yield
        return
    usual = int(1000 * connection.settings_dict["OPTIONS"].get("timeout", 5))
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {MOST_WAITING}")
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")


class DatabaseCache(Lenient, DjangoDatabaseCache):
    """Django's own deletes what has expired while it reads, and waits for the lock as long as any writer. Here the clock
    deletes it (`delete_expired`), and what cannot be written soon is not written."""

    ERRORS = (Error,)
    _writes_again_at = 0.0

    def _base_delete_many(self, keys):
        """Called by reads."""
        return False

    def delete(self, key, version=None):
        return self._attempt(lambda: self._delete_rows([key], version), False)

    def delete_many(self, keys, version=None):
        self._attempt(lambda: self._delete_rows(keys, version), None)

    def _delete_rows(self, keys, version) -> bool:
        names = [self.make_and_validate_key(key, version=version) for key in keys]
        return super()._base_delete_many(names)

    def _base_set(self, mode, key, value, timeout=DEFAULT_TIMEOUT):
        """False, and no error, where the database takes no write."""
        kind = type(self)
        if monotonic() < kind._writes_again_at:
            return mode == "add"
        with short_wait(connections[router.db_for_write(self.cache_model_class)]):
            is_written = super()._base_set(mode, key, value, timeout)
        if mode == "set" and not is_written:
            kind._writes_again_at = monotonic() + WRITES_AGAIN_AFTER
        return is_written

    def delete_expired(self) -> int:
        """Delete what has expired; gives the number of entries."""
        connection = connections[router.db_for_write(self.cache_model_class)]
        quote = connection.ops.quote_name
        now = connection.ops.adapt_datetimefield_value(timezone.now().replace(microsecond=0))
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {quote(self._table)} WHERE {quote('expires')} < %s", [now])
            return cursor.rowcount
