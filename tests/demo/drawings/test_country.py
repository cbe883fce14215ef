"""The drawn map of the invented country agrees with its communes and places."""

import pytest

from demo.drawings.country import features
from demo.loaders import content
from tests.demo.content.files import inside

DRAWING = features(content.base_map())
WATER = [each["geometry"]["coordinates"][0] for each in DRAWING if each["properties"].get("natural") == "water"]
COAST = next(each for each in DRAWING if each["properties"].get("natural") == "coastline")["geometry"]["coordinates"]
SEA = [*COAST, [5, COAST[-1][1]], [5, COAST[0][1]], COAST[0]]


def is_wet(longitude, latitude) -> bool:
    return any(inside(longitude, latitude, ring) for ring in [*WATER, SEA])


def test_drawing_is_the_same_each_time():
    assert features(content.base_map()) == DRAWING


def test_every_commune_has_its_town_on_land_inside_its_outline():
    towns = {each["properties"]["name"]: each["geometry"]["coordinates"] for each in DRAWING if "place" in each["properties"]}
    for commune in content.network()["communes"]:
        longitude, latitude = towns[commune["name"]]
        assert inside(longitude, latitude, commune["outline"]), commune["name"]
        assert not is_wet(longitude, latitude), commune["name"]


@pytest.mark.parametrize("code", [code for code, facts in content.places().items() if facts["kind"] not in ("nature", "beach")])
def test_place_stands_on_land(code):
    place = content.places()[code]
    assert not is_wet(place["longitude"], place["latitude"])


def test_no_street_ends_in_the_water():
    streets = [each["geometry"]["coordinates"] for each in DRAWING if each["properties"].get("highway") == "residential"]
    assert not [street for street in streets if is_wet(*street[-1])]
