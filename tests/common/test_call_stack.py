import resource

import pytest

from common.call_stack import with_room

TURNS, DEPTHS = 400, range(300)


def at_depth(depth: int) -> int:
    """The page faults of a loop that stands so deep."""
    if depth:
        return at_depth(depth - 1)
    before = page_faults()
    for number in range(TURNS):
        outer(number)
    return page_faults() - before


def outer(number):
    return inner(number)


def inner(number):
    return abs(number)


def page_faults() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def test_no_loop_maps_memory_at_each_turn_however_deep():
    with_room(at_depth, max(DEPTHS))  # the pages of the piece, once
    assert max(with_room(at_depth, depth) for depth in DEPTHS) < TURNS / 4


def test_answer_and_error_pass_through():
    assert with_room(max, 1, 2) == 2
    with pytest.raises(ZeroDivisionError):
        with_room(divmod, 1, 0)
