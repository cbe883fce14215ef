"""Sources: tried, followed, paused, brought in and out."""

from datetime import UTC, datetime

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from pro_portal.watch.models import WatchItem, WatchSource
from tests.factories.watch import make_item, make_rss, make_source, make_theme
from tests.html import read

pytestmark = pytest.mark.django_db
ADD, PASTE, SOURCES = "/fr/portail/veille/ajouter/", "/fr/portail/veille/coller/", "/fr/portail/veille/sources/"


@pytest.fixture
def browser(client, watcher):
    client.force_login(watcher)
    return client


def source_form(address, **fields) -> dict:
    return {"kind": "feed", "address": address, "audience": "public", **fields}


def test_source_is_tried_then_followed(browser, newspaper):
    newspaper.answers["/fil"] = (200, {}, make_rss(("https://carnet.example/un", "Un titre du fil", "")))
    form = source_form(f"{newspaper.address}/fil")
    page = read(browser.post(f"{SOURCES}ajouter/", form | {"action": "try"}))
    assert "Un titre du fil" in page.text and not WatchSource.objects.exists()
    browser.post(f"{SOURCES}ajouter/", form)
    assert WatchSource.objects.get().name == "Le Carnet"
    assert not WatchItem.objects.exists()


HTML = {"Content-Type": "text/html; charset=utf-8"}
LINK = '<link rel="alternate" type="application/rss+xml" title="{title}" href="{address}">'


def test_feed_of_a_site_is_found_from_its_address(browser, newspaper):
    newspaper.answers["/"] = (200, HTML, f"<html><head>{LINK.format(title='Fil', address='/fil')}</head>".encode())
    newspaper.answers["/fil"] = (200, {}, make_rss(("https://carnet.example/un", "Un", "")))
    page = read(browser.post(f"{SOURCES}ajouter/", source_form(newspaper.address), follow=True))
    assert "Son fil a été trouvé sur la page" in page.text
    source = WatchSource.objects.get()
    assert (source.name, source.address) == ("Le Carnet", f"{newspaper.address}/fil")
    page = read(browser.post(f"{SOURCES}ajouter/", source_form(f"{newspaper.address}/")))
    assert "Cette source est déjà suivie." in page.text


def test_page_of_a_source_says_how_it_is_and_goes_on(browser):
    source = make_source(active=False)
    page = read(browser.get(f"{SOURCES}{source.pk}/"))
    assert "en pause" in page.region("État").text and not page.has("button", f"Lire maintenant {source.name}")
    browser.post(page.get_by_role("button", f"Reprendre {source.name}").form["action"])
    source.refresh_from_db()
    assert source.active
    WatchSource.objects.update(failures=3, failing_since=timezone.now(), last_error="Le site ne répond pas.")
    page = read(browser.get(f"{SOURCES}{source.pk}/")).region("État")
    assert "Le site ne répond pas." in page.text and page.has("button", f"Mettre en pause {source.name}")


def test_new_address_of_a_source_is_looked_at_too(browser, newspaper):
    newspaper.answers["/"] = (200, HTML, f"<html><head>{LINK.format(title='Fil', address='/fil')}</head>".encode())
    newspaper.answers["/fil"] = (200, {}, make_rss())
    source = make_source()
    browser.post(f"{SOURCES}{source.pk}/", source_form(newspaper.address, name="Le Carnet"))
    source.refresh_from_db()
    assert source.address == f"{newspaper.address}/fil"


def test_one_of_several_feeds_is_chosen(browser, newspaper):
    links = [LINK.format(title=title, address=f"/{title}") for title in ("actus", "agenda")]
    newspaper.answers["/"] = (200, HTML, f"<html><head>{''.join(links)}</head>".encode())
    newspaper.answers["/agenda"] = (200, {}, make_rss())
    page = read(browser.post(f"{SOURCES}ajouter/", source_form(newspaper.address)))
    assert "lequel suivre" in page.text and not WatchSource.objects.exists()
    assert [choice.value for choice in page.all_by_role("radio") if choice.value.startswith("http")] == [
        f"{newspaper.address}/actus", f"{newspaper.address}/agenda",
    ]  # fmt: skip
    page = read(
        browser.post(f"{SOURCES}ajouter/", source_form(newspaper.address, found=f"{newspaper.address}/agenda"), follow=True)
    )
    assert WatchSource.objects.get().address == f"{newspaper.address}/agenda"
    assert "Le fil se lit, mais il est vide." in page.text


