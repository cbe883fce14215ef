import json

import pytest

from destination.base_map.importers import geojson
from destination.base_map.importers.gathering import BaseMapRefused, Gathering
from destination.base_map.tiles.grid import Bounds
from tests.factories.destination import COUNTRY

BOUNDS = Bounds(2.9, 42.3, 3.3, 42.7)


def gathered(tmp_path, content: bytes) -> Gathering:
    path = tmp_path / "pays.geojson"
    path.write_bytes(content)
    gathering = Gathering(BOUNDS, ["ca"])
    geojson.gather(str(path), gathering)
    return gathering


def collection(*features) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def feature(kind, coordinates, **tags) -> dict:
    return {"type": "Feature", "properties": tags, "geometry": {"type": kind, "coordinates": coordinates}}


def test_features_with_tags_are_drawn(tmp_path):
    gathering = gathered(tmp_path, b"\xef\xbb\xbf" + collection(*COUNTRY))
    assert sorted(each.layer for each in gathering.features) == ["main", "path", "water"]
    assert len(gathering.coastlines) == 1


@pytest.mark.parametrize(
    "broken",
    [
        None, 3, {}, {"properties": None, "geometry": None},
        feature("LineString", [[3, "x"], [3, 42.5]], highway="primary"),
        feature("LineString", [[3], [3.1]], highway="primary"),
        feature("LineString", [[700000, 6600000], [700100, 6600100]], highway="primary"),  # Lambert 93
        feature("LineString", [[float("nan"), 42.5], [3, 42.5]], highway="primary"),
        feature("Polygon", [[[3, 42.5], [3.1, 42.5]]], natural="water"),
        feature("Polygon", [], natural="water"),
        feature("Point", [3, 42.5], place="village"),  # without a name
        feature("Circle", [3, 42.5], highway="primary"),
    ],
)  # fmt: skip
def test_feature_that_cannot_be_read_is_left_out(tmp_path, broken):
    gathering = gathered(tmp_path, collection(broken, *COUNTRY))
    assert len(gathering.features) == 3


@pytest.mark.parametrize("content", [b"{", b"[]", b"{}", b'{"features": 3}', b'{"type": "\xff"}', b"{" * 100_000])
def test_file_that_is_no_collection_is_refused(tmp_path, content):
    with pytest.raises(BaseMapRefused):
        gathered(tmp_path, content)


def test_name_of_no_letter_or_no_end_is_not_written(tmp_path):
    gathering = gathered(
        tmp_path,
        collection(
            feature("Point", [3, 42.5], place="village", name="  \u200b "),
            feature("Point", [3, 42.5], place="village", name="x" * 500),
            feature("Point", [3, 42.5], place="village", name=" Deux\n mots "),
        ),
    )
    assert [name.text for name in gathering.names] == ["Deux mots"]
