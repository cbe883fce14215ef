import pytest

from common.changes import shared_out


@pytest.mark.parametrize(
    ("numbers", "total", "shares"),
    [([5, 1, 9], 8, [4, 1, 3]), ([0, 0], 8, [0, 0]), ([2, 1], 8, [2, 1]), ([1] * 10, 8, [1] * 8 + [0] * 2), ([], 8, [])],
)
def test_places_are_given_in_turn(numbers, total, shares):
    assert shared_out(numbers, total) == shares
