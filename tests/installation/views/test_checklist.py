import pytest

from destination.pages.actions import ensure_site
from destination.pages.models import ContactPage, Menu
from tests.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, administrator):
    ensure_site(name="Pays d’Essai")
    client.force_login(administrator)
    return client


@pytest.mark.parametrize("address", ["/intranet/", "/admin/"])
def test_first_pages_show_the_next_steps(browser, address):
    page = read(browser.get(address)).region("Premiers pas")
    assert page.texts("link")[:3] == ["Choisir L’aspect du site", "Les ajouter Les communes", "L’écrire Le premier office"]


def test_list_is_put_away_and_taken_out_again(browser):
    browser.post("/installation/premiers-pas/ranger/")
    assert not read(browser.get("/intranet/")).has("region", "Premiers pas")
    assert not read(browser.get("/admin/")).has("region", "Premiers pas")
    page = read(browser.get("/installation/premiers-pas/"))
    browser.post("/installation/premiers-pas/ranger/", page.form_values() | {"shown": "1"})
    assert read(browser.get("/intranet/")).has("region", "Premiers pas")


def test_button_makes_a_draft_and_opens_it(browser):
    response = browser.post("/installation/premiers-pas/pages/contact/")
    page = ContactPage.objects.get(locale__language_code="fr")
    assert (page.live, response["Location"]) == (False, f"/admin/pages/{page.pk}/edit/")
    assert browser.get(response["Location"]).status_code == 200
    browser.post("/installation/premiers-pas/pages/contact/")  # a double click
    assert ContactPage.objects.filter(locale__language_code="fr").count() == 1


def test_button_of_no_page_is_not_found(browser):
    assert browser.post("/installation/premiers-pas/pages/rien/").status_code == 404


def test_button_makes_the_menus(browser):
    response = browser.post("/installation/premiers-pas/menus/")
    assert browser.get(response["Location"]).status_code == 200
    assert Menu.objects.count() == 3
