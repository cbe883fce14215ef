"""A place as a card: plain values for `components/card_place.html`."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.models import fetch_substitutes, line_picture
from destination.places.facets import Naming, PlaceRows
from destination.places.models import Place, PlaceKind, PlaceTranslation
from destination.places.opening_hours.hours import Opening
from destination.places.opening_hours.sentences import status_in_words
from destination.places.presenters.directions import go_url
from destination.places.presenters.distances import away_in_words
from destination.places.presenters.prices import price_in_words, stars_in_words
from destination.places.querysets import kilometres

MOST_SHOWN = 4
# Further away it is another outing.
FARTHEST_KM = 15


def card(
    place: Place,
    words: PlaceTranslation | Naming | None,
    url: str,
    user,
    opening: Opening | None = None,
    now: datetime | None = None,
    distance: float | None = None,
) -> dict:
    """The card of a place for `user`; whether it is open where its hours and the moment are given, how far it is where a
    distance in kilometres is."""
    language = get_language()
    return {
        "pk": place.pk,
        "title": (words and words.name) or _("Lieu sans nom"),
        "lang": words.language if words and words.language != language else "",
        "text": words.summary if words else "",
        "url": url,
        "go_url": go_url(url),
        "kind": place.kind,
        "kind_name": PlaceKind(place.kind).label,
        "commune": place.commune.name,
        "image": line_picture(place.picture, user),
        "stars": stars_in_words(place),
        "price": price_in_words(place),
        "open_words": status_in_words(opening, now, language) if opening else "",
        "is_open": bool(opening) and opening.is_open(now),
        "away": away_in_words(distance) if distance is not None else "",
    }


def near_place(place: Place, places: PlaceRows, user) -> list[dict]:
    """The cards of the nearest places that `user` may see."""
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
        card(visible[pk], namings[pk], f"{address}{namings[pk].slug}-{pk}/", user, distance=distances[pk])
        for pk in candidates
        if pk in visible and namings[pk].name
    ][:MOST_SHOWN]
