"""What was left on its way is tidied."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pro_portal.photos.actions import cleanup
from pro_portal.photos.models import Contribution, Photo, Upload
from tests.factories.photos import announce_upload, jpeg, make_contribution, send_piece, upload_file

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def test_a_file_that_stopped_on_its_way_is_tidied_after_two_days(client, giver):
    announce_upload(client, "plage.jpg", 1000)
    upload = Upload.objects.get()
    cleanup.delete_abandoned_uploads()
    assert upload.path.exists()
    Upload.objects.update(begun_at=timezone.now() - timedelta(days=3))
    cleanup.delete_abandoned_uploads()
    assert not upload.path.exists() and not Upload.objects.exists()


def test_piece_for_a_file_tidied_meanwhile_is_not_found(client, giver):
    address = announce_upload(client, "plage.jpg", 1000)["Location"]
    Upload.objects.get().path.unlink()
    assert send_piece(client, address, 0, b"x").status_code == 404


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
