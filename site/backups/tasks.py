"""Backups and checks made by a worker: the clock and the web wait for neither."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django_tasks import task

from backups.actions.backup import back_up
from backups.actions.check import check
from backups.models import BackupRun
from backups.problems import BackupProblem

logger = logging.getLogger("escale.backups")


@contextmanager
def logged() -> Iterator[None]:
    """A problem ends nothing: its row says it, the log, and the health page."""
    try:
        yield
    except BackupProblem as problem:
        logger.error("No backup, or none that is sound: %s", problem)


@task(priority=-80)  # whatever else waits goes first
def make_backup(pk: int) -> None:
    """The backup of a row, once. After a check that found damage every file is written again."""
    run = BackupRun.objects.of(BackupRun.Kind.BACKUP).unfinished().filter(pk=pk).first()
    if run is None:
        return
    last_check = BackupRun.objects.of(BackupRun.Kind.CHECK).exclude(ended_at=None).first()
    with logged():
        back_up(run=run, anew=last_check is not None and not last_check.succeeded)


@task(priority=-80)
def check_backup(pk: int) -> None:
    """The check of a row, of the newest backup, once."""
    run = BackupRun.objects.of(BackupRun.Kind.CHECK).unfinished().filter(pk=pk).first()
    if run is None:
        return
    with logged():
        check(run=run)
