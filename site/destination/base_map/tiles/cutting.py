"""Features into tiles: each zoom from lines made lighter for it, halved and halved again down to the tile."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from destination.base_map.tiles.drawing import tile_svg
from destination.base_map.tiles.features import LAYER, Feature, Name
from destination.base_map.tiles.grid import (
    BUFFER,
    EXTENT,
    FIRST_ZOOM,
    LAST_ZOOM,
    Box,
    meet,
    tile_box,
    tile_side,
    tiles_in,
    units_of_a_pixel,
)
from destination.base_map.tiles.labels import MOVED_DOWN, Label, labels_by_zoom
from destination.base_map.tiles.lines import Line, box_of, cut_line, cut_ring, lighter

#: Pixels by which a line may leave its true way; at the deepest zoom half of that, since it is enlarged.
TOLERANCE = 0.6
#: Pixels: a smaller area, or shorter line, is not seen.
SMALLEST = 2.5

Piece = tuple[str, Line, Box]


def tiles_of(features: list[Feature], names: Iterable[Name], box: Box) -> Iterator[tuple[int, int, int, str]]:
    """(zoom, column, row, SVG) of every tile in the box that is not empty, from the farthest zoom to the closest. The list of
    features is used up on the way."""
    labels = labels_by_zoom(names)
    for zoom in range(FIRST_ZOOM, LAST_ZOOM + 1):
        pieces = list(_lightened(features, zoom))
        written = _labels_by_tile(labels[zoom], zoom)
        for column, row in tiles_in(box, FIRST_ZOOM):
            yield from _divide(pieces, written, FIRST_ZOOM, column, row, zoom, box)


def _lightened(features: list[Feature], zoom: int) -> Iterator[Piece]:
    pixel = units_of_a_pixel(zoom + 1)
    is_deepest = zoom == LAST_ZOOM
    tolerance = pixel * TOLERANCE / (2 if is_deepest else 1)
    smallest = 0 if is_deepest else pixel * SMALLEST
    # The deepest zoom is the last: what has been made lighter for it is let go, else all lines would be there twice.
    for feature in _taken_from(features) if is_deepest else features:
        layer = LAYER[feature.layer]
        if layer.first > zoom + 1 and not is_deepest:
            continue
        if max(feature.box[2] - feature.box[0], feature.box[3] - feature.box[1]) < smallest:
            continue
        for line in feature.lines:
            light = _lighter_ring(line, tolerance) if layer.is_area else lighter(line, tolerance)
            edges = feature.box if len(feature.lines) == 1 else box_of(light)
            if layer.is_area and (len(light) < 8 or max(edges[2] - edges[0], edges[3] - edges[1]) < smallest):
                continue
            yield feature.layer, light, edges


def _taken_from(features: list[Feature]) -> Iterator[Feature]:
    while features:
        yield features.pop()


def _lighter_ring(ring: Line, tolerance: float) -> Line:
    """A ring ends where it begins: its two halves are made lighter apart."""
    half = len(ring) // 4 * 2
    if half < 4:
        return ring
    return lighter(ring[: half + 2], tolerance) + lighter(ring[half:], tolerance)[2:]


def _labels_by_tile(labels: list[Label], zoom: int) -> dict[tuple[int, int], list[Label]]:
    """A label is drawn in every tile that it touches: each shows its part."""
    result = defaultdict(list)
    below = int(MOVED_DOWN * units_of_a_pixel(zoom + 1))
    for label in labels:
        west, north, east, south = label.box
        for at in tiles_in((west, north, east, south + below), zoom):
            result[at].append(label)
    return result


def _divide(pieces: list[Piece], labels: dict, zoom: int, column: int, row: int, target: int, box: Box):
    if not meet(tile_box(zoom, column, row), box):
        return
    buffer = BUFFER * tile_side(target) // tile_side(zoom)
    inside = _cut(pieces, tile_box(zoom, column, row, min(buffer, EXTENT)))
    if zoom == target:
        lines_by_layer = defaultdict(list)
        for layer, line, _edges in inside:
            lines_by_layer[layer].append(line)
        side = tile_side(zoom)
        svg = tile_svg(lines_by_layer, labels.get((column, row), ()), zoom, (column * side, row * side))
        if svg:
            yield zoom, column, row, svg
        return
    if not inside and not labels:
        return
    for down in (0, 1):
        for across in (0, 1):
            yield from _divide(inside, labels, zoom + 1, 2 * column + across, 2 * row + down, target, box)


def _cut(pieces: list[Piece], edges: Box) -> list[Piece]:
    west, north, east, south = edges
    result = []
    for piece in pieces:
        layer, line, box = piece
        if box[2] < west or box[0] > east or box[3] < north or box[1] > south:
            continue
        if box[0] >= west and box[2] <= east and box[1] >= north and box[3] <= south:
            result.append(piece)
            continue
        parts = [cut_ring(line, edges)] if LAYER[layer].is_area else cut_line(line, edges)
        for part in parts:
            if len(part) >= 4:
                across, down = part[::2], part[1::2]
                result.append((layer, part, (min(across), min(down), max(across), max(down))))
    return result
