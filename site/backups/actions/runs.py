"""One at a time, and a row for each."""

import fcntl
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from backups.models import BackupRun
from backups.problems import BackupProblem, Busy, sentences

logger = logging.getLogger("escale.backups")

LOCK_NUMBER = 7_310_577_322  # of PostgreSQL's advisory locks: any number that nobody else takes
# A row that is still open then, while nobody is at work, belongs to a process that was killed, or to a task that was lost.
INTERRUPTED_AFTER = timedelta(hours=1)


@contextmanager
def alone() -> Iterator[None]:
    """No other backup, check or restore of this installation meanwhile; Busy where one is at work. The lock ends with its
    process, however that ends."""
    if connection.vendor == "sqlite":
        with sentences(str(settings.VAR_DIR)):
            descriptor = os.open(settings.VAR_DIR / "backups.lock", os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Busy from error
            yield
        return
    other = connection.copy()  # its session holds the lock, whatever becomes of the connection of this thread
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK_NUMBER])
            if not cursor.fetchone()[0]:
                raise Busy
            yield
    finally:
        other.close()


@contextmanager
def noted(run: BackupRun) -> Iterator[None]:
    """The row says how it ended; a problem goes on to the caller."""
    try:
        yield
    except Exception as error:
        with translation.override(settings.LANGUAGE_CODE):
            words = str(error) if isinstance(error, BackupProblem) else _("Erreur inattendue, voir le journal du serveur.")
        write_row(run, ended_at=timezone.now(), message=words)
        raise
    write_row(run, ended_at=timezone.now(), succeeded=True)


def write_row(run: BackupRun, **fields) -> None:
    """As far as the database takes it: it may be new and without tables, or on the disk that is full."""
    for name, value in fields.items():
        setattr(run, name, value)
    try:
        with transaction.atomic():
            run.save()
    except DatabaseError as error:
        logger.warning("The row of the %s could not be written: %s", run.kind, " ".join(str(error).split()))


def close_interrupted() -> None:
    """End the rows of processes that were killed."""
    with suppress(Busy), alone(), translation.override(settings.LANGUAGE_CODE):
        BackupRun.objects.unfinished().filter(started_at__lt=timezone.now() - INTERRUPTED_AFTER).update(
            ended_at=timezone.now(), message=_("Interrompue : le serveur ou son processus s’est arrêté.")
        )


def request_run(kind: str, enqueue: Callable[[int], object]) -> BackupRun:
    """A backup, or a check of the newest one, that a worker makes; Busy where one waits or is at work. `enqueue` takes the key of
    its row, on commit."""
    close_interrupted()
    with transaction.atomic():
        if BackupRun.objects.of(kind).unfinished().exists():
            raise Busy
        run = BackupRun.objects.create(kind=kind)
        transaction.on_commit(lambda: enqueue(run.pk))
    return run
