"""What the health page says of backups."""

from datetime import timedelta

import pytest
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from backups import presenters
from backups.models import BackupRun
from common.health import State, probes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _place_apart(settings, monkeypatch):
    settings.BACKUP_URL = "/mnt/backups"
    monkeypatch.setattr(presenters, "shares_the_sites_disk", lambda address: False)


def run(kind="backup", hours_ago=1.0, succeeded=True, message="") -> BackupRun:
    moment = timezone.now() - timedelta(hours=hours_ago)
    return BackupRun.objects.create(
        kind=kind, started_at=moment, ended_at=moment, succeeded=succeeded, message=message, name="2026-11-29T02-30-00Z"
    )


def states() -> list[State]:
    return [finding.state for finding in presenters.look_at_backups()]


def test_probe_is_registered():
    assert "backup" in [probe.key for probe in probes()]


def test_without_a_place_it_is_a_failure(settings):
    settings.BACKUP_URL = ""
    (finding,) = presenters.look_at_backups()
    assert (finding.state, finding.sentence) == (State.FAILURE, "Aucune sauvegarde n’est faite.")


def test_place_on_the_sites_disk_is_a_failure(settings, tmp_path, monkeypatch):
    run()
    monkeypatch.undo()
    settings.BACKUP_URL, settings.VAR_DIR = str(tmp_path / "not/there/yet"), tmp_path
    first, *others = presenters.look_at_backups()
    assert first.state == State.FAILURE and "sur le disque du site" in first.sentence
    assert [finding.state for finding in others] == [State.OK, State.OK]


@pytest.mark.parametrize(("hours_ago", "state"), [(1, State.OK), (25, State.OK), (30, State.WARNING), (60, State.FAILURE)])
def test_age_of_the_last_backup(hours_ago, state):
    run(hours_ago=hours_ago)
    assert states()[0] == state


def test_failure_after_a_success_is_a_warning_with_its_words():
    run(hours_ago=20)
    run(succeeded=False, message="Il n’y a plus de place.")
    finding = presenters.look_at_backups()[0]
    assert finding.state == State.WARNING and finding.sentence.endswith("La suivante a échoué : Il n’y a plus de place.")


def test_new_installation_is_told_to_wait_for_its_first_night():
    first = MigrationRecorder.Migration.objects.order_by("id").first()
    states_by_age = {}
    for hours in (2, 30):
        MigrationRecorder.Migration.objects.filter(pk=first.pk).update(applied=timezone.now() - timedelta(hours=hours))
        states_by_age[hours] = states()[0]
    assert states_by_age == {2: State.WARNING, 30: State.FAILURE}


def test_no_success_at_all_is_a_failure():
    run(succeeded=False, message="Il n’y a plus de place.")
    finding = presenters.look_at_backups()[0]
    assert finding.state == State.FAILURE and "n’a encore réussi. Il n’y a plus de place." in finding.sentence


def test_check():
    run()
    assert states()[1] == State.OK  # of a new installation
    check = run("check", hours_ago=24 * 9)
    assert states()[1] == State.WARNING
    check.delete()
    run("check", hours_ago=24 * 9)
    run("check", hours_ago=2)
    assert states()[1] == State.OK
    run("check", succeeded=False, message="Un fichier manque.")
    assert presenters.look_at_backups()[1].sentence == "La dernière vérification a échoué : Un fichier manque."
    assert states()[1] == State.FAILURE


def test_backup_that_was_never_checked_is_a_warning_after_a_week():
    run(hours_ago=24 * 10)
    run()
    assert states() == [State.OK, State.WARNING]
