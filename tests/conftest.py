"""Personas and real things for every test. External services are real; the network beyond this machine is closed."""

import gc
import os
import shutil
import socketserver
import sqlite3
import subprocess
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from _pytest import runner
from django.core.cache import cache
from django.core.management import call_command
from django.test import TransactionTestCase
from PIL import ImageFile
from pytest_django.plugin import blocking_manager_key

from common.call_stack import with_room
from tests import moment, template_database, wagtail_indexes

ROOT = Path(__file__).resolve().parents[1]


def pytest_configure(config):
    moment.begin()
    # Django would empty every table and make permissions and roles anew; the copy of the template (below) is all that is needed.
    TransactionTestCase._fixture_teardown = lambda case: None


@pytest.fixture(scope="module", autouse=True)
def _day_of_the_module():
    """What is made once for a module is made on the day of its tests."""
    with moment.of_a_test():
        yield


@pytest.fixture(autouse=True)
def _day_of_the_run():
    """A run that crosses midnight stays on the day of its start; `TEST_NOW` chooses another moment (`docs/testing.md`)."""
    with moment.of_a_test():
        yield


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real records used for trials, beside the checkout; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("ESCALE_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the folder of real trial records (shared/data beside the checkout) is absent")
    return folder


#: A minute each: begun last, they would keep one processor waiting; shared by two processes, what they rest on would be made twice.
LONGEST = ("tests/upgrade/", "tests/demo/test_actions.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """On PostgreSQL only what rests on SQL of its own runs again; a search engine answers the same beside every database."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return
    again = [item for item in items if item.get_closest_marker("postgresql") or runs_on_every_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in again])
    items[:] = again


def pytest_collection_finish(session):
    """What was imported stays to the end: the collector need not look through it again (a sixth of the processor's time). What a test
    leaves is undone while the processor's cache still holds it, in two thirds of the time that ten times as much of it takes."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 500)


def runs_on_every_database(item) -> bool:
    if "own_database" in item.fixturenames:  # a SQLite file for processes of their own
        return False
    return item.get_closest_marker("every_database") is not None and item.get_closest_marker("engine") is None


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    """As pytest does, further down."""
    return with_room(runner.pytest_runtest_protocol, item, nextitem)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Before any fixture of the test or of its module. In a browser all is as in life."""
    wagtail_indexes.follow(item.get_closest_marker("wagtail_indexes") or item.get_closest_marker("browser"))


def empties_database(item) -> bool:
    """Whether the test commits, so that the tables are emptied after it."""
    marker = item.get_closest_marker("django_db")
    commits = marker is not None and marker.kwargs.get("transaction", False)
    return commits or bool({"transactional_db", "live_server"} & set(item.fixturenames))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    """The next test of this process, whichever it is, finds what the migrations made."""
    try:
        return (yield)
    finally:
        if empties_database(item) and not item.get_closest_marker("skip"):
            from django.db import connection

            with item.config.stash[blocking_manager_key].unblock():
                template_database.restore(connection)


@pytest.fixture(scope="session")
def django_db_setup(
    request, django_test_environment, django_db_blocker, django_db_keepdb, django_db_createdb, django_db_modify_db_settings
):
    """The database of this process: a copy of the template, with nothing migrated again."""
    from django.db import connection

    with django_db_blocker.unblock():
        template_database.prepare(connection, rebuild=django_db_createdb)
    yield
    if not django_db_keepdb:
        with django_db_blocker.unblock():
            template_database.remove(connection)


@pytest.fixture(scope="module")
def module_transaction(django_db_setup, django_db_blocker):
    """For a fixture of a module that makes much: its rows stand for each test of the module and leave with the last.

    Each test has a transaction inside this one. The rows are as made; Python objects are the module's: read them again before
    changing them.
    """
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def forget_commits() -> None:
    """What a fixture of a module left to do at its commit must not join what a test leaves to do."""
    from django.db import transaction

    transaction.get_connection().run_on_commit.clear()


@pytest.fixture
def own_database(tmp_path, django_db_setup, django_db_blocker) -> Path:
    """A new SQLite file with every table, for processes of its own."""
    from django.conf import settings

    path = tmp_path / "escale.sqlite3"
    with closing(sqlite3.connect(settings.DATABASES["default"]["NAME"])) as made, closing(sqlite3.connect(path)) as copy:
        made.backup(copy)
    return path


