"""The database connections of threads that have ended. Django keeps one for each thread and closes it when the thread asks
again; a web server's threads end without asking, and each would leave a connection open."""

import sys
import threading
import time
from contextlib import suppress

from django.db.backends.base.base import BaseDatabaseWrapper

LOOK_SECONDS = 10


class ThreadConnections:
    """The connections opened by threads other than the first, each with its thread. Whoever ends a request looks after those of
    the threads that have ended."""

    def __init__(self):
        self._lock = threading.Lock()
        self._open: dict[BaseDatabaseWrapper, int] = {}
        self._next_look = 0.0

    def note(self, connection: BaseDatabaseWrapper, **kwargs) -> None:
        """A receiver of `connection_created`."""
        if threading.current_thread() is threading.main_thread():
            return
        with self._lock:
            self._open[connection] = threading.get_ident()

    def look(self, **kwargs) -> None:
        """A receiver of `request_finished`."""
        now = time.monotonic()
        if now >= self._next_look:
            self._next_look = now + LOOK_SECONDS
            self.close_orphans()

    def close_orphans(self) -> int:
        """Close the connections whose thread has ended; gives the number of those that stay."""
        with self._lock:
            living = sys._current_frames().keys()
            # The system gives the number of an ended thread to another one, which has a connection of its own: the last.
            latest = {(thread, connection.alias): connection for connection, thread in self._open.items()}
            for connection, thread in list(self._open.items()):
                raw = connection.connection
                is_orphan = thread not in living or latest[thread, connection.alias] is not connection
                if raw is None or is_orphan:
                    del self._open[connection]
                if raw is not None and is_orphan:
                    with suppress(Exception):  # the server has closed it already
                        raw.close()
            return len(self._open)


thread_connections = ThreadConnections()
