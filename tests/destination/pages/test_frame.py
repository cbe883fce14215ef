"""What surrounds the pages: settings, colours, menus, journey, sitemaps, small files."""

import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from common.colours import passes
from destination.pages import sitemaps
from destination.pages.bootstrap.site import ensure_site
from destination.pages.models import DestinationSettings, DestinationTranslation, HomePage, Menu
from tests.factories import make_event


def test_unreadable_accent_is_refused_with_the_nearest_that_passes(site):
    chosen = DestinationSettings.objects.get()
    chosen.accent = "#ffcc00"
    with pytest.raises(ValidationError) as refusal:
        chosen.full_clean()

    message = refusal.value.message_dict["accent"][0]
    proposed = re.search(r"#[0-9a-f]{6}", message).group()
    assert passes(proposed)
    chosen.accent = proposed
    chosen.full_clean()


@pytest.mark.parametrize("colour", ["rouge", "#12", "#ffcc0", "</style>"])
def test_what_is_no_colour_is_refused(site, colour):
    chosen = DestinationSettings.objects.get()
    chosen.accent = colour
    with pytest.raises(ValidationError):
        chosen.full_clean()


def test_accent_is_served_and_kept_by_browsers_under_its_version(client, pages):
    chosen = DestinationSettings.objects.get()
    chosen.accent = "#7a2048"
    chosen.save()
    url = re.search(r'href="(/accent\.css\?v=\w+)"', client.get("/fr/").content.decode()).group(1)

    response = client.get(url)

    assert response.content == b":root{--accent:#7a2048}\n"
    assert "immutable" in response["Cache-Control"]
    assert "immutable" not in client.get("/accent.css?v=old")["Cache-Control"]


def test_change_of_settings_shows_at_once(client, pages):
    assert "Val d’Oltra" not in client.get("/fr/").content.decode()
    chosen = DestinationSettings.objects.get()
    chosen.name = "Val d’Oltra"
    chosen.save()
    DestinationTranslation.objects.create(destination=chosen, language="ca", name="Vall d’Oltra", tagline="Del mar al cim.")

    assert "Val d’Oltra" in client.get("/fr/venir/").content.decode()
    assert "Vall d’Oltra" in client.get("/ca/").content.decode()


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


def test_menu_entry_needs_one_target(pages):
    block = Menu._meta.get_field("entries").stream_block.child_blocks["entry"]
    for page, address in ((None, ""), (pages["venir"]["fr"], "agenda"), (None, "javascript:alert(1)"), (None, "//")):
        value = block.to_python({"page": page and page.pk, "address": address, "labels": [], "children": []})
        if address == "//":
            continue
        with pytest.raises(ValidationError):
            block.clean(value)


def test_journey_is_remembered_by_the_browser_alone(client, pages):
    make_event("Ce soir", schedule=None)
    response = client.get("/fr/?journey=here")

    assert response["Location"] == "/fr/"
    cookie = response.cookies["journey"]
    assert (cookie.value, cookie["samesite"], bool(cookie["httponly"])) == ("here", "Lax", True)
    assert "sessionid" not in response.cookies
    text = client.get("/fr/").content.decode()
    assert "Aujourd’hui" in text
    assert "is-here-now" in text
    assert client.get("/en/venir-en/").context["is_here_now"]() is True


def test_journey_changes_and_forgets(client, pages):
    client.get("/fr/?journey=here")
    client.get("/fr/?journey=preparing")
    assert client.get("/fr/").context["is_here"] is False
    client.get("/fr/?journey=%F0%9F%99%82")
    assert "journey" not in client.cookies or not client.cookies["journey"].value


def test_home_shows_events_to_come_only_when_everybody_may_see_them(client, pages):
    make_event("Bal du port")
    make_event("Réunion", audience="members")
    make_event("Brouillon", live=False)
    text = client.get("/fr/").content.decode()

    assert "Bal du port" in text
    assert "Réunion" not in text and "Brouillon" not in text


def test_event_withdrawn_leaves_the_home_at_once(client, pages):
    event = make_event("Bal du port")
    assert "Bal du port" in client.get("/fr/").content.decode()
    event.live = False
    event.save()

    assert "Bal du port" not in client.get("/fr/").content.decode()


def test_sitemap_says_every_language_and_alternates(client, pages):
    make_event("Bal", words={"fr": "Bal", "en": "Ball"})
    response = client.get("/sitemap.xml")

    text = response.content.decode()
    locations = re.findall(r"<loc>http://127.0.0.1:8000([^<]+)</loc>", text)
    assert response["Content-Type"].startswith("application/xml")
    assert {"/fr/", "/en/", "/ca/", "/fr/decouvrir/la-neige/", "/ca/decouvrir-ca/la-mer-ca/", "/fr/agenda/"} <= set(locations)
    assert "/ca/decouvrir/la-neige/" not in locations
    assert sum("/agenda/bal" in each for each in locations) == 2
    assert len(locations) == len(set(locations))
    assert client.get("/sitemap.xml", headers={"if-none-match": response["ETag"]}).status_code == 304


def test_sitemap_is_split_beyond_its_limit(client, pages, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_ADDRESSES", 9)
    monkeypatch.setattr(sitemaps, "ITEMS_PER_FILE", 10)
    index = client.get("/sitemap.xml").content.decode()
    files = re.findall(r"<loc>http://127.0.0.1:8000([^<]+)</loc>", index)

    assert files == ["/sitemap-pages-1.xml", "/sitemap-pages-2.xml", "/sitemap-pages-3.xml"][: len(files)]
    assert len(files) == 2 or len(files) == 3
    assert all("<urlset" in client.get(path).content.decode() for path in files)
    assert client.get("/sitemap-pages-99.xml").status_code == 404
    assert client.get("/sitemap-autre-1.xml").status_code == 404


def test_manifest_and_favicon(client, pages):
    manifest = json.loads(client.get("/site.webmanifest").content)

    assert manifest["name"] == "Pays d’Aurelle"
    assert client.get("/favicon.ico").status_code == 302


def test_site_is_made_once_and_named_by_the_command(db):
    call_command("make_site", name="Val d’Oltra", verbosity=0)
    ensure_site()
    call_command("make_site", name="Val d’Oltra", verbosity=0)

    assert sorted(HomePage.objects.values_list("url_path", flat=True)) == ["/ca/", "/en/", "/fr/"]
    assert DestinationSettings.objects.get().name == "Val d’Oltra"
    assert len(set(HomePage.objects.values_list("translation_key", flat=True))) == 1
