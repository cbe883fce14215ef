from array import array

import pytest

from destination.base_map.tiles.coast import sea
from destination.base_map.tiles.lines import is_clockwise, twice_the_area

BOX = (0, 0, 100, 100)


def line(*numbers):
    return array("i", numbers)


def area(rings) -> float:
    return sum(twice_the_area(ring) for ring in rings) / 2


def test_sea_lies_to_the_right_of_the_coast():
    northward = line(60, 120, 60, -20)
    assert area(sea([northward], BOX)) == 40 * 100  # the east
    assert area(sea([line(60, -20, 60, 120)], BOX)) == 60 * 100  # the west


def test_pieces_of_a_coast_are_put_together():
    assert area(sea([line(60, 50, 60, -20), line(60, 120, 60, 50)], BOX)) == 40 * 100


def test_island_is_a_hole_in_the_sea():
    island = line(70, 40, 70, 60, 90, 60, 90, 40, 70, 40)  # land to its left: against the clock
    assert not is_clockwise(island)
    assert area(sea([line(60, 120, 60, -20), island], BOX)) == 40 * 100 - 20 * 20
    assert area(sea([island], BOX)) == 100 * 100 - 20 * 20


def test_two_coasts_leave_the_land_between_them():
    assert area(sea([line(60, 120, 60, -20), line(20, -20, 20, 120)], BOX)) == 40 * 100 + 20 * 100


def test_coast_that_ends_inside_goes_on_straight_to_the_edge():
    assert area(sea([line(60, 120, 60, 30)], BOX)) == 40 * 100


def test_no_coast_is_no_sea():
    assert sea([], BOX) == []


@pytest.mark.parametrize("coast", [line(60, 50, 60, 50), line(0, 0, 0, 100), line(200, 0, 200, 100)])
def test_coasts_of_no_length_or_beyond_the_box_do_no_harm(coast):
    assert area(sea([coast], BOX)) == 0
