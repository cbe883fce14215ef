"""The cache in Redis: stopped, frozen, back again."""

import os
import shutil
import signal
import subprocess
import time

import pytest
from django.core.cache import caches

from common.caches.redis import RedisCache
from demo.loaders.pages import make_pages
from destination.pages.actions import ensure_site


@pytest.fixture
def server(free_port):
    """A Redis of the test's own; `server.pid` while it lives."""
    if not shutil.which("redis-server"):
        pytest.skip("redis-server is not installed")
    process = subprocess.Popen(
        ["redis-server", "--bind", "127.0.0.1", "--port", str(free_port), "--save", "", "--maxmemory", "8mb"],
        stdout=subprocess.DEVNULL,
    )
    yield process
    process.kill()
    process.wait()


@pytest.fixture
def home(db):
    ensure_site(name="Pays d’Aurelle")
    words = {"fr": {"title": "Pays d’Aurelle", "introduction": ""}}
    make_pages([{"slug": {"fr": "accueil"}, "kind": "home", "parent": None, "picture": None, "words": words}])


@pytest.fixture
def cache(settings, free_port):
    options = {"SOCKET_CONNECT_TIMEOUT": 1, "SOCKET_TIMEOUT": 1}
    address = f"redis://127.0.0.1:{free_port}/0"
    entry = {"BACKEND": "common.caches.redis.RedisCache", "LOCATION": address, "OPTIONS": options}
    settings.CACHES = settings.CACHES | {"default": entry}
    wake_up()
    yield caches["default"]
    caches["default"].close()


def wake_up():
    RedisCache._rests_until = RedisCache._next_line = 0.0


def wait_for(cache):
    for _ in range(100):
        wake_up()
        cache.set("ready", True)
        if cache.get("ready"):
            return
        time.sleep(0.05)
    pytest.fail("Redis did not start")


def test_pages_answer_without_redis(cache, client, home, caplog):
    wake_up()
    for address in ("/fr/", "/fr/agenda/", "/fr/search/?q=concert", "/compte/connexion/"):
        assert client.get(address).status_code == 200, address
    assert len([record for record in caplog.records if record.name == "escale.cache"]) == 1


def test_every_call_is_a_miss_without_redis(cache):
    assert (cache.get("a"), cache.get("a", 5), cache.get_many(["a"]), cache.has_key("a")) == (None, 5, {}, False)
    assert (cache.add("a", 1), cache.touch("a"), cache.delete("a"), cache.get_or_set("a", 7)) == (True, False, False, 7)
    cache.set("a", 1)
    cache.set_many({"a": 1})
    cache.delete_many(["a"])
    with pytest.raises(ValueError, match="not found"):
        cache.incr("a")


def test_it_is_used_again_once_it_is_back(server, cache):
    wait_for(cache)
    cache.set("a", 1)
    assert cache.get("a") == 1 and cache.incr("a") == 2 and cache.get_many(["a"]) == {"a": 2}
    assert cache.add("a", 1) is False and cache.delete("a")


def test_frozen_redis_is_waited_for_once(server, cache):
    wait_for(cache)
    os.kill(server.pid, signal.SIGSTOP)
    try:
        start = time.monotonic()
        assert [cache.get("a") for _ in range(50)] == [None] * 50
        assert time.monotonic() - start < 4
    finally:
        os.kill(server.pid, signal.SIGCONT)
    wake_up()
    cache.set("a", 1)
    assert cache.get("a") == 1


def test_full_redis_is_a_miss(server, cache):
    wait_for(cache)
    for number in range(120):
        cache.set(f"k{number}", os.urandom(100_000))
    assert cache.get("ready") is True
