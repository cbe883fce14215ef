import re

import pytest
from django.core.files.base import ContentFile

from common.models import Picture
from pro_portal.watch.importers.web_pages import newsletter_links
from pro_portal.watch.models import WatchItem, WatchSource
from tests.factories import image_file
from tests.pro_portal.watch.conftest import rss
from tests.pro_portal.watch.making import make_item, make_source, make_theme

pytestmark = pytest.mark.django_db
ADD, PASTE, SOURCES = "/portail/veille/ajouter/", "/portail/veille/coller/", "/portail/veille/sources/"
PAGE = (
    b"<html><head><title>Le titre</title><meta property='og:title' content='Le vrai &amp; titre'>"
    b"<meta name='description' content='<b>Le</b> r\xc3\xa9sum\xc3\xa9.'></head><body>" + b"x" * 1000
)


@pytest.fixture
def browser(client, watcher):
    client.force_login(watcher)
    return client


def test_words_of_the_page_fill_the_form(browser, newspaper):
    newspaper.answers["/un"] = (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE)
    page = browser.post(ADD, {"address": f"{newspaper.address}/un", "comment": "Mes mots", "action": "read"}).content.decode()
    assert 'value="Le vrai &amp; titre"' in page and "Le résumé." in page and "Mes mots" in page
    assert not WatchItem.objects.exists()


def test_page_that_cannot_be_read_keeps_what_was_typed(browser):
    page = browser.post(ADD, {"address": "http://127.0.0.1:9/un", "title": "À moi", "action": "read"}).content.decode()
    assert "pas publique" in page and 'value="À moi"' in page


def test_link_is_published_or_kept(browser, watcher):
    theme = make_theme()
    fields = {"address": "carnet.example/un", "title": "Un", "audience": "public", "themes": [theme.pk]}
    browser.post(ADD, fields | {"action": "publish"})
    browser.post(ADD, fields | {"address": "https://carnet.example/deux", "title": "Deux", "action": "keep"})
    first, second = WatchItem.objects.order_by("pk")
    assert (first.address, first.state, first.author, list(first.themes.all())) == (
        "https://carnet.example/un",
        "published",
        watcher,
        [theme],
    )
    assert second.state == "inbox"


def test_link_that_is_known_is_shown(browser):
    known = make_item("Un", address="https://carnet.example/un")
    fields = {"address": "http://www.carnet.example/un/?utm_source=x", "title": "Un", "audience": "public", "action": "publish"}
    assert browser.post(ADD, fields)["Location"].endswith(f"?element={known.pk}")
    assert WatchItem.objects.count() == 1


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "", "https://", "a b", "https://carnet.example/\x00", "https://" + "a" * 3000]
)
def test_bad_addresses_are_refused(browser, address):
    for action in ("read", "publish"):
        response = browser.post(ADD, {"address": address, "title": "Un", "audience": "public", "action": action})
        assert response.status_code == 422
    assert not WatchItem.objects.exists()


@pytest.mark.parametrize(
    "query",
    [
        {"url": "https://carnet.example/un", "title": "Un titre"},
        {"text": "Un titre https://carnet.example/un"},
        {"text": "https://carnet.example/un", "title": "Un titre"},
    ],
)
def test_share_button_of_a_phone_fills_the_form(browser, newspaper, query):
    page = browser.get("/portail/veille/partager/", query).content.decode()
    assert 'value="https://carnet.example/un"' in page and 'value="Un titre"' in page
    assert newspaper.seen == []


def test_manifest_offers_the_share_target(client):
    target = client.get("/portail/veille/application.webmanifest").json()["share_target"]
    assert target == {
        "action": "/portail/veille/partager/", "method": "GET", "params": {"title": "title", "text": "text", "url": "url"},
    }  # fmt: skip


LETTER = """<h1>La lettre</h1><p><a href="https://carnet.example/un?utm_source=lettre">Un <b>titre</b></a>
<a href="https://carnet.example/un"><img src="x"></a><a href="https://carnet.example/deux">Deux</a>
<a href="https://envoi.example/u/1">Se désabonner</a><a href="javascript:alert(1)">Trois</a><a href="mailto:a@b.example">Écrire</a>"""


def test_links_of_a_newsletter():
    assert newsletter_links(LETTER) == [
        ("https://carnet.example/un?utm_source=lettre", "Un titre"),
        ("https://carnet.example/deux", "Deux"),
    ]
    text = "Un titre\nhttps://carnet.example/un\n\n- Deux : https://carnet.example/deux.\nSe désabonner https://envoi.example/u"
    assert newsletter_links(text) == [("https://carnet.example/un", "Un titre"), ("https://carnet.example/deux", "Deux")]


@pytest.mark.parametrize(
    "bomb",
    [
        "<a " * 600_000,
        "<a href='https://a.example/'>" * 60_000,
        "<" * 1_900_000,
        "https://" * 200_000,
        "<a href=" + "x" * 1_900_000,
    ],
)
def test_newsletter_bombs_end(bomb):
    assert len(newsletter_links(bomb)) <= 100


