"""The bucket is away: pages are shown, a file that is asked for is told of in a sentence, and what is given is not lost."""

import socket

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from moto.server import ThreadedMotoServer

from common.models import Picture, SharedDocument
from common.models.pictures import PictureFileAway, PictureRendition
from common.storages import StorageAway, answers, bucket, s3_options
from common.storages.bucket import BucketStorage
from pro_portal.photos.actions.archives import fill_bundle
from pro_portal.photos.actions.partner_keys import create_key
from pro_portal.photos.models import AttachedAgreement, Bundle, Consent, Upload, UploadPiece
from tests.factories import image_file, make_picture
from tests.factories.photos import announce_upload, jpeg, make_consent, make_contribution, make_photo, send_piece
from tests.factories.submissions import DraftTab, proposal_form
from tests.html import read

pytestmark = pytest.mark.django_db
AWAY = "Le serveur ne peut pas lire ce fichier en ce moment."
NOT_STORED = "Aucun fichier ne peut être rangé en ce moment."
FIELDS = [model._meta.get_field("file") for model in (
    Picture, PictureRendition, SharedDocument, AttachedAgreement, Consent, Bundle, UploadPiece,
)]  # fmt: skip


@pytest.fixture(autouse=True)
def _no_rest(monkeypatch):
    """What one test met must not hold up the next one."""
    monkeypatch.setattr(bucket._Rest, "until", 0.0)
    monkeypatch.setattr(bucket._Rest, "next_line", 0.0)


def bucket_at(host: str, port: int, **options) -> BucketStorage:
    return BucketStorage(**s3_options(f"s3://key:secret@{host}:{port}/files?secure=false&region=us-east-1"), **options)


