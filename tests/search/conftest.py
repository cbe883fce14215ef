"""Each test about finding runs on the database and, where `TEST_SEARCH_URL` names one, on a real search engine."""

import os
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.db import transaction

from search import actions
from search.engines import EngineUnreachable, current_engine
from search.filters import SearchFilters
from search.presenters import search


@pytest.fixture(params=["database", pytest.param("cluster", marks=pytest.mark.engine)])
def engine(request, settings, db):
    """The engine under test, with an index of its own."""
    if request.param == "cluster":
        address = os.environ.get("TEST_SEARCH_URL", "")
        if not address:
            pytest.skip("TEST_SEARCH_URL names no search engine")
        settings.SEARCH_URL = f"{address}?prefix=escale-test-{uuid4().hex[:10]}&timeout=20"
        cluster = current_engine()
        cluster.rebuild(())
        yield cluster
        cluster.drop()
    else:
        settings.SEARCH_URL = ""
        yield current_engine()


@pytest.fixture
def cluster(engine):
    if not engine.needs_sending:
        pytest.skip("about a separate engine")
    return engine


def let_readers_see():
    """A cluster shows what it was sent a second later; the tests do not wait."""
    with suppress(EngineUnreachable):
        engine = current_engine()
        if engine.needs_sending:
            engine.refresh()


@dataclass
class Finder:
    """Rebuilds, then asks as a reader would."""

    keys: frozenset = frozenset({"public"})
    language: str = "fr"
    options: dict = field(default_factory=dict)

    def __call__(self, text, keys=None, language=None, **parameters):
        let_readers_see()
        query = SearchFilters.from_query({"q": text, **parameters})
        return search(query, keys or self.keys, language or self.language)

    def titles(self, text, **arguments):
        return [hit.entry.title for hit in self(text, **arguments).hits]


@pytest.fixture
def rebuild(engine):
    return actions.rebuild


@pytest.fixture
def find(engine):
    return Finder()


@pytest.fixture
def ask(client):
    """GET the page of results: `ask("marché", kind="event")`."""

    def get(text, language="fr", browser=None, **parameters):
        let_readers_see()
        return (browser or client).get(f"/{language}/search/?{urlencode({'q': text, **parameters})}")

    return get


@pytest.fixture
def no_worker(settings):
    """From `no_worker()` on, tasks wait: no worker has had its turn."""

    def leave():
        settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": ["default", "mail"]}}

    return leave


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """`with committed():` runs what waits for the commit at its end; what waited before it is forgotten."""

    def begin():
        transaction.get_connection().run_on_commit.clear()
        return django_capture_on_commit_callbacks(execute=True)

    return begin
