"""The same in a bucket: moto's server on the loopback."""

import socket

import boto3
import pytest
from moto.server import ThreadedMotoServer

from backups.actions import restore, retention
from backups.actions.backup import back_up
from backups.actions.check import OpenBackup, check
from backups.actions.shelf import Shelf
from backups.problems import BackupProblem
from backups.sealing import new_key
from backups.stores import shares_the_sites_disk, store_at
from backups.stores.bucket import BucketStore
from common.storages import bucket
from tests.backups.conftest import FILES

pytestmark = pytest.mark.django_db
SECRETS = {"aws_access_key_id": "key", "aws_secret_access_key": "secret", "region_name": "us-east-1"}


@pytest.fixture(autouse=True)
def _no_rest(monkeypatch):
    """What one test met must not hold up the next one."""
    monkeypatch.setattr(bucket._Rest, "until", 0.0)
    monkeypatch.setattr(bucket._Rest, "next_line", 0.0)


@pytest.fixture(scope="module")
def server():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    boto3.resource("s3", endpoint_url=f"http://{host}:{port}", **SECRETS).create_bucket(Bucket="backups")
    yield f"{host}:{port}"
    server.stop()


def address(host: str, name: str = "backups") -> str:
    return f"s3://key:secret@{host}/{name}?secure=false&region=us-east-1"


@pytest.mark.parametrize("key", ["", "sealed"])
def test_backup_in_a_bucket_is_checked_restored_and_cleared(filled, settings, server, key):
    settings.BACKUP_URL, settings.BACKUP_KEY = address(server), new_key() if key else ""
    run = back_up()
    assert run.location == f"s3://{server}/backups" and "secret" not in run.location
    assert check().name == run.name and not shares_the_sites_disk(settings.BACKUP_URL)
    filled.move(filled.folder / "elsewhere")
    restore.plan()
    store = store_at(settings.BACKUP_URL)
    restore.put_files(OpenBackup.at(store))
    assert filled.files() == FILES
    apart = store.within("before-migrations")
    apart.write("files/0f/a", lambda target: target.write(b"a"))
    assert apart.names() == {"files/0f/a": 1} and Shelf(store).whole() == [run.name]
    apart.delete("files/0f/a")
    retention.clear(store, keep=set())
    assert store.names() == {"escale-backups.json": store.names()["escale-backups.json"]}


@pytest.mark.parametrize(
    "wrong", ["s3://backups", "s3://key:secret@host/a/b", "s3://key:secret@host/a?acl=1", "s3://key:secret@[/a"]
)
def test_address_that_is_none_is_said(wrong):
    with pytest.raises(BackupProblem, match="^BACKUP_URL: ") as problem:
        store_at(wrong)
    assert "secret@" not in str(problem.value).replace("s3://key:secret@host/bucket", "")


def test_what_fails_half_way_leaves_no_object(server):
    store = store_at(address(server))

    def fail(target):
        target.write(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.write("files/0f/a", fail)
    assert "files/0f/a" not in store.names()
    with pytest.raises(FileNotFoundError):
        store.open("files/0f/a")


def test_bucket_that_is_away_or_missing_is_said(server, filled, settings):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        away = f"127.0.0.1:{probe.getsockname()[1]}"
    for place in (address(away), address(server, "none-of-this-name")):
        settings.BACKUP_URL = place
        with pytest.raises(BackupProblem) as problem:
            back_up()
        assert "secret" not in str(problem.value) and "s3://" in str(problem.value)
    assert isinstance(store_at(address(away)), BucketStore)
