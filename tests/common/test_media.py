from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from common.access import Audience
from common.serving import filter_spec
from common.templatetags.media import phone_sizes
from tests.factories import make_organisation, make_picture, make_user, make_work_group

pytestmark = pytest.mark.django_db


def opened(response) -> Image.Image:
    return Image.open(BytesIO(b"".join(response.streaming_content)))


@pytest.mark.parametrize("kind", ["avif", "webp", "jpeg"])
def test_picture_comes_in_each_format(client, kind):
    response = client.get(make_picture().url_for(320, kind))
    assert (response.status_code, response["Content-Type"], response["Cache-Control"]) == (
        200,
        f"image/{kind}",
        "public, max-age=3600, s-maxage=60",
    )
    assert opened(response).size == (320, 240)


def test_picture_is_cropped_to_its_ratio(client):
    assert opened(client.get(make_picture().url_for(320, "jpeg", "16:9"))).size == (320, 180)


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


def test_size_words_become_wagtail_words():
    assert filter_spec("w640-r16x9", "avif") == "fill-640x360|format-avif|avifquality-52"
    assert filter_spec("w640", "jpeg") == "width-640|format-jpeg|jpegquality-80"


def test_document_is_a_download_for_its_readers(client, member):
    from django.core.files.base import ContentFile

    from common.media import SharedDocument

    document = SharedDocument.objects.create(title="Plan", file=ContentFile(b"plan", name="plan.html"), audience=Audience.MEMBERS)
    url = reverse("common:document", args=[document.pk, document.filename])
    assert client.get(url).status_code == 404
    client.force_login(member)
    response = client.get(url)
    assert response["Content-Disposition"].startswith("attachment")
    assert b"".join(response.streaming_content) == b"plan"


def test_phones_ask_for_lighter_pictures_and_thumbnails_stay():
    assert phone_sizes("(min-width: 60rem) 24rem, 92vw") == "(min-width: 60rem) 24rem, 61vw"
    assert phone_sizes("100vw") == "(min-width: 48rem) 100vw, 66vw"
    assert phone_sizes("9rem") == "9rem"
