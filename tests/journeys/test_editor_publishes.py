"""An editor writes a page, publishes it, has it translated into Catalan, and a visitor reads both."""

import re

import pytest
from playwright.sync_api import expect

from demo.loaders.pages import make_pages
from destination.pages.models import EditorialPage, SectionPage
from tests.factories import make_event, make_organisation, make_territory, make_user
from tests.journeys.test_photos_on_a_phone import PHONE


@pytest.fixture
def section(db):
    names = {"fr": "À faire", "en": "Things to do", "ca": "Què fer"}
    make_pages([
        {"slug": {"fr": "accueil"}, "kind": "home", "parent": None, 
         "words": {code: {"title": "Pays d’Aurelle"} for code in names}},
        {"slug": {"fr": "a-faire", "en": "to-do", "ca": "que-fer"}, "kind": "section", "parent": "accueil",
         "words": {code: {"title": title} for code, title in names.items()}},
    ])  # fmt: skip
    return SectionPage.objects.get(slug="a-faire")


@pytest.fixture
def editor(section):
    return make_user(
        "redaction@aurelle.example", make_organisation("Agence", kind="agency"), roles=["editor"], first_name="Édith"
    )


def add_block(page, name):
    page.get_by_role("button", name="Insérer un bloc").last.click()
    page.get_by_role("option", name=name).click()


def publish(page):
    """Opens the menu beside the button that saves, and publishes."""
    page.locator("footer [data-w-dropdown-target='toggle']").click()
    page.locator("button[name='action-publish']").click()
    # The list of the section comes back, with a message; then the editor's last call home is over.
    page.locator(".messages").get_by_text(re.compile("publiée")).first.wait_for()
    page.wait_for_load_state("networkidle")


def translate(page, field, words):
    segment = page.locator("li", has=page.get_by_role("heading", name=field, exact=True)).last
    segment.get_by_role("button", name="Traduire").click()
    segment.locator("textarea").fill(words)
    segment.get_by_role("button", name="Enregistrer").click()
    segment.locator("li.complete").wait_for()


def test_editor_publishes_and_translates_a_page(open_page, section, editor):
    page = open_page(editor)
    # The CMS saves by itself half a second after a change, and refuses a page whose new block is still empty.
    page.expected.append("status of 400")
    page.goto(f"/admin/pages/add/pages/editorialpage/{section.pk}/")
    page.fill("input[name=title]", "Une nuit au refuge")
    page.fill("textarea[name=introduction]", "Dormir à 2 400 mètres.")
    add_block(page, "Intertitre")
    page.locator("input[name='body-0-value']").fill("La montée")
    publish(page)

    visitor = open_page()
    visitor.goto("/fr/a-faire/une-nuit-au-refuge/")
    assert visitor.get_by_role("heading", level=1).inner_text() == "Une nuit au refuge"
    assert visitor.get_by_role("heading", name="La montée", level=2).is_visible()
    visitor.goto("/ca/a-faire/une-nuit-au-refuge/")
    assert visitor.get_by_role("heading", level=1).get_attribute("lang") == "fr"

    article = EditorialPage.objects.get(slug="une-nuit-au-refuge", locale__language_code="fr")
    page.goto(f"/admin/localize/submit/page/{article.pk}/")
    page.get_by_label("Català").check()
    page.get_by_role("button", name="Soumettre").click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    translate(page, "Titre", "Una nit al refugi")
    translate(page, "Introduction", "Dormir a 2.400 metres.")
    translate(page, "Intertitre", "La pujada")
    page.get_by_role("button", name="Publier").first.click()
    page.locator(".messages").get_by_text(re.compile("publié")).first.wait_for()
    page.wait_for_load_state("networkidle")

    visitor.goto("/fr/a-faire/une-nuit-au-refuge/")
    visitor.get_by_role("link", name="Català").first.click()
    assert visitor.get_by_role("heading", level=1).inner_text() == "Una nit al refugi"
    assert visitor.get_by_role("heading", level=1).get_attribute("lang") is None
    assert visitor.get_by_role("heading", name="La pujada", level=2).is_visible()


def test_editor_reads_a_list_whole_on_a_phone(signed_in_page, editor):
    """Wagtail's table is wider than the screen, which hides what is beyond."""
    commune = make_territory("Les-Bains-de-Vernet-Haut")
    make_event("Rencontres de la transhumance", commune=commune, organisation=editor.organisation)
    page = signed_in_page(editor, **PHONE)
    page.goto("/admin/snippets/agenda/event/")
    cells = page.locator("table.listing td:visible").all()
    assert len(cells) == 7
    assert [box for cell in cells if (box := cell.bounding_box())["x"] < 0 or box["x"] + box["width"] > PHONE["width"]] == []
    page.goto("/admin/snippets/places/place/")
    expect(page.get_by_role("link", name="Ajouter : lieu")).to_be_visible()
