"""Outlines, the map drawn by the server, distances."""

import pytest

from destination.places.presenters import outlines
from tests.factories import SQUARE, make_place, make_territory
from tests.html import read


@pytest.mark.django_db
def test_outlines_are_geojson_and_answer_not_modified(client):
    make_territory("Port-Aurelle", slug="port", outline=SQUARE)
    make_territory("Sans contour")
    response = client.get("/communes.json")
    assert response["Content-Type"] == "application/geo+json"
    assert "public" in response["Cache-Control"]
    assert response.json() == {
        "type": "FeatureCollection",
        "features": [{
            "type": "Feature",
            "properties": {"slug": "port", "name": "Port-Aurelle", "centre": [3.1, 42.5]},
            "geometry": {"type": "MultiPolygon", "coordinates": [[SQUARE["coordinates"][0]]]},
        }],
    }  # fmt: skip
    again = client.get("/communes.json", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


@pytest.mark.django_db
def test_changed_commune_shows_at_once(client):
    commune = make_territory(outline=SQUARE)
    before = client.get("/communes.json")["ETag"]
    commune.name = "Autre nom"
    commune.save()
    assert client.get("/communes.json")["ETag"] != before


@pytest.mark.django_db
@pytest.mark.parametrize("outline", ["x", {}, {"type": "Polygon"}, {"type": "Polygon", "coordinates": [[["a", 1]]]}, {"type": "Point", "coordinates": [1, 2]},
                                     {"type": "Polygon", "coordinates": [[[1, 2]]]}])  # fmt: skip
def test_outline_that_is_none_is_left_out(client, outline):
    make_territory(outline=outline)
    assert client.get("/communes.json").json()["features"] == []
    assert client.get("/fr/lieux/").status_code == 200


def test_simplified_line_keeps_its_ends_and_corners():
    line = [(0.0, 0.0), (0.5, 0.00001), (1.0, 0.0), (1.0, 1.0)]
    assert outlines.simplified(line) == [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]


def test_drawing_holds_points_outside_the_outlines():
    drawing = outlines.Drawing([], [(42.0, 3.0), (43.0, 4.0)])
    west, south = drawing.at(42.0, 3.0)
    east, north = drawing.at(43.0, 4.0)
    assert 0 < west < east < outlines.WIDTH
    assert 0 < north < south < drawing.height
    assert outlines.Drawing([], []).height > 0


@pytest.mark.django_db
def test_map_is_drawn_without_javascript(client):
    commune = make_territory("Port-Aurelle", outline=SQUARE)
    place = make_place("Musée", commune, latitude=42.5, longitude=3.1)
    for address in ("/fr/lieux/", place.get_absolute_url(), f"/fr/communes/{commune.slug}/"):
        drawings = read(client.get(address)).all_by_role("img")
        assert any(path["d"].startswith("M500 ") for drawing in drawings for path in drawing.tag.find_all("path"))


@pytest.mark.django_db
def test_tiles_only_when_a_server_is_set(client, settings):
    make_place(latitude=42.5, longitude=3.1)
    assert read(client.get("/fr/lieux/")).all_by_hook("data-tiles", "")
    settings.MAP_TILES_URL = "https://tuiles.example/{z}/{x}/{y}.png"
    assert read(client.get("/fr/lieux/")).all_by_hook("data-tiles", settings.MAP_TILES_URL)
