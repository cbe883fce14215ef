import json

import pytest
from django.core import mail
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Organisation, Territory
from destination.pages.actions import ensure_site
from destination.pages.models import DestinationSettings, HomePage
from tests.factories import image_file, make_territory
from tests.html import read
from tests.installation.importers.test_outlines import LAMBERT, SQUARE, feature

pytestmark = pytest.mark.django_db
LOOK, COMMUNES, CHOICE = "/installation/aspect/", "/installation/communes/", "/installation/communes/choix/"


@pytest.fixture(autouse=True)
def _files_of_this_test_alone(own_folders, tmp_path):
    own_folders(tmp_path / "files")


@pytest.fixture
def browser(client, administrator):
    ensure_site(name="Pays d’Essai", languages=["fr"])
    client.force_login(administrator)
    return client


def outlines(*features, content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile("communes.geojson", json.dumps({"features": features}).encode() if content is None else content)


# ---- look -------------------------------------------------------------------------------------------------------
def test_look_is_stored_and_a_language_gets_its_first_page(browser):
    logo = SimpleUploadedFile("logo.png", image_file(size=(300, 200), kind="PNG").read())
    response = browser.post(LOOK, {"languages": ["fr", "ca"], "accent": "#7a3b10", "logo": logo})
    assert response["Location"] == COMMUNES
    destination = DestinationSettings.objects.get()
    assert (destination.languages, destination.accent) == (["fr", "ca"], "#7a3b10")
    assert (destination.logo.audience, destination.logo.width) == ("public", 300)
    assert HomePage.objects.filter(locale__language_code="ca").exists()


def test_colour_that_cannot_be_read_is_offered_its_nearest(browser):
    page = read(browser.post(LOOK, {"languages": ["fr"], "accent": "#f2c14e"}))
    assert "ne se lit pas assez bien" in page.field("Couleur").description
    assert page.has("button", "Prendre #8e6100")
    browser.post(LOOK, {"languages": ["fr"], "accent": ["#f2c14e", "#8e6100"]})  # the button's value stands last
    assert DestinationSettings.objects.get().accent == "#8e6100"


def test_logo_that_is_none_gets_a_sentence(browser):
    for content in (b"", b"%PDF-1.4", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n" + b"\x00" * 99):
        fields = {"languages": ["fr"], "accent": "#7a3b10", "logo": SimpleUploadedFile("logo.png", content)}
        page = read(browser.post(LOOK, fields))
        assert page.field("Logo").is_invalid and DestinationSettings.objects.get().accent == "", content


# ---- communes ---------------------------------------------------------------------------------------------------
def test_communes_are_chosen_from_the_file(browser):
    page = read(browser.post(COMMUNES, {"file": outlines(feature("Moissac", "82112"), feature("Tours", "37261"))}))
    assert page.has("heading", "Choisir les communes")
    assert page.texts("option") == [
        "Tout le fichier : 2 communes", "Indre-et-Loire (37) : 1 commune", "Tarn-et-Garonne (82) : 1 commune",
    ]  # fmt: skip
    answers = page.form_values() | {"territory": "dep:82", "only": "Moissac\nTours"}
    page = read(browser.post(CHOICE, answers))
    assert "Introuvables dans ce territoire du fichier : Tours." in page.field("Seulement ces communes").description
    assert page.field("Seulement ces communes").value == "Moissac\nTours"
    response = browser.post(CHOICE, answers | {"only": ""})
    assert response["Location"] == "/installation/office/"
    assert list(Territory.objects.values_list("name", "insee")) == [("Moissac", "82112")]
    assert storages["private"].listdir("outlines")[1] == []


def test_territory_that_the_file_lacks_gets_a_sentence(browser):
    choice = read(browser.post(COMMUNES, {"file": outlines(feature("Moissac", "82112"))})).form_values()
    for territory in ("", "dep:99", "epci:1", "rien", "all\x00", "dep:" + "9" * 999):
        page = read(browser.post(CHOICE, choice | {"territory": territory}))
        assert page.has("heading", "Un point reste à corriger") and not Territory.objects.exists(), territory


def test_file_that_is_gone_sends_back(browser):
    for token in ("", "falsifié", "a" * 5000):
        assert browser.post(CHOICE, {"file": token, "territory": "all"})["Location"] == COMMUNES


def test_file_that_is_refused_says_why_and_keeps_the_names(browser):
    refused = {
        "Lambert-93": outlines(feature(coordinates=LAMBERT)),
        "aucune commune": outlines(),
        "pas un fichier GeoJSON": outlines(content=b"\x00\x01\x02"),
        "vide": outlines(content=b""),
    }
    for words, file in refused.items():
        page = read(browser.post(COMMUNES, {"file": file, "names": "Créon"}))
        assert words in page.field("Fichier des contours").description
        assert page.field("Ou les noms, un par ligne").value == "Créon", words
    assert not Territory.objects.exists()


def test_file_beyond_the_limit_is_not_read(browser, monkeypatch):
    monkeypatch.setattr("installation.forms.LARGEST_FILE", 100)
    page = read(browser.post(COMMUNES, {"file": outlines(feature("Moissac", coordinates=SQUARE))}))
    assert "60 Mo" in page.field("Fichier des contours").description


def test_names_are_stored_once_each(browser):
    browser.post(COMMUNES, {"names": "  Créon \n\nTargon\ncréon\r\n"})
    assert list(Territory.objects.values_list("name", "slug")) == [("Créon", "creon"), ("Targon", "targon")]


def test_steps_that_are_done_are_marked(browser):
    browser.post(COMMUNES, {"names": "Créon"})
    [around] = read(browser.get("/installation/office/")).all_by_role("navigation", "Étapes de l’installation")
    assert ["Rempli" in link for link in around.texts("link")] == [False, True, False, False, False]


def test_names_that_are_none_get_a_sentence(browser):
    for names in ("", " \n ", "a\x00b", "a" * 121, "a\n" * 1001, "a" * 200_000):
        page = read(browser.post(COMMUNES, {"names": names}))
        assert page.has("heading", "Un point reste à corriger") and not Territory.objects.exists(), names[:20]


# ---- office -----------------------------------------------------------------------------------------------------
def test_office_covers_the_communes_and_takes_its_maker_in(browser, administrator):
    make_territory("Créon")
    answers = {"name": "Office d’Essai", "kind": "office", "email": "bonjour@essai.example", "website": "essai.example"}
    assert browser.post("/installation/office/", answers | {"covers_all": "on"})["Location"] == "/installation/courriel/"
    office = Organisation.objects.get()
    administrator.refresh_from_db()
    assert (office.slug, office.website, office.territories.count()) == ("office-d-essai", "https://essai.example", 1)
    assert administrator.organisation == office
    assert DestinationSettings.objects.get().contact_email == "bonjour@essai.example"


def test_office_of_the_same_name_gets_another_slug(browser):
    for _number in range(2):
        browser.post("/installation/office/", {"name": "☀", "kind": "agency"})
    assert list(Organisation.objects.order_by("pk").values_list("slug", flat=True)) == ["office", "office-2"]


# ---- mail -------------------------------------------------------------------------------------------------------
def test_test_mail_leaves_as_all_mail_does(browser, administrator):
    assert read(browser.get("/installation/courriel/")).has("link", "Passer cette étape")
    page = read(browser.post("/installation/courriel/", {"to": administrator.email}))
    assert page.has("link", "Continuer") and not page.has("link", "Passer cette étape")
    assert "Le serveur a accepté le message" in page.get_by_role("status").text
    assert [message.to for message in mail.outbox] == [[administrator.email]]


def test_page_names_the_file_that_the_installation_reads(browser, settings, tmp_path):
    assert "dans le fichier .env (escale.env sans Docker)" in read(browser.get("/installation/courriel/")).text
    settings.VARIABLES_FILE = tmp_path / ".env"
    assert f"dans le fichier {tmp_path}/.env, non" in read(browser.get("/installation/courriel/")).text


def test_server_that_is_none_gets_a_sentence(browser):
    refused = {
        "Envoyer l’essai à": {"to": "personne"},
        "Serveur d’envoi": {"host": "smtp.essai.example/?a=1"},
        "Chiffrement": {"host": "smtp.essai.example", "safety": "none", "user": "a", "password": "b"},
        "Port, s’il est autre": {"port": "99999"},
    }
    for label, fields in refused.items():
        page = read(browser.post("/installation/courriel/", {"to": "anne@essai.example"} | fields))
        assert page.field(label).is_invalid and mail.outbox == [], label


def test_server_that_refuses_is_quoted_and_what_was_typed_stays(browser):
    fields = {"to": "anne@essai.example", "host": "127.0.0.1", "port": "1", "safety": "none", "user": "anne"}
    page = read(browser.post("/installation/courriel/", fields))
    assert "Rien n’écoute à ce port" in page.get_by_role("status").text
    assert page.field("Identifiant").value == "anne"
