"""What a reader of the list of places may ask for."""

from accounts.models import Territory
from common.filters import Choices, Filters, Flag, Page, Position, Words
from destination.places.models import Access, PlaceKind


def centre_of_commune(slug: str) -> tuple[float, float] | None:
    """Latitude and longitude of a commune in degrees; None for a slug that is none, or where they are not known."""
    communes = Territory.objects.filter(slug=slug, latitude__isnull=False, longitude__isnull=False)
    return communes.values_list("latitude", "longitude").first()


class PlaceFilters(Filters):
    """`access` are kinds of disability for each of which a place must be prepared."""

    text = Words("q", most=80)
    kinds = Choices("kind", PlaceKind.values)
    communes = Choices("commune")
    access = Choices("access", Access.values)
    family = Flag("family")
    open_now = Flag("open")
    near = Position("near", centre_of_commune)
    page = Page()
