"""The arithmetic of tiles: Web Mercator, as all maps of the Web have it.

Positions are whole numbers, `UNITS` across the world: at the deepest zoom that is cut, `EXTENT` of them make a tile.
A tile is shown `TILE_PIXELS` wide, so tiles of zoom 13 serve the map's zoom 14, and, enlarged as the drawings they are, the
zooms beyond.
"""

from dataclasses import dataclass
from math import asinh, pi, radians, tan

TILE_PIXELS = 512
EXTENT = 2048
FIRST_ZOOM, LAST_ZOOM = 7, 13  # of tiles: one less than the zoom of the map that shows them
CLOSEST = 17  # zoom of the map
UNITS = EXTENT << LAST_ZOOM
#: Units of a tile that are drawn beyond its edge, so that no line shows where it was cut: twice the widest line.
BUFFER = 96

Box = tuple[int, int, int, int]  # west, north, east, south: the numbers grow to the south


@dataclass(frozen=True, slots=True)
class Bounds:
    """Degrees (WGS 84)."""

    west: float
    south: float
    east: float
    north: float

    def with_margin(self, degrees_around: float) -> "Bounds":
        south, north = max(self.south - degrees_around, -85), min(self.north + degrees_around, 85)
        return Bounds(max(self.west - degrees_around, -180), south, min(self.east + degrees_around, 180), north)

    @property
    def box(self) -> Box:
        west, north = position(self.west, self.north)
        east, south = position(self.east, self.south)
        return west, north, east, south


def position(longitude: float, latitude: float) -> tuple[int, int]:
    """Units to the east and to the south of the map's corner."""
    return (
        round((longitude + 180) / 360 * UNITS),
        round((1 - asinh(tan(radians(latitude))) / pi) / 2 * UNITS),
    )


def units_of_a_pixel(map_zoom: int) -> float:
    """Units that one pixel of the map covers at this zoom of the map."""
    return UNITS / (256 << map_zoom)


def tile_side(zoom: int) -> int:
    """Units across of a tile of this zoom."""
    return UNITS >> zoom


def tile_box(zoom: int, column: int, row: int, buffer: int = 0) -> Box:
    """The box of a tile, `buffer` units (of the tile) wider on each side."""
    side = tile_side(zoom)
    more = buffer * side // EXTENT
    return column * side - more, row * side - more, (column + 1) * side + more, (row + 1) * side + more


def tiles_in(box: Box, zoom: int) -> list[tuple[int, int]]:
    """(column, row) of the tiles of this zoom that the box touches."""
    side, last = tile_side(zoom), (1 << zoom) - 1
    west, north, east, south = (min(max(at // side, 0), last) for at in box)
    return [(column, row) for column in range(west, east + 1) for row in range(north, south + 1)]


def meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and one[2] >= other[0] and one[1] <= other[3] and one[3] >= other[1]
