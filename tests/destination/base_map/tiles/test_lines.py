from array import array

from destination.base_map.tiles.lines import cut_line, cut_ring, is_clockwise, lighter, reversed_line

BOX = (0, 0, 100, 100)
SQUARE = [20, 20, 80, 20, 80, 80, 20, 80, 20, 20]  # clockwise as one sees it


def line(*numbers):
    return array("i", numbers)


def test_line_is_cut_where_it_crosses_the_edge():
    assert cut_line(line(-50, 50, 150, 50), BOX) == [line(0, 50, 100, 50)]


def test_line_that_comes_back_makes_two_pieces():
    assert cut_line(line(50, 50, 150, 50, 150, 80, 50, 80), BOX) == [line(50, 50, 100, 50), line(100, 80, 50, 80)]


def test_line_outside_leaves_nothing_even_where_its_box_meets():
    assert cut_line(line(-100, 10, 10, -100), BOX) == []
    assert cut_line(line(200, 0, 300, 100), BOX) == []


def test_line_inside_is_left_as_it_is():
    whole = line(1, 1, 50, 60, 99, 99)
    assert cut_line(whole, BOX) == [whole]


def test_ring_around_the_box_becomes_the_box():
    ring = cut_ring(line(-50, -50, 150, -50, 150, 150, -50, 150, -50, -50), BOX)
    assert {(ring[at], ring[at + 1]) for at in range(0, len(ring), 2)} == {(0, 0), (100, 0), (100, 100), (0, 100)}
    assert is_clockwise(ring)


def test_ring_outside_leaves_nothing():
    assert cut_ring(line(200, 0, 300, 0, 300, 100, 200, 0), BOX) == array("i")


def test_direction_of_a_ring_survives_the_cut():
    hole = reversed_line(line(*SQUARE))
    assert is_clockwise(line(*SQUARE)) and not is_clockwise(hole)
    assert not is_clockwise(cut_ring(hole, (0, 0, 50, 50)))


def test_lighter_line_keeps_its_ends_and_corners():
    assert lighter(line(0, 0, 50, 1, 100, 0, 100, 100), 2) == line(0, 0, 100, 0, 100, 100)
    assert lighter(line(0, 0, 50, 9, 100, 0), 2) == line(0, 0, 50, 9, 100, 0)
