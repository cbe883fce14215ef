"""Signs of life of web, worker and clock, on whichever machines they run, for the page that says how the installation is."""

import os
import socket
import threading
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.db import Error, connections, models
from django.utils import timezone
from django.utils.crypto import get_random_string

from common.registry import call_hook

SIGN_SECONDS = 15
# Eight signs: a database that is restarted, or a writer that holds SQLite for a minute, makes nobody dead.
DEAD_AFTER = timedelta(minutes=2)
# A web process is in no hurry to be missed: nothing waits for it alone.
WEB_SIGN_SECONDS = 60


class ProcessLife(models.Model):
    """The last sign of life of a process."""

    class Kind(models.TextChoices):
        WEB = "web"
        WORKER = "worker"
        CLOCK = "clock"

    name = models.CharField(max_length=64, primary_key=True, db_column="worker")
    kind = models.CharField(max_length=10, choices=Kind, db_default=Kind.WORKER)
    machine = models.CharField(max_length=120, db_default="")
    number = models.PositiveIntegerField(null=True)  # the system's, on that machine
    version = models.CharField(max_length=40, db_default="")  # of Escale
    started_at = models.DateTimeField(null=True)
    alive_at = models.DateTimeField()

    class Meta:
        # While an upgrade begins, workers of the former version give their signs in this table, where they know two columns.
        db_table = "common_workerlife"

    def __str__(self):
        return self.name

    @classmethod
    def give_sign(cls, name: str, kind: str = Kind.WORKER) -> None:
        now = timezone.now()
        if not cls.objects.filter(pk=name).update(alive_at=now):
            values = {"kind": kind, "machine": socket.gethostname()[:120], "number": os.getpid(), "version": settings.VERSION}
            cls.objects.update_or_create(name=name, defaults={**values, "started_at": now, "alive_at": now})

    @classmethod
    def living(cls, now) -> set[str]:
        """The names of those that gave a sign of late. One of the future is of before the machine's clock was set back."""
        signs = cls.objects.filter(alive_at__range=(now - DEAD_AFTER, now + DEAD_AFTER))
        return set(signs.values_list("name", flat=True))


def new_name() -> str:
    return get_random_string(32)


def touch_sign(name: str) -> None:
    """The sign of life of this process for the health check of its container (`config/alive.py`), on its own disk."""
    with suppress(OSError):  # a full disk ends nobody
        (settings.VAR_DIR / f"{name}.alive").touch()


class SignsOfLife(threading.Thread):
    """Gives a worker's signs while its tasks run, however long they are."""

    def __init__(self, worker: str):
        super().__init__(name="signs-of-life", daemon=True)
        self._worker, self._ended = worker, threading.Event()
        ProcessLife.give_sign(worker)  # before its first task
        touch_sign("worker")

    def run(self) -> None:
        while not self._ended.wait(SIGN_SECONDS):
            try:
                ProcessLife.give_sign(self._worker)
                touch_sign("worker")
            except Error:  # the worker itself meets it, and says it
                pass
            finally:
                connections.close_all()  # this thread's own

    def end(self) -> None:
        self._ended.set()
        with suppress(Error):
            ProcessLife.objects.filter(name=self._worker).delete()


class WebSigns(threading.Thread):
    """Gives the signs of a web process, and lets it look after the installation in place of a clock that stands still."""

    def __init__(self):
        super().__init__(name="web-signs", daemon=True)
        self._process = new_name()

    def run(self) -> None:
        pause = threading.Event()
        while True:
            try:
                ProcessLife.give_sign(self._process, ProcessLife.Kind.WEB)
                call_hook("health.look_without_clock")
            except Error:  # the pages meet it, and the log says it
                pass
            finally:
                connections.close_all()
            pause.wait(WEB_SIGN_SECONDS)


def start_web_signs() -> None:
    """To be called once by each web process."""
    if settings.WEB_SIGNS_OF_LIFE:
        WebSigns().start()
