"""What is the same for every reader, kept for a minute in the cache and forgotten as soon as something of it changes.

Only public things go in: what depends on who reads is asked of the database each time. Each value is stored with the mark
of the moment its making began; forgetting takes the mark away, so that nothing made from older facts is ever believed."""

from collections.abc import Callable, Iterable
from functools import partial
from threading import local
from uuid import uuid4

from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone

SECONDS = 60  # a change made behind our back (a bulk update, another program) shows up within this time
MARK = "pages:mark"
A_DAY = 86_400


class _Read(local):
    """What this thread has read from the cache for the request it is answering; None between requests."""

    entries: dict | None = None


_read = _Read()


@receiver(request_started, dispatch_uid="pages-begin-reading")
def begin_reading(**kwargs) -> None:
    _read.entries = {}


@receiver(request_finished, dispatch_uid="pages-end-reading")
def end_reading(**kwargs) -> None:
    _read.entries = None


def read_together(keys: Iterable[str]) -> dict:
    """The mark and these entries, in one query; within a request nothing is read twice."""
    wanted, known = {MARK, *keys}, _read.entries
    if known is None:
        return cache.get_many(wanted)
    if missing := wanted - known.keys():
        known |= dict.fromkeys(missing) | cache.get_many(missing)
    return {key: known[key] for key in wanted if known[key] is not None}


def keep(key: str, value, seconds: int) -> None:
    cache.set(key, value, seconds)
    if _read.entries is not None:
        _read.entries[key] = value


def kept(key: str, make: Callable):
    """The value of `key`, made where it is missing. Nothing is kept past midnight: the right to a picture ends with a day."""
    found = read_together([key])
    mark = found.get(MARK)
    if mark is None:
        mark = uuid4().hex
        keep(MARK, mark, A_DAY)
    mark = f"{mark} {timezone.localdate()}"
    made_at, value = found.get(key, (None, None))
    if made_at != mark:
        value = make()
        keep(key, (mark, value), SECONDS)
    return value


def forget(**kwargs) -> None:
    """A signal's receiver: now for this transaction, and once more when it holds, for who looked in between."""
    cache.delete(MARK)
    if _read.entries is not None:
        _read.entries = {}
    if transaction.get_connection().in_atomic_block:
        transaction.on_commit(partial(cache.delete, MARK))
