"""The cache in Redis, which may be away, frozen or full."""

from django_redis.cache import RedisCache as DjangoRedisCache
from django_redis.exceptions import ConnectionInterrupted
from redis.exceptions import RedisError, ResponseError

from common.caches.lenient import Lenient


class RedisCache(Lenient, DjangoRedisCache):
    ERRORS = (ConnectionInterrupted, RedisError, OSError)
    REFUSALS = (ResponseError,)
