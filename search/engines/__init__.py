"""The engine that answers: the database by default, an Elasticsearch or OpenSearch cluster where `SEARCH_URL` names one."""

from functools import lru_cache

from django.conf import settings
from django.db import connection

from search.engines.address import SearchAddress, WrongSearchAddress
from search.engines.database import Database
from search.engines.protocol import Engine, EngineQuery, EngineResult, EngineUnreachable, Facets, IndexMissing


@lru_cache(maxsize=2)
def _database(vendor: str) -> Database:
    if vendor == "postgresql":
        from search.engines.postgresql import Postgresql as Vendor
    else:
        from search.engines.sqlite import Sqlite as Vendor
    return Vendor()


@lru_cache(maxsize=2)
def _cluster(url: str) -> Engine:
    address = SearchAddress.read(url)
    address.check_client()
    # Each client is only there, and only loaded, where its product is used.
    if address.product == "opensearch":
        from search.engines.opensearch import Opensearch as Cluster
    else:
        from search.engines.elasticsearch import Elasticsearch as Cluster
    try:
        return Cluster(address)
    except OSError as problem:  # a certificate that cannot be read
        raise WrongSearchAddress(f"SEARCH_URL: ca={address.ca} is no certificate of an authority: {problem}") from problem


def database_engine() -> Database:
    return _database(connection.vendor)


def current_engine() -> Engine:
    """Raises `WrongSearchAddress`, a kind of `EngineUnreachable`, where `SEARCH_URL` cannot be followed."""
    return _cluster(settings.SEARCH_URL) if settings.SEARCH_URL else database_engine()
