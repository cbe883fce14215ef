"""What two processes of different machines do with one picture, one zip and one agreement.

Each function runs in a process of its own (`test_storages.py`): they share a database and the two storages, nothing else.
"""

import json
import zipfile
from datetime import date
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from PIL import Image

from pro_portal.photos.models import Bundle, Consent, Photo, Upload
from pro_portal.photos.tasks import make_bundle
from tests.factories.photos import announce_upload, jpeg, make_photo, send_piece
from tests.personas import make_editor, make_professional

AGREEMENT = b"%PDF-1.4 signed"


def send_first_half() -> None:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(make_professional())
    content = jpeg(1)
    address = announce_upload(client, "plage.jpg", len(content))["Location"]
    assert send_piece(client, address, 0, content[: len(content) // 2]).status_code == 204


def send_second_half_and_work() -> None:
    """And ask for a zip, store an agreement, and do what a worker finds to do."""
    client, content = Client(SERVER_NAME="127.0.0.1"), jpeg(1)
    upload = Upload.objects.get()
    client.force_login(upload.contribution.author)
    address = f"/fr/portail/phototheque/donner/envois/{upload.pk}/"
    offset = int(client.head(address)["Upload-Offset"])
    assert send_piece(client, address, offset, content[offset:]).status_code == 204
    photo = make_photo("Le phare")
    bundle = Bundle.objects.create(person=upload.contribution.author, pictures=[photo.pk], size="web")
    make_bundle.enqueue(str(bundle.pk))
    consent = Consent(name="Lison Varquès", signed_on=date(2026, 1, 1))
    consent.file.save("accord.pdf", ContentFile(AGREEMENT))
    call_command("db_worker", queue_name="*", batch=True)


def look() -> None:
    """What their owners get from a process that wrote none of it; printed as JSON."""
    upload, bundle, client = Upload.objects.get(), Bundle.objects.get(), Client(SERVER_NAME="127.0.0.1")
    client.force_login(bundle.person)
    answer = {"upload": upload.state, "refusal": upload.refusal, "bundle": bundle.state, "pieces": upload.pieces.count()}
    if upload.picture:
        answer["given"] = upload.picture.file.read() == jpeg(1)
    archive = client.get(f"/fr/portail/phototheque/lots/{bundle.pk}/fichier/")
    answer["zip"] = archive.status_code
    if archive.status_code == 200:
        answer["inside"] = len(zipfile.ZipFile(BytesIO(b"".join(archive.streaming_content))).namelist())
    picture = Photo.objects.get(picture__title="Le phare").picture
    address = picture.url_for(320, "webp")
    shown = client.get(address)
    if shown.status_code == 202:  # being drawn
        shown = client.get(address)
    answer["width"] = Image.open(BytesIO(b"".join(shown.streaming_content))).width
    client.force_login(make_editor())
    consent = client.get(f"/fr/portail/phototheque/droits/accords/{Consent.objects.get().pk}/fichier/")
    answer["agreement"] = consent.status_code == 200 and b"".join(consent.streaming_content) == AGREEMENT
    print(json.dumps(answer))
