"""What was left on its way is tidied."""

import os
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from common.uploads import UploadRefused
from pro_portal.photos.actions import cleanup
from pro_portal.photos.models import Bundle, Contribution, Photo, Taking, Upload, UploadPiece
from pro_portal.photos.models.rights import private_storage
from tests.factories import make_picture
from tests.factories.photos import announce_upload, jpeg, make_contribution, send_piece, upload_file
from tests.moment import in_days

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def test_a_file_that_stopped_on_its_way_is_tidied_after_two_days(client, giver, django_capture_on_commit_callbacks):
    address = announce_upload(client, "plage.jpg", 1000)["Location"]
    send_piece(client, address, 0, b"x" * 300)
    name = UploadPiece.objects.get().file.name
    cleanup.delete_abandoned_uploads()
    assert private_storage().exists(name)
    Upload.objects.update(begun_at=timezone.now() - timedelta(days=3))
    with django_capture_on_commit_callbacks(execute=True):
        cleanup.delete_abandoned_uploads()
    assert not private_storage().exists(name) and not Upload.objects.exists()


def test_piece_for_a_file_tidied_meanwhile_is_not_found(client, giver):
    upload = Upload(contribution=Contribution.objects.create(author=giver), name="plage.jpg", size=1000)
    with pytest.raises(UploadRefused) as refused:
        upload.append_chunk(0, 1, BytesIO(b"x"))
    assert refused.value.status == 404
    assert not [name for name in private_storage().listdir("uploads")[1] if str(upload.pk) in name]


def test_files_of_a_killed_process_that_no_row_names_are_deleted_after_a_day(client, giver):
    send_piece(client, announce_upload(client, "plage.jpg", 1000)["Location"], 0, b"x" * 300)
    storage = private_storage()
    zip_name = Bundle.objects.create(size="web", file=storage.save("bundles/named.zip", ContentFile(b"zip"))).file.name
    named = [UploadPiece.objects.get().file.name, zip_name, storage.save("consents/lost.pdf", ContentFile(b"half"))]
    lost = [storage.save(name, ContentFile(b"half")) for name in ("uploads/lost", "bundles/lost.zip")]
    for name in named + lost:
        os.utime(storage.path(name), (timezone.now().timestamp(),) * 2)  # the disk has a clock of its own
    cleanup.delete_files_without_row()
    assert all(storage.exists(name) for name in named + lost)
    for name in named + lost:
        os.utime(storage.path(name), (0, 0))
    cleanup.delete_files_without_row()
    assert [storage.exists(name) for name in named + lost] == [True, True, True, False, False]


def test_a_lot_nobody_signed_goes_with_its_pictures_after_a_month(giver, give_file):
    give_file(jpeg(1))
    make_contribution(giver)
    Contribution.objects.update(begun_at=timezone.now() - timedelta(days=31))
    cleanup.delete_abandoned_uploads()
    assert [lot.state for lot in Contribution.objects.all()] == ["given"]
    assert Photo.objects.count() == 1 and not Upload.objects.exists()


def test_a_file_whose_task_was_lost_is_read_later_and_once(client, giver, django_capture_on_commit_callbacks):
    upload = upload_file(client, jpeg(1))  # nothing is committed: its task never starts
    assert upload.state == "arrived"
    Upload.objects.update(begun_at=timezone.now() - timedelta(minutes=11))
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            cleanup.queue_lost_files()
    assert Upload.objects.get().state == "read" and Photo.objects.count() == 1


def test_process_killed_after_the_last_piece_leaves_a_whole_file(client, giver, django_capture_on_commit_callbacks):
    content = jpeg(1)
    address = announce_upload(client, "plage.jpg", len(content))["Location"]
    Upload.objects.get().append_chunk(0, len(content), BytesIO(content))  # all that it did
    assert client.head(address)["Upload-Offset"] == str(len(content))  # the browser sends nothing more
    assert Upload.objects.get().state == "arrived"
    Upload.objects.update(begun_at=timezone.now() - timedelta(minutes=11))
    with django_capture_on_commit_callbacks(execute=True):
        cleanup.queue_lost_files()
    assert Upload.objects.get().state == "read" and Photo.objects.count() == 1


def test_who_took_a_picture_without_an_account_is_forgotten_after_a_year(professional):
    picture, now = make_picture(), timezone.now()
    cases = {
        "recent": {"days": 300}, "old": {"days": 400}, "until": {"days": 400, "ends_on": in_days(3)},
        "told": {"days": 400, "ends_on": in_days(-3), "end_told_at": now}, "member": {"days": 400, "person": professional},
    }  # fmt: skip
    for name, facts in cases.items():
        days = facts.pop("days")
        taking = Taking.objects.create(picture=picture, size="web", use="web", name=name, email=f"{name}@gite.example", **facts)
        Taking.objects.filter(pk=taking.pk).update(at=now - timedelta(days=days))
    cleanup.forget_who_took()
    assert sorted(Taking.objects.values_list("name", flat=True)) == ["", "", "member", "recent", "until"]
    assert Taking.objects.filter(email="").count() == 2