@pytest.fixture
def own_folders(settings, tmp_path, monkeypatch):
    """`own_folders(folder)` gives both storages folders of this test alone, empty ones. The private one stands in each field of
    a model that has files in it."""
    from django.apps import apps
    from django.core.files.storage import storages
    from django.db.models import FileField

    fields = [field for model in apps.get_models() for field in model._meta.get_fields() if isinstance(field, FileField)]
    private = [field.storage for field in fields if "private_storage" in str(getattr(field, "_storage_callable", ""))]
    private.append(storages["private"])

    def move(folder: Path) -> None:
        settings.MEDIA_ROOT = folder / "media"
        for storage in private:
            for name in ("location", "base_location"):
                monkeypatch.setattr(storage, name, str(folder / "private"))

    return move


@pytest.fixture
def office(db):
    from tests.factories import make_organisation

    return make_organisation()


@pytest.fixture
def visitor():
    from django.contrib.auth.models import AnonymousUser

    return AnonymousUser()


@pytest.fixture
def professional(db):
    from tests.personas import make_professional

    return make_professional()


@pytest.fixture
def member(office):
    from tests.personas import make_member

    return make_member(office)


@pytest.fixture
def group_member(office):
    from tests.personas import make_group_member

    return make_group_member(office)


@pytest.fixture
def secret_member(office):
    from tests.personas import make_secret_member

    return make_secret_member(office)


@pytest.fixture
def former_member(office):
    from tests.personas import make_former_member

    return make_former_member(office)


@pytest.fixture
def group_provider(db):
    from tests.personas import make_group_provider

    return make_group_provider()


@pytest.fixture
def moderator(db):
    from tests.personas import make_moderator

    return make_moderator()


@pytest.fixture
def editor(db):
    from tests.personas import make_editor

    return make_editor()


@pytest.fixture
def administrator(db):
    from tests.personas import make_administrator

    return make_administrator()


@pytest.fixture(scope="session", autouse=True)
def _is_set_up():
    """Each process asks once whether the installation waits to be set up: not while a test counts queries."""
    from installation.middleware import SetupMiddleware

    SetupMiddleware.is_done = True


@pytest.fixture(autouse=True)
def _empty_cache():
    """What one test caches must not answer another."""
    from django.core.cache import caches

    for name in ("default", "memory"):
        caches[name].clear()
    yield


@pytest.fixture(scope="session")
def redis_address(tmp_path_factory):
    """The address of a Redis of these tests alone; what needs it skips where no server is installed."""
    server = shutil.which("redis-server")
    if server is None:
        pytest.skip("no redis-server is installed")
    socket = tmp_path_factory.mktemp("redis") / "redis.sock"
    command = [
        server,
        "--port",
        "0",
        "--unixsocket",
        str(socket),
        "--save",
        "",
        "--appendonly",
        "no",
        "--dir",
        str(socket.parent),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        for _try in range(100):
            if socket.exists():
                break
            time.sleep(0.05)
        yield f"unix://{socket}"
        process.terminate()


@pytest.fixture(params=["database", "redis"])
def cache_of_life(request, settings, db):
    """The caches that an installation may have, in turn, in place of the one of the tests."""
    if request.param == "redis":
        life = {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": request.getfixturevalue("redis_address")}
    else:
        life = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_entries"}
    settings.CACHES = {**settings.CACHES, "default": life}
    call_command("createcachetable", verbosity=0)
    yield
    cache.clear()


@pytest.fixture
def no_decoding(monkeypatch):
    """Pixels of a picture are decoded in the imaging process; here, in the process of the web, it would fail."""

    def load(picture):
        raise AssertionError("a picture was decoded in the web process")

    monkeypatch.setattr(ImageFile.ImageFile, "load", load)


@pytest.fixture(autouse=True)
def _in_french():
    """The language a test's last request was answered in must not be the next test's."""
    from django.utils import translation

    translation.activate("fr")
    yield


@pytest.fixture(autouse=True)
def _no_error_logged(caplog):
    """A visitor would have met it: any ERROR in the logs fails the test, unless the test itself reads and clears it."""
    yield
    errors = [record for record in caplog.get_records("call") if record.levelname in ("ERROR", "CRITICAL")]
    assert not errors, [record.getMessage() for record in errors]


@pytest.fixture(autouse=True)
def _closed_network(monkeypatch):
    """Nothing leaves this machine during the tests."""
    import socket

    real_connect = socket.socket.connect

    def connect(self, address):
        if isinstance(address, tuple) and not str(address[0]).startswith("127.") and address[0] not in ("localhost", "::1"):
            raise AssertionError(f"a test tried to reach {address[0]}")
        return real_connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture
def scanner(settings):
    """A virus scanner that finds a virus where that word stands in a file; gives the settings, where it may be sent away."""
    from tests.factories.scanner import Scanner

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Scanner) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.CLAMD_URL = f"tcp://127.0.0.1:{server.server_address[1]}"
        yield settings
        server.shutdown()
