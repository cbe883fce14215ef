"""Keeps the threads of one process from waiting, each in turn, for an engine that hangs."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition
from time import monotonic

from search.engines.protocol import EngineUnreachable

# Seconds. A question takes some ten milliseconds: who still waits behind the same one after that long is not served.
PATIENCE = 0.5
# Seconds during which an engine that hung is left alone; then one question tries it again.
REST = 10


class EngineHangs(EngineUnreachable):
    """The engine did not answer in time."""


class Breaker:
    """One question of a process speaks to the engine at a time, so that at most one thread hangs with it. After it hung,
    every question is refused at once until `rest` seconds have passed."""

    def __init__(self, rest: float = REST, patience: float = PATIENCE):
        self.rest, self.patience = rest, patience
        self._changed = Condition()
        self._busy_since: float | None = None
        self._closed_until = 0.0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Raises `EngineUnreachable` where the engine is left alone or somebody waits for it already; lets pass what the body
        raises, and opens where that is `EngineHangs`."""
        self._take()
        try:
            yield
        except EngineHangs:
            self.leave_alone()
            raise
        finally:
            with self._changed:
                self._busy_since = None
                self._changed.notify_all()

    def leave_alone(self) -> None:
        """No question until the rest has passed."""
        with self._changed:
            self._closed_until = monotonic() + self.rest

    def _take(self) -> None:
        with self._changed:
            while True:
                if (rest := self._closed_until - monotonic()) > 0:
                    raise EngineUnreachable(f"It hung, and is left alone for {rest:.0f} more seconds.")
                if self._busy_since is None:
                    self._busy_since = monotonic()
                    return
                left = self._busy_since + self.patience - monotonic()
                if left <= 0:
                    raise EngineUnreachable("Another question is waiting for its answer.")
                self._changed.wait(left)
