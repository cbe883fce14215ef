"""Room for Python's own stack.

Python 3.11 keeps the variables of its calls in pieces of 16 kB: a call that crosses the edge of one maps a new piece, and gives
it back when it returns. Where a loop stands at such an edge, forty calls deep in a page, memory is mapped at each turn: a call
takes 8.6 µs in place of 0.6, and more than half of the page faults of a page come from there. What is called from a call that
asks for much at once has half a megabyte in one piece, and meets no edge; only what is used of it becomes memory.
"""

from collections.abc import Callable
from typing import Any

_WORDS = 2**16 + 1  # of 8 bytes. A piece is a power of two of them: this call takes a little more than half of it


def with_room(call: Callable, *arguments) -> Any:
    """The answer of `call`."""
    return call(*arguments)


with_room.__code__ = with_room.__code__.replace(co_stacksize=_WORDS)
