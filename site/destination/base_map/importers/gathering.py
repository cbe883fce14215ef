"""What a file holds that is drawn: gathered thing by thing, in units of the map, whatever the file's format."""

from array import array
from collections.abc import Callable, Iterable, Mapping
from math import atan2, degrees, hypot

from django.core.exceptions import ValidationError

from destination.base_map.tiles.coast import sea
from destination.base_map.tiles.features import (
    LAYER,
    NAME_KEYS,
    NAMED_ROADS,
    NAMES,
    NUMBERED_ROADS,
    Feature,
    Name,
    area_layer,
    way_layer,
)
from destination.base_map.tiles.grid import CLOSEST, Bounds, meet, position, units_of_a_pixel
from destination.base_map.tiles.lines import Line, box_of, is_clockwise, lighter, reversed_line

Position = tuple[float, float]  # longitude, latitude

#: The words of a name after which it makes no sense to go on.
LONGEST_NAME = 60
#: Pixels at zoom 16: a street's name follows a stretch that leaves the straight by less.
STRAIGHT = 6
#: A lake's name is written from the zoom at which it is so many pixels wide.
WIDE_LAKE = 70
#: Degrees: on the farthest zooms the sea does not end where the roads do.
SEA_MARGIN = 1.0
REPORT_EVERY = 50_000


class BaseMapRefused(ValidationError):
    """The file gives no map; `message` says why to the person who gave it, lazily translated."""


class Gathering:
    """What lies within `bounds`: features, coastlines, names; `languages` are those in which other names are kept."""

    def __init__(self, bounds: Bounds, languages: Iterable[str], say: Callable[[int], None] = lambda number: None):
        self.box = bounds.box
        self.sea_box = bounds.with_margin(SEA_MARGIN).box
        self.languages = tuple(languages)
        self.say = say
        self.features: list[Feature] = []
        self.coastlines: list[Line] = []
        self.names: list[Name] = []
        self.objects = 0

    def count(self) -> None:
        self.objects += 1
        if self.objects % REPORT_EVERY == 0:
            self.say(self.objects)

    @property
    def is_empty(self) -> bool:
        return not (self.features or self.coastlines or self.names)

    def finish(self) -> None:
        """The sea, once every coastline is there."""
        if rings := sea(self.coastlines, self.sea_box):
            boxes = [box_of(ring) for ring in rings]
            whole = tuple(pick(box[index] for box in boxes) for index, pick in enumerate((min, min, max, max)))
            self.features.insert(0, Feature("sea", rings, whole))
        self.coastlines = []

    # ---- one thing
    def add_point(self, tags: Mapping[str, str], longitude: float, latitude: float) -> None:
        x, y = position(longitude, latitude)
        if meet((x, y, x, y), self.box):
            self._add_name(tags, x, y)

    def add_way(self, tags: Mapping[str, str], positions: Iterable[Position]) -> None:
        is_coast = tags.get("natural") == "coastline"
        layer = None if is_coast else way_layer(tags)
        if not is_coast and layer is None:
            return
        line = _line(positions)
        if len(line) < 4 or not meet(box := box_of(line), self.sea_box if is_coast else self.box):
            return
        if is_coast:
            self.coastlines.append(line)
            return
        self.features.append(Feature(layer, [line], box))
        self._name_road(layer, tags, line)

    def add_area(self, tags: Mapping[str, str], polygons: Iterable[list[Iterable[Position]]]) -> None:
        """`polygons`: of each the outer ring, then its holes."""
        layer = area_layer(tags)
        names_place = any((key, tags.get(key)) in NAMES for key in NAME_KEYS)
        if layer is None and not names_place:
            return
        lines = []
        for rings in polygons:
            for number, positions in enumerate(rings):
                ring = _line(positions)
                if len(ring) >= 8:
                    lines.append(ring if is_clockwise(ring) == (number == 0) else reversed_line(ring))
        if not lines:
            return
        boxes = [box_of(line) for line in lines]
        box = tuple(pick(each[index] for each in boxes) for index, pick in enumerate((min, min, max, max)))
        if not meet(box, self.box):
            return
        if layer:
            self.features.append(Feature(layer, lines, box))
        x, y = (box[0] + box[2]) // 2, (box[1] + box[3]) // 2
        if layer == "water" and tags.get("name"):
            width = box[2] - box[0]
            first = next((zoom for zoom in range(9, CLOSEST) if width / units_of_a_pixel(zoom) >= WIDE_LAKE), CLOSEST)
            self._write("waters", tags, x, y, first, 5 - min(width / 100_000, 1))
        elif names_place:
            self._add_name(tags, x, y)

    # ---- names
    def _add_name(self, tags: Mapping[str, str], x: int, y: int) -> None:
        found = next((NAMES[pair] for key in NAME_KEYS if (pair := (key, tags.get(key))) in NAMES), None)
        if found is None:
            return
        kind, first, rank = found
        if kind == "parking":
            if tags.get("access") not in ("private", "customers", "no"):
                self.names.append(Name(kind, "P", x, y, first, rank))
            return
        population = tags.get("population", "")
        if population.isascii() and population.isdecimal():
            rank -= min(int(population), 999_999) / 1_000_000  # of two villages the larger is written first
        self._write(kind, tags, x, y, first, rank)

    def _write(self, kind: str, tags: Mapping[str, str], x: int, y: int, first: int, rank: float, **more) -> None:
        text = _clean(tags.get("name", ""))
        if not text:
            return
        if kind == "peak" and (height := tags.get("ele", "").split(".")[0]).isdecimal():
            text = f"{text} {height} m"
        others = {code: other for code in self.languages if (other := _clean(tags.get(f"name:{code}", ""))) and other != text}
        self.names.append(Name(kind, text, x, y, first, rank, others, **more))

    def _name_road(self, layer: str, tags: Mapping[str, str], line: Line) -> None:
        number = _clean(tags.get("ref", ""))
        if number and layer in NUMBERED_ROADS and len(number) <= 10:
            middle = len(line) // 4 * 2
            first = max(LAYER[layer].first + 1, 11)
            self.names.append(Name("number", number, line[middle], line[middle + 1], first, 3.5 + first / 100))
        if layer in NAMED_ROADS and tags.get("name"):
            x, y, angle, room = _stretch(line)
            self._write("street", tags, x, y, 16, 10 - min(room / 100_000, 0.9), angle=angle, room=room)


def _clean(text: str) -> str:
    text = " ".join("".join(letter for letter in text if letter.isprintable()).split())
    return text if len(text) <= LONGEST_NAME else ""


def _line(positions: Iterable[Position]) -> Line:
    line = array("i")
    for longitude, latitude in positions:
        line.extend(position(longitude, latitude))
    return line


def _stretch(line: Line) -> tuple[int, int, int, int]:
    """The middle, the angle and the length of a line's longest nearly straight stretch: its name is read along it."""
    light = lighter(line, STRAIGHT * units_of_a_pixel(16))
    best, longest = (light[0], light[1], 0), -1.0
    for index in range(0, len(light) - 2, 2):
        across, down = light[index + 2] - light[index], light[index + 3] - light[index + 1]
        length = hypot(across, down)
        if length > longest:
            angle = round(degrees(atan2(down, across)))
            if not -90 < angle <= 90:
                angle -= 180 if angle > 0 else -180  # never upside down
            best, longest = (light[index] + across // 2, light[index + 1] + down // 2, angle), length
    return (*best, int(longest))