@pytest.fixture
def away(monkeypatch):
    """From `away()` on, every file is in a bucket whose server does not listen."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        storage = bucket_at("127.0.0.1", probe.getsockname()[1])

    def leave() -> Storage:
        for field in FIELDS:
            monkeypatch.setattr(field, "storage", storage)
        monkeypatch.setattr("common.views.cms_media.default_storage", storage)
        return storage

    return leave


def test_bucket_says_what_is_missing_and_that_it_is_away(settings):
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        secrets = {"aws_access_key_id": "key", "aws_secret_access_key": "secret", "region_name": "us-east-1"}
        boto3.resource("s3", endpoint_url=f"http://{host}:{port}", **secrets).create_bucket(Bucket="files")
        storage = bucket_at(host, port)
        name = storage.save("images/le port.jpg", ContentFile(b"port"))
        assert (storage.open(name).read(), storage.url(name)) == (b"port", "/media/images/le%20port.jpg")
        assert answers(storage) and not storage.exists("images/none.jpg")
        for ask in (storage.open, storage.get_modified_time, storage.size):
            with pytest.raises(FileNotFoundError):
                ask("images/none.jpg")
        opened = storage.open(name)  # its content is only fetched when it is read
    finally:
        server.stop()
    with pytest.raises(StorageAway):
        opened.read()
    for ask in (storage.open, storage.exists, storage.size, lambda name: storage.save(name, ContentFile(b""))):
        with pytest.raises(StorageAway):
            ask(name)
    assert not answers(storage)
    storage.delete(name)  # nothing more can be done: the row is gone


def test_a_part_of_a_document_is_all_that_is_fetched(client, monkeypatch, settings):
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        credentials = {"aws_access_key_id": "key", "aws_secret_access_key": "secret", "region_name": "us-east-1"}
        boto3.client("s3", endpoint_url=f"http://{host}:{port}", **credentials).create_bucket(Bucket="files")
        monkeypatch.setattr(SharedDocument._meta.get_field("file"), "storage", bucket_at(host, port))
        document = SharedDocument.objects.create(title="Plan", file=ContentFile(b"Le plan du port", name="plan.txt"))
        monkeypatch.setattr(bucket.BucketFile, "_get_file", None)  # which would fetch the whole
        part = client.get(document.url, headers={"Range": "bytes=3-6"})
        assert (part.status_code, b"".join(part.streaming_content), part["Content-Range"]) == (206, b"plan", "bytes 3-6/15")
        whole = client.get(document.url)
        assert (whole.status_code, b"".join(whole.streaming_content), whole["Content-Length"]) == (200, b"Le plan du port", "15")
    finally:
        server.stop()


def test_bucket_that_failed_is_left_alone_for_a_moment(away, monkeypatch, caplog):
    storage = away()
    for _number in range(3):
        assert not answers(storage)
    assert len([record for record in caplog.records if "does not answer" in record.message]) == 1
    monkeypatch.setattr(storage, "_connections", None)  # nothing is asked of it
    assert not answers(storage)


@pytest.mark.parametrize("was_drawn", [True, False])
def test_picture_is_a_tile_that_asks_again(client, away, was_drawn):
    picture = make_picture("Le port", audience="public")
    address = picture.url_for(320)
    if was_drawn:
        assert client.get(address).status_code == 200
    away()
    response = client.get(address)
    assert (response.status_code, response["Content-Type"], response["Cache-Control"]) == (202, "image/svg+xml", "no-store")


def assert_calm(response) -> None:
    assert response.status_code == 503 and response["Retry-After"] == "30" and "no-store" in response["Cache-Control"]
    assert AWAY in read(response).text


def test_downloads_say_it_in_the_readers_language(client, away, professional, editor):
    photo = make_photo("Le phare")
    document = SharedDocument.objects.create(title="Plan", file=ContentFile(b"plan", name="plan.pdf"), audience="public")
    consent = make_consent(photo, document=b"%PDF-1.4 accord")
    lot = make_contribution(professional, facts={"people": "yes"})
    agreement = AttachedAgreement(contribution=lot, name="accord.pdf")
    agreement.file.save("accord.pdf", ContentFile(b"%PDF-1.4 accord"))
    bundle = Bundle.objects.create(person=editor, pictures=[photo.pk], size="web")
    fill_bundle(str(bundle.pk))
    client.force_login(editor)
    take = reverse("photos:take", args=[photo.pk, "web"])
    client.post(reverse("photos:conditions"), {"accepted": "on", "next": take})
    away()
    addresses = [
        reverse("common:document", args=[document.pk, "plan.pdf"]),
        reverse("photos:consent_file", args=[consent.pk]),
        reverse("photos:agreement_file", args=[agreement.pk]),
        reverse("photos:bundle_file", args=[bundle.pk]),
    ]
    for address in addresses:
        assert_calm(client.get(address))
    assert "not lost: ask for it again" in client.get(addresses[0], HTTP_ACCEPT_LANGUAGE="en").content.decode()
    response = client.post(take, {"purpose": "Affiche"})
    assert response.status_code == 503 and response["Retry-After"] == "30"
    assert client.get(take).status_code == client.get(reverse("photos:bundle", args=[bundle.pk])).status_code == 200
    key = create_key("Parc naturel", ["web", "print"])[1]
    response = client.get(f"/api/photos/{photo.pk}/web.jpg", headers={"Authorization": f"Bearer {key}"})
    assert (response.status_code, response.json()["error"]["code"], response["Retry-After"]) == (503, "files_away", "30")


def test_pages_of_a_photo_and_of_the_cms_are_shown(client, away, administrator):
    picture = make_picture("Le port")
    document = SharedDocument.objects.create(title="Plan", file=ContentFile(b"plan", name="plan.pdf"))
    drawn = picture.get_rendition("max-165x165")
    photo = make_photo("Le phare")
    Picture.objects.filter(pk=photo.picture_id).update(file_size=None)
    client.force_login(administrator)
    away()
    assert client.get(photo.get_absolute_url()).status_code == 200
    names = {"wagtailimages:index": [], "wagtailimages:edit": [picture.pk], "wagtailimages_chooser:choose": [],
             "wagtailimages_chooser:chosen": [picture.pk], "wagtailimages_chooser:select_format": [picture.pk],
             "wagtaildocs:index": [], "wagtaildocs:edit": [document.pk], "wagtaildocs_chooser:choose": []}  # fmt: skip
    answers = {name: client.get(reverse(name, args=arguments)).status_code for name, arguments in names.items()}
    assert answers == dict.fromkeys(names, 200)
    for address in (f"/media/{drawn.file.name}", f"/media/{picture.file.name}",
                    reverse("wagtailimages:preview", args=[picture.pk, "max-800x600"])):  # fmt: skip
        response = client.get(address)
        assert (response.status_code, response["Content-Type"]) == (202, "image/svg+xml")
        assert "no-store" in response["Cache-Control"]


def test_what_is_given_to_the_cms_is_refused_by_the_field(client, away, administrator):
    client.force_login(administrator)
    away()
    for name, file in (("wagtailimages:add", image_file("quai.jpg")), ("wagtaildocs:add", ContentFile(b"plan", "plan.pdf"))):
        uploaded = SimpleUploadedFile(file.name, file.read())
        fields = {"title": "Le quai", "file": uploaded, "audience": "public", "licence": "cc_by", "uses": '["web"]'}
        response = client.post(reverse(name), fields)
        assert response.status_code == 200
        assert NOT_STORED in response.content.decode() and 'value="Le quai"' in response.content.decode()
    for name, file in (
        ("wagtailimages:add_multiple", image_file("quai.jpg")),
        ("wagtaildocs:add_multiple", ContentFile(b"", "a.pdf")),
    ):
        uploaded = SimpleUploadedFile(file.name, file.read() or b"plan")
        fields = {"title": "Le quai", "files[]": uploaded}
        answer = client.post(reverse(name), fields, headers={"X-Requested-With": "XMLHttpRequest"}).json()
        assert not answer["success"] and NOT_STORED in answer["error_message"]
    assert not Picture.objects.exists() and not SharedDocument.objects.exists()


def test_picture_of_an_event_is_refused_and_the_draft_is_kept(client, away, member):
    client.force_login(member)
    tab = DraftTab(client, member)
    away()
    picture = SimpleUploadedFile("port.jpg", image_file().read())
    answer = client.post(reverse("submissions:upload"), {"ticket": tab.ticket, "picture_file": picture})
    assert answer.status_code == 422 and NOT_STORED in answer.json()["problem"]
    picture.seek(0)
    answer = tab.post("save", proposal_form(picture_file=picture, **{"fr-title": "Titre gardé"}))
    assert answer.status_code == 422 and NOT_STORED in read(answer).text and "Titre gardé" in answer.content.decode()


def test_agreements_are_refused_by_name_and_the_rest_is_kept(client, away, professional, editor):
    client.force_login(professional)
    photo = make_photo("Le phare")
    lot = make_contribution(professional, facts={"people": "yes"})
    away()
    files = {"agreements": SimpleUploadedFile("accord.pdf", b"%PDF-1.4 accord")}
    page = read(client.post(f"/fr/portail/phototheque/mes-dons/{lot.pk}/accords/", files, follow=True))
    assert "« accord.pdf » ne peut pas être rangé en ce moment." in page.text.replace("\xa0", " ")
    assert not AttachedAgreement.objects.exists()
    client.force_login(editor)
    fields = {"kind": "child", "name": "Lison Varquès", "signed_on": "2026-01-05", "photos": [photo.pk]}
    document = SimpleUploadedFile("accord.pdf", b"%PDF-1.4 accord")
    response = client.post(f"{reverse('photos:consents')}nouveau/?photo={photo.pk}", fields | {"file": document})
    assert (
        response.status_code == 422 and NOT_STORED in read(response).text and 'value="Lison Varquès"' in response.content.decode()
    )


def test_photos_of_a_gift_wait_for_the_bucket(client, away, professional, monkeypatch):
    client.force_login(professional)
    content = jpeg(1)
    address = announce_upload(client, "plage.jpg", len(content))["Location"]
    with monkeypatch.context() as while_away:
        for field in FIELDS:
            while_away.setattr(field, "storage", bucket_at("127.0.0.1", 9))
        response = send_piece(client, address, 0, content)  # the page sends it again: 5xx is no refusal
        assert response.status_code == 503 and client.head(address)["Upload-Offset"] == "0"
        files = [SimpleUploadedFile("seule.jpg", content)]
        page = read(client.post(reverse("photos:give"), {"action": "files", "files": files}, follow=True))
        assert "choisissez-le de nouveau dans une minute" in page.text and "seule.jpg" in page.text
        assert Upload.objects.count() == 1
    assert send_piece(client, address, 0, content).status_code == 204


def test_zip_lacks_no_picture_because_the_bucket_was_away(away, editor):
    bundle = Bundle.objects.create(person=editor, pictures=[make_photo("Le phare").pk], size="web")
    away()
    with pytest.raises((StorageAway, PictureFileAway)):
        fill_bundle(str(bundle.pk))
    bundle.refresh_from_db()
    assert (bundle.state, len(bundle.pictures)) == (Bundle.State.WAITING, 1)
