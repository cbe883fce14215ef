"""What the upper wings add to the demo destination: each registers one function, called when the rest is there."""

from collections.abc import Callable

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
