"""What stands in a manifest is hostile until it was read: nothing is named outside of the site, nothing is half understood."""

import json
from datetime import UTC, datetime

import pytest

from backups.manifest import Contents, KeptFile, Manifest, Part, moment_of, name_of
from backups.problems import BackupProblem, Damage

HASH = "0f" * 32
RECORD = {
    "format": 1, "made_at": "2026-11-29T02:30:00+00:00", "version": "0.3.0", "engine": "sqlite", "with_files": True, "site": "a",
    "key": "", "settings": {}, "database": {"file": "database.sqlite3.gz", "size": 1, "sha256": HASH},
    "contents": {"file": "contents.json", "size": 1, "sha256": HASH}, "blobs": [HASH],
}  # fmt: skip


def test_manifest_is_read_as_it_was_written():
    part = Part("contents.json", 3, HASH)
    manifest = Manifest(1, "2026-11-29T02:30:00+00:00", "0.3.0", "sqlite", True, "a", "", {"languages": "fr"}, part, part, [HASH])
    assert Manifest.from_bytes(manifest.to_bytes(), "x") == manifest
    contents = Contents(
        {"accounts_user": 3}, ["accounts.0001_initial"], [KeptFile("private", "consents/a.pdf", 3, 1.25, HASH, HASH)]
    )
    assert Contents.from_bytes(contents.to_bytes(), "x") == contents


def test_name_is_the_instant():
    moment = datetime(2026, 11, 29, 2, 30, tzinfo=UTC)
    assert name_of(moment) == "2026-11-29T02-30-00Z" and moment_of("2026-11-29T02-30-00Z") == moment


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/cron.d/x", "/etc/passwd", "a/../../b", "documents/..", "..", "", ".", "a//b", "./a", "a\\..\\b", "a\0b", "documents/./x",
    ],
)  # fmt: skip
def test_name_outside_of_the_sites_folders_is_refused(name):
    files = [{"storage": "default", "name": name, "size": 1, "modified": 0, "sha256": HASH, "blob": HASH}]
    text = json.dumps({"rows": {}, "schema": [], "files": files}).encode()
    with pytest.raises(BackupProblem):
        Contents.from_bytes(text, "x")


@pytest.mark.parametrize(
    "change",
    [
        {"storage": "staticfiles"}, {"blob": "../" + HASH}, {"blob": HASH.upper()}, {"sha256": "x"}, {"size": -1}, {"size": None},
        {"more": 1}, {"name": 3},
    ],
)  # fmt: skip
def test_file_that_is_none_is_damage(change):
    file = {"storage": "default", "name": "a", "size": 1, "modified": 0, "sha256": HASH, "blob": HASH} | change
    with pytest.raises(Damage):
        Contents.from_bytes(json.dumps({"rows": {}, "schema": [], "files": [file]}).encode(), "x")


@pytest.mark.parametrize(
    "change",
    [
        {"engine": "oracle"}, {"blobs": ["../../x"]}, {"blobs": None}, {"database": {"file": "../x", "size": 1, "sha256": HASH}},
        {"database": {"file": "a/b", "size": 1, "sha256": HASH}}, {"contents": {}}, {"made_at": "yesterday"}, {"format": "1"}, {"more": 1},
    ],
)  # fmt: skip
def test_manifest_that_is_none_is_damage(change):
    Manifest.from_bytes(json.dumps(RECORD).encode(), "x")
    with pytest.raises(Damage):
        Manifest.from_bytes(json.dumps(RECORD | change).encode(), "x")


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"null", b"\xff\xfe", json.dumps(RECORD).encode()[:-9], b"[" * 100_000])
def test_text_that_is_cut_is_damage(text):
    for kind in (Manifest, Contents):
        with pytest.raises(Damage):
            kind.from_bytes(text, "x")


def test_newer_format_is_said():
    with pytest.raises(BackupProblem, match="vient d’Escale 9.1, plus récent"):
        Manifest.from_bytes(json.dumps({"format": 2, "version": "9.1"}).encode(), "x")
