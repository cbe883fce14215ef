"""Personas and real things for every test. External services are real; the network beyond this machine is closed."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests import template_database

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real records used for trials, beside the checkout; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("ESCALE_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the folder of real trial records (shared/data beside the checkout) is absent")
    return folder


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL only what touches the database is asked again."""
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return
    again = [item for item in items if item.get_closest_marker("once") is None and touches_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in again])
    items[:] = again


def touches_database(item) -> bool:
    return item.get_closest_marker("django_db") is not None or bool({"db", "transactional_db"} & set(item.fixturenames))


def given_back(item) -> bool:
    """Whether the test empties the database and finds it afterwards as the migrations leave it."""
    marker = item.get_closest_marker("django_db")
    return marker is not None and marker.kwargs.get("serialized_rollback", False)


@pytest.fixture(scope="session")
def django_db_setup(
    request, django_test_environment, django_db_blocker, django_db_keepdb, django_db_createdb, django_db_modify_db_settings
):
    """The database of this process: a copy of the template, with nothing migrated again."""
    from django.db import connection

    with django_db_blocker.unblock():
        template_database.prepare(connection, rebuild=django_db_createdb)
        if any(given_back(item) for item in request.session.items):
            connection._test_serialized_contents = connection.creation.serialize_db_to_string()
    yield
    if not django_db_keepdb:
        with django_db_blocker.unblock():
            template_database.remove(connection)


@pytest.fixture
def own_database(tmp_path, django_db_setup, django_db_blocker) -> Path:
    """A new SQLite file with every table, for processes of its own."""
    from django.conf import settings

    path = tmp_path / "escale.sqlite3"
    with closing(sqlite3.connect(settings.DATABASES["default"]["NAME"])) as made, closing(sqlite3.connect(path)) as copy:
        made.backup(copy)
    return path


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
    from tests.factories import make_organisation, make_user

    return make_user(
        "pro@aurelle.example", make_organisation("Hôtel du Phare", kind="provider"), first_name="Paule", last_name="Duphare"
    )


@pytest.fixture
def member(office):
    from tests.factories import make_user

    return make_user("membre@aurelle.example", office, first_name="Maria", last_name="Delmoli")


@pytest.fixture
def group_member(office):
    from tests.factories import make_user, make_work_group

    user = make_user("groupe@aurelle.example", office, first_name="Gil", last_name="Ducercle")
    make_work_group(user)
    return user


@pytest.fixture
def moderator(db):
    from tests.factories import make_organisation, make_user

    agency = make_organisation("Agence d’Aurelle", kind="agency")
    return make_user("moderation@aurelle.example", agency, roles=["moderator"], first_name="Modeste", last_name="Lequeu")


@pytest.fixture
def editor(db):
    from tests.factories import make_organisation, make_user

    agency = make_organisation("Agence d’Aurelle", kind="agency")
    return make_user("redaction@aurelle.example", agency, roles=["editor"], first_name="Édith", last_name="Laplume")


@pytest.fixture
def administrator(db):
    from tests.factories import make_user

    return make_user("admin@aurelle.example", is_staff=True, is_superuser=True, first_name="Ada", last_name="Minist")


@pytest.fixture(autouse=True)
def _empty_cache():
    """What one test caches must not answer another."""
    from django.core.cache import caches

    for name in ("default", "memory"):
        caches[name].clear()
    yield


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
