"""What machines ask."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from common.health import State
from health.models import Line

pytestmark = pytest.mark.django_db


def away(*arguments):
    raise OperationalError("connection to server at 10.0.0.7, user escale, password secret failed")


def ask(client, address: str) -> tuple[int, str]:
    response = client.get(address)
    assert response["Cache-Control"] == "no-store"
    return response.status_code, response.json()["status"]


def test_sound_installation_answers(client):
    for address in ("/health/", "/health/live/", "/health/all/"):
        assert ask(client, address) == (200, "ok")
        assert client.post(address).status_code == 405


def test_database_that_is_away_is_said_without_its_words(client, caplog):
    with connection.execute_wrapper(away):
        assert ask(client, "/health/") == ask(client, "/health/all/") == (503, "the database does not answer")
        assert ask(client, "/health/live/") == (200, "ok")
    caplog.clear()


@pytest.mark.parametrize(("minutes", "status"), [(14, 200), (16, 503)])
def test_line_that_is_red_for_long_is_said_to_who_watches(client, minutes, status):
    now = timezone.now()
    since = now - timedelta(minutes=minutes)
    Line.objects.create(key="backup", state=State.FAILURE, is_red=True, changed_at=since, looked_at=now)
    response = client.get("/health/all/")
    assert response.status_code == status and b"backup" not in response.content
    assert ask(client, "/health/") == (200, "ok")


def test_clock_that_stands_still_is_said_to_who_watches(client):
    before = timezone.now() - timedelta(minutes=11)
    Line.objects.create(key="clock", state=State.OK, changed_at=before, looked_at=before)
    assert client.get("/health/all/").status_code == 503


def test_health_asks_once(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get("/health/")
