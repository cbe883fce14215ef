"""Trees, vines, reeds and flowers."""

from math import cos, pi, sin

from ..palettes import mix


def canopy(c, x, y, rx, ry, leaf, dark, light, lumps=9):
    """A leafy mass: shade below right, light above left."""
    spots = [(x, y, 0.62)]
    for i in range(lumps):
        angle = 2 * pi * i / lumps + c.rng.uniform(-0.2, 0.2)
        spots.append((x + rx * 0.62 * cos(angle), y + ry * 0.58 * sin(angle), c.rng.uniform(0.34, 0.46)))
    for colour, dx, dy, grow in ((dark, 0.07, 0.1, 1.0), (leaf, -0.02, -0.03, 0.93), (light, -0.13, -0.16, 0.66)):
        for sx, sy, share in spots:
            if colour is light and (sx - x) / rx + (sy - y) / ry > 0.2:
                continue
            c.oval(sx + rx * dx, sy + ry * dy, rx * share * grow, ry * share * grow, colour)


def tree(c, x, foot, height, leaf, trunk, light=None):
    """A round-headed tree."""
    width = height * 0.035
    c.poly([(x - width * 1.4, foot), (x - width * 0.7, foot - height * 0.6), (x + width * 0.7, foot - height * 0.6), (x + width * 1.4, foot)], trunk)
    canopy(c, x, foot - height * 0.66, height * 0.34, height * 0.34, leaf, mix(leaf, trunk, 0.45), light or mix(leaf, "#FFFFFF", 0.22))


def umbrella_pine(c, x, foot, height, leaf, trunk, light, lean=0.12):
    """A pine of the coast: bare leaning trunk, flat head."""
    top = foot - height * 0.78
    tip = x + height * lean
    width = height * 0.03
    c.curve([(x, foot), (x + height * lean * 0.2, foot - height * 0.3), (tip, top)], trunk, width * 1.6)
    for side in (-1, 1):
        c.curve([(x + height * lean * 0.55, foot - height * 0.48), (tip + side * height * 0.1, top + height * 0.07), (tip + side * height * 0.24, top - height * 0.03)], trunk, width * 0.8)
    for colour, dy, wide, tall in ((mix(leaf, trunk, 0.5), 0.05, 1, 1), (leaf, 0, 1, 0.9), (light, -0.055, 0.72, 0.42)):
        for place, grow in ((-0.27, 0.17), (0, 0.25), (0.26, 0.18), (-0.12, 0.2), (0.14, 0.2)):
            lift = 0.05 if abs(place) < 0.2 else 0
            c.oval(tip + height * place * wide, top + height * (dy - lift - 0.02), height * grow * wide, height * 0.088 * tall, colour)


def cypress(c, x, foot, height, leaf, dark):
    """A dark spindle, half in the shade."""
    half = height * 0.105
    left = [(x, foot), (x - half, foot - height * 0.22), (x - half * 0.86, foot - height * 0.55), (x, foot - height)]
    right = [(x + half * 0.86, foot - height * 0.55), (x + half, foot - height * 0.22)]
    c.blob([*left, *right], leaf)
    c.blob([(x + half * 0.1, foot), (x + half * 0.05, foot - height * 0.5), (x, foot - height), *right], dark)


def olive(c, x, foot, height, leaf, trunk, light):
    """A twisted trunk under a silvery head."""
    w = height * 0.07
    c.blob([(x - w * 1.8, foot), (x - w * 0.7, foot - height * 0.18), (x - w * 1.5, foot - height * 0.5), (x, foot - height * 0.36), (x + w * 1.7, foot - height * 0.52), (x + w * 0.9, foot - height * 0.16), (x + w * 1.7, foot)], trunk)
    dark = mix(leaf, trunk, 0.4)
    for dx, dy, size in ((0.28, -0.6, 0.26), (-0.28, -0.6, 0.27), (0.02, -0.75, 0.3)):
        canopy(c, x + height * dx, foot + height * dy, height * size * 1.15, height * size * 0.85, leaf, dark, light, 8)


