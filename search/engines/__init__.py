"""The engine that answers: the database by default, an Elasticsearch or OpenSearch cluster where `SEARCH_URL` names one."""

from functools import lru_cache

from django.conf import settings
from django.db import connection

from search.engines.protocol import Engine, EngineUnreachable, Facets, Found, Wanted

__all__ = ["Engine", "EngineUnreachable", "Facets", "Found", "Wanted", "current_engine", "database_engine"]


@lru_cache(maxsize=2)
def _database(vendor: str) -> Engine:
    if vendor == "postgresql":
        from search.engines.postgresql import Postgresql as Database
    else:
        from search.engines.sqlite import Sqlite as Database
    return Database()


@lru_cache(maxsize=2)
def _cluster(url: str) -> Engine:
    from search.engines.cluster import Cluster  # only where there is one

    return Cluster(url)


def database_engine() -> Engine:
    return _database(connection.vendor)


def current_engine() -> Engine:
    return _cluster(settings.SEARCH_URL) if settings.SEARCH_URL else database_engine()