def test_site_without_a_feed_is_told(browser, newspaper):
    newspaper.answers["/"] = (200, HTML, b"<html><head><title>Un site</title></head>")
    page = read(browser.post(f"{SOURCES}ajouter/", source_form(newspaper.address)))
    assert "ne donne pas de fil RSS, Atom ou JSON Feed" in page.text and not WatchSource.objects.exists()


@pytest.mark.parametrize("prefix", ["feed://", "feed:http://", "FEED://", "itpc://", "http://", ""])
def test_address_of_a_feed_in_its_forms(browser, newspaper, prefix):
    newspaper.answers["/fil"] = (200, {}, make_rss())
    form = source_form(prefix + newspaper.address.removeprefix("http://") + "/fil") | ({} if prefix else {"anyway": "1"})
    browser.post(f"{SOURCES}ajouter/", form)
    scheme = "http" if prefix else "https"
    assert WatchSource.objects.get().address == f"{scheme}{newspaper.address.removeprefix('http')}/fil"


def test_malformed_feed_is_told_when_it_is_saved(browser, newspaper):
    newspaper.answers["/fil"] = (200, {}, make_rss(("https://carnet.example/un", "Un <b>", "")))
    page = read(browser.post(f"{SOURCES}ajouter/", source_form(f"{newspaper.address}/fil"), follow=True))
    assert "est enregistrée" in page.text and "Ce fil est mal formé" in page.text


def test_source_is_read_now_and_not_twice_a_minute(browser, newspaper):
    newspaper.answers["/fil"] = (200, {}, make_rss(("https://carnet.example/un", "Un", "")))
    source = make_source("Le Carnet", address=f"{newspaper.address}/fil")
    sentences = [read(browser.post(f"{SOURCES}{source.pk}/lire/", follow=True)).text for _time in range(2)]
    assert "1 nouvel article" in sentences[0] and "vient d’être lue" in sentences[1]
    assert (WatchItem.objects.count(), len(newspaper.seen)) == (1, 1)
    failing = make_source("Le Muet", address=f"{newspaper.address}/rien")
    assert "réponse 404" in read(browser.post(f"{SOURCES}{failing.pk}/lire/", follow=True)).text


def test_list_tells_silent_and_dead_sources_and_what_each_gave(browser):
    silent = make_source("Le Calme", read_at=timezone.now())
    make_item("Un", source=silent)
    make_item("Deux", source=silent, state="inbox")
    WatchItem.objects.update(found_at=datetime(2026, 1, 5, tzinfo=UTC))
    make_source("Le Mort", failures=40, failing_since=datetime(2026, 1, 6, tzinfo=UTC))
    lively = make_source("Le Vif", read_at=timezone.now(), remark="2 éléments sont laissés de côté.")
    make_item("Trois", source=lively)
    text = read(browser.get(SOURCES)).text
    assert "silencieuse depuis le 5 janvier 2026" in text and "morte depuis le 6 janvier 2026" in text
    assert "1 publiés sur 2" in text and "2 éléments sont laissés de côté." in text and text.count("silencieuse") == 1


def test_source_that_fails_is_said_and_may_be_kept_all_the_same(browser, newspaper):
    form = source_form(f"{newspaper.address}/rien")
    page = read(browser.post(f"{SOURCES}ajouter/", form))
    assert "réponse 404" in page.text and not WatchSource.objects.exists()
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
    page = read(browser.post(f"{SOURCES}ajouter/", source_form(source.address)))
    assert "Cette source est déjà suivie." in page.text


def test_failing_source_is_shown_with_why(browser):
    make_source("Le Muet", failures=2, last_error="Ce site ne répond pas.")
    page = read(browser.get(SOURCES))
    assert "Le Muet" in page.text and "ne répond pas" in page.text and "Prochain essai" in page.text


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
    assert response.status_code == 422 and "OPML" in read(response).text
    assert not WatchSource.objects.exists()


def test_opml_takes_only_web_addresses(browser):
    outlines = ('<outline xmlUrl="javascript:alert(1)" text="a"/>', '<outline xmlUrl="https://a.example/fil"/>')
    page = read(browser.post(f"{SOURCES}importer/", {"file": opml(*outlines)}, follow=True))
    assert WatchSource.objects.get().name == "a.example"
    assert "1 ligne est laissée de côté" in page.text
