"""Room on the disks, and what the data take."""

import shutil
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from common.health import State
from common.templatetags.look import weight
from health.probes import disk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("free", "state"), [(40_000_000_000, State.OK), (1_500_000_000, State.WARNING), (400_000_000, State.FAILURE)]
)
def test_room_that_is_left_is_told(monkeypatch, free, state):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=free, total=80_000_000_000))
    assert {finding.state for finding in disk.disk()} == {state}
    assert weight(free) in disk.disk()[0].sentence


@pytest.mark.every_database
def test_data_are_weighed_by_the_clock(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "private": {"BACKEND": "common.storages.LocalStorage", "OPTIONS": {"location": tmp_path / "private"}}
    }
    storages["private"].save("zips/a.zip", ContentFile(b"x" * 2500))
    disk.measure_sizes()
    sentence = disk.disk()[-1].sentence
    assert "base de données" in sentence and sentence.endswith("fichiers privés 2\xa0ko.")
