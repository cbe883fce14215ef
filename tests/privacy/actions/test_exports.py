"""Everything about one person in one zip, and nothing about anybody else."""

import json
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.core.files.storage import storages
from django.utils import timezone

from common.personal_data import kinds
from common.zips import lost_zips
from destination.pages.models import ContactMessage
from privacy.actions import fill_export
from privacy.models import Export
from privacy.personal_data import PrivacyRequests
from tests.privacy.conftest import EMAIL, FIRST, LAST, VISITOR, leave_address

pytestmark = pytest.mark.django_db


def make_export(account=None, requested_by=None, email="", **fields) -> Export:
    return Export.objects.create(account=account, requested_by=requested_by or account, email=email or account.email, **fields)


def filled(export: Export) -> ZipFile:
    fill_export(str(export.pk))
    export.refresh_from_db()
    assert export.state == "ready"
    return ZipFile(export.file.open("rb"))


def sections(archive: ZipFile) -> dict[str, list]:
    return {section["key"]: section["records"] for section in json.loads(archive.read("donnees.json"))["kinds"]}


def test_an_export_holds_each_kind(everything, zenobie):
    archive = filled(make_export(zenobie))
    found = sections(archive)
    without_rows = {"backups", "technical_logs", "tries", "tasks", "search", "search_requests", "moderation", "photo_consents"}
    assert set(found) >= {kind.key for kind in kinds()} - without_rows
    assert found["accounts"][-1]["values"]["Courriel"] == EMAIL
    assert found["photo_contributions"][0]["values"]["Nom du signataire"] == f"{FIRST} {LAST}"
    page = archive.read("lire.html").decode()
    assert f"{FIRST} {LAST}" in page and "Messages du formulaire de contact" in page


def test_its_files_are_inside(everything, zenobie):
    archive = filled(make_export(zenobie))
    contents = {name: archive.read(name) for name in archive.namelist() if name.startswith("fichiers/")}
    assert b"plan" in contents.values() and b"avatar" in contents.values() and b"signed" in contents.values()
    documents = [file for record in sections(archive)["media"] for file in record["files"] if "plan" in file["name"]]
    assert b"plan" in {archive.read(file["place"]) for file in documents}


def test_nobody_else_is_in_it(everything, zenobie, colleague, moderator):
    leave_address("voisine@lorient.example", "Voisine Autrement")
    archive = filled(make_export(zenobie))
    for content in (archive.read("donnees.json").decode(), archive.read("lire.html").decode()):
        for other in ("voisine", "Voisine", colleague.email, colleague.last_name, moderator.last_name, "pbkdf2", "password"):
            assert other not in content
        assert zenobie.password not in content and zenobie.feed_key not in content


def test_an_address_without_account(administrator, pages):
    leave_address(VISITOR, "Solveig Kerbiriou")
    found = sections(filled(make_export(requested_by=administrator, email=VISITOR)))
    assert [record["values"]["Message"] for record in found["contact_messages"]] == [f"Solveig Kerbiriou, {VISITOR}"]
    assert {"account_requests", "events", "mails", "photo_takings", "sessions", "tutorial_questions"} <= set(found)
    assert "accounts" not in found


def test_hostile_words_are_harmless(zenobie):
    ContactMessage.objects.create(
        name="<script>alert(1)</script>", email=EMAIL, subject="../../etc", message="😀 \u202e</body>", language="fr"
    )
    archive = filled(make_export(zenobie))
    assert "<script>" not in archive.read("lire.html").decode()
    assert all(not name.startswith(("/", ".")) and ".." not in name for name in archive.namelist())


def test_a_lost_file_is_said(everything, zenobie):
    storages["default"].delete(everything.photo.picture.file.name)
    archive = filled(make_export(zenobie))
    assert {"name": everything.photo.picture.file.name.split("/")[-1], "place": ""} in [
        file for record in sections(archive)["media"] for file in record["files"]
    ]
    assert "ou perdu" in archive.read("lire.html").decode()


def test_made_twice_it_is_made_once(zenobie):
    export = make_export(zenobie)
    first = filled(export).filename, export.file.name
    fill_export(str(export.pk))
    export.refresh_from_db()
    assert export.file.name == first[1]


def test_one_that_waits_too_long_is_queued_again_then_given_up(zenobie):
    now = timezone.now()
    export = make_export(zenobie, waiting_since=now - timedelta(minutes=11))
    assert lost_zips(Export.objects.all()) == [str(export.pk)]
    Export.objects.update(waiting_since=now - timedelta(hours=3))
    assert lost_zips(Export.objects.all()) == []
    assert Export.objects.get().state == "failed"


def test_a_zip_goes_after_a_week(zenobie):
    export = make_export(zenobie)
    filled(export)
    PrivacyRequests().expire(timezone.now() + timedelta(days=6))
    assert Export.objects.exists()
    PrivacyRequests().expire(timezone.now() + timedelta(days=8))
    assert not Export.objects.exists() and not export.file.storage.exists(export.file.name)
