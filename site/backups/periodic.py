"""A backup each night, a look at the newest each week; a worker does both, for they may take an hour."""

from contextlib import suppress

from django.conf import settings

from backups.actions.runs import request_run
from backups.models import BackupRun
from backups.problems import Busy
from backups.tasks import check_backup, make_backup
from common.clock import daily, weekly

SUNDAY = 6


@daily(at="02:30")
def back_up_each_night() -> None:
    if settings.BACKUP_URL:
        with suppress(Busy):  # one is being made: that is the night's
            request_run(BackupRun.Kind.BACKUP, make_backup.enqueue)


@weekly(on=SUNDAY, at="05:10")
def check_each_week() -> None:
    if settings.BACKUP_URL:
        with suppress(Busy):
            request_run(BackupRun.Kind.CHECK, check_backup.enqueue)
