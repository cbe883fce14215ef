"""A small map of one thing, cut from the base map."""

from dataclasses import dataclass

from django.utils.translation import get_language

from destination.base_map.presenters import PICTURE_HEIGHT, PICTURE_WIDTH, MapPicture
from destination.base_map.tiles.grid import Bounds
from destination.places.presenters import outlines

#: Of the map, for one point: the streets around it and the next crossing of larger roads.
POINT_ZOOM = 15
COMMUNE_ZOOM = 13


@dataclass(frozen=True)
class LocatedMap:
    """The picture's address, and what is drawn over it, in its pixels."""

    url: str
    outline: str  # `d` of a path
    dots: str
    is_single: bool
    width: int = PICTURE_WIDTH
    height: int = PICTURE_HEIGHT


def located_picture(points, current: str) -> LocatedMap | None:
    """Around the only point, else around the outline of the commune `current`; None where there is no base map there."""
    points = list(points)
    outline = next((each for each in outlines.communes() if each.slug == current), None) if current else None
    bounds = _bounds(points, outline)
    picture = MapPicture.around(bounds, POINT_ZOOM if len(points) == 1 else COMMUNE_ZOOM) if bounds else None
    if picture is None:
        return None
    rings = outline.rings if outline and len(points) != 1 else ()
    path = "".join("M" + "L".join("{} {}".format(*picture.at(y, x)) for x, y in ring) + "Z" for ring in rings)
    dots = "".join("M{} {}h0".format(*picture.at(*point)) for point in points)
    return LocatedMap(picture.url(get_language()), path, dots, len(points) == 1)


def _bounds(points, outline) -> Bounds | None:
    if len(points) == 1 or not outline:
        positions = [(longitude, latitude) for latitude, longitude in points]
    else:
        positions = [at for ring in outline.rings for at in ring]
    if not positions:
        return None
    longitudes, latitudes = [at[0] for at in positions], [at[1] for at in positions]
    return Bounds(min(longitudes), min(latitudes), max(longitudes), max(latitudes))
