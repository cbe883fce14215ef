"""What is drawn: the layers from below to above, and which of them a thing belongs to by its tags, those of OpenStreetMap
(wiki.openstreetmap.org/wiki/Map_features)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from destination.base_map.tiles.grid import Box
from destination.base_map.tiles.lines import Line


@dataclass(frozen=True, slots=True)
class Layer:
    """`first`: from which zoom of the map it is drawn. `has_edge`: a wider line is drawn below it."""

    name: str
    first: int
    is_area: bool = False
    has_edge: bool = False


#: From below to above. The names are classes of `tiles.css`.
LAYERS = [
    Layer("built", 10, is_area=True),
    Layer("green", 12, is_area=True),
    Layer("heath", 10, is_area=True),
    Layer("wood", 8, is_area=True),
    Layer("vines", 10, is_area=True),
    Layer("wetland", 10, is_area=True),
    Layer("sea", 8, is_area=True),
    Layer("water", 8, is_area=True),
    Layer("sand", 11, is_area=True),
    Layer("stream", 12),
    Layer("river", 9),
    Layer("path", 15),
    Layer("track", 14),
    Layer("lane", 14),
    Layer("street", 13),
    Layer("local", 11),
    Layer("secondary", 10, has_edge=True),
    Layer("rail", 9),
    Layer("main", 8, has_edge=True),
    Layer("motorway", 8, has_edge=True),
]
LAYER = {layer.name: layer for layer in LAYERS}

AREAS = {
    ("natural", "wood"): "wood",
    ("landuse", "forest"): "wood",
    ("natural", "scrub"): "heath",
    ("natural", "heath"): "heath",
    ("landuse", "vineyard"): "vines",
    ("landuse", "orchard"): "vines",
    ("natural", "wetland"): "wetland",
    ("natural", "water"): "water",
    ("waterway", "riverbank"): "water",
    ("landuse", "reservoir"): "water",
    ("landuse", "basin"): "water",
    ("landuse", "salt_pond"): "water",
    ("natural", "beach"): "sand",
    ("natural", "sand"): "sand",
    ("leisure", "park"): "green",
    ("leisure", "garden"): "green",
    ("leisure", "golf_course"): "green",
    ("landuse", "cemetery"): "green",
    ("landuse", "residential"): "built",
    ("landuse", "commercial"): "built",
    ("landuse", "industrial"): "built",
    ("landuse", "retail"): "built",
    ("place", "sea"): "sea",
}
WAYS = {
    ("waterway", "river"): "river",
    ("waterway", "canal"): "river",
    ("waterway", "stream"): "stream",
    ("railway", "rail"): "rail",
    ("railway", "light_rail"): "rail",
    ("railway", "narrow_gauge"): "rail",
    ("railway", "funicular"): "rail",
    ("highway", "motorway"): "motorway",
    ("highway", "motorway_link"): "motorway",
    ("highway", "trunk"): "motorway",
    ("highway", "trunk_link"): "motorway",
    ("highway", "primary"): "main",
    ("highway", "primary_link"): "main",
    ("highway", "secondary"): "secondary",
    ("highway", "secondary_link"): "secondary",
    ("highway", "tertiary"): "local",
    ("highway", "tertiary_link"): "local",
    ("highway", "unclassified"): "street",
    ("highway", "residential"): "street",
    ("highway", "living_street"): "street",
    ("highway", "road"): "street",
    ("highway", "pedestrian"): "lane",
    ("highway", "service"): "lane",
    ("highway", "track"): "track",
    ("highway", "path"): "path",
    ("highway", "footway"): "path",
    ("highway", "cycleway"): "path",
    ("highway", "bridleway"): "path",
    ("highway", "steps"): "path",
}
AREA_KEYS = tuple(dict.fromkeys(key for key, _value in AREAS))
WAY_KEYS = tuple(dict.fromkeys(key for key, _value in WAYS))
#: Of a service road or a siding: what only those see who use it.
INNER = {"driveway", "parking_aisle", "drive-through", "emergency_access", "yard", "siding", "spur"}
#: Roads whose names and numbers are written.
NAMED_ROADS = {"lane", "street", "local", "secondary", "main"}
NUMBERED_ROADS = {"local", "secondary", "main", "motorway"}

#: Names: (key, value) → kind, the first zoom of the map, rank (the lower is written first).
NAMES = {
    ("place", "city"): ("city", 8, 0),
    ("place", "town"): ("town", 9, 1),
    ("place", "village"): ("village", 11, 2),
    ("place", "island"): ("sight", 12, 5),
    ("natural", "bay"): ("waters", 11, 4),
    ("natural", "cape"): ("sight", 12, 5),
    ("railway", "station"): ("station", 12, 3),
    ("railway", "halt"): ("station", 13, 6),
    ("natural", "peak"): ("peak", 12, 6),
    ("mountain_pass", "yes"): ("peak", 13, 6),
    ("place", "hamlet"): ("hamlet", 13, 7),
    ("natural", "beach"): ("sight", 13, 7),
    ("place", "suburb"): ("hamlet", 14, 7),
    ("place", "neighbourhood"): ("hamlet", 15, 8),
    ("place", "isolated_dwelling"): ("locality", 15, 9),
    ("place", "locality"): ("locality", 15, 9),
    ("amenity", "parking"): ("parking", 15, 8),
}
NAME_KEYS = tuple(dict.fromkeys(key for key, _value in NAMES))


@dataclass(slots=True)
class Feature:
    """Lines, or the rings of an area whose inside lies to the right of each: outer ones clockwise, holes the other way."""

    layer: str
    lines: list[Line]
    box: Box


@dataclass(slots=True)
class Name:
    """A name to write at a position; `others` are the same in other languages; `angle` in degrees, `room` the units along
    which it must fit (0: anywhere)."""

    kind: str
    text: str
    x: int
    y: int
    first: int
    rank: float
    others: dict[str, str] = field(default_factory=dict)
    angle: int = 0
    room: int = 0


def area_layer(tags: Mapping[str, str]) -> str | None:
    return next((AREAS[pair] for key in AREA_KEYS if (pair := (key, tags.get(key))) in AREAS), None)


def way_layer(tags: Mapping[str, str]) -> str | None:
    """None too for what lies under the ground or serves one door."""
    layer = next((WAYS[pair] for key in WAY_KEYS if (pair := (key, tags.get(key))) in WAYS), None)
    if layer is None or tags.get("service") in INNER or tags.get("area") == "yes":
        return None
    if tags.get("tunnel") in ("yes", "culvert") and layer in ("stream", "river", "rail"):
        return None
    return layer
