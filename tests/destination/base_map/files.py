"""A small extract of OpenStreetMap, made as the real ones are."""

from pathlib import Path

import pytest

#: Longitude, latitude of the points that the extract holds.
POINTS = [
    (3.0, 42.5), (3.05, 42.5), (3.14, 42.52),  # a road
    (3.02, 42.55), (3.05, 42.55), (3.05, 42.57), (3.02, 42.57),  # a lake
    (3.03, 42.555), (3.04, 42.555), (3.04, 42.56),  # its island
    (3.15, 42.2), (3.16, 42.45), (3.15, 42.8),  # the coast
]  # fmt: skip
WAYS = [
    ([1, 2, 3], {"highway": "primary", "ref": "D 914", "name": "Route du Port"}),
    ([4, 5, 6, 7, 4], {}),
    ([8, 9, 10, 8], {}),
    ([11, 12, 13], {"natural": "coastline"}),
    ([1, 4], {"highway": "footway"}),
    ([1, 999], {"highway": "residential", "name": "Rue qui sort de l’extrait"}),
    ([4, 5, 6, 4], {"landuse": "forest"}),
]
LAKE = [("w", 2, "outer"), ("w", 3, "inner")]


def write_extract(path: Path) -> Path:
    osmium = pytest.importorskip("osmium", reason="the wheel of osmium is not installed")
    with osmium.SimpleWriter(str(path)) as writer:
        for number, at in enumerate(POINTS, start=1):
            writer.add_node(osmium.osm.mutable.Node(id=number, location=at))
        village = {"place": "village", "name": "Prades", "name:ca": "Prada"}
        writer.add_node(osmium.osm.mutable.Node(id=500, location=(3.1, 42.5), tags=village))
        writer.add_node(osmium.osm.mutable.Node(id=501, location=(9.0, 48.0), tags=village | {"name": "Ailleurs"}))
        for number, (nodes, tags) in enumerate(WAYS, start=1):
            writer.add_way(osmium.osm.mutable.Way(id=number, nodes=nodes, tags=tags))
        tags = {"type": "multipolygon", "natural": "water", "name": "Étang Bleu"}
        writer.add_relation(osmium.osm.mutable.Relation(id=1, members=LAKE, tags=tags))
    return path
