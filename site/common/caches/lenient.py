"""What makes a cache optional: an error is a miss, and a cache that fails is left alone for a moment."""

import logging
from collections.abc import Callable
from time import monotonic

from django.core.cache.backends.base import DEFAULT_TIMEOUT

logger = logging.getLogger("escale.cache")

REST_SECONDS = 5  # after an error nobody waits for the cache for that long
LINE_SECONDS = 60  # one line in the log in that time, however many readers come


class Lenient:
    """Mixed into a backend, before it. `ERRORS` are those of its server, `REFUSALS` those of them that it answers with, at once:
    it is full. State is shared by the threads of a process, since Django gives each a backend of its own."""

    ERRORS: tuple[type[Exception], ...] = ()
    REFUSALS: tuple[type[Exception], ...] = ()
    _rests_until = 0.0
    _next_line = 0.0

    def _attempt(self, call: Callable, otherwise):
        kind = type(self)
        if monotonic() < kind._rests_until:
            return otherwise
        try:
            return call()
        except self.ERRORS as error:
            self._leave_alone(error)
            return otherwise

    @classmethod
    def _leave_alone(cls, reason: Exception) -> None:
        now = monotonic()
        if not isinstance(reason, cls.REFUSALS):
            cls._rests_until = now + REST_SECONDS
        if now >= cls._next_line:
            cls._next_line = now + LINE_SECONDS
            logger.warning("The cache does not answer; pages are made without it: %s", reason)

    def get(self, key, default=None, version=None, **options):
        return self._attempt(lambda: super(Lenient, self).get(key, default, version=version, **options), default)

    def get_many(self, keys, version=None, **options):
        return self._attempt(lambda: super(Lenient, self).get_many(keys, version=version, **options), {})

    def has_key(self, key, version=None, **options):
        return self._attempt(lambda: super(Lenient, self).has_key(key, version=version, **options), False)

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None, **options):
        return self._attempt(lambda: super(Lenient, self).set(key, value, timeout, version=version, **options), None)

    def set_many(self, data, timeout=DEFAULT_TIMEOUT, version=None, **options):
        return self._attempt(lambda: super(Lenient, self).set_many(data, timeout, version=version, **options), list(data))

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None, **options):
        """True where the cache is away: nobody is known to have been here before."""
        return self._attempt(lambda: super(Lenient, self).add(key, value, timeout, version=version, **options), True)

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None, **options):
        return self._attempt(lambda: super(Lenient, self).touch(key, timeout, version=version, **options), False)

    def incr(self, key, delta=1, version=None, **options):
        """ValueError where the cache is away, as for a key that is not there."""
        value = self._attempt(lambda: super(Lenient, self).incr(key, delta, version=version, **options), None)
        if value is None:
            raise ValueError(f"Key “{key}” not found")
        return value

    def delete(self, key, version=None, **options):
        return self._attempt(lambda: super(Lenient, self).delete(key, version=version, **options), False)

    def delete_many(self, keys, version=None, **options):
        return self._attempt(lambda: super(Lenient, self).delete_many(keys, version=version, **options), None)

    def clear(self, **options):
        return self._attempt(lambda: super(Lenient, self).clear(**options), None)
