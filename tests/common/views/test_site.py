"""Answers that belong to no wing."""

import pytest
from django.test import Client

from tests.html import read

pytestmark = pytest.mark.django_db
NAME = "x" * 5000 + ".jpg"
UNREADABLE = f'--end\r\nContent-Disposition: form-data; name="file"; filename="{NAME}"\r\n\r\nx\r\n--end--\r\n'


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "donnez-lui un nom court"), ("en", "give it a short one"), ("ca", "doneu-n’hi un de curt")]
)
@pytest.mark.parametrize("path", ["/intranet/evenements/photos/", "/admin/images/add/", "/fr/contact/"])
def test_file_whose_name_is_too_long_is_refused_in_the_readers_language(member, path, language, words):
    browser = Client(enforce_csrf_checks=True)
    member.language = language
    member.save()
    browser.force_login(member)
    browser.cookies["csrftoken"] = "x" * 32  # without it nothing of the form is read
    address = path.replace("/fr/", f"/{language}/")
    response = browser.post(address, UNREADABLE, "multipart/form-data; boundary=end", headers={"Accept-Language": language})
    assert response.status_code == 400
    assert words in read(response).text


def test_unreadable_form_sent_to_no_address_is_not_found(client):
    response = client.post("/nulle-part/", UNREADABLE, "multipart/form-data; boundary=end")
    assert response.status_code == 404
    assert read(response).has("heading", "Cette page est introuvable")


def test_foreign_host_gets_a_plain_answer(client, settings, caplog):
    settings.ALLOWED_HOSTS = ["www.mon-office.example"]
    response = client.get("/fr/", headers={"Host": "ailleurs.example"})
    assert (response.status_code, response.content) == (400, b"Bad Request")
    caplog.clear()  # Django logs it as an error
