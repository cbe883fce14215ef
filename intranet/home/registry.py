"""What stands on top of the members' front page: each app registers its panel, this package knows none of them."""

from collections.abc import Callable

_panels: list[tuple[int, Callable]] = []


def home_panel(order: int):
    """Decorator of `make(request) -> HTML`, shown in this order; an empty text shows nothing."""

    def register(make: Callable) -> Callable:
        if make not in [registered_make for _order, registered_make in _panels]:
            _panels.append((order, make))
            _panels.sort(key=lambda entry: entry[0])
        return make

    return register


def home_panels(request) -> list[str]:
    return [html for _order, make in _panels if (html := make(request))]
