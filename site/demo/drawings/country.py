"""The invented country as GeoJSON with the tags of OpenStreetMap, from a few points of each thing (`content/base_map.yaml`)."""

from math import atan2, cos, hypot, pi, radians, sin
from random import Random

Point = tuple[float, float]  # longitude, latitude

METRES = 111_320  # in a degree of latitude
STEPS = 6  # of a curve, from point to point
FARMS = (
    "d’en Pla", "Vell", "Nou", "de la Font", "Rouge", "des Amandiers", "d’en Coste", "Petit", "de la Garrigue", "del Riu",
    "des Cigales", "Blanc", "d’en Sorre", "de l’Olivède", "Sec", "des Figuiers",
)  # fmt: skip
SPOKES = 9  # streets that leave the middle of a town
RINGS = (0.3, 0.55, 0.8, 1.0)  # streets around it, as parts of its reach


def features(facts: dict) -> list[dict]:
    """GeoJSON features, the same at each call."""
    result = [_feature({"natural": "coastline"}, "LineString", uneven(facts["coast"], Random(1), 0.05))]
    for number, line in enumerate(facts["lines"]):
        points = curve([tuple(at) for at in line["points"]])
        if "waterway" in line["tags"] or line["tags"].get("highway") in ("path", "track"):
            points = uneven(points, Random(number), 0.06, depth=2)
        result.append(_feature(line["tags"], "LineString", points))
    for number, area in enumerate(facts["areas"]):
        points = [tuple(at) for at in area["points"]]
        ring = uneven(curve([*points, points[0]]), Random(1000 + number), 0.09, depth=2)
        result.append(_feature(area["tags"], "Polygon", [ring]))
    for number, line in enumerate(facts["lines"]):
        if line["tags"].get("highway") in ("primary", "secondary", "tertiary"):
            result += _lanes(curve([tuple(at) for at in line["points"]]), Random(2000 + number))
    water = [area["points"] for area in facts["areas"] if area["tags"].get("natural") == "water"]
    water.append([*facts["coast"], [5, 43], [5, 42]])
    for town in facts["towns"]:
        result += _town(town, water)
    result += [_feature(point["tags"], "Point", point["at"]) for point in facts["points"]]
    return result


def _feature(tags: dict, kind: str, coordinates: list) -> dict:
    return {"type": "Feature", "properties": tags, "geometry": {"type": kind, "coordinates": coordinates}}


def curve(points: list[Point]) -> list[Point]:
    """A soft line through the points (Catmull and Rom)."""
    result = [points[0]]
    for index in range(len(points) - 1):
        before, start, end = points[max(index - 1, 0)], points[index], points[index + 1]
        after = points[min(index + 2, len(points) - 1)]
        for step in range(1, STEPS + 1):
            result.append(tuple(_between(before[axis], start[axis], end[axis], after[axis], step / STEPS) for axis in (0, 1)))
    return result


def _between(before: float, start: float, end: float, after: float, part: float) -> float:
    slope = (end - before) * part + (2 * before - 5 * start + 4 * end - after) * part**2
    return start + (slope + (3 * start - before - 3 * end + after) * part**3) / 2


def uneven(points: list[Point], chance: Random, share: float, depth: int = 4) -> list[Point]:
    """The line with its segments broken in the middle, again and again, each time by up to `share` of their length."""
    for _ in range(depth):
        broken = [tuple(points[0])]
        for start, end in zip(points, points[1:], strict=False):
            across, up = end[0] - start[0], end[1] - start[1]
            away = chance.uniform(-share, share)
            broken += [((start[0] + end[0]) / 2 - up * away, (start[1] + end[1]) / 2 + across * away), tuple(end)]
        points = broken
    return points


