"""A backup holds each content once, is whole or absent, and is one at a time."""

import hashlib
import json
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import translation

from backups.actions.backup import back_up, files_of
from backups.actions.check import OpenBackup
from backups.actions.runs import alone, request_run
from backups.actions.shelf import Shelf
from backups.models import BackupRun
from backups.problems import BackupProblem, Busy
from backups.stores import store_at
from tests.backups.conftest import FILES
from tests.backups.stores.test_folder import room_for

pytestmark = pytest.mark.django_db


def names_in(site) -> list[str]:
    return sorted(path.relative_to(site.backups).as_posix() for path in site.backups.rglob("*") if path.is_file())


def test_each_content_is_there_once_and_nothing_that_is_made_again(filled):
    run = back_up()
    hashes = {hashlib.sha256(content).hexdigest() for content in FILES.values()}
    folder = f"backups/{run.name}"
    parts = [f"{folder}/{name}" for name in ("contents.json", "database.sqlite3.gz", "manifest.json")]
    assert names_in(filled) == sorted([*parts, "escale-backups.json", *(f"files/{blob[:2]}/{blob}" for blob in hashes)])
    backup = OpenBackup.at(store_at(str(filled.backups)))
    assert {(file.storage, file.name) for file in backup.contents.files} == FILES.keys()
    assert backup.contents.rows["accounts_user"] == 0 and "accounts.0001_initial" in backup.contents.schema
    assert (run.succeeded, run.files, run.location) == (True, 4, str(filled.backups)) and run.size > 360_000


def test_manifest_holds_no_secret_and_a_sealed_one_no_name(backup, settings):
    text = (backup.folder / "manifest.json").read_text()
    for secret in (settings.SECRET_KEY, settings.BACKUP_KEY or "no key", "accord.pdf", "accounts_user"):
        assert secret not in text
    everything = b"".join(path.read_bytes() for path in backup.site.backups.rglob("*") if path.is_file())
    assert (b"accord.pdf" in everything) is not backup.is_sealed


def test_file_that_is_unchanged_is_not_read_again(filled, monkeypatch):
    back_up()
    storages["default"].save("documents/new.pdf", ContentFile(b"new"))
    opened = []
    storage = type(storages["default"])
    real = storage.open
    monkeypatch.setattr(storage, "open", lambda self, name, mode="rb": opened.append(name) or real(self, name, mode))
    assert back_up().files == 5
    assert opened == ["documents/new.pdf"]


def test_file_lost_from_the_store_is_written_again(filled):
    back_up()
    (lost,) = filled.backups.glob(f"files/*/{hashlib.sha256(b'%PDF-1.4 plan').hexdigest()}")
    lost.write_bytes(b"")
    back_up()
    assert lost.read_bytes() == b"%PDF-1.4 plan"


def test_after_damage_every_file_is_written_again(filled):
    back_up()
    (spoilt,) = filled.backups.glob(f"files/*/{hashlib.sha256(b'%PDF-1.4 plan').hexdigest()}")
    spoilt.write_bytes(b"%PDF-1.4 nalp")
    back_up(anew=True)
    assert spoilt.read_bytes() == b"%PDF-1.4 plan"


def test_folder_of_files_on_another_disk_is_followed_once(filled):
    elsewhere = filled.folder / "other disk"
    elsewhere.mkdir()
    (elsewhere / "old.pdf").write_bytes(b"old")
    (elsewhere / "round").symlink_to(filled.folder / "site" / "media")
    (filled.folder / "site/media/archives").symlink_to(elsewhere)
    (filled.folder / "site/media/nowhere").symlink_to("/nowhere")
    names = {file.name for file in files_of("default")}
    assert names == {name for storage, name in FILES if storage == "default"} | {"archives/old.pdf"}


def test_full_disk_leaves_the_store_as_it_was(filled):
    back_up()
    before = names_in(filled)
    storages["default"].save("documents/large.pdf", ContentFile(bytes(8_000_000)))
    with room_for(7_000_000), pytest.raises(BackupProblem, match="Il n’y a plus de place dans"):
        back_up()
    assert names_in(filled) == before
    last = BackupRun.objects.first()
    assert not last.succeeded and last.ended_at and "plus de place" in last.message


def test_killed_backup_looks_like_none_and_is_cleared(filled):
    folder = filled.backups / "backups" / "2026-11-28T02-30-00Z"
    back_up()
    folder.mkdir()
    (folder / "database.sqlite3.gz").write_bytes(b"half")
    assert folder.name not in Shelf(store_at(str(filled.backups))).whole()
    back_up()
    assert not folder.exists()


@pytest.mark.every_database
def test_second_one_at_the_same_time_is_refused(filled):
    with alone(), pytest.raises(Busy):
        back_up()
    assert not filled.backups.exists()
    assert back_up().succeeded


def test_request_is_refused_while_one_waits(django_capture_on_commit_callbacks):
    enqueued = []
    with django_capture_on_commit_callbacks(execute=True):
        run = request_run(BackupRun.Kind.BACKUP, enqueued.append)
        with pytest.raises(Busy):
            request_run(BackupRun.Kind.BACKUP, enqueued.append)
    assert enqueued == [run.pk]


def test_request_of_a_killed_process_is_closed(time_machine):
    lost = BackupRun.objects.create(kind=BackupRun.Kind.BACKUP)
    time_machine.move_to(lost.started_at + timedelta(hours=2))
    request_run(BackupRun.Kind.BACKUP, lambda pk: None)
    lost.refresh_from_db()
    assert lost.ended_at and not lost.succeeded and lost.message.startswith("Interrompue")


def test_store_of_another_site_is_left_alone(filled):
    back_up()
    mark = filled.backups / "escale-backups.json"
    mark.write_text(json.dumps({"format": 1, "site": "another"}))
    for text in (mark.read_text(), "{", "[]"):
        mark.write_text(text)
        with pytest.raises(BackupProblem, match="autre site|illisible"):
            back_up()
    mark.unlink()
    with pytest.raises(BackupProblem, match="sans leur fichier escale-backups.json"):
        back_up()
    assert len(Shelf(store_at(str(filled.backups))).whole()) == 1


def test_place_inside_the_sites_files_is_refused(filled, settings):
    link = filled.folder / "link"
    link.symlink_to(filled.folder / "site")
    settings.STORAGE_URL = "s3://key:secret@127.0.0.1:9/files?secure=false"
    with pytest.raises(BackupProblem, match="donnez aux sauvegardes un bucket à elles"):
        back_up("s3://key:secret@127.0.0.1:9/files?secure=false")
    settings.STORAGE_URL = ""
    for folder in (filled.folder / "site/media", link / "media/backups"):
        with pytest.raises(BackupProblem, match="choisissez un autre dossier"):
            back_up(str(folder))


def test_without_a_place_it_says_what_to_set_in_the_readers_language(settings):
    settings.BACKUP_URL = ""
    with pytest.raises(BackupProblem) as problem:
        back_up()
    assert "réglez BACKUP_URL" in str(problem.value) and "réglez BACKUP_URL" in BackupRun.objects.get().message
    with translation.override("en"):
        assert "set BACKUP_URL" in str(problem.value)


def test_database_without_tables_is_said(filled, monkeypatch):
    monkeypatch.setattr("backups.actions.shelf.MigrationRecorder.has_table", lambda recorder: False)
    with pytest.raises(BackupProblem, match="La base est vide"):
        back_up()
    assert not list(filled.backups.glob("backups/*"))
