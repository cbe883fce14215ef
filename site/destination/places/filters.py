"""What a reader of the list of places may ask for."""

from common.filters import Choices, Filters, Flag, Page, Position, Words
from destination.places.models import Access, PlaceKind


class PlaceFilters(Filters):
    """`access` are kinds of disability for each of which a place must be prepared."""

    text = Words("q", most=80)
    kinds = Choices("kind", PlaceKind.values)
    communes = Choices("commune")
    access = Choices("access", Access.values)
    family = Flag("family")
    open_now = Flag("open")
    near = Position("near")
    page = Page()