def _town(facts: dict, water: list[list[Point]]) -> list[dict]:
    """Its name, what is built and its streets: spokes and rings, none of them straight, some left out."""
    chance, (longitude, latitude), reach = Random(facts["seed"]), facts["at"], facts["reach"]
    tags = {"place": facts["kind"], "name": facts["name"], "population": facts.get("population", "")}

    def at(turn: float, part: float) -> Point:
        length = reach * part / METRES
        return (longitude + length * cos(turn) / cos(radians(latitude)), latitude + length * sin(turn))

    spokes = SPOKES if reach > 300 else 5
    turns = [2 * pi * (number + chance.uniform(-0.3, 0.3)) / spokes for number in range(spokes)]
    stretch = [chance.uniform(0.75, 1.15) for _ in turns]
    rings = RINGS if reach > 300 else RINGS[::2] if reach > 150 else RINGS[-1:]
    corners = [[at(turn, part * wide * chance.uniform(0.92, 1.08)) for part in rings] for turn, wide in zip(turns, stretch, strict=True)]
    edge = [at(turn, 1.12 * wide) for turn, wide in zip(turns, stretch, strict=True)]
    built = uneven([*edge, edge[0]], chance, 0.12, depth=2)
    streets = [[(longitude, latitude), *spoke] for spoke in corners]
    for ring in range(len(rings)):
        for number in range(spokes):
            start, end = corners[number][ring], corners[(number + 1) % spokes][ring]
            if chance.random() < 0.88 and _metres(start, end) < 900:
                streets.append([start, end])
    # Between two rings, short streets: the more the farther out.
    for ring in range(len(rings) - 1):
        for number in range(spokes):
            for _ in range(ring + 1):
                part = chance.uniform(0.2, 0.8)
                inner = _along(corners[number][ring], corners[(number + 1) % spokes][ring], part)
                outer = _along(corners[number][ring + 1], corners[(number + 1) % spokes][ring + 1], part)
                streets.append([inner, outer])
    names = list(facts["streets"])
    result = [_feature(tags, "Point", [longitude, latitude])]
    if reach > 100:
        result.append(_feature({"landuse": "residential"}, "Polygon", [built]))
    for street in (_dry(uneven(street, chance, 0.04, depth=2), water) for street in streets):
        if len(street) < 2:
            continue
        own = {"name": names.pop(0)} if names else {}
        result.append(_feature({"highway": "residential", **own}, "LineString", street))
    return result


def _dry(street: list[Point], water: list[list[Point]]) -> list[Point]:
    """The street up to the water's edge."""
    wet = next((number for number, at in enumerate(street) if any(_inside(ring, at) for ring in water)), len(street))
    return street[:wet]


def _inside(ring: list[Point], at: Point) -> bool:
    """Even-odd rule: a ray to the east crosses the ring an odd number of times."""
    result = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > at[1]) != (y2 > at[1]) and at[0] < x1 + (at[1] - y1) / (y2 - y1) * (x2 - x1):
            result = not result
    return result


def _lanes(road: list[Point], chance: Random) -> list[dict]:
    """Side lanes of a road through the country, to a farm or on as a track."""
    result = []
    for start, end in zip(road[1:-1:2], road[2::2], strict=False):
        if chance.random() < 0.35:
            continue
        turn = atan2(end[1] - start[1], end[0] - start[0]) + chance.choice((-1, 1)) * chance.uniform(1.1, 1.9)
        points = [start]
        for _ in range(chance.randint(2, 5)):
            length, turn = chance.uniform(120, 320) / METRES, turn + chance.uniform(-0.5, 0.5)
            longitude, latitude = points[-1]
            points.append((longitude + length * cos(turn) / cos(radians(latitude)), latitude + length * sin(turn)))
        kind = chance.choice(("unclassified", "service", "track", "track"))
        result.append(_feature({"highway": kind}, "LineString", uneven(curve(points), chance, 0.05, depth=1)))
        if kind != "track":
            name = f"Mas {chance.choice(FARMS)}"
            result.append(_feature({"place": "isolated_dwelling", "name": name}, "Point", list(points[-1])))
    return result


def _metres(start: Point, end: Point) -> float:
    return hypot((start[0] - end[0]) * cos(radians(start[1])), start[1] - end[1]) * METRES


def _along(start: Point, end: Point, part: float) -> Point:
    return (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
