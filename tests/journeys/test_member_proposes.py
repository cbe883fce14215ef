"""A member proposes an event in a real browser, with and without JavaScript."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from destination.agenda.models import Event
from intranet.submissions.models import Draft
from tests.factories import image_file, make_category, make_event, make_place, make_territory, one_day
from tests.factories.submissions import make_calendar, make_vevent, soon

NEW = "/intranet/evenements/proposer/"


@pytest.fixture
def town(db):
    commune = make_territory("Port-Aurelle")
    make_category("music", fr="Concerts")
    return make_place("Théâtre de la Mer", commune)


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "le port.jpg"
    path.write_bytes(image_file(size=(1600, 900)).read())
    return path


def fill_the_least(page, title="Concert de la chorale"):
    page.get_by_label("Titre (obligatoire)", exact=True).fill(title)
    page.get_by_label("Concerts").check()
    page.get_by_label("Jour", exact=True).first.fill(soon())
    page.get_by_label("Début", exact=True).first.fill("18h30")


def wait_saved(page):
    expect(page.get_by_role("status").filter(has_text=re.compile(r"Enregistré à \d{1,2}\sh\s\d\d"))).to_be_visible()


def test_member_proposes_with_javascript(signed_in_page, member, town, photo):
    make_event("Concert de la chorale", one_day(timezone.localdate() + timedelta(days=10)), place=town)
    page = signed_in_page(member)
    page.goto(NEW)
    fill_the_least(page)
    expect(page.get_by_text("Cet événement est peut-être déjà annoncé")).to_be_visible()
    sentence = page.get_by_role("region", name="Quand", exact=True).get_by_role("paragraph").filter(has_text="18 h 30")
    expect(sentence).to_be_visible()
    page.get_by_label("Régulièrement").check()
    page.get_by_label("après un nombre de fois").check()
    page.get_by_label("Nombre de fois", exact=True).fill("3")
    expect(sentence).to_contain_text(re.compile("3|trois"))
    page.get_by_label("Lieu", exact=True).press_sequentially("théat")
    page.get_by_role("option", name="Théâtre de la Mer").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Lieu", exact=True)).to_have_value("Théâtre de la Mer, Port-Aurelle")
    page.get_by_label("gratuite").check()
    page.get_by_role("region", name="Quoi", exact=True).get_by_role("tab", name="English").click()
    page.get_by_label("Titre (English)").fill("Choir concert")
    page.get_by_label("Déposez vos photos ici").set_input_files([str(photo), str(photo)])
    expect(page.get_by_role("button", name="Retirer la photo")).to_have_count(1)
    expect(page.get_by_role("button", name="Prendre celle-ci")).to_have_count(1)
    page.get_by_label("Qui l’a prise").fill("Anne Lumière")
    page.get_by_label(re.compile("est d’accord")).check()
    wait_saved(page)
    assert "/brouillons/" in page.url
    page.reload()
    expect(page.get_by_label("Titre (obligatoire)", exact=True)).to_have_value("Concert de la chorale")
    page.get_by_role("button", name="Proposer l’événement").dblclick()
    expect(page.get_by_text("envoyé à la modération")).to_be_visible()
    event = Event.objects.exclude(author=None).get()
    assert {words.language: words.title for words in event.words.all()} == {"fr": "Concert de la chorale", "en": "Choir concert"}
    assert (event.place, event.schedule.rule.count, event.picture.credit) == (town, 3, "Anne Lumière")


def test_member_proposes_without_javascript(signed_in_page, member, town, photo):
    page = signed_in_page(member, javascript=False)
    page.expected += ["422"]
    page.goto(NEW)
    page.get_by_role("button", name="Proposer l’événement").click()
    expect(page.get_by_role("alert")).to_contain_text("points restent à corriger")
    fill_the_least(page)
    page.get_by_label("À plusieurs dates").check()
    page.get_by_role("button", name="Ajouter une date").click()
    page.get_by_label("Jour", exact=True).nth(1).fill(soon(11))
    page.get_by_label("Début", exact=True).nth(1).fill("20 h")
    page.get_by_label("Lieu", exact=True).fill("theatre de la mer")
    page.get_by_label("Déposez vos photos ici").set_input_files(str(photo))
    page.get_by_role("button", name="Envoyer la photo").click()
    expect(page.get_by_role("button", name="Retirer la photo")).to_be_visible()
    page.get_by_label("Qui l’a prise").fill("Anne Lumière")
    page.get_by_label(re.compile("est d’accord")).check()
    page.get_by_role("button", name="Proposer l’événement").click()
    expect(page.get_by_text("envoyé à la modération")).to_be_visible()
    event = Event.objects.get()
    assert (len(event.schedule.slots), event.place, bool(event.picture)) == (2, town, True)


def test_errors_are_focused_and_lead_to_their_field(signed_in_page, member, town):
    page = signed_in_page(member)
    page.expected += ["422"]
    page.goto(NEW)
    page.get_by_label("Jour", exact=True).first.fill("31/02/2027")
    page.get_by_role("button", name="Proposer l’événement").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Jour", exact=True).first).to_have_value("31/02/2027")
    page.get_by_role("alert").get_by_role("link", name=re.compile("^Titre")).first.click()
    expect(page.get_by_label("Titre (obligatoire)", exact=True)).to_be_focused()


def test_expired_session_loses_nothing_and_goes_on(signed_in_page, member, town):
    page = signed_in_page(member)
    page.expected += ["401"]
    page.goto(NEW)
    cookies = page.context.cookies()
    page.context.clear_cookies()
    fill_the_least(page, "Écrit hors session")
    expect(page.get_by_role("link", name="Se reconnecter dans un autre onglet")).to_be_visible()
    assert Draft.objects.get().title == "Écrit hors session"
    page.context.add_cookies(cookies)
    page.get_by_label("Commune", exact=True).select_option(label="Port-Aurelle")
    page.get_by_role("button", name="Proposer l’événement").click()
    expect(page.get_by_text("envoyé à la modération")).to_be_visible()
    assert Event.objects.get().title == "Écrit hors session"


def test_second_tab_is_told_and_chooses(signed_in_page, member, town):
    first = signed_in_page(member)
    first.goto(NEW)
    fill_the_least(first, "Titre de départ")
    wait_saved(first)
    second = first.context.new_page()
    second.goto(first.url)
    first.get_by_label("Titre (obligatoire)", exact=True).fill("Titre du premier onglet")
    expect(first.get_by_role("status").filter(has_text="non enregistrées")).to_be_visible()
    wait_saved(first)
    second.get_by_label("Titre (obligatoire)", exact=True).fill("Titre du second onglet")
    second.get_by_role("button", name="Comparer et choisir").click()
    expect(second.get_by_text("Titre du premier onglet")).to_be_visible()
    second.get_by_role("button", name="Garder ces choix").click()
    expect(second.get_by_label("Titre (obligatoire)", exact=True)).to_have_value("Titre du second onglet")


def test_leaving_is_warned_only_when_unsaved(signed_in_page, member, town):
    page = signed_in_page(member)
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.type), dialog.accept()))
    page.goto(NEW)
    fill_the_least(page)
    wait_saved(page)
    page.goto("/intranet/evenements/")
    assert dialogs == []
    page.goto(NEW)
    page.get_by_label("Titre (obligatoire)", exact=True).press_sequentially("Non enregistré")
    page.goto("/intranet/evenements/")
    assert dialogs == ["beforeunload"]


def test_member_previews_before_sending(signed_in_page, member, town):
    page = signed_in_page(member)
    page.expected += ["ERR_INTERNET_DISCONNECTED"]
    page.goto(NEW)
    fill_the_least(page)
    page.get_by_label("Lieu", exact=True).fill("Théâtre de la Mer")
    page.context.set_offline(True)
    page.get_by_role("button", name="Proposer l’événement").click()
    expect(page.get_by_text("rien n’est parti, et rien n’est perdu")).to_be_visible()
    expect(page.get_by_label("Titre (obligatoire)", exact=True)).to_have_value("Concert de la chorale")
    page.context.set_offline(False)
    page.get_by_role("button", name="Aperçu").click()
    expect(page.frame_locator("iframe").get_by_role("heading", name="Concert de la chorale", level=1)).to_be_visible()
    assert not Event.objects.exists()
    page.get_by_role("button", name="Proposer l’événement").click()
    expect(page.get_by_text("envoyé à la modération")).to_be_visible()
    assert Event.objects.get().title == "Concert de la chorale"


def test_field_has_no_suggestions_while_one_is_in_it_and_may_come_back_filled(signed_in_page, member, town):
    """Chromium gives nothing back to a field that has `autocomplete="off"` when its page is left."""
    page = signed_in_page(member)
    page.goto(NEW)
    hour, place = page.get_by_label("Début", exact=True).first, page.get_by_label("Lieu", exact=True)
    for field, other in ((hour, place), (place, hour)):
        field.fill("18h30")
        expect(field).to_have_attribute("autocomplete", "off")
        assert other.get_attribute("autocomplete") is None


def test_state_of_an_event_is_held_while_the_server_is_away(signed_in_page, member, town):
    page = signed_in_page(member)
    page.expected += ["ERR_INTERNET_DISCONNECTED"]
    event = make_event("Bal du port", one_day(timezone.localdate() + timedelta(days=10)), place=town, author=member)
    page.goto(f"/intranet/evenements/{event.pk}/dates/")
    page.get_by_label(re.compile("^Complet")).check()
    page.get_by_label("Pourquoi").first.fill("Salle pleine.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Publier").click()
    expect(page.get_by_role("alert")).to_contain_text("rien n’est parti, et rien n’est perdu")
    expect(page.get_by_label("Pourquoi").first).to_have_value("Salle pleine.")
    page.context.set_offline(False)
    page.get_by_role("button", name="Publier").click()
    page.wait_for_url("**fait=announced**")
    assert event.decisions.get().verb == "announced"


@pytest.mark.parametrize("javascript", [True, False])
def test_member_proposes_from_a_calendar(signed_in_page, member, town, tmp_path, javascript):
    file = tmp_path / "amis.ics"
    file.write_bytes(
        make_calendar(
            make_vevent("un@amis", "Loto du port", location="Théâtre de la Mer"),
            make_vevent("deux@amis", "Vide-grenier", location="Quai"),
        )
    )
    page = signed_in_page(member, javascript=javascript)
    page.goto("/intranet/evenements/importer/")
    page.get_by_label(re.compile("Fichier de calendrier")).set_input_files(str(file))
    page.get_by_role("button", name="Lire le calendrier").click()
    expect(page.get_by_text("2 événements compris")).to_be_visible()
    page.get_by_label("Catégorie de tous").select_option(label="Concerts")
    page.get_by_role("button", name="Proposer les événements cochés").click()
    expect(page.get_by_text("2 propositions envoyées.")).to_be_visible()
    assert Event.objects.get(source_id="un@amis").place == town
