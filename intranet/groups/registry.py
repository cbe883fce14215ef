"""What stands on a group's page beside its people: what it reads and plans. Each room registers its panel and shows what the
reader may see; this package knows none of them."""

from collections.abc import Callable

_panels: list[tuple[int, Callable]] = []


def group_panel(order: int):
    """Decorator of `make(request, group) -> HTML`, shown in this order to who may see the things of the group; an empty text
    shows nothing."""

    def register(make: Callable) -> Callable:
        if make not in [registered_make for _order, registered_make in _panels]:
            _panels.append((order, make))
            _panels.sort(key=lambda entry: entry[0])
        return make

    return register


def group_panels(request, group) -> list[str]:
    return [html for _order, make in _panels if (html := make(request, group))]
