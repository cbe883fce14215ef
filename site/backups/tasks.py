"""Backups and checks made by a worker: the clock and the web wait for neither."""

from contextlib import suppress

from django_tasks import task

from backups.actions.backup import back_up
from backups.actions.check import check
from backups.models import BackupRun
from backups.problems import BackupProblem


@task(priority=-80)  # whatever else waits goes first
def make_backup(pk: int) -> None:
    """The backup of a row, once. After a check that found damage every file is written again."""
    run = BackupRun.objects.of(BackupRun.Kind.BACKUP).unfinished().filter(pk=pk).first()
    if run is None:
        return
    last_check = BackupRun.objects.of(BackupRun.Kind.CHECK).exclude(ended_at=None).first()
    with suppress(BackupProblem):  # the row says it, the log too, and the health page
        back_up(run=run, anew=last_check is not None and not last_check.succeeded)


@task(priority=-80)
def check_backup(pk: int) -> None:
    """The check of a row, of the newest backup, once."""
    run = BackupRun.objects.of(BackupRun.Kind.CHECK).unfinished().filter(pk=pk).first()
    if run is None:
        return
    with suppress(BackupProblem):
        check(run=run)
