from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from destination.pages.models import HomePage
from installation.actions.setup import issue_link
from installation.models import SetupLink
from tests.html import read

pytestmark = pytest.mark.django_db
ANSWERS = {
    "name": "Pays d’Essai", "languages": ["en"], "first_name": "Anne", "last_name": "Directrice", "email": "Anne@Essai.example",
    "password": "quatre mots sans lien",
}  # fmt: skip


def test_setup_opens_the_site_and_signs_in(client):
    path = issue_link()
    response = client.post(path, ANSWERS, follow=True)
    assert response.redirect_chain == [("/installation/aspect/", 302)]
    assert read(response).get_by_role("heading", "Langues, couleur et logo")
    user = User.objects.get()
    assert (user.email, user.is_superuser, response.wsgi_request.user) == ("anne@essai.example", True, user)
    assert client.get("/fr/").status_code == 200


def test_reading_the_link_uses_nothing_up(client):
    path = issue_link()
    for _number in range(2):
        assert client.get(path).status_code == 200
    assert not SetupLink.objects.get().is_used


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("password", "court", "trop court"),
        ("password", "directrice", "trop semblable"),
        ("email", "anne", "adresse"),
        ("name", "", "requis"),
        ("name", "a\x00b", "nul"),
        ("name", "a" * 100_000, "80"),
        ("languages", ["xx"], "xx"),
        ("first_name", "", "requis"),
    ],
)
def test_error_stands_by_its_field_and_loses_nothing(client, field, value, words):
    path = issue_link()
    page = read(client.post(path, ANSWERS | {field: value}))
    labels = {
        "password": "Mot de passe",
        "email": "Adresse électronique",
        "name": "Nom de la destination",
        "first_name": "Prénom",
    }
    if field in labels:
        assert words in page.field(labels[field]).description
    assert page.field("Nom").value == "Directrice"
    if field != "password":
        assert page.field("Mot de passe").value == ANSWERS["password"]
    assert not User.objects.exists() and not HomePage.objects.exists() and not SetupLink.objects.get().is_used


def test_second_person_gets_a_sentence(client):
    path = issue_link()
    client.post(path, ANSWERS)
    client.logout()
    for response in (client.get(path), client.post(path, ANSWERS | {"email": "autre@essai.example"})):
        page = read(response)
        assert (response.status_code, page.has("heading", "Ce site est déjà installé")) == (410, True)
    assert User.objects.count() == 1


def test_link_that_expired_says_how_to_make_another(client):
    path = issue_link()
    SetupLink.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    response = client.post(path, ANSWERS)
    assert (response.status_code, "manage.py setup_link" in read(response).text) == (410, True)
    assert not User.objects.exists()


@pytest.mark.parametrize("token", ["aucun", "a" * 500, "%F0%9F%8E%89"])
def test_link_that_is_none_is_not_found(client, token):
    issue_link()
    response = client.get(f"/installation/{token}/")
    assert (response.status_code, read(response).has("heading", "Ce lien n’est pas valable")) == (404, True)


def test_answers_are_kept_by_no_cache(client):
    assert "no-store" in client.post(issue_link(), ANSWERS | {"password": "court"})["Cache-Control"]
