from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image

from common import renditions
from common.access import Audience
from common.choices import Licence
from common.imaging import client as imaging
from common.models import SharedDocument
from tests.factories import make_organisation, make_picture, make_user, make_work_group

pytestmark = pytest.mark.django_db


def image_of(response) -> Image.Image:
    return Image.open(BytesIO(b"".join(response.streaming_content)))


@pytest.mark.parametrize("kind", ["avif", "webp", "jpeg"])
def test_picture_comes_in_each_format(client, kind):
    response = client.get(make_picture().url_for(320, kind))
    assert (response.status_code, response["Content-Type"], response["Cache-Control"]) == (
        200,
        f"image/{kind}",
        "public, max-age=31536000, s-maxage=60, immutable",
    )
    assert image_of(response).size == (320, 240)


def test_picture_is_cropped_to_its_ratio(client):
    assert image_of(client.get(make_picture().url_for(320, "jpeg", "16:9"))).size == (320, 180)


def test_picture_with_another_mark_is_not_found(client):
    url = make_picture().url_for(320)
    assert client.get(url.replace("w320", "w321")).status_code == 404


@pytest.mark.parametrize("audience", [Audience.PROFESSIONALS, Audience.MEMBERS, Audience.GROUP, Audience.PRIVATE])
def test_restricted_picture_leaves_for_its_readers_only(client, audience):
    office = make_organisation()
    reader = make_user(organisation=office)
    picture = make_picture(audience=audience, organisation=office)
    picture.audience_groups.add(make_work_group(reader))
    assert client.get(picture.url_for(320)).status_code == 404
    client.force_login(make_user())
    assert client.get(picture.url_for(320)).status_code == 404
    client.force_login(reader)
    response = client.get(picture.url_for(320))
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")


def test_media_folder_is_closed_to_readers(client, member):
    picture = make_picture()
    client.get(picture.url_for(320))
    paths = [picture.file.url, picture.renditions.get().file.url]
    assert [client.get(path).status_code for path in paths] == [302, 302]
    client.force_login(member)
    assert [client.get(path).status_code for path in paths] == [403, 403]


def test_picture_whose_original_is_lost_is_not_found(client):
    picture = make_picture()
    picture.file.storage.delete(picture.file.name)
    assert client.get(picture.url_for(320)).status_code == 404


def test_rendition_whose_file_is_lost_is_drawn_again(client):
    picture = make_picture()
    first = image_of(client.get(picture.url_for(320)))
    lost = picture.renditions.get()
    lost.file.storage.delete(lost.file.name)
    assert image_of(client.get(picture.url_for(320))).size == first.size
    assert picture.renditions.get().pk != lost.pk


@pytest.mark.django_db(transaction=True)
def test_second_waiting_reader_is_answered_with_a_tile_that_asks_again(client):
    picture = make_picture()
    address = picture.url_for(320, "webp", "16:9")
    with renditions._reader_waits:  # another thread of this process waits for a rendition
        tile = client.get(address)
        assert (tile.status_code, tile["Content-Type"], tile["Cache-Control"], tile["Retry-After"]) == (
            202, "image/svg+xml", "no-store", "2",
        )  # fmt: skip
        drawing = ElementTree.fromstring(tile.content)
        assert (drawing.get("width"), drawing.get("height")) == ("320", "180")
        renditions.background.join(20)
        assert client.get(address)["Content-Type"] == "image/webp"  # drawn meanwhile, while nobody waited


@pytest.mark.django_db(transaction=True)
def test_reader_waits_no_longer_than_two_seconds(client, monkeypatch):
    monkeypatch.setattr(renditions, "READER_PATIENCE", 0.1)
    picture = make_picture()
    with imaging._process._lock:  # another picture is being drawn
        tile = client.get(picture.url_for(320))
        assert (tile.status_code, int(tile["Drawn-In"])) == (202, round(renditions.background._pace * 1000))
    renditions.background.join(20)
    assert client.get(picture.url_for(320)).status_code == 200


def test_tile_is_for_readers_of_the_picture_alone(client):
    picture = make_picture(audience=Audience.PRIVATE)
    with renditions._reader_waits:
        assert client.get(picture.url_for(320)).status_code == 404


def test_document_is_a_download_for_its_readers(client, member):
    document = SharedDocument.objects.create(title="Plan", file=ContentFile(b"plan", name="plan.html"), audience=Audience.MEMBERS)
    url = reverse("common:document", args=[document.pk, document.filename])
    assert client.get(url).status_code == 404
    client.force_login(member)
    response = client.get(url)
    assert response["Content-Disposition"].startswith("attachment")
    assert b"".join(response.streaming_content) == b"plan"


@pytest.mark.parametrize("rights", [{"changes_allowed": False}, {"licence": Licence.CC_BY_ND}, {"licence": Licence.CC_BY_NC_ND}])
def test_no_address_crops_a_picture_that_may_not_be(client, rights):
    picture = make_picture()
    cropping = picture.url_for(400, "jpeg", "4:1")
    for name, value in rights.items():
        setattr(picture, name, value)
    picture.save()

    framed = client.get(picture.url_for(400, "jpeg", "4:1"))
    once = client.get(cropping)

    assert picture.url_for(400, "jpeg", "4:1") != cropping
    for image in (image_of(framed), image_of(once)):
        assert image.size == (400, 100)
        assert image.getpixel((5, 5)) != image.getpixel((200, 50))


def test_another_focal_point_is_another_address(client):
    picture = make_picture()
    before, whole = picture.url_for(400, "jpeg", "4:1"), picture.url_for(400)
    picture.focal_point_x, picture.focal_point_y = 200, 400
    picture.save()

    assert picture.url_for(400, "jpeg", "4:1") != before
    assert picture.url_for(400) == whole
    assert client.get(picture.url_for(400, "jpeg", "4:1"))["Cache-Control"] == "public, max-age=31536000, s-maxage=60, immutable"
