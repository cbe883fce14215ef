"""A backup and a check by a worker: done once, however often the task runs, and told by its row."""

import pytest

from backups.actions.shelf import Shelf
from backups.models import BackupRun
from backups.stores import store_at
from backups.tasks import check_backup, make_backup
from tests.backups.actions.test_check import cut, largest

pytestmark = pytest.mark.django_db


def new_run(kind: str) -> int:
    return BackupRun.objects.create(kind=kind).pk


def test_backup_and_check_of_a_row_are_made_once(filled):
    backup, look = new_run("backup"), new_run("check")
    for _time in range(2):
        make_backup.call(backup)
        check_backup.call(look)
    assert len(Shelf(store_at(str(filled.backups))).whole()) == 1
    rows = BackupRun.objects.values_list("kind", "succeeded", "files")
    assert sorted(rows) == [("backup", True, 4), ("check", True, 4)]


def test_problem_ends_the_task_and_stands_in_the_row(settings, caplog):
    settings.BACKUP_URL = "/sys/backups"
    run = new_run("backup")
    make_backup.call(run)
    assert "/sys/backups" in caplog.text
    caplog.clear()
    run = BackupRun.objects.get(pk=run)
    assert run.ended_at and not run.succeeded and "/sys/backups" in run.message


def test_backup_after_a_check_that_found_damage_mends_it(backup, caplog):
    cut(largest(backup))
    check_backup.call(new_run("check"))
    make_backup.call(new_run("backup"))
    check_backup.call(new_run("check"))
    caplog.clear()
    assert [run.succeeded for run in BackupRun.objects.filter(kind="check").order_by("pk")] == [False, True]
