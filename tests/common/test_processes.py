"""Signs of life: one row for each process, whatever its kind."""

import os
import socket
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from common.models import ProcessLife

pytestmark = pytest.mark.django_db
Kind = ProcessLife.Kind


def test_sign_says_where_and_since_when(settings):
    began = timezone.now()
    with time_machine.travel(began, tick=False):
        ProcessLife.give_sign("a", Kind.WEB)
    with time_machine.travel(began + timedelta(minutes=1), tick=False):
        ProcessLife.give_sign("a", Kind.WEB)
    life = ProcessLife.objects.get()
    assert (life.kind, life.machine, life.number, life.version) == (Kind.WEB, socket.gethostname(), os.getpid(), settings.VERSION)
    assert life.alive_at - life.started_at == timedelta(minutes=1)


def test_silent_process_is_not_among_the_living():
    now = timezone.now()
    ProcessLife.give_sign("worker")
    ProcessLife.give_sign("web", Kind.WEB)
    ProcessLife.objects.filter(name="web").update(alive_at=now - timedelta(minutes=3))
    assert ProcessLife.living(now) == {"worker"}
    assert ProcessLife.living(now - timedelta(hours=1)) == set()  # before the machine's clock was set back


@pytest.mark.every_database
def test_worker_of_the_former_version_still_gives_its_sign():
    """While an upgrade begins it writes two columns of the table that it knows."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO common_workerlife (worker, alive_at) VALUES (%s, %s)", ["old", timezone.now()])
    life = ProcessLife.objects.get(name="old")
    assert (life.kind, life.machine, life.version) == (Kind.WORKER, "", "")
