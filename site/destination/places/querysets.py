"""Which places: adjectives that chain."""

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt
from typing import Any

from django.db.models import Q

from common.access import Audience, AudienceQuerySet
from common.names import fold_name

EARTH_RADIUS_KM = 6371.0


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The distance between two positions in degrees, as the crow flies (haversine)."""
    a, b = radians(latitude), radians(other_latitude)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


class PlaceQuerySet(AudienceQuerySet):
    def published(self):
        return self.filter(live=True)

    def with_words(self):
        """Everything a list shows of each place, in a fixed number of queries."""
        return self.select_related("commune", "picture").prefetch_related("words")

    def named(self, texts: Iterable[str]) -> dict[str, Any]:
        """By text the only place of that name that everybody may see: « Halle », « Halle, 66000 Port-Aurelle ». Two queries,
        none without a text."""
        names = {text: text.partition(",")[0].strip() for text in texts if text.strip()}
        if not names:
            return {}
        is_named = Q()
        for name in names.values():
            is_named |= Q(words__name__iexact=name)
        places = list(self.published().filter(is_named, audience=Audience.PUBLIC).with_words().distinct())
        found = {}
        for text, name in names.items():
            rest = fold_name(text.partition(",")[2])
            candidates = [
                place
                for place in places
                if any(fold_name(words.name) == fold_name(name) for words in place.words.all())
                and (not rest or fold_name(place.commune.name) in rest)
            ]
            if len(candidates) == 1:
                found[text] = candidates[0]
        return found

    def with_position(self):
        return self.filter(latitude__isnull=False, longitude__isnull=False)
