"""Lines and rings of positions: cut at an edge, made lighter. A line is a flat array of whole numbers, x and y in turn."""

from array import array

from destination.base_map.tiles.grid import Box

Line = array  # of "i": x0, y0, x1, y1…


def box_of(line: Line) -> Box:
    across, down = line[::2], line[1::2]
    return min(across), min(down), max(across), max(down)


def is_clockwise(ring: Line) -> bool:
    """As one sees it on the map: y grows to the south."""
    return twice_the_area(ring) > 0


def twice_the_area(ring: Line) -> int:
    """Positive where the ring runs clockwise on the map."""
    total, x, y = 0, ring[-2], ring[-1]
    for index in range(0, len(ring), 2):
        next_x, next_y = ring[index], ring[index + 1]
        total += x * next_y - next_x * y
        x, y = next_x, next_y
    return total


def reversed_line(line: Line) -> Line:
    result = array("i", line)
    result[::2], result[1::2] = line[::2][::-1], line[1::2][::-1]
    return result


def cut_line(line: Line, box: Box) -> list[Line]:
    """The parts of a line inside the box."""
    pieces = [line]
    for axis, low, high in ((0, box[0], box[2]), (1, box[1], box[3])):
        pieces = [piece for whole in pieces for piece in _between(whole, low, high, axis)]
    return pieces


def _between(line: Line, low: int, high: int, axis: int) -> list[Line]:
    along = line[axis::2]
    if min(along) >= low and max(along) <= high:
        return [line]
    if max(along) < low or min(along) > high:
        return []
    pieces, piece = [], array("i")
    for index in range(0, len(line) - 2, 2):
        start, end = line[index : index + 2], line[index + 2 : index + 4]
        first, last = _span(start[axis], end[axis], low, high)
        if first is None:
            continue
        if not piece:
            piece.extend(_at(start, end, first))
        piece.extend(_at(start, end, last))
        if last < 1:
            pieces.append(piece)
            piece = array("i")
    if piece:
        pieces.append(piece)
    return pieces


def _span(start: int, end: int, low: int, high: int) -> tuple[float | None, float]:
    """From which to which part (0 to 1) a segment lies between two limits; None where it does not."""
    if low <= start <= high and low <= end <= high:
        return 0, 1
    if (start < low and end < low) or (start > high and end > high):
        return None, 0
    length = end - start
    entry, leaving = sorted(((low - start) / length, (high - start) / length))
    return max(entry, 0), min(leaving, 1)


def _at(start: Line, end: Line, part: float) -> Line:
    if part <= 0:
        return start
    if part >= 1:
        return end
    return array("i", (round(start[0] + (end[0] - start[0]) * part), round(start[1] + (end[1] - start[1]) * part)))


def cut_ring(ring: Line, box: Box) -> Line:
    """The part of a ring's inside that lies in the box, as one ring that may run along the box (Sutherland and Hodgman);
    empty where there is none. It turns as the ring did."""
    west, north, east, south = box
    for axis, limit, is_lower in ((0, west, True), (0, east, False), (1, north, True), (1, south, False)):
        if not ring:
            break
        ring = _beyond(ring, limit, axis, is_lower)
    return ring if len(ring) >= 6 else array("i")


def _beyond(ring: Line, limit: int, axis: int, is_lower: bool) -> Line:
    along = ring[axis::2]
    inside = [at >= limit for at in along] if is_lower else [at <= limit for at in along]
    if all(inside):
        return ring
    result = array("i")
    if not any(inside):
        return result
    start, was_inside = ring[-2:], inside[-1]
    for number, is_inside in enumerate(inside):
        end = ring[2 * number : 2 * number + 2]
        if is_inside != was_inside:
            result.extend(_at(start, end, (limit - start[axis]) / (end[axis] - start[axis])))
        if is_inside:
            result.extend(end)
        start, was_inside = end, is_inside
    return result


def lighter(line: Line, tolerance: float) -> Line:
    """The line without the points that lie within `tolerance` units of it (Douglas and Peucker). Its ends stay."""
    last = len(line) // 2 - 1
    if last < 2:
        return line
    kept = bytearray(last + 1)
    kept[0] = kept[last] = 1
    limit = tolerance * tolerance
    spans = [(0, last)]
    while spans:
        first, final = spans.pop()
        x, y = line[2 * first], line[2 * first + 1]
        across, down = line[2 * final] - x, line[2 * final + 1] - y
        square = across * across + down * down
        farthest, distance = 0, limit
        for index in range(first + 1, final):
            away_x, away_y = line[2 * index] - x, line[2 * index + 1] - y
            if square:
                along = away_x * across + away_y * down
                if along <= 0:
                    away = away_x * away_x + away_y * away_y
                elif along >= square:
                    away_x, away_y = away_x - across, away_y - down
                    away = away_x * away_x + away_y * away_y
                else:
                    cross = across * away_y - down * away_x
                    away = cross * cross / square
            else:
                away = away_x * away_x + away_y * away_y
            if away > distance:
                farthest, distance = index, away
        if farthest:
            kept[farthest] = 1
            spans += [(first, farthest), (farthest, final)]
    result = array("i")
    for index, is_kept in enumerate(kept):
        if is_kept:
            result.extend(line[2 * index : 2 * index + 2])
    return result
