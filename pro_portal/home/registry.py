"""The cards of the portal's front page: each app registers one, this package knows none of them."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PortalCard:
    """One card: a title (« Une photo »), a sentence, the app's address, and up to four entries
    ({"title", "url", "image" or None, "detail", maybe "lang"})."""

    title: str
    text: str
    url: str
    words: str  # text of the link
    icon: str
    lines: list[dict] = field(default_factory=list)


_cards: list[tuple[int, Callable]] = []


def portal_card(order: int):
    """Decorator of `make(request) -> PortalCard`, shown in this order; None where the reader has nothing there."""

    def register(make: Callable) -> Callable:
        if make not in [registered_make for _order, registered_make in _cards]:
            _cards.append((order, make))
            _cards.sort(key=lambda entry: entry[0])
        return make

    return register


def portal_cards(request) -> list[PortalCard]:
    return [card for _order, make in _cards if (card := make(request)) is not None]
