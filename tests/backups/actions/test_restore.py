"""Restored only whole, into what is new, by a version that knows it; refused in a sentence before anything is changed."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from backups.actions import restore
from backups.actions.check import OpenBackup
from backups.models import BackupRun
from backups.problems import BackupProblem
from backups.stores import store_at
from common.measures import Measure
from common.outbox import OutgoingMail
from common.processes import ProcessLife
from tests.backups.conftest import FILES, change_contents
from tests.backups.stores.test_folder import room_for
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def opened(backup) -> OpenBackup:
    return OpenBackup.at(store_at(str(backup.site.backups)))


def test_plan_says_what_it_will_do(backup):
    backup.site.move(backup.site.folder / "new")
    sentences = " ".join(restore.plan().sentences)
    assert backup.name in sentences and "les fichiers du site (4)" in sentences and "SECRET_KEY" not in sentences
    assert backup.site.files() == {} and not BackupRun.objects.filter(kind="restore").exists()


def test_plan_says_what_follows_from_another_secret_key(backup, settings):
    backup.site.move(backup.site.folder / "new")
    settings.SECRET_KEY = "another"
    assert "faite avec une autre SECRET_KEY" in " ".join(restore.plan().sentences)


def test_installation_with_accounts_is_refused(backup):
    backup.site.move(backup.site.folder / "new")
    make_user()
    with pytest.raises(BackupProblem, match="elle a des comptes"):
        restore.plan()


@pytest.mark.parametrize("storage", ["default", "private"])
def test_installation_with_files_is_refused(backup, storage):
    backup.site.move(backup.site.folder / "new")
    storages[storage].save("images/drawn.jpg" if storage == "default" else "bundles/a.zip", ContentFile(b"made again"))
    restore.plan()
    storages["private"].save("erasures/note", ContentFile(b"who was erased since"))
    restore.plan()
    storages[storage].save("documents/own.pdf", ContentFile(b"own"))
    with pytest.raises(BackupProblem, match="elle a des fichiers .documents/own.pdf"):
        restore.plan()


def test_backup_of_a_newer_version_is_refused(backup, settings):
    backup.site.move(backup.site.folder / "new")
    change_contents(backup, settings, lambda values: values["schema"].append("agenda.0999_of_the_future"))
    with pytest.raises(BackupProblem, match="plus ancienne : installez d’abord la version"):
        restore.plan()


def test_backup_of_another_engine_is_refused(backup):
    text = (backup.folder / "manifest.json").read_text()
    (backup.folder / "manifest.json").write_text(text.replace('"sqlite"', '"postgresql"'))
    with pytest.raises(BackupProblem, match="une base PostgreSQL, et cette installation utilise SQLite"):
        restore.plan()


@pytest.mark.parametrize("name", ["../../../etc/cron.d/escale", "/etc/cron.d/escale"])
def test_hostile_name_is_refused_before_anything_is_read(backup, settings, name):
    backup.site.move(backup.site.folder / "new")
    change_contents(backup, settings, lambda values: values["files"][0].update(name=name))
    with pytest.raises(BackupProblem, match="hors des dossiers du site"):
        restore.plan()
    assert backup.site.files() == {}


def test_files_come_back_byte_by_byte_and_a_second_time_changes_nothing(backup):
    backup.site.move(backup.site.folder / "new")
    restore.put_files(opened(backup))
    assert backup.site.files() == FILES
    paths = list((backup.site.folder / "new").rglob("*.pdf"))
    before = [path.stat().st_mtime_ns for path in paths]
    restore.plan()
    restore.put_files(opened(backup))
    assert [path.stat().st_mtime_ns for path in paths] == before


def test_file_that_was_left_half_way_is_written_anew(backup):
    backup.site.move(backup.site.folder / "new")
    storages["default"].save("documents/plan.pdf", ContentFile(b"%PDF-1.4 nalp"))  # as long as the right one
    restore.put_files(opened(backup))
    assert backup.site.files() == FILES


def test_full_disk_is_said_and_can_be_gone_on_from(backup):
    backup.site.move(backup.site.folder / "new")
    with room_for(50_000), pytest.raises(BackupProblem, match="Il n’y a plus de place"):
        restore.put_files(opened(backup))
    assert not any((backup.site.folder / "new/media/.parts").iterdir())
    restore.plan()
    restore.put_files(opened(backup))
    assert backup.site.files() == FILES


def test_what_was_true_for_a_moment_is_cleared():
    states = OutgoingMail.State
    fields = {"to": "a@b.example", "sender": "c@d.example", "subject": "x", "text": "x"}
    for state in states:
        OutgoingMail.objects.create(key=state, state=state, **fields)
    for path in ("backups.tasks.make_backup", "search.tasks.index_things"):
        DBTaskResult.objects.create(
            task_path=path, args_kwargs={"args": [], "kwargs": {}}, backend_name="default", run_after=get_date_max()
        )
    ProcessLife.give_sign("worker")
    Measure.store("size", 3)
    BackupRun.objects.create(kind=BackupRun.Kind.BACKUP)
    done = BackupRun.objects.create(kind=BackupRun.Kind.BACKUP, ended_at=timezone.now(), succeeded=True)
    restore.clear_passing_rows()
    assert not OutgoingMail.objects.filter(state__in=(states.WAITING, states.CLAIMED)).exists()
    assert OutgoingMail.objects.filter(state=states.HANDING_OVER).count() == 3
    assert list(DBTaskResult.objects.values_list("task_path", flat=True)) == ["search.tasks.index_things"]
    assert not ProcessLife.objects.exists() and not Measure.objects.exists() and list(BackupRun.objects.all()) == [done]


def test_rows_that_are_missing_are_found(backup, settings):
    change_contents(backup, settings, lambda values: values["rows"].update(accounts_user=7))
    with pytest.raises(BackupProblem, match="n’a pas toutes ses lignes .accounts_user"):
        restore.require_rows(opened(backup))
