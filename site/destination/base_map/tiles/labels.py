"""Which names are written: at each zoom of the map the more important first, and none over another."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin

from destination.base_map.tiles.features import Name
from destination.base_map.tiles.grid import CLOSEST, FIRST_ZOOM, LAST_ZOOM, Box, units_of_a_pixel

#: Pixels: the size of the letters of each kind, as `tiles.css` has them.
SIZES = {
    "city": 17, "town": 15, "village": 13, "hamlet": 12, "locality": 11, "waters": 12, "sight": 11, "peak": 11, "station": 11,
    "street": 11, "number": 10, "parking": 11,
}  # fmt: skip
LETTER = 0.56  # of a letter's height: the usual width in the system's fonts, halo included
CELL = 256  # pixels: names are looked up by squares
#: Pixels between two of the same road's number or name.
APART = {"number": 340, "street": 420}
AIR = 4  # pixels around a name
#: Pixels by which a page moves the name of a town down where a marker would hide it (`tiles.css`).
MOVED_DOWN = 30
#: Of these a sign stands at the place, and the name below it.
SIGNS = ("peak", "station", "parking")


@dataclass(slots=True)
class Label:
    """A name with what it covers, in units; `first` is the zoom of the map from which there is room for it."""

    name: Name
    box: Box
    first: int


def width_of(name: Name) -> float:
    """Pixels that the longest of its forms takes."""
    if name.kind == "parking":
        return SIZES["parking"] * 1.4
    longest = max(len(text) for text in (name.text, *name.others.values()))
    return longest * SIZES[name.kind] * LETTER


def covered(name: Name, map_zoom: int) -> Box:
    """The box of a name, in units."""
    pixel = units_of_a_pixel(map_zoom)
    width, height = width_of(name) / 2, SIZES[name.kind] * 0.7
    if name.angle:
        across, down = abs(cos(radians(name.angle))), abs(sin(radians(name.angle)))
        width, height = width * across + height * down, width * down + height * across
    below = height + 12 if name.kind in SIGNS and name.kind != "parking" else height
    return (
        int(name.x - (width + AIR) * pixel),
        int(name.y - (height + AIR) * pixel),
        int(name.x + (width + AIR) * pixel),
        int(name.y + (below + AIR) * pixel),
    )


class Sheet:
    """The names written at one zoom, found again by where they are."""

    def __init__(self, map_zoom: int):
        self.zoom, self.pixel = map_zoom, units_of_a_pixel(map_zoom)
        self.cells: dict[tuple[int, int], list[tuple[Box, Name]]] = defaultdict(list)

    def _cells(self, box: Box) -> list[tuple[int, int]]:
        side = CELL * self.pixel
        west, north, east, south = (int(at // side) for at in box)
        return [(column, row) for column in range(west, east + 1) for row in range(north, south + 1)]

    def write(self, name: Name) -> Box | None:
        """What the name covers; None where another name stands there, or the same road's too near."""
        box = covered(name, self.zoom)
        apart = APART.get(name.kind, 0) * self.pixel
        around = (box[0] - apart, box[1] - apart, box[2] + apart, box[3] + apart) if apart else box
        for cell in self._cells(around):
            for other_box, other in self.cells.get(cell, ()):
                if box[0] < other_box[2] and box[2] > other_box[0] and box[1] < other_box[3] and box[3] > other_box[1]:
                    return None
                if other.text == name.text and other.kind == name.kind and _near(name, other, apart):
                    return None
        self.add(name, box)
        return box

    def add(self, name: Name, box: Box) -> None:
        for cell in self._cells(box):
            self.cells[cell].append((box, name))


def _near(one: Name, other: Name, apart: float) -> bool:
    return abs(one.x - other.x) < apart and abs(one.y - other.y) < apart


def labels_by_zoom(names: Iterable[Name]) -> dict[int, list[Label]]:
    """{zoom of tiles: the labels of its tiles}. The deepest tiles serve several zooms of the map: what is written at one
    stays at the closer ones, and more comes to it."""
    ordered = sorted(names, key=lambda name: (name.rank, name.first, name.text, name.x, name.y))
    result: dict[int, list[Label]] = {zoom: [] for zoom in range(FIRST_ZOOM, LAST_ZOOM + 1)}
    deepest: list[Label] = result[LAST_ZOOM]
    for map_zoom in range(FIRST_ZOOM + 1, CLOSEST + 1):
        sheet = Sheet(map_zoom)
        if map_zoom <= LAST_ZOOM + 1:
            written: list[Label] = result[map_zoom - 1]
        else:
            written = deepest
            for label in written:
                sheet.add(label.name, covered(label.name, map_zoom))
        there = {id(label.name) for label in written}
        for name in ordered:
            if name.first > map_zoom or id(name) in there:
                continue
            if name.room and name.room / sheet.pixel < width_of(name):
                continue
            if (box := sheet.write(name)) is not None:
                written.append(Label(name, box, map_zoom))
    return result
