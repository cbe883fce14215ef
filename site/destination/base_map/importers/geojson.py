"""GeoJSON (RFC 7946) whose properties are tags of OpenStreetMap: `{"highway": "primary", "name": "Route du Port"}`."""

import json
from math import isfinite

from django.utils.translation import gettext_lazy as _

from destination.base_map.importers.gathering import BaseMapRefused, Gathering

NOT_GEOJSON = _("Ce fichier n’est pas du GeoJSON lisible : il doit être une « FeatureCollection ».")


def is_json(beginning: bytes) -> bool:
    return beginning.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")


def gather(path: str, gathering: Gathering) -> None:
    with open(path, "rb") as file:
        try:
            collection = json.loads(file.read().decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            raise BaseMapRefused(NOT_GEOJSON) from error
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise BaseMapRefused(NOT_GEOJSON)
    gather_features(collection["features"], gathering)


def gather_features(features: list, gathering: Gathering) -> None:
    """What cannot be read of them is left out."""
    for feature in features:
        gathering.count()
        try:
            tags = {key: str(text) for key, text in feature["properties"].items()}
            _add(gathering, tags, feature["geometry"]["type"], feature["geometry"]["coordinates"])
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError):
            continue


def _add(gathering: Gathering, tags: dict[str, str], kind: str, coordinates: list) -> None:
    if kind == "Point":
        gathering.add_point(tags, *_position(coordinates))
    elif kind in ("LineString", "MultiLineString"):
        for line in [coordinates] if kind == "LineString" else coordinates:
            gathering.add_way(tags, [_position(at) for at in line])
    elif kind in ("Polygon", "MultiPolygon"):
        polygons = [coordinates] if kind == "Polygon" else coordinates
        gathering.add_area(tags, [[[_position(at) for at in ring] for ring in rings] for rings in polygons])


def _position(at: list) -> tuple[float, float]:
    longitude, latitude = float(at[0]), float(at[1])
    if not (isfinite(longitude) and -180 <= longitude <= 180 and -85 <= latitude <= 85):
        raise ValueError("Not in degrees.")
    return longitude, latitude
