"""The last state of a list in this process, and how it follows the changes.

A request asks the database for the version of the list (one query). Where few rows changed, it reads them again itself, which
takes a few milliseconds: who publishes sees it at once, in every process. Where many did, or where the day is another one, a
thread reads the list whole while the readers get the last state; only who comes after a long silence waits for it.
"""

import logging
from dataclasses import dataclass, field
from threading import Lock, Thread
from time import monotonic
from typing import Generic, TypeVar

from django.conf import settings
from django.db import connections
from django.utils import timezone

from common.facets.changes import FacetChange
from common.facets.rows import FacetRows

State = TypeVar("State", bound=FacetRows)
# So many rows are read again by the request that meets their change: some 5 ms.
MOST_AT_ONCE = 50
# A state that was the last one within these seconds may answer while a newer one is read; an older one may not.
MOST_SECONDS_LATE = 5.0

logger = logging.getLogger(__name__)


@dataclass
class Last(Generic[State]):
    """A state, the changes it knows (token → id, see `FacetChange.of_list`) and its day."""

    rows: State
    changes: dict[str, int | None]
    day: object
    reading: object = field(default_factory=object)  # which reading of the whole list it comes from
    current_at: float = field(default_factory=monotonic)  # when it was last known to be up to date

    def __post_init__(self):
        self.version = len(self.changes), max(self.changes, default="")

    def changed_since(self, changes: dict[str, int | None]) -> set[int] | None:
        """The rows that changed, None where all of them must be read: some change concerned all, or changes known here are no
        longer there (swept at night, or rolled back after this process had read them)."""
        if self.changes.keys() - changes.keys():
            return None
        ids = {changes[token] for token in changes.keys() - self.changes.keys()}
        return None if None in ids else ids


class FacetIndex(Generic[State]):
    """`current()` gives the state of the list that a request may use."""

    def __init__(self, name: str, rows: type[State]):
        self.name, self.rows = name, rows
        self._last: Last[State] | None = None
        self._changing, self._reading = Lock(), Lock()  # a few rows, or the whole list
        self._thread: Thread | None = None

    def current(self) -> State:
        """One query where nothing changed."""
        last, today = self._last, timezone.localdate()
        version = FacetChange.version(self.name)
        if last is not None and last.day == today:
            if last.version != version:
                last = self._update(version)
            if last is not None:
                last.current_at = monotonic()
                return last.rows
        last = self._last
        late = last is None or monotonic() - last.current_at > MOST_SECONDS_LATE
        if late or not settings.FACETS_IN_BACKGROUND:
            return self._read_whole(last).rows
        self._read_in_background(last)
        return last.rows

    def at_hand(self) -> State | None:
        """`current()`, or None where this process has not read the list today: for who can do without it."""
        last = self._last
        return self.current() if last is not None and last.day == timezone.localdate() else None

    def _update(self, version: tuple) -> Last[State] | None:
        """The state after the few rows that changed; None where the list must be read whole."""
        with self._changing:
            last = self._last
            if last.version == version:  # another thread was first
                return last
            changes = FacetChange.of_list(self.name)  # before the rows: what changes meanwhile is read again the next time
            ids = last.changed_since(changes)
            if ids is None or len(ids) > MOST_AT_ONCE:
                return None
            rows = last.rows.updated(ids) if ids else last.rows
            self._last = Last(rows, changes, last.day, last.reading)
            return self._last

    def _read_whole(self, before: Last[State] | None) -> Last[State]:
        with self._reading:
            last = self._last
            if last is not None and (before is None or last.reading is not before.reading):
                return last  # read by another thread while this one waited
            today, changes = timezone.localdate(), FacetChange.of_list(self.name)
            last = Last(self.rows.whole(), changes, today)
            with self._changing:
                self._last = last
            return last

    def _read_in_background(self, before: Last[State]) -> None:
        with self._changing:
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._read_alone, args=(before,), name=f"facets-{self.name}", daemon=True)
                self._thread.start()

    def _read_alone(self, before: Last[State]) -> None:
        try:
            self._read_whole(before)
        except Exception:  # the readers keep the last state, and the next one tries again
            logger.exception("The facets of %s could not be read.", self.name)
        finally:
            connections.close_all()
