"""A check opens everything, names what is wrong, and changes nothing."""

import gzip
import hashlib
import json
import shutil

import pytest

from backups.actions.check import check
from backups.models import BackupRun
from backups.problems import BackupProblem, Damage
from backups.sealing import new_key
from tests.backups.conftest import change_contents

pytestmark = pytest.mark.django_db


def test_sound_backup_passes_and_stays_as_it_is(backup):
    before = {path: path.stat().st_mtime_ns for path in backup.site.backups.rglob("*")}
    run = check()
    assert (run.succeeded, run.name, run.files) == (True, backup.name, 4)
    assert {path: path.stat().st_mtime_ns for path in backup.site.backups.rglob("*")} == before
    assert BackupRun.objects.get(kind="check").message == ""


def database(backup):
    return backup.folder / backup.manifest["database"]["file"]


def largest(backup):
    return max(backup.site.backups.glob("files/*/*"), key=lambda path: path.stat().st_size)


def cut(path):
    path.write_bytes(path.read_bytes()[:-100])


def turn(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def link(path):
    copy = path.with_name(f"{path.name}-copy")
    shutil.move(path, copy)
    path.symlink_to(copy)


def change_manifest(backup, **values):
    (backup.folder / "manifest.json").write_text(json.dumps(backup.manifest | values))


DAMAGES = {
    "file cut": (lambda backup: cut(largest(backup)), "manquent ou sont abîmés.*port"),
    "file changed": (lambda backup: turn(largest(backup)), "manquent ou sont abîmés.*port"),
    "file missing": (lambda backup: largest(backup).unlink(), "manquent ou sont abîmés.*port"),
    "file a link": (lambda backup: link(largest(backup)), "lire ou écrire|Too many levels"),
    "database cut": (lambda backup: cut(database(backup)), "abîmé"),
    "database changed": (lambda backup: turn(database(backup)), "abîmé"),
    "database missing": (lambda backup: database(backup).unlink(), "manque à la sauvegarde"),
    "contents cut": (lambda backup: cut(backup.folder / backup.manifest["contents"]["file"]), "abîmé"),
    "contents missing": (
        lambda backup: (backup.folder / backup.manifest["contents"]["file"]).unlink(),
        "Il manque contents.json",
    ),
    "manifest cut": (lambda backup: cut(backup.folder / "manifest.json"), "manifeste .* illisible"),
    "manifest of a newer one": (lambda backup: change_manifest(backup, format=2, version="9"), "Escale 9, plus récent"),
    "manifest missing": (lambda backup: (backup.folder / "manifest.json").unlink(), "aucune sauvegarde entière"),
    "all missing": (lambda backup: shutil.rmtree(backup.site.backups), "aucune sauvegarde entière"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_named(backup, damage):
    spoil, sentence = DAMAGES[damage]
    spoil(backup)
    with pytest.raises(BackupProblem, match=sentence):
        check()
    run = BackupRun.objects.get(kind="check")
    assert run.ended_at and not run.succeeded and run.message


def test_key_that_does_not_fit_is_said(backup, settings):
    if not backup.is_sealed:
        settings.BACKUP_KEY = new_key()
        assert check().succeeded  # made before the key was set
        return
    for key, sentence in ((new_key(), "une autre clé"), ("", "BACKUP_KEY est vide")):
        settings.BACKUP_KEY = key
        with pytest.raises(BackupProblem, match=f"{sentence} : .*{backup.manifest['key']}"):
            check()


def test_database_that_does_not_open_is_damage_although_its_hash_is_right(backup, settings):
    """A backup that a broken program wrote."""
    if backup.is_sealed:
        return
    content = gzip.compress(b"SQLite format 3\0" + bytes(5000))
    database(backup).write_bytes(content)
    part = backup.manifest["database"] | {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    change_manifest(backup, database=part)
    with pytest.raises(Damage, match="La base de la sauvegarde"):
        check()


def test_name_that_is_not_there_lists_those_that_are(backup):
    with pytest.raises(BackupProblem, match=f"« ../../etc ».*{backup.name}"):
        check(name="../../etc")


def test_rows_that_are_missing_from_the_database_are_damage(backup, settings):
    change_contents(backup, settings, lambda values: values["rows"].update(accounts_user=7))
    with pytest.raises(Damage, match="nombre de lignes attendu"):
        check()
