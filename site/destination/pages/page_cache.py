"""The cache of the public pages: what is the same for every reader, for a minute, cleared as soon as something of it changes.

Nothing goes in that depends on who reads: that is asked of the database each time. Each value is stored with the
version that was current when its computation began; clearing drops that version, so that a value made from older facts is
never served."""

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
VERSION_KEY = "pages:mark"
A_DAY = 86_400


class _RequestCache(local):
    """What this thread has read from the cache for the request it is answering; None between requests."""

    entries: dict | None = None


_request_cache = _RequestCache()


@receiver(request_started, dispatch_uid="pages-begin-reading")
def begin_request(**kwargs) -> None:
    _request_cache.entries = {}


@receiver(request_finished, dispatch_uid="pages-end-reading")
def end_request(**kwargs) -> None:
    _request_cache.entries = None


def get_many(keys: Iterable[str]) -> dict:
    """The current version and these entries, in one query; within a request nothing is read twice."""
    keys_to_read, already_read = {VERSION_KEY, *keys}, _request_cache.entries
    if already_read is None:
        return cache.get_many(keys_to_read)
    if missing := keys_to_read - already_read.keys():
        already_read |= dict.fromkeys(missing) | cache.get_many(missing)
    return {key: already_read[key] for key in keys_to_read if already_read[key] is not None}


def store(key: str, value, seconds: int) -> None:
    cache.set(key, value, seconds)
    if _request_cache.entries is not None:
        _request_cache.entries[key] = value


def cached(key: str, make: Callable):
    """The value of `key`, computed by `make` where it is missing. Nothing stays past midnight: the right to a picture ends with a
    day."""
    entries = get_many([key])
    version = entries.get(VERSION_KEY)
    if version is None:
        version = uuid4().hex
        store(VERSION_KEY, version, A_DAY)
    version = f"{version} {timezone.localdate()}"
    entry_version, value = entries.get(key, (None, None))
    if entry_version != version:
        value = make()
        store(key, (version, value), SECONDS)
    return value


def clear(**kwargs) -> None:
    """Drop every entry; a signal's receiver. At once for this transaction, and again on commit, for readers in between."""
    cache.delete(VERSION_KEY)
    if _request_cache.entries is not None:
        _request_cache.entries = {}
    if transaction.get_connection().in_atomic_block:
        transaction.on_commit(partial(cache.delete, VERSION_KEY))
