import errno
import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import boto3
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.utils import timezone
from moto.server import ThreadedMotoServer

from common.storages import PARTS, LocalStorage, delete_older_files, join_modules, join_sheets, s3_options
from tests.conftest import ROOT


def test_address_gives_the_options_of_the_storage():
    options = s3_options("s3://key:s%2Fecret@127.0.0.1:9000/photos?secure=false&region=fr-par")
    assert options["endpoint_url"] == "http://127.0.0.1:9000"
    assert (options["bucket_name"], options["access_key"], options["secret_key"]) == ("photos", "key", "s/ecret")
    assert (options["region_name"], options["default_acl"], options["file_overwrite"]) == ("fr-par", None, False)


def test_amazon_needs_no_host():
    assert "endpoint_url" not in s3_options("s3://key:secret@/photos")


@pytest.mark.parametrize(
    "address",
    [
        "s3://photos", "https://key:secret@host/photos", "s3://key:secret@host/", "s3://key:secret@host/a/b",
        "s3://key:secret@host:port/photos", "s3://key:sec/ret@host/photos", "s3://key:sec#ret@host/photos",
        "s3://key:secret@host/photos?regio=fr-par", "s3://key:secret@host/photos?secure=non", "s3://key:secret@[host/photos",
    ],
)  # fmt: skip
def test_unclear_address_is_said(address):
    with pytest.raises(ImproperlyConfigured, match="^STORAGE_URL: ") as problem:
        s3_options(address)
    assert "secret" not in str(problem.value).replace("s3://key:secret@host/bucket", "")


def test_settings_read_it():
    """In a process of its own: settings are read once."""
    found = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v", "0", "-c", "from django.core.files.storage import default_storage as s; print(s.bucket_name)"],
        cwd=ROOT, env=os.environ | {"STORAGE_URL": "s3://key:secret@127.0.0.1:9000/photos?secure=false"}, capture_output=True, text=True,
    )  # fmt: skip
    assert found.stdout.strip().endswith("photos"), found.stderr


class FullDisk(ContentFile):
    def chunks(self, chunk_size=None):
        yield b"half"
        raise OSError(errno.ENOSPC, "No space left on device")


def test_file_that_a_full_disk_refuses_leaves_nothing(tmp_path):
    storage = LocalStorage(tmp_path)
    with pytest.raises(OSError, match="No space left"):
        storage.save("original_images/plage.jpg", FullDisk(b""))
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_file_appears_under_its_name_once_it_is_whole(tmp_path):
    storage = LocalStorage(tmp_path)

    class Watched(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"first half, "
            assert not storage.exists("a/plage.jpg")
            yield b"second half"

    name = storage.save("a/plage.jpg", Watched(b""))
    assert storage.open(name).read() == b"first half, second half"


def test_second_file_of_a_name_gets_another(tmp_path):
    storage = LocalStorage(tmp_path)

    class Overtaken(ContentFile):
        """While it is written, another process saves a file of that name."""

        def chunks(self, chunk_size=None):
            LocalStorage(tmp_path).save("a/plage.jpg", ContentFile(b"the other"))
            yield b"this one"

    name = storage.save("a/plage.jpg", Overtaken(b""))
    assert name != "a/plage.jpg" and storage.open(name).read() == b"this one"
    assert storage.open("a/plage.jpg").read() == b"the other"


def test_what_a_killed_process_left_aside_goes_after_a_day(tmp_path):
    storage = LocalStorage(tmp_path)
    assert delete_older_files(storage, PARTS, timedelta(days=1)) == 0
    for name in ("new", "old"):
        storage.save(f"{PARTS}/{name}", ContentFile(b"half"))
    now = timezone.now().timestamp()  # the disk has a clock of its own
    for name, time in (("new", now), ("old", 0)):
        os.utime(tmp_path / PARTS / name, (time, time))
    assert delete_older_files(storage, PARTS, timedelta(days=1)) == 1
    assert storage.listdir(PARTS)[1] == ["new"]


EVERYTHING_ANSWERS = {
    "upload": "read", "refusal": "", "bundle": "ready", "pieces": 0, "given": True, "zip": 200, "inside": 2, "width": 320,
    "agreement": True,
}  # fmt: skip


def run_several_processes(folders: dict[str, Path], **variables) -> dict:
    """Half of a picture reaches one web process, the rest another, which is the worker too; the first looks at everything.
    `folders`: the VAR_DIR of each process."""

    def act(process: str, name: str) -> str:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings.base", "SECRET_KEY": "only-for-tests",
            "VAR_DIR": str(folders[process]), **variables,
        }  # fmt: skip
        code = f"from tests.common import several_processes as s; s.{name}()"
        command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", code]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    act("web", "send_first_half")
    act("web and worker", "send_second_half_and_work")
    return json.loads(act("web", "look").splitlines()[-1])


@pytest.fixture
def var_dirs(tmp_path) -> dict[str, Path]:
    folders = {name: tmp_path / name for name in ("web", "web and worker")}
    for folder in folders.values():
        folder.mkdir()
    return folders


def kept_in(folder: Path) -> list[str]:
    """But for the worker's own sign of life."""
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".alive")


def test_processes_that_share_the_two_folders_need_nothing_else(tmp_path, var_dirs, own_database):
    for shared in ("media", "private"):
        (tmp_path / shared).mkdir()
        for folder in var_dirs.values():
            (folder / shared).symlink_to(tmp_path / shared)
    assert run_several_processes(var_dirs, DATABASE_URL=f"sqlite:///{own_database}") == EVERYTHING_ANSWERS
    assert [kept_in(folder) for folder in var_dirs.values()] == [["media", "private"]] * 2


def test_a_bucket_holds_everything(var_dirs, own_database):
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        bucket = boto3.resource(
            "s3", endpoint_url=f"http://{host}:{port}", aws_access_key_id="key", aws_secret_access_key="secret",
            region_name="us-east-1",
        ).create_bucket(Bucket="files")  # fmt: skip
        answer = run_several_processes(
            var_dirs,
            DATABASE_URL=f"sqlite:///{own_database}",
            STORAGE_URL=f"s3://key:secret@{host}:{port}/files?secure=false&region=us-east-1",
        )
        keys = sorted(stored.key for stored in bucket.objects.all())
    finally:
        server.stop()
    assert answer == EVERYTHING_ANSWERS
    assert [key.rsplit("/", 1)[0] for key in keys if key.startswith("private/")] == ["private/bundles", "private/consents"]
    assert [kept_in(folder) for folder in var_dirs.values()] == [[], []]


def test_bundles_have_neither_comments_nor_margins():
    sheets = ["/* First.\n   Of two. */\n.a {\n  color: red; /* why */\n}\n", '.b::before { content: " · "; }\n']
    assert join_sheets(sheets) == '.a {\ncolor: red;\n}\n.b::before { content: " · "; }\n'
    modules = [
        "/* One region. */\nexport function say() {\n  // Once.\n  return 1; // stays\n}\n",
        'import { say } from "./live-region.js";\n/** Two\n    lines. */ say();\nconst site = "http://a.example/*"; /* stays */\nsay(site);\n',
    ]
    assert join_modules(modules) == (
        "function say() {\nreturn 1; // stays\n}\n"
        '{\n/** Two\nlines. */ say();\nconst site = "http://a.example/*"; /* stays */\nsay(site);\n}\n'
    )
