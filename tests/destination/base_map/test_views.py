"""Tiles and pictures as a browser asks for them."""

import gzip

import pytest
from django.test import Client

from tests.factories import SQUARE, make_base_map, make_place, make_territory
from tests.html import read

pytestmark = pytest.mark.django_db
PICTURE = "fr/13/66679-48417"  # around 3.1, 42.5


@pytest.fixture
def base_map():
    make_territory("Port-Aurelle", slug="port", outline=SQUARE)
    return make_base_map()


def address(base_map, rest: str) -> str:
    return f"/carte/{base_map.version}/{rest}.svg"


def test_tile_is_kept_for_a_year(client, base_map):
    response = client.get(address(base_map, "13/4166/3025"), headers={"Accept-Encoding": "gzip"})
    assert response.status_code == 200 and response["Content-Encoding"] == "gzip"
    assert "immutable" in response["Cache-Control"] and "public" in response["Cache-Control"]
    assert response["ETag"]
    assert gzip.decompress(response.content).startswith(b"<svg ")
    plain = client.get(address(base_map, "13/4166/3025"))
    assert plain.content == gzip.decompress(response.content) and "Content-Encoding" not in plain


def test_tile_costs_one_query(client, base_map, django_assert_num_queries):
    client.get(address(base_map, "13/4166/3025"))
    with django_assert_num_queries(1):
        client.get(address(base_map, "13/4166/3025"))


def test_empty_tile_is_empty_and_one_that_cannot_be_is_not_there(client, base_map):
    assert client.get(address(base_map, "13/4160/3025")).status_code == 204
    for rest in ("14/1/1", "6/1/1", "7/128/1", "13/8192/1", "13/99999999999999999999/1"):
        assert client.get(address(base_map, rest)).status_code == 404


def test_address_of_an_older_map_leads_to_the_new(client, base_map):
    old = address(base_map, "13/4166/3025")
    new = make_base_map()
    assert client.get(old).headers["Location"] == address(new, "13/4166/3025")


def test_without_a_map_there_is_no_tile(client):
    assert client.get("/carte/abc/13/4166/3025.svg").status_code == 404


def test_picture_carries_its_colours_in_light_and_dark(client, base_map):
    response = client.get(address(base_map, PICTURE))
    text = response.content.decode()
    assert "prefers-color-scheme: dark" in text and 'class="m-main"' in text
    assert "unsafe-inline" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("language", "written"), [("fr", "Prades &lt;le Vieux&gt;"), ("ca", "Prada &amp; Vell"), ("en", "Prades &lt;le Vieux&gt;")]
)
def test_picture_has_the_names_of_its_language(client, base_map, language, written):
    text = client.get(address(base_map, PICTURE.replace("fr", language, 1))).content.decode()
    assert f">{written}</text>" in text and "data-ca" not in text


@pytest.mark.parametrize("rest", ["de/13/66679-48417", "fr/7/1-1", "fr/18/1-1", "fr/13/99999999-1"])
def test_picture_that_cannot_be_is_not_there(client, base_map, rest):
    assert client.get(address(base_map, rest)).status_code == 404


def test_pages_show_the_map_with_its_credit(client, base_map):
    place = make_place("Musée", latitude=42.5, longitude=3.1)
    page = read(client.get("/fr/lieux/"))
    assert page.all_by_hook("data-base", f"/carte/{base_map.version}/{{z}}/{{x}}/{{y}}.svg")
    small = read(client.get(place.get_absolute_url()))
    assert small.all_by_role("img", "Carte : Musée, à Port-Aurelle")
    assert "Carte d’un pays imaginaire" in client.get(place.get_absolute_url()).content.decode()


def test_credit_of_openstreetmap_leads_to_its_licence(base_map):
    base_map.source = "osm"
    base_map.save()
    place = make_place("Musée", latitude=42.5, longitude=3.1)
    links = read(Client().get(place.get_absolute_url())).all_by_role("link", "OpenStreetMap")
    assert "https://www.openstreetmap.org/copyright" in [link["href"] for link in links]


def test_place_outside_the_map_has_the_outlines(client, base_map):
    place = make_place("Loin", latitude=48.0, longitude=-2.0)
    assert "/carte/" not in client.get(place.get_absolute_url()).content.decode().replace('/carte/"', "")


def test_tile_server_of_the_settings_goes_before_the_base_map(client, base_map, settings):
    make_place(latitude=42.5, longitude=3.1)
    settings.MAP_TILES_URL = "https://tuiles.example/{z}/{x}/{y}.png"
    page = client.get("/fr/lieux/").content.decode()
    assert "https://tuiles.example/" in page and "data-base=" not in page