def fir(c, x, foot, height, leaf, dark, snow=None):
    """A fir in five tiers; with `snow`, white on the sunny side."""
    half = height * 0.21
    c.rect(x - height * 0.02, foot - height * 0.1, x + height * 0.02, foot, dark)
    for tier in range(5):
        y = foot - height * (0.06 + 0.17 * tier)
        wide = half * (1 - tier * 0.17)
        tip = y - height * 0.29
        c.poly([(x - wide, y), (x, tip), (x + wide, y), (x + wide * 0.4, y - height * 0.015), (x, y + height * 0.022), (x - wide * 0.45, y - height * 0.015)], leaf)
        c.poly([(x, tip), (x + wide, y), (x + wide * 0.4, y - height * 0.015), (x, y + height * 0.022)], dark)
        if snow:
            c.poly([(x, tip), (x - wide, y), (x - wide * 0.5, y - height * 0.045), (x - wide * 0.28, y - height * 0.03), (x, y - height * 0.1), (x + wide * 0.3, y - height * 0.06)], snow)


def palm(c, x, foot, height, leaf, trunk, lean=0.1):
    """A palm with nine fronds."""
    tip, top = x + height * lean, foot - height
    c.curve([(x, foot), (x + height * lean * 0.3, foot - height * 0.5), (tip, top)], trunk, height * 0.05)
    for i in range(9):
        angle = pi + pi * i / 8
        reach = height * 0.36
        ex, ey = tip + reach * cos(angle), top + reach * 0.5 * sin(angle) + reach * 0.36
        mx, my = tip + reach * 0.55 * cos(angle), top + reach * 0.62 * sin(angle) - reach * 0.08
        c.blob([(tip, top + 3), (mx, my - reach * 0.06), (ex, ey), (mx, my + reach * 0.12)], leaf if i % 2 else mix(leaf, trunk, 0.35))


def rows(c, horizon, vanish, count, colours, soil, foot=800, spread=2600, x0=-200, x1=1400):
    """Vine rows running to a vanishing point; `colours` are the sunny and the shaded side."""
    c.poly([(x0, foot), (x0, horizon), (x1, horizon), (x1, foot)], soil)
    for i in range(count):
        place = (i + 0.5) / count - 0.5
        base, step = vanish + place * spread, spread / count
        head = vanish + place * spread * 0.1
        narrow = step * 0.1
        c.poly([(base - step * 0.34, foot), (head - narrow * 0.34, horizon), (head + narrow * 0.06, horizon), (base + step * 0.06, foot)], colours[0])
        c.poly([(base + step * 0.06, foot), (head + narrow * 0.06, horizon), (head + narrow * 0.34, horizon), (base + step * 0.36, foot)], colours[1])


def leaves(c, horizon, foot, vanish, count, spread, colour, dots=420):
    """Touches of leaf on the rows, larger as they come near."""
    step = spread / count
    for _ in range(dots):
        share = c.rng.random() ** 0.7
        y = horizon + (foot - horizon) * share
        row = c.rng.randrange(count)
        scale = 0.1 + 0.9 * share
        x = vanish + ((row + 0.5) / count - 0.5) * spread * scale - step * scale * c.rng.uniform(0.02, 0.34)
        size = 1 + 7 * share
        c.oval(x, y, size, size * 0.75, colour)


def vine(c, x, foot, height, leaf, trunk, light):
    """One stock, with its leaves on the wire."""
    c.curve([(x, foot), (x + height * 0.06, foot - height * 0.25), (x - height * 0.04, foot - height * 0.5)], trunk, height * 0.07)
    canopy(c, x, foot - height * 0.66, height * 0.46, height * 0.3, leaf, mix(leaf, trunk, 0.5), light, 8)


def reeds(c, x0, x1, foot, height, colour, count=40):
    """A stand of reeds, some with their plume."""
    for _ in range(count):
        x, tall = c.rng.uniform(x0, x1), height * c.rng.uniform(0.5, 1)
        lean = tall * c.rng.uniform(-0.06, 0.2)
        c.poly([(x - 2.4, foot), (x + lean, foot - tall), (x + 2.4, foot)], colour)
        if c.rng.random() < 0.35:
            c.blob([(x + lean - 3, foot - tall + 2), (x + lean + 3, foot - tall - 22), (x + lean + 5, foot - tall + 2)], colour)


def flowers(c, x0, x1, y0, y1, colours, count=200, size=6):
    """A meadow's flowers, larger as they come near."""
    spots = sorted(c.rng.random() ** 0.8 for _ in range(count))
    for share in spots:
        radius = size * (0.2 + 0.8 * share)
        c.oval(c.rng.uniform(x0, x1), y0 + (y1 - y0) * share, radius, radius * 0.75, c.rng.choice(colours))
