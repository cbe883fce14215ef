"""A folder of backups: a file is whole or absent, links lead nowhere, what the disk refuses is a sentence."""

import os
import resource
from contextlib import contextmanager
from pathlib import Path

import pytest

from backups.problems import BackupProblem
from backups.stores.folder import FolderStore

ALL = {"files/0f/a": 5}


@pytest.fixture
def store(tmp_path):
    store = FolderStore(tmp_path / "new" / "backups")
    store.prepare()
    assert store.write("files/0f/a", lambda target: target.write(b"first")) == 5
    return store


@contextmanager
def room_for(size: int):
    """No file of this process may grow beyond `size` bytes: what a full disk does, without one."""
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, former[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)


def test_file_is_read_as_written_and_deleted_with_its_folder(store):
    assert store.names() == store.names("files") == ALL and store.names("backups") == {}
    with store.open("files/0f/a") as file:
        assert file.read() == b"first"
    store.delete("files/0f/a")
    store.delete("files/0f/a")
    assert store.names() == {} and not (store.folder / "files").exists()
    for name in ("files/0f/a", "files"):
        with pytest.raises(FileNotFoundError):
            store.open(name)


def test_full_disk_is_said_and_leaves_nothing(store):
    with room_for(100_000), pytest.raises(BackupProblem, match="Il n’y a plus de place"):
        store.write("files/0f/b", lambda target: target.write(b"b" * 200_000))
    assert store.names() == ALL and list((store.folder / ".parts").iterdir()) == []


def test_what_fails_half_way_leaves_the_former_file(store):
    def fail(target):
        target.write(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.write("files/0f/a", fail)
    with store.open("files/0f/a") as file:
        assert file.read() == b"first"


def test_what_a_killed_process_left_aside_is_cleared(store):
    (store.folder / ".parts" / "left").write_bytes(b"half")
    assert store.names() == ALL
    store.prepare()
    assert list((store.folder / ".parts").iterdir()) == []


def test_link_in_a_store_leads_nowhere(store, tmp_path):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key").write_text("secret")
    (store.folder / "files/0f/link").symlink_to(secret / "key")
    (store.folder / "files/0e").symlink_to(secret)
    os.mkfifo(store.folder / "files/0f/pipe")
    assert store.names() == ALL
    with pytest.raises(BackupProblem):
        store.open("files/0f/link")


@pytest.mark.parametrize("place", ["/sys/backups", "/proc/backups", __file__ + "/backups"])
def test_place_that_takes_no_folder_is_said(place):
    with pytest.raises(BackupProblem, match=place):
        FolderStore(Path(place)).prepare()
