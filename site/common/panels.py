"""What rooms add to a page that another one shows. Each room registers its panels in a module that is loaded at start
(`front_page.py`, `presenters/panels.py`) and shows what the reader may see; the page knows none of them."""

from collections.abc import Callable


class Panels:
    """Those of one page."""

    def __init__(self) -> None:
        self._orders: dict[Callable[..., str], int] = {}

    def register(self, order: int):
        """Decorator of `make(request, *things) -> HTML`, shown in this order; an empty text shows nothing."""

        def note(make: Callable[..., str]) -> Callable[..., str]:
            self._orders[make] = order
            return make

        return note

    def shown(self, request, *things) -> list[str]:
        """The HTML of each that has something to show."""
        return [html for make in sorted(self._orders, key=self._orders.get) if (html := make(request, *things))]


#: Of the members' front page: on top, over the whole width, what must be seen first.
top_panels = Panels()
#: Of the members' front page: side by side below the week, narrow as on a telephone.
home_panels = Panels()
#: `make(request, person)`: what a person shared, where they are mentioned.
profile_panels = Panels()
#: `make(request, group)`: what a group reads and plans, for who may see its things.
group_panels = Panels()
#: `make(request, document)`: what another wing does with a members' document, for who may see it.
document_panels = Panels()
