"""What stands on the members' front page: each room registers its panel in its `front_page.py`, found at start. And what
stands on the page of a members' document: what another wing does with it."""

from collections.abc import Callable

_panels: list[tuple[int, Callable]] = []


def home_panel(order: int):
    """Decorator of `make(request) -> HTML`, shown in this order; an empty text shows nothing. Below 100 it stands on top, over
    the whole width (what must be seen first); from 100 on in the column beside the agenda, narrow as on a telephone."""

    def register(make: Callable) -> Callable:
        if make not in [registered_make for _order, registered_make in _panels]:
            _panels.append((order, make))
            _panels.sort(key=lambda entry: entry[0])
        return make

    return register


def home_panels(request, *, wide: bool) -> list[str]:
    return [html for order, make in _panels if (order < 100) == wide and (html := make(request))]


_document_panels: list[tuple[int, Callable]] = []


def document_panel(order: int):
    """Decorator of `make(request, document) -> HTML`, shown in this order to who may see the document; an empty text shows
    nothing."""

    def register(make: Callable) -> Callable:
        if make not in [registered_make for _order, registered_make in _document_panels]:
            _document_panels.append((order, make))
            _document_panels.sort(key=lambda entry: entry[0])
        return make

    return register


def document_panels(request, document) -> list[str]:
    return [html for _order, make in _document_panels if (html := make(request, document))]
