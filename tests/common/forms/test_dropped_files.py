"""Files dropped in the lists of the CMS are there when it says so."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from common.access import Audience
from common.choices import Licence
from common.models import Picture, SharedDocument
from tests.factories.common import image_file

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
    assert facts == ("Le quai", Picture._meta.get_field("audience").default, Licence.UNKNOWN, ["web"], True)


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
              "licence": Licence.CC_BY, "uses": '["web"]'}  # fmt: skip
    client.post(reverse("wagtailimages:add"), fields)
    picture = Picture.objects.get()
    assert (picture.audience, picture.changes_allowed) == (Audience.PUBLIC, False)
