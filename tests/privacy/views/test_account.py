import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import User
from privacy.models import ErasureRequest, Export
from tests.html import read
from tests.privacy.conftest import EMAIL

pytestmark = pytest.mark.django_db
MINE = "/compte/mes-donnees/"
ERASE = f"{MINE}effacer/"


@pytest.fixture
def browser(client, zenobie, administrator):
    client.force_login(zenobie)
    return client


def test_the_page_says_what_is_held(browser, everything):
    page = read(browser.get(MINE))
    for words in ("Messages du formulaire de contact", "Photos données et droits cédés", "sessionid", "Trois mois"):
        assert words in page.text


def test_its_queries_do_not_grow(browser, everything, django_assert_max_num_queries):
    with django_assert_max_num_queries(160):
        browser.get(MINE)


def test_an_export_is_made_and_given(browser, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        response = browser.post(f"{MINE}exporter/")
    page = browser.get(response["Location"])
    assert "Télécharger le fichier" in read(page).text
    file = browser.get(f"{response['Location']}fichier/")
    assert file["Content-Disposition"] == 'attachment; filename="donnees-personnelles.zip"'
    assert b"".join(file.streaming_content)[:2] == b"PK"
    assert "no-store" in file["Cache-Control"]


def test_one_that_waits_reloads_itself(browser, zenobie):
    export = Export.objects.create(account=zenobie, email=EMAIL, requested_by=zenobie)
    address = reverse("personal_data:export", args=[export.pk])
    assert browser.get(address)["Refresh"] == "3"
    assert browser.get(f"{address}fichier/").status_code == 404


def test_nobody_else_opens_it(browser, zenobie, colleague, administrator):
    own = Export.objects.create(account=zenobie, email=EMAIL, requested_by=zenobie, state="ready")
    by_office = Export.objects.create(email="x@y.example", requested_by=administrator, state="ready")
    by_former = Export.objects.create(email="x@y.example", requested_by=colleague, state="ready")
    for person, export in ((colleague, own), (administrator, own), (zenobie, by_office), (colleague, by_former)):
        other = Client()
        other.force_login(person)
        for name in ("export", "export_file"):
            assert other.get(reverse(f"personal_data:{name}", args=[export.pk])).status_code == 404


def test_an_expired_session_leads_back(browser):
    browser.logout()
    for address in (MINE, ERASE):
        response = browser.post(address)
        assert response["Location"] == f"/compte/connexion/?next={address}"


# ---- correction -------------------------------------------------------------------------------------------------
def correction(browser, **changes) -> dict:
    return {"once": "6f1c6f0e-7b5c-4b63-9d65-0b8d1c3b2a10", "text": "Mon prénom s’écrit Zénobie."} | changes


def test_a_correction_leaves_once(browser, django_capture_on_commit_callbacks):
    for _click in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            assert browser.post(f"{MINE}corriger/", correction(browser)).status_code == 302
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("text", ["", "x" * 3001, "a\0b"])
def test_a_bad_correction_is_said_beside_the_field(browser, text):
    response = browser.post(f"{MINE}corriger/", correction(browser, text=text))
    assert response.status_code == 422
    assert "reste à corriger" in read(response).text
    assert not mail.outbox


def test_a_changed_mark_loses_no_word(browser):
    response = browser.post(f"{MINE}corriger/", correction(browser, once="pas un numéro"))
    assert response.status_code == 422
    assert "Mon prénom s’écrit" in response.content.decode()


# ---- erasure ----------------------------------------------------------------------------------------------------
def test_erasing_wants_the_password(browser):
    response = browser.post(ERASE, {"password": "mot-de-passe-faux"})
    assert response.status_code == 422 and "Ce n’est pas votre mot de passe" in read(response).text
    assert not ErasureRequest.objects.exists()
    browser.post(ERASE, {"password": "mot-de-passe-solide"})
    assert ErasureRequest.objects.get().confirmed_at
    assert "Garder mon compte" in read(browser.get(MINE)).text


def test_two_tabs(browser):
    """A second tab that asks again, or takes back what was taken back, changes nothing."""
    for _tab in range(2):
        browser.post(ERASE, {"password": "mot-de-passe-solide"})
    assert ErasureRequest.objects.count() == 1
    for _tab in range(2):
        assert browser.post(f"{ERASE}annuler/").status_code == 302
    assert not ErasureRequest.objects.exists()


def test_without_a_password_a_link_is_mailed(browser, zenobie, django_capture_on_commit_callbacks):
    zenobie.set_unusable_password()
    zenobie.save()
    browser.force_login(zenobie)
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(ERASE)
    link = next(line for line in mail.outbox[0].body.splitlines() if "/confirmer/" in line).split("8000", 1)[1]
    assert "Effacer mon compte" in read(browser.get(link)).text
    assert ErasureRequest.objects.get().confirmed_at is None  # reading a link does nothing
    browser.post(link)
    assert ErasureRequest.objects.get().confirmed_at
    assert browser.get(f"{link[:-3]}x/").status_code == 410


def test_the_last_administrator_reads_why_not(client, administrator):
    client.force_login(administrator)
    response = client.post(ERASE, {"password": "mot-de-passe-solide"}, follow=True)
    assert "dernière personne à l’administration" in read(response).text
    assert User.objects.filter(pk=administrator.pk).exists()
