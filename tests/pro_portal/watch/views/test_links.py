import pytest

from common.models import Picture
from pro_portal.watch.models import WatchItem
from tests.factories import image_file
from tests.factories.watch import make_item, make_source, make_theme
from tests.html import read

pytestmark = pytest.mark.django_db
ADD, PASTE, SOURCES = "/fr/portail/veille/ajouter/", "/fr/portail/veille/coller/", "/fr/portail/veille/sources/"
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
    values = read(
        browser.post(ADD, {"address": f"{newspaper.address}/un", "comment": "Mes mots", "action": "read"})
    ).form_values()
    assert (values["title"], values["summary"], values["comment"]) == ("Le vrai & titre", "Le résumé.", "Mes mots")
    assert not WatchItem.objects.exists()


def test_page_that_cannot_be_read_keeps_what_was_typed(browser):
    page = read(browser.post(ADD, {"address": "http://127.0.0.1:9/un", "title": "À moi", "action": "read"}))
    assert "pas publique" in page.text and page.form_values()["title"] == "À moi"


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
    values = read(browser.get("/fr/portail/veille/partager/", query)).form_values()
    assert (values["address"], values["title"]) == ("https://carnet.example/un", "Un titre")
    assert newspaper.seen == []


def test_manifest_offers_the_share_target(client):
    target = client.get("/fr/portail/veille/application.webmanifest").json()["share_target"]
    assert target == {
        "action": "/fr/portail/veille/partager/", "method": "GET", "params": {"title": "title", "text": "text", "url": "url"},
    }  # fmt: skip


LETTER = """<h1>La lettre</h1><p><a href="https://carnet.example/un?utm_source=lettre">Un <b>titre</b></a>
<a href="https://carnet.example/un"><img src="x"></a><a href="https://carnet.example/deux">Deux</a>
<a href="https://envoi.example/u/1">Se désabonner</a><a href="javascript:alert(1)">Trois</a><a href="mailto:a@b.example">Écrire</a>"""


def test_pasted_letter_becomes_items_to_sort(browser):
    source = make_source("La lettre", kind="newsletter", address="", audience="members")
    known = make_item("Deux", address="https://carnet.example/deux")
    page = read(browser.post(PASTE, {"letter": LETTER, "source": source.pk, "action": "read"}))
    assert "2 liens trouvés" in page.text and "déjà dans la veille" in page.text
    assert len([box for box in page.all_by_role("checkbox") if box.checked]) == 1
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


def picture_page(newspaper, image: str) -> str:
    newspaper.answers["/un"] = (
        200,
        {"Content-Type": "text/html"},
        f"<title>Le titre</title><meta property='og:image' content='{image}'>".encode(),
    )
    return f"{newspaper.address}/un"


def test_picture_of_the_page_is_shown_then_kept_where_the_watcher_wants_it(browser, newspaper, client, professional):
    newspaper.answers["/photo.jpg"] = (200, {"Content-Type": "image/jpeg"}, image_file(size=(1600, 900)).read())
    address = picture_page(newspaper, "/photo.jpg")
    page = read(browser.post(ADD, {"address": address, "action": "read"}))
    drawn = page.get_by_role("img", "L’image que donne la page")["src"]
    assert drawn.startswith("data:image/jpeg;base64,") and page.form_values()["drawn"] == drawn
    fields = {"title": "Un", "audience": "professionals", "drawn": drawn, "action": "publish"}
    browser.post(ADD, fields | {"address": f"{address}/sans"})
    browser.post(ADD, fields | {"address": f"{address}/avec", "with_picture": "on"})
    without, item = WatchItem.objects.order_by("pk")
    assert without.picture is None and (item.picture.width, item.picture.audience) == (960, "professionals")
    client.force_login(professional)
    shown = read(client.get(item.get_absolute_url()))
    assert item.picture.file_hash and "Image : 127.0.0.1" in shown.text
    assert [image for image in shown.all_by_hook("src") if f"/images/{item.picture_id}/" in image["src"]]
    client.logout()
    assert client.get(item.picture.url_for(480)).status_code == 404


def test_picture_follows_the_audience_and_leaves_when_unticked(browser, newspaper):
    newspaper.answers["/photo.jpg"] = (200, {}, image_file(size=(800, 600)).read())
    address = picture_page(newspaper, "/photo.jpg")
    drawn = read(browser.post(ADD, {"address": address, "action": "read"})).form_values()["drawn"]
    fields = {"title": "Un", "with_picture": "on"}
    browser.post(ADD, fields | {"address": address, "audience": "public", "drawn": drawn, "action": "publish"})
    item = WatchItem.objects.get()
    browser.post(f"/fr/portail/veille/{item.pk}/publier/", fields | {"audience": "members", "seen": item.version})
    item.refresh_from_db()
    assert item.picture.audience == "members"
    browser.post(f"/fr/portail/veille/{item.pk}/publier/", {"title": "Un", "audience": "members", "seen": item.version})
    item.refresh_from_db()
    assert item.picture is None and not Picture.objects.exists()


@pytest.mark.parametrize(
    "image", ["http://10.0.0.1/x.jpg", "javascript:alert(1)", "http://[", "/nothing.jpg", "/un", "/small.jpg"]
)
def test_page_with_a_bad_picture_gives_its_words_alone(browser, newspaper, image):
    newspaper.answers["/small.jpg"] = (200, {}, image_file(size=(40, 40)).read())
    values = read(browser.post(ADD, {"address": picture_page(newspaper, image), "action": "read"})).form_values()
    assert values["title"] == "Le titre" and "drawn" not in values


@pytest.mark.parametrize(
    "drawn", ["data:text/html,<b>x", "data:image/jpeg;base64,AAAA", "data:image/jpeg;base64,é", "https://x.example/"]
)
def test_form_brings_back_pictures_only(browser, drawn):
    fields = {"address": "https://carnet.example/un", "title": "Un", "audience": "public", "with_picture": "on"}
    browser.post(ADD, fields | {"drawn": drawn, "action": "publish"})
    assert WatchItem.objects.get().picture is None
