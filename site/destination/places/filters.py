"""What a reader of the list of places may ask for."""

from common.filters import Choice, Choices, Filters, Flag, Page, Position, Words
from destination.places.choices import SETTINGS
from destination.places.models import Access, PlaceKind


class PlaceFilters(Filters):
    """`setting` is one of SETTINGS; `access` are kinds of disability for each of which a place must be prepared."""

    text = Words("q", most=80)
    kinds = Choices("kind", PlaceKind.values)
    communes = Choices("commune")
    access = Choices("access", Access.values)
    family = Flag("family")
    open_now = Flag("open")
    setting = Choice("setting", SETTINGS)
    near = Position("near")
    page = Page()
