"""Answers that belong to no wing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.html import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "donnez-lui un nom court"), ("en", "give it a short one"), ("ca", "doneu-n’hi un de curt")]
)
@pytest.mark.parametrize("path", ["/intranet/evenements/photo/", "/admin/images/add/", "/fr/contact/"])
def test_file_whose_name_is_too_long_is_refused_in_the_readers_language(member, path, language, words):
    browser = Client(enforce_csrf_checks=True)
    member.language = language
    member.save()
    browser.force_login(member)
    browser.cookies["csrftoken"] = "x" * 32  # without it nothing of the form is read
    file = SimpleUploadedFile("x" * 5000 + ".jpg", b"x")
    response = browser.post(path.replace("/fr/", f"/{language}/"), {"file": file}, HTTP_ACCEPT_LANGUAGE=language)
    assert response.status_code == 400
    assert words in read(response).text


def test_foreign_host_gets_a_plain_answer(client, settings, caplog):
    settings.ALLOWED_HOSTS = ["www.mon-office.example"]
    response = client.get("/fr/", headers={"Host": "ailleurs.example"})
    assert (response.status_code, response.content) == (400, b"Bad Request")
    caplog.clear()  # Django logs it as an error
