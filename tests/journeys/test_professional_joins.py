"""A professional asks for an account from a phone, an editor accepts, the invitation opens the door; also without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories import make_event, make_territory


@pytest.mark.parametrize("javascript", [True, False])
def test_professional_asks_for_an_account_and_gets_in(open_page, signed_in_page, editor, mailoutbox, javascript):
    make_territory("Port-Aurelle")
    make_event("Atelier photo", audience="professionals")
    page = open_page(javascript=javascript, width=360, height=740)
    page.goto("/fr/portail/")
    expect(page.get_by_text("Atelier photo")).to_have_count(0)
    page.get_by_role("link", name="Demander un compte").click()
    page.expected.append("422")
    page.get_by_role("button", name="Envoyer ma demande").click()
    expect(page.get_by_label("Prénom")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Prénom").fill("Capucine")
    page.get_by_label(re.compile(r"^Nom\b(?! de)")).fill("Vagabelle")
    page.get_by_label("Courriel").fill("capucine@vagabelle.example")
    page.get_by_label("Nom de votre établissement").fill("Les Barques bleues")
    page.get_by_label("Commune").select_option(label="Port-Aurelle")
    page.get_by_role("button", name="Envoyer ma demande").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("demande")

    desk = signed_in_page(editor, javascript=javascript)
    desk.goto("/fr/portail/")
    desk.get_by_role("link", name="Demandes de compte").first.click()
    desk.get_by_role("link", name="Les Barques bleues").click()
    desk.get_by_role("button", name="Envoyer l’invitation").click()
    expect(desk.get_by_text("L’invitation est partie à capucine@vagabelle.example.")).to_be_visible()

    [invitation] = [mail for mail in mailoutbox if mail.to == ["capucine@vagabelle.example"]]
    page.goto(re.search(r"https?://[^/\s]+(/\S*invitation/\S+)", invitation.body)[1])
    for field in page.locator("main input[type=password]").all():
        field.fill("des barques bleues au matin")
    page.get_by_role("button", name="Ouvrir mon compte").click()
    page.goto("/fr/portail/")
    expect(page.get_by_text("Atelier photo")).to_be_visible()
    expect(page.get_by_role("main").get_by_text("Les Barques bleues")).to_be_visible()