def test_pasted_letter_becomes_items_to_sort(browser):
    source = make_source("La lettre", kind="newsletter", address="", audience="members")
    known = make_item("Deux", address="https://carnet.example/deux")
    page = browser.post(PASTE, {"letter": LETTER, "source": source.pk, "action": "read"}).content.decode()
    assert "2 liens trouvés" in page and page.count(" checked") == 1 and "déjà dans la veille" in page
    browser.post(
        PASTE,
        {
            "action": "take", "source": source.pk, "link-0": "on", "link-0-address": "https://carnet.example/un", "link-0-title": "Un titre",
            "link-1-address": known.address, "link-1-title": "Deux", "link-2": "on", "link-2-address": "javascript:alert(1)",
        },
    )  # fmt: skip
    item = WatchItem.objects.inbox().get()
    assert (item.title, item.source, item.audience) == ("Un titre", source, "members")


@pytest.mark.parametrize("letter", ["", "Rien ici.", "a\x00b", "é" * 2_100_000])
def test_letter_without_links_says_so(browser, letter):
    assert browser.post(PASTE, {"letter": letter, "action": "read"}).status_code == 422


# ---- sources ----------------------------------------------------------------------------------------------------------
def source_form(address, **fields) -> dict:
    return {"kind": "feed", "address": address, "audience": "public", **fields}


def test_source_is_tried_then_followed(browser, newspaper):
    newspaper.answers["/fil"] = (200, {}, rss(("https://carnet.example/un", "Un titre du fil", "")))
    form = source_form(f"{newspaper.address}/fil")
    page = browser.post(f"{SOURCES}ajouter/", form | {"action": "try"}).content.decode()
    assert "Un titre du fil" in page and not WatchSource.objects.exists()
    browser.post(f"{SOURCES}ajouter/", form)
    assert WatchSource.objects.get().name == "Le Carnet"
    assert not WatchItem.objects.exists()


def test_source_that_fails_is_said_and_may_be_kept_all_the_same(browser, newspaper):
    form = source_form(f"{newspaper.address}/rien")
    page = browser.post(f"{SOURCES}ajouter/", form).content.decode()
    assert "réponse 404" in page and not WatchSource.objects.exists()
    browser.post(f"{SOURCES}ajouter/", form | {"anyway": "1"})
    assert WatchSource.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"address": ""},
        {"address": "javascript:x"},
        {"kind": "autre"},
        {"kind": "newsletter"},
        {"audience": "private"},
        {"themes": ["1\x00"]},
    ],
)
def test_bad_sources_are_refused(browser, fields):
    assert (
        browser.post(
            f"{SOURCES}ajouter/", source_form("", **fields) if "address" not in fields else source_form(**fields)
        ).status_code
        == 422
    )
    assert not WatchSource.objects.exists()


def test_same_source_twice_is_refused(browser):
    source = make_source()
    page = browser.post(f"{SOURCES}ajouter/", source_form(source.address)).content.decode()
    assert "Cette source est déjà suivie." in page


def test_failing_source_is_shown_with_why(browser):
    make_source("Le Muet", failures=2, last_error="Ce site ne répond pas.")
    page = browser.get(SOURCES).content.decode()
    assert "Le Muet" in page and "ne répond pas" in page and "Prochain essai" in page


def test_pause_and_stop_following(browser):
    source = make_source(failures=3, last_error="Rien.")
    item = make_item("Un", source=source)
    browser.post(f"{SOURCES}{source.pk}/pause/")
    source.refresh_from_db()
    assert (source.active, source.failures, source.last_error) == (False, 0, "")
    browser.post(f"{SOURCES}{source.pk}/supprimer/")
    item.refresh_from_db()
    assert item.source is None and not WatchSource.objects.exists()


def opml(*outlines: str, more="") -> ContentFile:
    text = f'<?xml version="1.0"?>{more}<opml version="2.0"><body>{"".join(outlines)}</body></opml>'
    return ContentFile(text.encode(), name="liste.opml")


