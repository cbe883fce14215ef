"""What surrounds the pages: settings, colours, menus, journey, sitemaps, small files."""

import json

from destination.pages.models import DestinationSettings, DestinationTranslation
from destination.pages.presenters.site_layout import site_layout
from tests.factories import make_organisation
from tests.html import read


def test_accent_is_a_sheet_under_its_version(client, pages):
    chosen = DestinationSettings.objects.get()
    chosen.accent = "#7a2048"
    chosen.save()
    address = f"/accent.css?v={site_layout('fr').accent_version}"
    assert address in [sheet["href"] for sheet in read(client.get("/fr/")).tag.find_all("link", rel="stylesheet")]

    response = client.get(address)

    assert response.content == b":root{--accent:#7a2048}\n"
    assert "immutable" in response["Cache-Control"]
    assert "immutable" not in client.get("/accent.css?v=old")["Cache-Control"]


def test_change_of_settings_shows_at_once(client, pages):
    assert "Val d’Oltra" not in client.get("/fr/").content.decode()
    chosen = DestinationSettings.objects.get()
    chosen.name = "Val d’Oltra"
    chosen.save()
    DestinationTranslation.objects.create(destination=chosen, language="ca", name="Vall d’Oltra", tagline="Del mar al cim.")

    assert "Val d’Oltra" in read(client.get("/fr/venir/")).text
    assert "Vall d’Oltra" in read(client.get("/ca/")).text


def test_offices_have_their_name_in_the_reader_s_language_or_say_another(client, pages):
    make_organisation("Office de la Côte", translated_names={"ca": "Oficina de la Costa"})
    names = {code: client.get(f"/{code}/").context["footer_offices"]() for code in ("fr", "en", "ca")}
    assert {code: [(office["name"], office["lang"]) for office in offices] for code, offices in names.items()} == {
        "fr": [("Office de la Côte", "")], "en": [("Office de la Côte", "fr")], "ca": [("Oficina de la Costa", "")],
    }  # fmt: skip


def test_menu_speaks_the_reader_s_language_or_says_another(client, menus):
    french = client.get("/fr/").context["main_menu"]()
    english = client.get("/en/").context["main_menu"]()
    catalan = client.get("/ca/").context["main_menu"]()

    assert [(each["title"], each["url"]) for each in french] == [
        ("À voir", "/fr/decouvrir/"), ("La-neige (fr)", "/fr/decouvrir/la-neige/"), ("Ailleurs", "https://ailleurs.example/"),
    ]  # fmt: skip
    assert [(each["title"], each["url"], each["lang"]) for each in english] == [
        ("To see", "/en/decouvrir-en/", ""), ("La-neige (fr)", "/en/decouvrir/la-neige/", "fr"),
        ("Ailleurs", "https://ailleurs.example/", "fr"),
    ]  # fmt: skip
    assert catalan[0]["title"] == "Decouvrir (ca)"
    assert [child["url"] for child in french[0]["children"]] == ["/fr/decouvrir/la-neige/"]


def test_menu_marks_the_part_where_one_is(client, menus):
    entries = client.get("/fr/decouvrir/la-mer/").context["main_menu"]()

    assert [each["is_current"] for each in entries] == [True, False, False]


def test_menu_forgets_a_page_that_left(client, menus, pages):
    pages["la-neige"]["fr"].delete()

    assert [each["title"] for each in client.get("/fr/").context["main_menu"]()] == ["À voir", "Ailleurs"]


def test_manifest_and_favicon(client, pages):
    manifest = json.loads(client.get("/site.webmanifest").content)

    assert manifest["name"] == "Pays d’Aurelle"
    assert client.get("/favicon.ico").status_code == 302
