"""Features into tiles: what a reader sees at the seams, in one language or another."""

import re
from array import array

from destination.base_map.tiles.cutting import tiles_of
from destination.base_map.tiles.features import Feature, Name, area_layer, way_layer
from destination.base_map.tiles.grid import BUFFER, EXTENT, FIRST_ZOOM, LAST_ZOOM, tile_box, tile_side
from destination.base_map.tiles.lines import box_of

COLUMN, ROW = 4167, 3020
WEST, NORTH, EAST, SOUTH = tile_box(LAST_ZOOM, COLUMN, ROW)


def feature(layer, *numbers) -> Feature:
    line = array("i", numbers)
    return Feature(layer, [line], box_of(line))


def cut(features, names=()) -> dict:
    box = (WEST, NORTH, EAST + tile_side(LAST_ZOOM), SOUTH)
    return {(zoom, column, row): svg for zoom, column, row, svg in tiles_of(features, names, box)}


def ends(svg: str, layer: str) -> tuple[int, int]:
    """The first and the last x of a path of two points."""
    start, step = re.search(rf'class="m-{layer}" d="M(-?\d+) -?\d+l(-?\d+)', svg).groups()
    return int(start), int(start) + int(step)


def test_road_across_two_tiles_is_drawn_past_their_edge_in_both():
    middle = (NORTH + SOUTH) // 2
    tiles = cut([feature("main", WEST + 500, middle, EAST + 500, middle)])
    assert ends(tiles[LAST_ZOOM, COLUMN, ROW], "main") == (500, EXTENT + BUFFER)
    assert ends(tiles[LAST_ZOOM, COLUMN + 1, ROW], "main") == (-BUFFER, 500)


def test_road_is_on_every_zoom_from_its_first_and_a_path_on_the_closest_alone():
    middle = (NORTH + SOUTH) // 2
    tiles = cut([feature("main", WEST, middle, EAST, middle), feature("path", WEST, middle, EAST, middle)])
    assert {zoom for zoom, _column, _row in tiles} == set(range(FIRST_ZOOM, LAST_ZOOM + 1))
    assert {zoom for (zoom, _column, _row), svg in tiles.items() if "m-path" in svg} == {LAST_ZOOM}
    assert 'class="m-path from-15"' in tiles[LAST_ZOOM, COLUMN, ROW]


def test_wood_that_covers_a_tile_fills_it_whole():
    around = (WEST - 9999, NORTH - 9999, EAST + 9999, NORTH - 9999, EAST + 9999, SOUTH + 9999, WEST - 9999, SOUTH + 9999)
    tiles = cut([feature("wood", *around, *around[:2])])
    path = re.search(r'class="m-wood" d="([^"]+)"', tiles[LAST_ZOOM, COLUMN, ROW]).group(1)
    assert str(EXTENT + 2 * BUFFER) in path and path.endswith("z")


def test_empty_tile_is_not_made():
    middle = (NORTH + SOUTH) // 2
    tiles = cut([feature("main", WEST + 500, middle, WEST + 900, middle)])
    assert (LAST_ZOOM, COLUMN + 1, ROW) not in tiles


def test_name_across_two_tiles_stands_in_both_at_the_same_spot():
    village = Name("village", "Port <&> Aurelle", EAST - 10, (NORTH + SOUTH) // 2, 11, 2, {"ca": 'Port "A" & B'})
    tiles = cut([], [village])
    left, right = (
        re.search(r'<text [^>]*x="(-?\d+)"', tiles[LAST_ZOOM, column, ROW]).group(1) for column in (COLUMN, COLUMN + 1)
    )
    assert (left, right) == (str(EXTENT - 10), "-10")
    assert "data-ca='Port \"A\" &amp; B'>Port &lt;&amp;&gt; Aurelle</text>" in tiles[LAST_ZOOM, COLUMN, ROW]


def test_layers_lie_in_their_order():
    middle = (NORTH + SOUTH) // 2
    ring = (WEST, NORTH, EAST, NORTH, EAST, SOUTH, WEST, SOUTH, WEST, NORTH)
    svg = cut(
        [feature("main", WEST, middle, EAST, middle), feature("street", WEST, middle, EAST, middle), feature("wood", *ring)]
    )[LAST_ZOOM, COLUMN, ROW]
    assert re.findall(r'class="([^"]+)"', svg) == ["m-wood", "m-edge m-edge-main", "m-street", "m-main"]


def test_layer_follows_from_tags():
    assert way_layer({"highway": "residential"}) == "street"
    assert way_layer({"highway": "service", "service": "driveway"}) is None
    assert way_layer({"waterway": "stream", "tunnel": "culvert"}) is None
    assert way_layer({"highway": "proposed"}) is None
    assert area_layer({"landuse": "forest"}) == "wood"
    assert area_layer({"building": "yes"}) is None
