"""The cache in the database: reading never writes, and a locked database costs no page."""

import sqlite3
from contextlib import closing
from time import monotonic

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import OperationalError, connection
from django.urls import reverse
from django.utils import timezone, translation

from common.caches.database import DatabaseCache
from config.settings import base
from demo.loaders.pages import make_pages
from destination.pages.actions import ensure_site
from tests.factories import make_event, make_place
from tests.factories.photos import make_photo

pytestmark = pytest.mark.every_database
READINGS = ("/fr/", "/fr/agenda/", "/fr/agenda/?day=weekend", "/fr/agenda.ics", "/fr/lieux/", "/fr/search/?q=concert", "/fr/portail/",
            "/fr/portail/phototheque/", "/health/", "/sitemap.xml")  # fmt: skip


@pytest.fixture
def home(db):
    ensure_site(name="Pays d’Aurelle")
    words = {"fr": {"title": "Pays d’Aurelle", "introduction": ""}}
    make_pages([{"slug": {"fr": "accueil"}, "kind": "home", "parent": None, "picture": None, "words": words}])


@pytest.fixture
def cache(settings, transactional_db):
    """The cache of an installation without Redis."""
    settings.CACHES = settings.CACHES | {"default": base.DATABASE_CACHE}
    call_command("createcachetable")
    for name in ("_rests_until", "_next_line", "_writes_again_at"):
        setattr(DatabaseCache, name, 0.0)
    return caches["default"]


def expire_everything():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cache_entries SET expires = %s", [timezone.now() - timezone.timedelta(hours=1)])


def rows() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM cache_entries")
        return cursor.fetchone()[0]


@pytest.fixture
def lock():
    """Another process that writes, for as long as the test wants."""
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has a single writer")
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as writer:
        yield lambda: writer.execute("BEGIN IMMEDIATE")


def test_reading_deletes_nothing(cache):
    cache.set("a", 1)
    expire_everything()
    assert cache.get("a") is None and cache.get_many(["a"]) == {} and rows() == 1


def test_the_clock_deletes_what_has_expired(cache):
    cache.set("a", 1)
    expire_everything()
    cache.set("b", 2)
    assert cache.delete_expired() == 1 and cache.get("b") == 2 and rows() == 1


def test_what_is_deleted_is_gone(cache):
    cache.set_many({"a": 1, "b": 2, "c": 3})
    assert cache.delete("a") is True and cache.delete("a") is False
    cache.delete_many(["b"])
    assert cache.get_many(["a", "b", "c"]) == {"c": 3}


@pytest.mark.parametrize("is_warm", [True, False])
def test_public_pages_answer_while_another_process_writes(cache, home, lock, client, is_warm):
    make_event(title="Concert au port")
    make_place()
    if is_warm:
        for address in READINGS:
            client.get(address)
    expire_everything()
    lock()
    for address in READINGS:
        start = monotonic()
        response = client.get(address)
        assert response.status_code == 200, address
        assert monotonic() - start < 5, address


@pytest.mark.parametrize("is_warm", [True, False])
def test_public_pages_answer_from_a_database_that_takes_no_write(cache, home, client, is_warm):
    """A full disk, a file that may only be read: SQLite says it of each statement that writes."""
    if connection.vendor != "sqlite":
        pytest.skip("a way of SQLite's to refuse writes")
    event, photo = make_event(title="Concert au port"), make_photo("Le phare")
    with translation.override("fr"):
        more = [event.get_absolute_url(), photo.get_absolute_url(), "/fr/agenda/carte/", "/fr/agenda/points.json", "/fr/agenda.rss",
                reverse("account_login"), photo.picture.url_for(320)]  # fmt: skip
    client.get(photo.picture.url_for(320))
    if is_warm:
        for address in (*READINGS, *more):
            client.get(address)
    expire_everything()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
    try:
        answers = {address: client.get(address).status_code for address in (*READINGS, *more)}
        with pytest.raises(OperationalError, match="readonly"):
            make_place()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = OFF")
    assert answers == dict.fromkeys(answers, 200)


def test_writer_waits_as_long_as_before(cache, lock):
    cache.set("a", 1)
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone()[0] == 20_000


def test_table_that_is_missing_costs_a_line(cache, caplog):
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE cache_entries")
    try:
        for _ in range(3):
            assert (cache.get("a", "missing"), cache.get_many(["a"]), cache.add("a", 1), cache.delete("a")) == (
                "missing",
                {},
                True,
                False,
            )
            cache.set("a", 1)
            DatabaseCache._rests_until = 0.0
        assert len(caplog.records) == 1 and "cache_entries" in caplog.text
    finally:
        call_command("createcachetable")
