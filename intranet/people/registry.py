"""What stands on a person's page beyond their profile: what they shared, where they are mentioned. Each room registers its panel
and shows what the reader may see; this package knows none of them."""

from collections.abc import Callable

_panels: list[tuple[int, Callable]] = []


def profile_panel(order: int):
    """Decorator of `make(request, person) -> HTML`, shown in this order; an empty text shows nothing."""

    def register(make: Callable) -> Callable:
        if make not in [registered_make for _order, registered_make in _panels]:
            _panels.append((order, make))
            _panels.sort(key=lambda entry: entry[0])
        return make

    return register


def profile_panels(request, person) -> list[str]:
    return [html for _order, make in _panels if (html := make(request, person))]
