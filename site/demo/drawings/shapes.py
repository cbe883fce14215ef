"""The great shapes of a landscape: sky and its lights, clouds, hills, mountains, mist and sea."""

from math import cos, pi, sin, sqrt

from .canvas import HEIGHT, WIDTH
from .palettes import mix


def blend(c, y0, y1, first, last, x0=0, x1=WIDTH):
    """Fill a band that passes from one colour to another, from top to bottom."""
    steps = 96
    for i in range(steps):
        top = y0 + (y1 - y0) * i / steps
        c.rect(x0, top, x1, y1, mix(first, last, i / (steps - 1)))


def sky(c, palette, horizon=560):
    """Paint the sky down to the horizon, and the rest in the horizon's colour."""
    c.rect(0, 0, WIDTH, HEIGHT, palette.low)
    blend(c, 0, horizon, palette.top, palette.low)


def sun(c, x, y, radius, colour, halo=3):
    """A disc in its rings of light."""
    for ring in range(halo, 0, -1):
        c.oval(x, y, radius * (1 + 0.55 * ring), radius * (1 + 0.55 * ring), colour, 0.16)
    c.oval(x, y, radius, radius, colour)


def rays(c, x, y, colour, count=14, alpha=0.16, turn=0.0):
    """Broad rays out of one point, over all the sheet."""
    for i in range(count):
        start, end = (2 * pi * (i + share) / count + turn for share in (0, 0.5))
        c.poly([(x, y), (x + 1700 * cos(start), y + 1700 * sin(start)), (x + 1700 * cos(end), y + 1700 * sin(end))], colour, alpha)


def stars(c, count, bottom, colour):
    """Scatter stars, a few of them large."""
    for _ in range(count):
        radius = 2.3 if c.rng.random() < 0.12 else c.rng.uniform(0.7, 1.3)
        c.oval(c.rng.uniform(0, WIDTH), bottom * c.rng.random() ** 1.2, radius, radius, colour)


def cumulus(c, x, y, width, colour, shade):
    """A great cloud with a flat base at y."""
    lumps = []
    for i in range(5):
        place = (i + 0.5) / 5
        size = width * (0.11 + 0.13 * sin(place * pi)) * c.rng.uniform(0.85, 1.15)
        lumps.append((x + (place - 0.5) * width * 0.85, size, c.rng.uniform(0.0, 0.3)))
    c.poly(_cloud(lumps, x, y, width, 1), colour)
    c.poly(_cloud(lumps, x + width * 0.04, y, width, 0.52), shade)


def _cloud(lumps, x, y, width, height):
    outline = []
    for i in range(81):
        at = x + (i / 80 - 0.5) * width * 1.3
        rise = [sqrt(size**2 - (at - cx) ** 2) + lift * size for cx, size, lift in lumps if abs(at - cx) < size]
        if rise:
            outline.append((at, min(y, y - height * max(rise))))
    return [*outline, (outline[-1][0], y), (outline[0][0], y)]


def streaks(c, colour, count, y0, y1, alpha=0.7, width=260):
    """Long thin clouds."""
    for _ in range(count):
        x, y = c.rng.uniform(0, WIDTH), c.rng.uniform(y0, y1)
        half = width * c.rng.uniform(0.5, 1.3)
        c.oval(x, y, half, half * 0.035, colour, alpha)
        c.oval(x + half * 0.4, y + half * 0.05, half * 0.6, half * 0.025, colour, alpha)


def hill(c, y, swell, colour, length=520, tilt=0.0, phase=None):
    """A rolling hill down to the foot of the sheet; returns its height as a function of x."""
    phase = c.rng.uniform(0, 2 * pi) if phase is None else phase
    second = c.rng.uniform(0, 2 * pi)

    def height(x):
        return (
            y
            + tilt * (x / WIDTH - 0.5)
            - swell * (0.7 * sin(2 * pi * x / length + phase) + 0.3 * sin(2 * pi * x / (length * 0.43) + second))
        )

    c.poly([(-10, HEIGHT + 10), *((x, height(x)) for x in range(-10, WIDTH + 20, 10)), (WIDTH + 10, HEIGHT + 10)], colour)
    return height


