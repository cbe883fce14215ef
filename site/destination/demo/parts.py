"""What the upper wings add to the demo destination and to the test load: each registers its functions."""

from collections.abc import Callable
from dataclasses import dataclass

_parts: list[Callable] = []


def demo_part(fill: Callable) -> Callable:
    """Decorator. `fill(loader)` makes its things from those of the loader (people, pictures, places…) and notes them in
    `loader.load`, so that one command takes them away."""
    if fill not in _parts:
        _parts.append(fill)
    return fill


def fill_parts(loader) -> None:
    for fill in _parts:
        fill(loader)


@dataclass(frozen=True)
class Load:
    """An option of `manage.py fill`: `make(number)` makes that many things, called `words`, and gives their number."""

    option: str
    words: str
    make: Callable[[int], int]


LOADS: dict[str, Load] = {}


def measuring_load(option: str, words: str) -> Callable:
    """Decorator of a function that makes many things to measure with."""

    def register(make: Callable[[int], int]) -> Callable:
        LOADS[option] = Load(option, words, make)
        return make

    return register
