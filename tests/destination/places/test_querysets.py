"""Which places, and how far from each other."""

from destination.places.querysets import kilometres


def test_distance_is_that_of_the_globe():
    assert round(kilometres(48.8566, 2.3522, 42.6887, 2.8948)) in range(685, 692)
