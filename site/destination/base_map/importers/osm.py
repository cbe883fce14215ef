"""Extracts of OpenStreetMap in its compressed format, .osm.pbf (wiki.openstreetmap.org/wiki/PBF_Format), read by osmium."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from destination.base_map.importers.gathering import BaseMapRefused, Gathering, Position
from destination.base_map.tiles.features import AREA_KEYS, NAME_KEYS, WAY_KEYS

#: A file begins with the length of a header that names itself so.
SIGNATURE = b"OSMHeader"
NOT_OSM = _("Ce fichier n’est pas un extrait d’OpenStreetMap (.osm.pbf) : son début n’en est pas un.")
BROKEN = _("Ce fichier est incomplet ou abîmé : téléchargez-le de nouveau, puis recommencez.")


def is_osm(beginning: bytes) -> bool:
    return SIGNATURE in beginning[:40]


def gather(path: str, gathering: Gathering, node_index: str) -> None:
    """Read the file twice: areas made of several ways first. `node_index` is the file in which osmium notes where each point
    lies, so that a whole region takes little memory; the caller deletes it."""
    import osmium  # takes 30 ms and 11 MB, which only the process that makes a map pays

    keys = {"natural", *AREA_KEYS, *WAY_KEYS, *NAME_KEYS}
    things = (
        osmium.FileProcessor(osmium.io.File(path, "pbf"))
        .with_locations(f"sparse_file_array,{node_index}")
        .with_areas(osmium.filter.KeyFilter(*AREA_KEYS, *NAME_KEYS))
        .with_filter(osmium.filter.KeyFilter(*keys))
    )
    try:
        for thing in things:
            gathering.count()
            kind = thing.type_str()
            if kind == "w":
                tags = thing.tags
                if any(key in tags for key in ("highway", "railway", "waterway", "natural")):
                    gathering.add_way(dict(tags), _positions(thing.nodes))
            elif kind == "n":
                if thing.location.valid():
                    gathering.add_point(dict(thing.tags), thing.location.lon, thing.location.lat)
            elif kind == "a":
                gathering.add_area(dict(thing.tags), _polygons(thing))
    except (RuntimeError, ValueError) as error:  # what osmium raises for bytes it cannot read
        raise BaseMapRefused(BROKEN) from error


def _positions(nodes) -> list[Position]:
    """Of the points that the file holds: an extract leaves out those of a way beyond its border."""
    return [(node.lon, node.lat) for node in nodes if node.location.valid()]


def _polygons(area) -> Iterator[list[list[Position]]]:
    for outer in area.outer_rings():
        yield [_positions(outer), *(_positions(inner) for inner in area.inner_rings(outer))]