def test_opml_goes_out_and_comes_back(browser):
    theme = make_theme("numerique", fr="Numérique")
    make_source("Un & deux", [theme], address="https://un.example/fil")
    make_source("Trois", address="https://trois.example/fil")
    written = browser.get(f"{SOURCES}veille.opml").content
    WatchSource.objects.all().delete()
    browser.post(f"{SOURCES}importer/", {"file": ContentFile(written, name="veille.opml")})
    found = {source.name: (source.address, list(source.themes.all())) for source in WatchSource.objects.all()}
    assert found == {"Un & deux": ("https://un.example/fil", [theme]), "Trois": ("https://trois.example/fil", [])}
    page = browser.post(f"{SOURCES}importer/", {"file": ContentFile(written, name="veille.opml")}, follow=True).content.decode()
    assert "Déjà suivies : 2" in page.replace("\xa0", " ")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "file",
    [
        ContentFile(b"", name="vide.opml"), ContentFile(b"\x00\xff", name="x.opml"), ContentFile(b"<html/>", name="x.opml"),
        opml('<outline xmlUrl="https://a.example/" text="&b;"/>', more=BOMB), ContentFile(b"x" * 1_000_001, name="gros.opml"),
        opml("<outline>" * 100_000),
    ],
)  # fmt: skip
def test_bad_opml_is_refused(browser, file):
    file.seek(0)
    response = browser.post(f"{SOURCES}importer/", {"file": file})
    assert response.status_code == 422 and "OPML" in response.content.decode()
    assert not WatchSource.objects.exists()


def test_opml_takes_only_web_addresses(browser):
    outlines = ('<outline xmlUrl="javascript:alert(1)" text="a"/>', '<outline xmlUrl="https://a.example/fil"/>')
    browser.post(f"{SOURCES}importer/", {"file": opml(*outlines)})
    assert WatchSource.objects.get().name == "a.example"


# ---- the picture of the page --------------------------------------------------------------------------------------------
def picture_page(newspaper, image: str) -> str:
    newspaper.answers["/un"] = (
        200,
        {"Content-Type": "text/html"},
        f"<title>Le titre</title><meta property='og:image' content='{image}'>".encode(),
    )
    return f"{newspaper.address}/un"


def drawn_in(page: str) -> str:
    found = re.search(r'name="drawn" value="([^"]+)"', page)
    return found[1] if found else ""


def test_picture_of_the_page_is_shown_then_kept_where_the_watcher_wants_it(browser, newspaper, client, professional):
    newspaper.answers["/photo.jpg"] = (200, {"Content-Type": "image/jpeg"}, image_file(size=(1600, 900)).read())
    address = picture_page(newspaper, "/photo.jpg")
    page = browser.post(ADD, {"address": address, "action": "read"}).content.decode()
    assert (drawn := drawn_in(page)).startswith("data:image/jpeg;base64,") and page.count(drawn) == 2
    fields = {"title": "Un", "audience": "professionals", "drawn": drawn, "action": "publish"}
    browser.post(ADD, fields | {"address": f"{address}/sans"})
    browser.post(ADD, fields | {"address": f"{address}/avec", "with_picture": "on"})
    without, item = WatchItem.objects.order_by("pk")
    assert without.picture is None and (item.picture.width, item.picture.audience) == (960, "professionals")
    client.force_login(professional)
    shown = client.get(item.get_absolute_url()).content.decode()
    assert item.picture.file_hash and f"/images/{item.picture_id}/" in shown and "Image : 127.0.0.1" in shown.replace("\xa0", " ")
    client.logout()
    assert client.get(item.picture.url_for(480)).status_code == 404


def test_picture_follows_the_audience_and_leaves_when_unticked(browser, newspaper):
    newspaper.answers["/photo.jpg"] = (200, {}, image_file(size=(800, 600)).read())
    address = picture_page(newspaper, "/photo.jpg")
    drawn = drawn_in(browser.post(ADD, {"address": address, "action": "read"}).content.decode())
    fields = {"title": "Un", "with_picture": "on"}
    browser.post(ADD, fields | {"address": address, "audience": "public", "drawn": drawn, "action": "publish"})
    item = WatchItem.objects.get()
    browser.post(f"/portail/veille/{item.pk}/publier/", fields | {"audience": "members", "seen": item.version})
    item.refresh_from_db()
    assert item.picture.audience == "members"
    browser.post(f"/portail/veille/{item.pk}/publier/", {"title": "Un", "audience": "members", "seen": item.version})
    item.refresh_from_db()
    assert item.picture is None and not Picture.objects.exists()


@pytest.mark.parametrize(
    "image", ["http://10.0.0.1/x.jpg", "javascript:alert(1)", "http://[", "/nothing.jpg", "/un", "/small.jpg"]
)
def test_page_with_a_bad_picture_gives_its_words_alone(browser, newspaper, image):
    newspaper.answers["/small.jpg"] = (200, {}, image_file(size=(40, 40)).read())
    page = browser.post(ADD, {"address": picture_page(newspaper, image), "action": "read"}).content.decode()
    assert 'value="Le titre"' in page and not drawn_in(page)


@pytest.mark.parametrize(
    "drawn", ["data:text/html,<b>x", "data:image/jpeg;base64,AAAA", "data:image/jpeg;base64,é", "https://x.example/"]
)
def test_form_brings_back_pictures_only(browser, drawn):
    fields = {"address": "https://carnet.example/un", "title": "Un", "audience": "public", "with_picture": "on"}
    browser.post(ADD, fields | {"drawn": drawn, "action": "publish"})
    assert WatchItem.objects.get().picture is None
