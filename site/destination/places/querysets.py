"""Which places: adjectives that chain."""

from math import asin, cos, radians, sin, sqrt

from common.access import AudienceQuerySet

EARTH_RADIUS_KM = 6371.0
KM_PER_DEGREE = 111.2


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The distance between two positions in degrees, as the crow flies (haversine)."""
    a, b = radians(latitude), radians(other_latitude)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def box_around(latitude: float, longitude: float, km: float) -> tuple[float, float, float, float]:
    """South, north, west and east of a box that holds every position within `km`."""
    margin = km / KM_PER_DEGREE
    # Near a pole a degree of longitude shrinks to nothing: the box is then as wide as the earth.
    across = min(360.0, margin / max(cos(radians(min(90.0, abs(latitude) + margin))), 1e-6))
    return latitude - margin, latitude + margin, longitude - across, longitude + across


class PlaceQuerySet(AudienceQuerySet):
    def published(self):
        return self.filter(live=True)

    def with_words(self):
        """Everything a list shows of each place, in a fixed number of queries."""
        return self.select_related("commune", "picture").prefetch_related("words")

    def with_position(self):
        return self.filter(latitude__isnull=False, longitude__isnull=False)

    def near(self, latitude: float, longitude: float, km: float):
        """Those within `km` of a position: the database looks in a box, the corners are then cut off."""
        south, north, west, east = box_around(latitude, longitude, km)
        boxed = self.filter(latitude__range=(south, north), longitude__range=(west, east))
        close = [
            pk
            for pk, *at in boxed.order_by().values_list("pk", "latitude", "longitude")
            if kilometres(latitude, longitude, *at) <= km
        ]
        return self.filter(pk__in=close)
