"""The communes' outlines, made light enough to send with a page, and drawn by the server where no map program runs."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha1
from math import cos, hypot, radians

from django.core.cache import caches

from accounts.models import Territory

CACHE_KEY = "places.outlines"
# About 30 metres: nobody sees it on a map of a territory, and real outlines become ten times lighter.
TOLERANCE = 0.0003
DECIMALS = 4
WIDTH = 1000
MARGIN = 0.04
LETTER_WIDTH, LINE_HEIGHT = 15, 32  # of a commune's name, in units of the drawing
CLEAR = 60  # between the point of a place and the name of its commune
# A square of about 3 km where there is nothing else to show the scale by.
LEAST_SPAN = 0.04

Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Outline:
    """A commune: `rings` are its outlines (one for each of its parts), simplified."""

    slug: str
    name: str
    latitude: float | None
    longitude: float | None
    rings: tuple[Ring, ...]

    @property
    def feature(self) -> dict:
        """As a GeoJSON feature."""
        centre = [self.longitude, self.latitude] if self.latitude is not None and self.longitude is not None else None
        return {
            "type": "Feature",
            "properties": {"slug": self.slug, "name": self.name, "centre": centre},
            "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in self.rings]},
        }


def communes() -> list[Outline]:
    """Every commune that has an outline, in the order of names."""
    cache = caches["memory"]  # communes hardly ever change; a process that did not make the change sees it a minute later
    outlines = cache.get(CACHE_KEY)
    if outlines is None:
        outlines = [_outline(territory) for territory in Territory.objects.filter(outline__isnull=False)]
        outlines = [outline for outline in outlines if outline.rings]
        cache.set(CACHE_KEY, outlines)
    return outlines


def tag() -> str:
    """Changes when an outline does."""
    return f'"{sha1(repr(communes()).encode(), usedforsecurity=False).hexdigest()}"'


def forget() -> None:
    """A commune has changed."""
    caches["memory"].delete(CACHE_KEY)


def collection() -> dict:
    """All communes as a GeoJSON collection, in degrees (WGS 84)."""
    return {"type": "FeatureCollection", "features": [outline.feature for outline in communes()]}


def _outline(territory: Territory) -> Outline:
    rings = tuple(filter(None, map(_simplified_ring, _rings(territory.outline))))
    return Outline(territory.slug, territory.name, territory.latitude, territory.longitude, rings)


def _rings(geometry) -> list:
    """The outer rings of a GeoJSON Polygon or MultiPolygon; none of anything else."""
    if not isinstance(geometry, dict) or not isinstance(geometry.get("coordinates"), list):
        return []
    coordinates = geometry["coordinates"]
    polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(geometry.get("type"), [])
    # The outer ring comes first; what lies inside it (an enclave) is drawn by the commune it belongs to.
    return [polygon[0] for polygon in polygons if isinstance(polygon, list) and polygon]


def _simplified_ring(points) -> Ring:
    try:
        ring = [(float(longitude), float(latitude)) for longitude, latitude, *_ in points]
    except (TypeError, ValueError):
        return []
    if len(ring) < 4:
        return []
    # A ring ends where it begins: its two halves are simplified apart.
    half = len(ring) // 2
    line = simplified(ring[: half + 1]) + simplified(ring[half:])[1:]
    return [(round(longitude, DECIMALS), round(latitude, DECIMALS)) for longitude, latitude in line]


def simplified(line: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The line without the points that lie within TOLERANCE of it (Douglas and Peucker)."""
    indexes = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        farthest, distance = 0, TOLERANCE
        for index in range(first + 1, last):
            away = _distance_to_line(line[index], line[first], line[last])
            if away > distance:
                farthest, distance = index, away
        if farthest:
            indexes.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return [line[index] for index in sorted(indexes)]


def _distance_to_line(point, start, end) -> float:
    across, up = end[0] - start[0], end[1] - start[1]
    length = hypot(across, up)
    if not length:
        return hypot(point[0] - start[0], point[1] - start[1])
    return abs(across * (start[1] - point[1]) - (start[0] - point[0]) * up) / length


class Drawing:
    """A flat map of outlines and points: degrees to units of an SVG of `WIDTH` units across."""

    def __init__(self, outlines: list[Outline], points: Iterable[tuple[float, float]] = ()):
        """`points` are (latitude, longitude)."""
        self.points = list(points)
        positions = [
            *((latitude, longitude) for outline in outlines for ring in outline.rings for longitude, latitude in ring),
            *self.points,
        ]
        latitudes, longitudes = [at[0] for at in positions] or [0], [at[1] for at in positions] or [0]
        middle = (min(latitudes) + max(latitudes)) / 2
        self.scale_across = max(cos(radians(middle)), 0.01)
        self.west, width = _widened(min(longitudes), max(longitudes), LEAST_SPAN / self.scale_across)
        south, height = _widened(min(latitudes), max(latitudes), LEAST_SPAN)
        self.north = south + height
        self.units = WIDTH / (width * self.scale_across)
        self.height = round(height * self.units)
        self.outlines = [{"outline": outline, "path": self.path(outline)} for outline in outlines]

    def at(self, latitude: float, longitude: float) -> tuple[int, int]:
        return (
            round((longitude - self.west) * self.scale_across * self.units),
            round((self.north - latitude) * self.units),
        )

    def path(self, outline: Outline) -> str:
        rings = []
        for ring in outline.rings:
            spots = [self.at(latitude, longitude) for longitude, latitude in ring]
            rings.append("M" + "L".join(f"{x} {y}" for x, y in spots) + "Z")
        return "".join(rings)

    def names(self, current: str = "") -> list[dict]:
        """The communes' names and where to write them (only that of the slug `current` where one is given); one
        that would cover another is written a line lower or higher, or left out."""
        labels: list[dict] = []
        for outline in (entry["outline"] for entry in self.outlines):
            if current and outline.slug != current:
                continue
            if outline.latitude is None or outline.longitude is None:
                continue
            x, y = self.at(outline.latitude, outline.longitude)
            if current and len(self.points) == 1:
                y = self.beside_the_point(y)
            half = len(outline.name) * LETTER_WIDTH / 2
            x = round(min(max(x, half), WIDTH - half))  # never cut by the edge
            beside = [other["y"] for other in labels if abs(x - other["x"]) <= half + other["half"]]
            for height in (y, y + LINE_HEIGHT, y - LINE_HEIGHT):
                if all(abs(height - other) > LINE_HEIGHT for other in beside):
                    labels.append({"name": outline.name, "x": x, "y": height, "half": half})
                    break
        return labels

    def beside_the_point(self, y: int) -> int:
        """How high to write the only name so that the only point does not hide it."""
        _across, down = self.at(*self.points[0])
        return down - CLEAR if abs(y - down) < CLEAR else y

    def dots(self) -> str:
        """All points as one path: a line of no length with round ends keeps its size on any screen."""
        return "".join(f"M{x} {y}h0" for x, y in (self.at(*point) for point in self.points))


def _widened(least: float, most: float, least_span: float) -> tuple[float, float]:
    """The beginning and length of a stretch that holds both with a margin."""
    length = max(most - least, least_span)
    length *= 1 + 2 * MARGIN
    return (least + most - length) / 2, length