def ridge(rng, start, end, rough, depth=5):
    """Return the points of a broken line between two points, by midpoint displacement."""
    points = [start, end]
    for _ in range(depth):
        refined = [points[0]]
        for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
            refined += [((x0 + x1) / 2, (y0 + y1) / 2 + rng.uniform(-rough, rough)), (x1, y1)]
        points, rough = refined, rough * 0.52
    return points


def crest(c, y, rough, colour, tilt=0.0):
    """A broken skyline across the sheet, down to its foot."""
    line = ridge(c.rng, (-10, y - tilt / 2), (WIDTH + 10, y + tilt / 2), rough, 7)
    c.poly([(-10, HEIGHT), *line, (WIDTH + 10, HEIGHT)], colour)


def peak(c, x, y, left, right, base, lit, dark, snow=None, snow_dark=None, line=0.45):
    """A mountain in two facets, sun on the left; `line` is how far down its height the snow comes."""
    rise = base - y
    west = ridge(c.rng, (x - left, base), (x, y), rise * 0.09)
    east = ridge(c.rng, (x, y), (x + right, base), rise * 0.09)
    spine = _spine(c.rng, x, y, right, base)
    c.poly([*west, *east], lit)
    c.poly([*east, *reversed(spine)], dark)
    for share, reach in ((0.35, 0.2), (0.62, 0.28), (0.8, 0.18)):
        at = west[int(len(west) * share)]
        length = (base - at[1]) * 0.7
        c.poly([at, (at[0] + reach * length * 0.9, at[1] + length), (at[0] + length * reach * 0.2, at[1] + length * 0.62)], dark)
    if snow:
        level = y + rise * line
        _cap(c, [p for p in west if p[1] < level], [p for p in spine if p[1] < level], snow, rise)
        _cap(c, [p for p in reversed(spine) if p[1] < level], [p for p in east if p[1] < level], snow_dark, rise)


def _spine(rng, x, y, right, base):
    points = [(x, y)]
    for i in range(1, 10):
        points.append((x + right * 0.34 * i / 9 + (-1) ** i * right * 0.045 * rng.uniform(0.4, 1), y + (base - y) * i / 9))
    return points


def _cap(c, climb, descent, colour, rise):
    if len(climb) < 2 or len(descent) < 2:
        return
    (x0, y0), (x1, y1) = descent[-1], climb[0]
    teeth = max(3, int(abs(x1 - x0) / 30))
    hem = []
    for i in range(1, teeth):
        share = (i + c.rng.uniform(-0.3, 0.3)) / teeth
        drop = rise * (0.1 if i % 2 else -0.05) * c.rng.uniform(0.1, 1.3)
        hem.append((x0 + (x1 - x0) * share, y0 + (y1 - y0) * share + drop))
    c.poly([*climb, *descent, *hem], colour)


def mist(c, y0, y1, colour, alpha=0.75):
    """Let a veil thicken from y0 down to y1."""
    steps = 24
    for i in range(steps):
        top, foot = (y0 + (y1 - y0) * (i + j) / steps for j in (0, 1))
        c.rect(0, top, WIDTH, foot, colour, alpha * (i + 1) / steps)


def sea(c, y, far, near, bottom=HEIGHT):
    """Water from the horizon at y to the foot of the sheet."""
    blend(c, y, bottom, far, near)


def glitter(c, x, y0, y1, colour, spread=120, count=46):
    """A path of light on the water, broader towards us."""
    for i in range(count):
        share = (i / count) ** 1.5
        y = y0 + (y1 - y0) * share
        half = (8 + spread * 0.5 * share) * c.rng.uniform(0.35, 1)
        c.oval(x + c.rng.uniform(-1, 1) * spread * (0.1 + 0.5 * share), y, half, 0.9 + 3.2 * share, colour)


def ripples(c, y0, y1, colour, count=40, alpha=1, x0=0, x1=WIDTH):
    """Dashes on the water, smaller with distance."""
    for _ in range(count):
        share = c.rng.random() ** 1.4
        half = (9 + 46 * share) * c.rng.uniform(0.6, 1.3)
        c.oval(c.rng.uniform(x0, x1), y0 + (y1 - y0) * share, half, 0.8 + 2.2 * share, colour, alpha)


def breakers(c, shore, colour, widths=(7, 3)):
    """Lines of foam along a shore given as points, the second out to sea."""
    for i, width in enumerate(widths):
        c.curve([(x - 26 * i, y - 18 * i) for x, y in shore], colour, width)
