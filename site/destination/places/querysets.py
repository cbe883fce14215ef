"""Which places: adjectives that chain."""

from math import asin, cos, radians, sin, sqrt

from common.access import AudienceQuerySet

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

    def with_position(self):
        return self.filter(latitude__isnull=False, longitude__isnull=False)
