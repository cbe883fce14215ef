"""Sitemaps."""

import re

from common.absolute_urls import without_language
from common.access import Audience
from destination.pages import sitemaps
from tests.factories import make_event
from tests.factories.photos import make_photo


def test_sitemap_says_every_language_and_alternates(client, pages):
    make_event("Bal", words={"fr": "Bal", "en": "Ball"})
    open_photo, closed_photo = make_photo("Le quai"), make_photo("Le bureau", audience=Audience.MEMBERS)
    response = client.get("/sitemap.xml")

    text = response.content.decode()
    locations = re.findall(r"<loc>http://127.0.0.1:8000([^<]+)</loc>", text)
    assert response["Content-Type"].startswith("application/xml")
    assert {"/fr/", "/en/", "/ca/", "/fr/decouvrir/la-neige/", "/ca/decouvrir-ca/la-mer-ca/", "/fr/agenda/"} <= set(locations)
    assert "/ca/decouvrir/la-neige/" not in locations
    assert sum("/agenda/bal" in each for each in locations) == 2
    assert {"/fr/portail/", "/ca/portail/phototheque/", "/en/portail/tutoriels/", "/fr/portail/veille/"} <= set(locations)
    assert f"/ca{without_language(open_photo.get_absolute_url())}" in locations
    assert closed_photo.get_absolute_url() not in locations
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
