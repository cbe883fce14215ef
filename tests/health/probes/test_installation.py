"""The versions, and an installation that is behind its own code."""

import os

import pytest
from django.db.migrations.recorder import MigrationRecorder

from common.health import State
from health.models import Upgrade
from health.probes import installation
from health.probes.installation import are_static_files_stale, missing_migrations, number

pytestmark = pytest.mark.django_db


def sentences() -> dict[str, str]:
    return {finding.sentence: finding.state for finding in installation.installation()}


@pytest.mark.every_database
def test_versions_are_told(settings):
    *_others, last = installation.installation()
    assert last.sentence.startswith(f"Escale\xa0{settings.VERSION}, Python") and last.state == State.OK


@pytest.mark.every_database
def test_migration_that_is_missing_is_red():
    assert missing_migrations() == set()
    MigrationRecorder.Migration.objects.filter(app="health", name__startswith="0001").delete()
    assert sentences()["La base de données est en retard sur le logiciel : 1 migration manque."] == State.FAILURE


def test_code_that_is_older_than_the_database_is_red(settings):
    settings.VERSION = "0.3.0"
    Upgrade.objects.create(version="0.10.0")
    [sentence] = [sentence for sentence in sentences() if "0.10.0" in sentence]
    assert sentences()[sentence] == State.FAILURE
    assert number("0.10.0") > number("0.9.1") > number("")


def test_static_files_that_are_older_than_their_sources_are_seen(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "common.storages.StaticFiles"}}
    assert are_static_files_stale()
    manifest = tmp_path / "staticfiles.json"
    manifest.write_text("{}")
    assert not are_static_files_stale()
    os.utime(manifest, (1, 1))
    assert are_static_files_stale()
