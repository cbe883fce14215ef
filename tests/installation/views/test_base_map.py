"""The page on which an administrator drops the file of the base map."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from destination.base_map import limits
from destination.base_map.models import BaseMap
from tests.factories import SQUARE, make_base_map, make_territory
from tests.html import read

pytestmark = pytest.mark.django_db
ADDRESS = "/installation/fond-de-carte/"


@pytest.fixture
def browser(client, administrator):
    client.force_login(administrator)
    return client


def drop(browser, content=b"{}", name="pays.geojson"):
    return browser.post(ADDRESS, {"file": SimpleUploadedFile(name, content)})


def test_file_is_taken_and_its_progress_told(browser):
    make_territory(outline=SQUARE)
    assert drop(browser).headers["Location"] == ADDRESS
    asked = BaseMap.objects.get()
    asked.state, asked.percent, asked.message = BaseMap.State.WORKING, 40, "50 000 objets lus"
    asked.save()
    page = read(browser.get(ADDRESS))
    assert "« pays.geojson » se découpe" in page.text and "50 000 objets lus" in page.text
    assert page.get_by_role("progressbar")["value"] == "40"


def test_map_that_is_there_and_a_file_that_failed_are_told(browser):
    make_territory(outline=SQUARE)
    make_base_map()
    BaseMap.objects.create(state=BaseMap.State.FAILED, file_name="mer.osm.pbf", message="Ce fichier est incomplet.")
    page = read(browser.get(ADDRESS))
    assert "Un fond de carte est en place" in page.text and "mer.osm.pbf : Ce fichier est incomplet." in page.text


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "pays.osm.pbf", "vide"),
        (b"\xff\xd8\xff\xe0", "photo.jpg", "ni un extrait"),
        (b"PK\x03\x04", "pays.osm.pbf", "son début n’en est pas un"),
    ],
)
def test_file_that_is_no_map_is_refused_beside_the_field(browser, content, name, sentence):
    make_territory(outline=SQUARE)
    page = read(drop(browser, content, name))
    assert sentence in page.field("Fichier de la carte").description
    assert not BaseMap.objects.exists()


def test_file_that_is_too_large_or_without_communes_is_refused(browser, monkeypatch):
    assert "contours de vos communes" in read(drop(browser)).field("Fichier de la carte").description
    monkeypatch.setattr("installation.forms.LARGEST_UPLOAD", 1)
    assert "100 Mo" in read(drop(browser)).field("Fichier de la carte").description
    assert limits.LARGEST_UPLOAD <= 100_000_000
