"""Files on their way: in pieces, resumed after a cut, of the size and of the person announced."""

from io import BytesIO

import pytest
from django.http import UnreadablePostError

from common.uploads import MAX_CHUNK, UploadRefused
from pro_portal.photos.actions.uploads import MAX_FILES
from pro_portal.photos.models import Contribution, Photo, Upload
from tests.factories import image_file, make_user
from tests.factories.photos import UPLOADS, announce_upload, jpeg, send_piece
from tests.html import read

pytestmark = pytest.mark.django_db
GIVE = "/fr/portail/phototheque/donner/"
LARGEST = 100 * 1024 * 1024


def test_file_is_resumed_after_a_cut(client, giver, django_capture_on_commit_callbacks):
    content = jpeg(1)
    address = announce_upload(client, "Été au port.jpg", len(content))["Location"]
    half = len(content) // 2
    assert send_piece(client, address, 0, content[:half])["Upload-Offset"] == str(half)
    asked = client.head(address)
    assert (asked["Upload-Offset"], asked["Upload-Length"]) == (str(half), str(len(content)))
    with django_capture_on_commit_callbacks(execute=True):
        assert send_piece(client, address, half, content[half:])["Upload-Offset"] == str(len(content))
    upload = Upload.objects.get()
    assert (upload.state, upload.name, upload.pieces.exists()) == ("read", "Été au port.jpg", False)
    assert upload.picture.file.read() == content
    assert upload.picture.title == "Été au port"


def test_what_a_cut_left_of_a_piece_is_kept(client, giver):
    class CutLine(BytesIO):
        def read(self, size=-1):
            if self.tell() >= 300:
                raise UnreadablePostError("cut")
            return super().read(min(size, 300))

    announce_upload(client, "plage.jpg", 1000)
    upload = Upload.objects.get()
    assert upload.append_chunk(0, 1000, CutLine(b"x" * 1000)) == 300
    assert Upload.objects.get().offset == 300
    assert Upload.objects.get().append_chunk(300, 700, BytesIO(b"y" * 700)) == 1000


def test_piece_that_two_processes_receive_is_kept_once(client, giver):
    announce_upload(client, "plage.jpg", 1000)
    first, second = Upload.objects.get(), Upload.objects.get()
    first.append_chunk(0, 600, BytesIO(b"x" * 600))
    with pytest.raises(UploadRefused) as refused:
        second.append_chunk(0, 600, BytesIO(b"y" * 600))
    assert refused.value.status == 409
    Upload.objects.get().append_chunk(600, 400, BytesIO(b"z" * 400))
    with Upload.objects.get().local_copy() as path, open(path, "rb") as whole:
        assert whole.read() == b"x" * 600 + b"z" * 400


@pytest.mark.parametrize(("offset", "status"), [("5", 409), ("0", 409), ("-1", 400), ("²", 400), ("", 400), ("9" * 30, 400)])
def test_piece_at_the_wrong_place_changes_nothing(client, giver, offset, status):
    address = announce_upload(client, "plage.jpg", 1000)["Location"]
    send_piece(client, address, 0, b"x" * 100)
    refused = send_piece(client, address, offset, b"y" * 50)
    assert refused.status_code == status
    assert client.head(address)["Upload-Offset"] == "100"


def test_piece_of_another_kind_is_refused(client, giver):
    address = announce_upload(client, "plage.jpg", 1000)["Location"]
    assert send_piece(client, address, 0, b"x", content_type="image/jpeg").status_code == 415


def test_piece_longer_than_the_file_or_than_a_piece_is_refused(client, giver):
    address = announce_upload(client, "plage.jpg", 1000)["Location"]
    assert send_piece(client, address, 0, b"x" * 1001).status_code == 413
    address = announce_upload(client, "plage.jpg", LARGEST)["Location"]
    assert send_piece(client, address, 0, b"x" * (MAX_CHUNK + 1)).status_code == 413
    assert set(Upload.objects.values_list("offset", flat=True)) == {0}


@pytest.mark.parametrize(
    ("size", "status"), [(LARGEST, 201), (LARGEST + 1, 413), (0, 201), (-1, 400), ("", 400), ("9" * 40, 400)]
)
def test_hundred_megabytes_are_the_limit(client, giver, size, status):
    assert announce_upload(client, "plage.jpg", size).status_code == status
    assert Upload.objects.count() == (status == 201)


def test_lot_has_an_end(client, giver):
    lot = Contribution.objects.create(author=giver)
    Upload.objects.bulk_create(Upload(contribution=lot, name="vue.jpg", size=9) for _ in range(MAX_FILES))
    assert announce_upload(client, "plage.jpg", 1000).status_code == 422


@pytest.mark.parametrize("method", ["head", "patch", "delete"])
def test_file_of_someone_else_is_not_there(client, giver, method):
    address = announce_upload(client, "plage.jpg", 1000)["Location"]
    client.force_login(make_user(organisation=giver.organisation))
    options = {"headers": {"Upload-Offset": "0"}, "content_type": "application/offset+octet-stream"} if method == "patch" else {}
    assert getattr(client, method)(address, **options).status_code == 404
    assert client.post(f"{address}retirer/").status_code == 404
    assert Upload.objects.get().offset == 0
    client.force_login(giver)
    assert client.head(address).status_code == 200


def test_file_of_a_lot_that_was_given_takes_no_more(client, giver):
    address = announce_upload(client, "plage.jpg", 1000)["Location"]
    Contribution.objects.update(state="given")
    assert send_piece(client, address, 0, b"x").status_code == 404
    assert client.delete(address).status_code == 404


def test_someone_without_establishment_gives_nothing(client, db):
    client.force_login(make_user())
    assert announce_upload(client, "plage.jpg", 1000).status_code == 404
    assert client.get(GIVE).status_code == 404


def test_file_taken_out_leaves_nothing(client, giver, give_file, django_capture_on_commit_callbacks):
    upload = give_file(jpeg(1))
    stored = upload.picture.file
    assert stored.storage.exists(stored.name)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.delete(f"{UPLOADS}{upload.pk}/").status_code == 204
    assert not Photo.objects.exists() and not stored.storage.exists(stored.name)


def test_files_are_sent_without_javascript_too(client, giver, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        files = [image_file("un.jpg", size=(900, 600)), image_file("deux.png", kind="PNG"), image_file("trois.jpg")]
        answer = client.post(GIVE, {"action": "files", "files": files, "credit": "Clotilde"}, follow=True)
    assert "3 fichiers reçus" in read(answer).text
    page = read(client.get(GIVE))
    assert len(page.all_by_hook("data-state", "read")) == 3 and page.form_values()["credit"] == "Clotilde"
    upload = Upload.objects.first()
    assert client.post(f"{UPLOADS}{upload.pk}/retirer/").url == GIVE
    assert Photo.objects.count() == 2


def test_form_that_chooses_no_file_says_so(client, giver):
    page = read(client.post(GIVE, {"action": "files"}, follow=True))
    assert "Choisissez d’abord des fichiers" in page.text


def test_name_that_is_no_text_is_given_another(client, giver):
    client.post(UPLOADS, headers={"Upload-Length": "9", "Upload-Metadata": "filename ///"})
    assert Upload.objects.get().name == "photo"
