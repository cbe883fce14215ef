from destination.base_map.tiles.grid import (
    EXTENT,
    LAST_ZOOM,
    UNITS,
    Bounds,
    position,
    tile_box,
    tiles_in,
    units_of_a_pixel,
)


def test_position_is_that_of_every_map_of_the_web():
    assert position(-180, 85.05112878) == (0, 0)
    assert position(0, 0) == (UNITS // 2, UNITS // 2)
    assert position(180, -85.05112878) == (UNITS, UNITS)


def test_tile_of_a_place_is_the_usual_one():
    x, y = position(2.2945, 48.8584)  # the Eiffel tower: 13/4148/2818 on any map
    assert tiles_in((x, y, x, y), 13) == [(4148, 2818)]
    assert tiles_in((x, y, x, y), 7) == [(4148 >> 6, 2818 >> 6)]


def test_neighbours_share_their_edge_and_overlap_by_the_buffer():
    west, east = tile_box(13, 10, 5), tile_box(13, 11, 5)
    assert west[2] == east[0]
    assert tile_box(13, 10, 5, 96)[2] - tile_box(13, 11, 5, 96)[0] == 2 * 96


def test_units_of_a_pixel_make_a_tile_of_512_at_the_zoom_after():
    assert 512 * units_of_a_pixel(LAST_ZOOM + 1) == EXTENT


def test_margin_stays_on_the_map():
    assert Bounds(-179.95, -84.99, 179.95, 84.99).with_margin(0.1) == Bounds(-180, -85, 180, 85)
