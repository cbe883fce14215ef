"""An office sets its empty installation up: from the link to a published page with a picture and a colleague who signed in."""

import re

from playwright.sync_api import expect

from installation.actions.setup import issue_link
from installation.middleware import SetupMiddleware
from tests.factories import make_picture

PASSWORD = "quatre mots sans lien"


def test_office_opens_its_site(open_page, mailoutbox, monkeypatch):
    monkeypatch.setattr(SetupMiddleware, "is_done", False)
    link = issue_link()
    page = open_page()
    page.expected.append("503")
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ce site n’est pas encore installé")

    page.goto(link)
    page.get_by_label("Nom de la destination").fill("Pays d’Essai")
    page.get_by_label("Prénom").fill("Anne")
    page.get_by_label(re.compile(r"^Nom\b(?! de)")).fill("Directrice")
    page.get_by_label("Adresse électronique").fill("anne@essai.example")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Ouvrir le site").click()
    page.get_by_label("Couleur").fill("#f2c14e")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_role("button", name="Prendre #").click()
    page.get_by_label("Ou les noms, un par ligne").fill("Créon\nTargon")
    page.get_by_role("button", name="Continuer").click()
    page.get_by_label("Nom de l’office").fill("Office d’Essai")
    page.get_by_role("button", name="Enregistrer l’office").click()
    page.get_by_role("link", name="Passer cette étape").click()

    make_picture("La place")
    page.goto("/installation/premiers-pas/")
    page.get_by_role("button", name="Partir de notre texte Un premier article").click()
    page.get_by_role("button", name="Choisir une image").first.click()
    page.locator(".modal-body .image-choice").first.click()
    page.locator("footer [data-w-dropdown-target='toggle']").click()
    page.locator("button[name='action-publish']").click()
    page.locator(".messages").get_by_text(re.compile("publiée")).first.wait_for()
    page.wait_for_load_state("networkidle")  # the editor's last call home is over
    page.goto("/fr/une-journee/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Une journée ici")
    expect(page.locator("main img").first).to_be_visible()

    page.goto("/intranet/equipe/inviter/")
    page.get_by_label("Adresse électronique").fill("basile@essai.example")
    page.get_by_label("Organisme").select_option(label="Office d’Essai")
    page.get_by_role("button", name="Envoyer l’invitation").click()
    [invitation] = [mail for mail in mailoutbox if mail.to == ["basile@essai.example"]]
    colleague = open_page(width=360, height=740)
    colleague.goto(re.search(r"https?://[^/\s]+(/\S*invitation/\S+)", invitation.body)[1])
    colleague.get_by_label("Prénom").fill("Basile")
    colleague.get_by_label(re.compile(r"^Nom\b")).fill("Courantdair")
    colleague.get_by_label("Mot de passe").fill(PASSWORD)
    colleague.get_by_role("button", name="Ouvrir mon compte").click()
    expect(colleague.get_by_role("heading", level=1)).to_contain_text("Bienvenue Basile")
    colleague.get_by_label("Fonction").fill("Directeur")
    colleague.get_by_role("button", name="Enregistrer et continuer").click()
    expect(colleague.get_by_role("heading", level=1)).to_have_text("Premiers pas")
    colleague.get_by_role("link", name="Aller à l’intranet").click()
    expect(colleague.get_by_role("heading", level=1)).to_contain_text("Bonjour Basile")
