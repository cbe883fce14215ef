"""Files dropped in the lists of the CMS are there when it says so."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from common.access import Audience
from common.choices import Licence
from common.imaging.size import PictureSize
from common.models import Picture, SharedDocument
from tests.factories.common import huge_png, image_file

pytestmark = pytest.mark.django_db


def dropped(client, name: str, file, title: str):
    uploaded = SimpleUploadedFile(file.name, file.read())
    return client.post(reverse(name), {"title": title, "files[]": uploaded}, headers={"X-Requested-With": "XMLHttpRequest"})


def test_dropped_picture_is_saved_with_what_the_model_says(client, administrator):
    client.force_login(administrator)
    response = dropped(client, "wagtailimages:add_multiple", image_file("quai.jpg"), "Le quai")
    assert response.json()["success"] and "image_id" in response.json()
    picture = Picture.objects.get()
    facts = (picture.title, picture.audience, picture.licence, picture.uses, picture.changes_allowed)
    assert facts == ("Le quai", Audience.PRIVATE, Licence.UNKNOWN, ["web"], True)  # nobody wrote what it shows
    assert picture.organisation == administrator.organisation


def test_form_under_a_dropped_picture_asks_for_no_file(client, administrator):
    client.force_login(administrator)
    form = dropped(client, "wagtailimages:add_multiple", image_file("quai.jpg"), "Le quai").json()["form"]
    assert "-credit" in form and "-file" not in form


def test_dropped_document_is_saved(client, administrator):
    client.force_login(administrator)
    response = dropped(client, "wagtaildocs:add_multiple", SimpleUploadedFile("plan.pdf", b"%PDF-1.4 plan"), "Le plan")
    assert response.json()["success"] and "doc_id" in response.json()
    document = SharedDocument.objects.get()
    assert (document.title, document.audience) == ("Le plan", SharedDocument._meta.get_field("audience").default)


def test_dropped_file_that_is_no_picture_is_refused(client, administrator):
    client.force_login(administrator)
    response = dropped(client, "wagtailimages:add_multiple", SimpleUploadedFile("quai.jpg", b"no picture"), "Le quai")
    assert not response.json()["success"] and response.json()["error_message"]
    assert not Picture.objects.exists()


def test_form_of_one_picture_keeps_its_fields(client, administrator):
    """An unticked box of the whole form means no."""
    client.force_login(administrator)
    fields = {"title": "Le quai", "file": SimpleUploadedFile("quai.jpg", image_file().read()), "audience": Audience.PUBLIC,
              "licence": Licence.CC_BY, "uses": '["web"]', "alternative_fr": "Le quai au soir"}  # fmt: skip
    client.post(reverse("wagtailimages:add"), fields)
    picture = Picture.objects.get()
    assert (picture.audience, picture.changes_allowed) == (Audience.PUBLIC, False)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF", "GIF"])
def test_picture_given_to_the_cms_is_decoded_in_the_imaging_process_alone(client, administrator, no_decoding, kind):
    client.force_login(administrator)
    ending = {"HEIF": "heic", "JPEG": "jpg"}.get(kind, kind.lower())
    content = image_file(f"quai.{ending}", size=(150, 90), kind=kind)
    for name in ("add", "add_multiple"):
        file = SimpleUploadedFile(content.name, content.open().read())
        if name == "add":
            client.post(reverse("wagtailimages:add"), {"title": "Le quai", "file": file, "licence": Licence.CC_BY,
                                                       "audience": Audience.PUBLIC, "uses": '["web"]',
                                                       "alternative_fr": "Le quai"})  # fmt: skip
        else:
            assert dropped(client, "wagtailimages:add_multiple", file, "Le quai").json()["success"]
    assert [(picture.width, picture.height) for picture in Picture.objects.all()] == [(150, 90)] * 2
    client.get(reverse("wagtailimages:index"))
    picture = Picture.objects.first()
    for spec, status in (("max-165x165", 200), ("scale-50", 400)):
        assert client.get(reverse("wagtailimages:preview", args=[picture.pk, spec])).status_code == status


@pytest.mark.parametrize(
    ("orientation", "size"), [(6, (90, 150)), (8, (90, 150)), (5, (90, 150)), (3, (150, 90)), (1, (150, 90))]
)
def test_picture_of_a_telephone_given_to_the_cms_is_upright(client, administrator, orientation, size):
    client.force_login(administrator)
    exif, content = Image.Exif(), BytesIO()
    exif[0x0112] = orientation
    Image.new("RGB", (150, 90)).save(content, "JPEG", exif=exif)
    assert dropped(client, "wagtailimages:add_multiple", ContentFile(content.getvalue(), "quai.jpg"), "Le quai").json()["success"]
    picture = Picture.objects.get()
    rendition = picture.rendition(PictureSize(45, kind="avif"))
    assert (picture.width, picture.height) == size
    assert (rendition.width, rendition.height) == (45, round(45 * size[1] / size[0]))


def test_picture_of_too_many_pixels_is_refused_by_the_cms_in_words(client, administrator, no_decoding):
    client.force_login(administrator)
    answer = dropped(client, "wagtailimages:add_multiple", huge_png(20_000, 10_000), "Le quai").json()
    assert "dépasse 120 millions de pixels" in answer["error_message"]
