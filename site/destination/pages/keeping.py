"""What is the same for every reader, kept for a minute in the cache and forgotten as soon as something of it changes.

Only public things go in: what depends on who reads is asked of the database each time. Each value is stored with the mark
of the moment its making began; forgetting takes the mark away, so that nothing made from older facts is ever believed."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from django.core.cache import cache
from django.db import transaction

SECONDS = 60  # a change made behind our back (a bulk update, another program) shows up within this time
MARK = "pages:mark"
A_DAY = 86_400


def kept(key: str, make: Callable):
    """The value of `key`, made where it is missing: one query of the cache where it is not."""
    found = cache.get_many([MARK, key])
    mark = found.get(MARK)
    if mark is None:
        mark = uuid4().hex
        cache.set(MARK, mark, A_DAY)
    made_at, value = found.get(key, (None, None))
    if made_at != mark:
        value = make()
        cache.set(key, (mark, value), SECONDS)
    return value


def forget(**kwargs) -> None:
    """A signal's receiver: now for this transaction, and once more when it holds, for who looked in between."""
    cache.delete(MARK)
    if transaction.get_connection().in_atomic_block:
        transaction.on_commit(partial(cache.delete, MARK))
