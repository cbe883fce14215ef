"""The sea: OpenStreetMap has no areas of it, only coastlines, with land to their left and water to their right."""

from array import array
from collections.abc import Iterable

from destination.base_map.tiles.grid import Box
from destination.base_map.tiles.lines import Line, cut_line, is_clockwise, reversed_line, twice_the_area


def sea(coastlines: Iterable[Line], box: Box) -> list[Line]:
    """The rings of the sea inside the box: clockwise around water, the other way around islands. Coastlines that end inside
    the box (where the file ends) go on straight to its edge. No coastline at all: no sea."""
    joined = _joined(coastlines)
    # A ring of no area is no island: around it all would be sea.
    rings = [line for line in joined if line[:2] == line[-2:] and twice_the_area(line)]
    pieces = []
    for line in joined:
        for piece in cut_line(line, box):
            if piece[:2] != piece[-2:]:
                pieces.append(_to_the_edge(piece, box))
    islands = [ring for ring in rings if all(piece == ring for piece in cut_line(ring, box)) and _touches(ring, box)]
    closed = _closed_along(pieces, box)
    if islands and not closed and not any(is_clockwise(ring) for ring in islands):
        closed = [_around(box)]
    return closed + islands


def _touches(ring: Line, box: Box) -> bool:
    return box[0] <= ring[0] <= box[2] and box[1] <= ring[1] <= box[3]


def _around(box: Box) -> Line:
    west, north, east, south = box
    return array("i", (west, north, east, north, east, south, west, south, west, north))


def _joined(lines: Iterable[Line]) -> list[Line]:
    """Lines put together where one begins at another's end."""
    beginnings: dict[tuple, Line] = {}
    for line in lines:
        beginnings.setdefault(tuple(line[:2]), line)
    followers = {tuple(line[-2:]) for line in beginnings.values()}
    result = []
    # First those that nothing leads to; what is left then are rings.
    for start in sorted(beginnings, key=lambda point: point in followers):
        line = beginnings.pop(start, None)
        if line is None:
            continue
        whole = array("i", line)
        while (follower := beginnings.pop(tuple(whole[-2:]), None)) is not None:
            whole.extend(follower[2:])
        result.append(whole)
    return result


def _to_the_edge(piece: Line, box: Box) -> Line:
    """Both ends go on as they went, straight to the edge."""
    result = reversed_line(_end_at_the_edge(reversed_line(piece), box))
    return _end_at_the_edge(result, box)


def _end_at_the_edge(piece: Line, box: Box) -> Line:
    west, north, east, south = box
    x, y = piece[-2:]
    if x in (west, east) or y in (north, south):
        return piece
    enough = (east - west + south - north) // 40  # the last bend of a creek is no direction
    index = next((at for at in range(len(piece) - 4, -1, -2) if abs(piece[at] - x) + abs(piece[at + 1] - y) > enough), 0)
    across, down = x - piece[index], y - piece[index + 1]
    reach = [
        (limit - at) / step
        for limit, at, step in ((west, x, across), (east, x, across), (north, y, down), (south, y, down))
        if step
    ]
    far = min((each for each in reach if each > 0), default=0)
    point = (min(max(round(x + across * far), west), east), min(max(round(y + down * far), north), south))
    return piece + array("i", _snapped(*point, box))


def _snapped(x: int, y: int, box: Box) -> tuple[int, int]:
    """The same point, on the edge to the last unit."""
    west, north, east, south = box
    _away, point = min(
        (abs(x - west), (west, y)), (abs(x - east), (east, y)), (abs(y - north), (x, north)), (abs(y - south), (x, south))
    )
    return point


def _closed_along(pieces: list[Line], box: Box) -> list[Line]:
    """Each piece goes on clockwise along the edge, where water is, to the beginning of the next one it meets."""
    length = 2 * (box[2] - box[0] + box[3] - box[1])
    beginnings = sorted((_along(piece[0], piece[1], box), number) for number, piece in enumerate(pieces))
    rings, left = [], set(range(len(pieces)))
    while left:
        first = number = min(left)
        ring = array("i")
        while True:
            left.discard(number)
            ring.extend(pieces[number])
            here = _along(ring[-2], ring[-1], box)
            far, number = min(((at - here) % length, other) for at, other in beginnings)
            ring.extend(_corners(here, far, box))
            if number == first or number not in left:
                break
        ring.extend(ring[:2])
        rings.append(ring)
    return rings


def _along(x: int, y: int, box: Box) -> int:
    """How far along the edge, clockwise from the north-western corner."""
    west, north, east, south = box
    width, height = east - west, south - north
    if y == north:
        return x - west
    if x == east:
        return width + y - north
    if y == south:
        return width + height + east - x
    return 2 * width + height + south - y


def _corners(start: int, far: int, box: Box) -> Line:
    """The box's corners on the way `far` along the edge."""
    west, north, east, south = box
    width, height = east - west, south - north
    length = 2 * (width + height)
    corners = [(0, west, north), (width, east, north), (width + height, east, south), (2 * width + height, west, south)]
    passed = sorted(((at - start) % length, x, y) for at, x, y in corners)
    return array("i", [value for away, x, y in passed if away < far for value in (x, y)])
