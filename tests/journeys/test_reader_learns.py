"""A provider without an account learns on a phone: ticks steps, comes back later, finishes a path and takes the certificate."""

import pytest
from playwright.sync_api import expect

from pro_portal.tutorials.models import Progress
from tests.factories.tutorials import make_path, make_tutorial
from tests.pdf import read_pdf

PHONE = {"width": 360, "height": 760}


@pytest.fixture
def path(db):
    first, second = make_tutorial("fiche", "Tenir sa fiche"), make_tutorial("avis", "Répondre aux avis")
    return make_path("premiers-pas", first, second, title="Mes premiers pas", author=None)


def tick(page, number: int) -> None:
    page.get_by_label("C’est fait").nth(number - 1).check()


def finish(page, title: str) -> None:
    page.get_by_role("link", name=title).click()
    page.get_by_role("button", name="J’ai tout fait").click()
    expect(page.get_by_text("C’est terminé. Et maintenant ?")).to_be_visible()


def test_visitor_finishes_a_path_on_a_phone(open_page, path):
    page = open_page(**PHONE)
    page.goto("/fr/portail/tutoriels/")
    page.get_by_role("link", name="Mes premiers pas").click()
    page.get_by_role("link", name="Tenir sa fiche").click()
    tick(page, 1)
    page.get_by_role("link", name="Étape suivante").first.click()
    tick(page, 2)
    expect(page.get_by_role("progressbar", name="Étapes faites : 2 sur 3")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Étapes faites : 2 sur 3")).to_be_visible()
    expect(page.get_by_label("C’est fait").first).to_be_checked()
    expect(page.get_by_label("C’est fait").nth(2)).not_to_be_checked()
    tick(page, 3)
    page.get_by_role("link", name="Mes premiers pas").click()
    expect(page.get_by_text("Tutoriels terminés : 1 sur 2")).to_be_visible()
    page.get_by_role("link", name="Recevoir mon certificat").click()
    expect(page.get_by_role("heading", name="Il reste à terminer")).to_be_visible()
    expect(page.get_by_role("button", name="Recevoir le certificat (PDF)")).to_be_hidden()
    finish(page, "Répondre aux avis")
    page.get_by_role("link", name="Mes premiers pas").click()
    page.get_by_role("link", name="Recevoir mon certificat").click()
    page.get_by_label("Votre nom").fill("Clotilde Vernazobre")
    with page.expect_download() as download:
        page.get_by_role("button", name="Recevoir le certificat (PDF)").click()
    paper = download.value.path().read_bytes()
    assert download.value.suggested_filename == "certificat-premiers-pas.pdf"
    assert paper.startswith(b"%PDF")
    words = read_pdf(paper)
    assert all(each in words for each in ("Clotilde Vernazobre", "Mes premiers pas", "Répondre aux avis")), words
    assert Progress.objects.count() == 0


def test_person_with_an_account_finds_their_steps_on_another_device(open_page, path, professional):
    page = open_page(professional, **PHONE)
    page.goto("/fr/portail/tutoriels/fiche/")
    with page.expect_response("**/progression/"):
        tick(page, 1)
    other = open_page(professional)
    other.goto("/fr/portail/tutoriels/fiche/")
    expect(other.get_by_text("Étapes faites : 1 sur 3")).to_be_visible()
    other.goto("/fr/portail/")
    expect(other.get_by_text("Commencé : à reprendre")).to_be_visible()


def test_phone_without_javascript_keeps_the_steps(open_page, path):
    page = open_page(javascript=False, **PHONE)
    page.goto("/fr/portail/tutoriels/fiche/")
    tick(page, 2)
    page.get_by_role("button", name="Enregistrer mes étapes").click()
    expect(page.get_by_text("Étapes faites : 1 sur 3")).to_be_visible()
    page.get_by_role("button", name="J’ai tout fait").click()
    expect(page.get_by_text("C’est terminé. Et maintenant ?")).to_be_visible()


def test_right_answers_leave_no_fault_on_the_page(open_page, db):
    asked = {"text": "Où toucher l’écran ?", "right": "Au clair", "wrong": ["Au sombre"], "step": 1}
    make_path("premiers-pas", make_tutorial("fiche", "Tenir sa fiche", quiz=[asked]), title="Mes premiers pas", author=None)
    page = open_page(**PHONE)
    page.expected.append("422")
    page.goto("/fr/portail/tutoriels/fiche/")
    page.get_by_role("button", name="J’ai tout fait").click()
    page.goto("/fr/portail/tutoriels/parcours/premiers-pas/certificat/")
    page.get_by_label("Votre prénom et votre nom").fill("Clotilde Vernazobre")
    page.get_by_label("Au sombre").check()
    page.get_by_role("button", name="Recevoir le certificat (PDF)").click()
    expect(page.get_by_role("alert")).to_contain_text("Où toucher l’écran ? Pas tout à fait")
    page.get_by_label("Au clair").check()
    with page.expect_download():
        page.get_by_role("button", name="Recevoir le certificat (PDF)").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_text("La réponse est ici")).to_have_count(0)
    expect(page.locator("[aria-invalid]")).to_have_count(0)
