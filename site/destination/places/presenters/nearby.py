"""The places around another one."""

from django.urls import reverse
from django.utils.translation import get_language

from common.models import fetch_substitutes, line_picture
from destination.places.facets import PlaceRows
from destination.places.models import Place, PlaceKind
from destination.places.querysets import kilometres

MOST_SHOWN = 4
# Further away it is another outing.
FARTHEST_KM = 15


def near_place(place: Place, places: PlaceRows, user) -> list[dict]:
    """The nearest places that `user` may see, for `components/card_place.html`."""
    if not place.has_position:
        return []
    distances = {
        other.pk: kilometres(place.latitude, place.longitude, other.latitude, other.longitude)
        for other in places.places.values()
        if other.pk != place.pk and other.latitude is not None and other.longitude is not None
    }
    close = sorted((pk for pk, distance in distances.items() if distance <= FARTHEST_KM), key=distances.get)
    # Some of the nearest may be hidden from this reader: a few more are fetched.
    candidates = close[: MOST_SHOWN * 10]
    visible = Place.objects.published().visible_to(user).filter(pk__in=candidates).select_related("commune", "picture").in_bulk()
    fetch_substitutes(other.picture for other in visible.values())
    address, namings = reverse("places:list"), places.namings()
    return [
        {
            "title": namings[pk].name,
            "lang": namings[pk].language if namings[pk].language != get_language() else "",
            "url": f"{address}{namings[pk].slug}-{pk}/",
            "kind": visible[pk].kind,
            "kind_name": PlaceKind(visible[pk].kind).label,
            "commune": visible[pk].commune.name,
            "image": line_picture(visible[pk].picture, user),
        }
        for pk in candidates
        if pk in visible and namings[pk].name
    ][:MOST_SHOWN]
