import pytest
from django.core import mail

from common.personal_data import kinds
from destination.pages.models import ContactMessage
from privacy.models import Act, Export
from tests.html import read
from tests.pdf import read_pdf
from tests.privacy.conftest import EMAIL, VISITOR, leave_address

pytestmark = pytest.mark.django_db
CMS = "/admin/personal-data/"


@pytest.fixture
def browser(client, administrator, zenobie, pages):
    client.force_login(administrator)
    return client


def test_somebody_without_account_is_looked_up(browser, administrator):
    leave_address(VISITOR, "Solveig Kerbiriou")
    page = read(browser.post(CMS, {"email": f" {VISITOR.upper()} "}))
    assert "Messages du formulaire de contact" in page.text and "Photos prises dans la photothèque" in page.text
    act = Act.objects.get()
    assert (act.action, act.by) == ("look_up", administrator) and VISITOR not in str(act.__dict__)


@pytest.mark.parametrize("email", ["", "pas une adresse", "a\0@b.example", "x" * 300 + "@b.example"])
def test_a_bad_address_is_said(browser, email):
    response = browser.post(CMS, {"email": email})
    assert response.status_code == 422 and not Act.objects.exists()


def test_an_unknown_address_is_said(browser):
    assert "Rien n’est gardé" in read(browser.post(CMS, {"email": "personne@nulle.example"})).text


def test_the_file_is_prepared_for_the_administrator(browser, django_capture_on_commit_callbacks):
    leave_address(VISITOR, "Solveig Kerbiriou")
    with django_capture_on_commit_callbacks(execute=True):
        response = browser.post(f"{CMS}export/", {"email": VISITOR})
    page = browser.get(response["Location"])
    assert "Télécharger le fichier" in read(page).text
    file = browser.get(f"/compte/mes-donnees/exports/{Export.objects.get().pk}/fichier/")
    assert b"".join(file.streaming_content)[:2] == b"PK"


def test_erasing_asks_first_then_wants_the_password(browser):
    leave_address(VISITOR, "Solveig Kerbiriou")
    assert "ne peut pas être repris" in read(browser.post(f"{CMS}erase/", {"email": VISITOR})).text
    response = browser.post(f"{CMS}erase/", {"email": VISITOR, "password": "faux"})
    assert response.status_code == 422 and ContactMessage.objects.exists()
    response = browser.post(f"{CMS}erase/", {"email": VISITOR, "password": "mot-de-passe-solide"})
    assert "L’adresse ne se lit plus dans aucune table" in read(response).text
    assert not ContactMessage.objects.exists()
    assert not mail.outbox


def test_what_remains_is_said(browser):
    leave_address(VISITOR, "Solveig Kerbiriou")
    ContactMessage.objects.create(name="Autre", email="o@n.example", subject="?", message=f"Voyez {VISITOR}", language="fr")
    response = browser.post(f"{CMS}erase/", {"email": VISITOR, "password": "mot-de-passe-solide"})
    assert "À voir à la main" in read(response).text and "messages reçus (1)" in read(response).text


def test_ones_own_account_is_not_erased_here(browser, administrator):
    response = browser.post(f"{CMS}erase/", {"email": administrator.email, "password": "mot-de-passe-solide"}, follow=True)
    assert "C’est votre propre compte" in read(response).text


def test_the_register_names_each_kind(browser):
    page = read(browser.get(f"{CMS}register/")).text
    words = " ".join(read_pdf(browser.get(f"{CMS}register/file/").content).split())
    for kind in kinds():
        assert str(kind.title) in page
        assert str(kind.title).split()[0] in words
    assert "Mesures de sécurité" in page and "Article 30" in words


def test_the_log_holds_no_address(browser):
    browser.post(CMS, {"email": EMAIL})
    page = read(browser.get(f"{CMS}log/")).text
    assert "recherche" in page and EMAIL not in page


def test_addresses_take_no_look_up_by_their_query(browser):
    """An address in an address would stand in logs."""
    assert EMAIL not in read(browser.get(f"{CMS}?email={EMAIL}")).text.replace(f"?email={EMAIL}", "")
    assert not Act.objects.exists()
