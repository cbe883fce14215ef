"""Feasts and leisure: garlands, fireworks, stalls, stages, giants, balloons."""

from math import cos, pi, sin

from ..canvas import arc
from ..palettes import mix


def garland(c, x0, y0, x1, y1, sag, colours, string, count=12, flags=True, size=11):
    """A sagging string of pennants or of lamps."""
    at = [(x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count + sag * 4 * (i / count) * (1 - i / count)) for i in range(count + 1)]
    c.line(at, string, 1.6)
    for i, ((ax, ay), (bx, by)) in enumerate(zip(at, at[1:], strict=False)):
        mx, my, colour = (ax + bx) / 2, (ay + by) / 2, colours[i % len(colours)]
        if flags:
            c.poly([(ax + (bx - ax) * 0.15, ay + 1), (bx - (bx - ax) * 0.15, by + 1), (mx, my + size * 2)], colour)
        else:
            c.oval(mx, my + size * 0.8, size * 1.7, size * 1.7, colour, 0.18)
            c.oval(mx, my + size * 0.8, size * 0.62, size * 0.7, colour)


def burst(c, x, y, radius, colour, core, arms=22):
    """One firework: rays that droop, with sparks at their ends."""
    c.oval(x, y, radius * 0.6, radius * 0.6, colour, 0.12)
    for i in range(arms):
        angle = 2 * pi * i / arms
        reach = radius * c.rng.uniform(0.85, 1.08)
        for share in (0.3, 0.45, 0.6, 0.74, 0.87, 1.0):
            px, py = x + reach * share * cos(angle), y + reach * share * sin(angle) + radius * 0.16 * share**2
            size = 1.2 + 3.4 * share * radius / 150
            c.oval(px, py, size, size, mix(core, colour, share))


def awning(c, x0, x1, y, depth, colours, stripes=9):
    """A striped awning with a scalloped edge, its underside in the shade."""
    step = (x1 - x0) / stripes
    inset = depth * 0.28
    for i in range(stripes):
        colour = colours[i % 2]
        a, b = x0 + i * step, x0 + (i + 1) * step
        shrink = (x1 - x0 - 2 * inset) / (x1 - x0)
        ta, tb = x0 + inset + i * step * shrink, x0 + inset + (i + 1) * step * shrink
        c.poly([(ta, y), (tb, y), (b, y + depth), (a, y + depth)], colour)
        c.poly([(a, y + depth - 1), (b, y + depth - 1), *arc((a + b) / 2, y + depth + step * 0.18, step / 2, step * 0.34, 0, 180, 10)], mix(colour, "#000000", 0.13))


def crates(c, x0, x1, foot, height, wood, fruits, count=4):
    """A row of crates heaped with fruit."""
    step = (x1 - x0) / count
    for i in range(count):
        left, colour = x0 + i * step, fruits[i % len(fruits)]
        size = step * 0.105
        for row, number in ((0, 6), (1, 5), (2, 3)):
            for j in range(number):
                cx = left + step * 0.5 + (j - (number - 1) / 2) * size * 1.55
                c.oval(cx, foot - height - size * (0.3 + 1.05 * row), size, size, mix(colour, "#FFFFFF", 0.12 if j % 2 else 0))
        c.poly([(left + step * 0.03, foot - height), (left + step * 0.97, foot - height), (left + step * 0.93, foot), (left + step * 0.07, foot)], wood)
        c.line([(left + step * 0.05, foot - height * 0.5), (left + step * 0.95, foot - height * 0.5)], mix(wood, "#000000", 0.25), 1.6)


def beam(c, x, y, angle, reach, spread, colour, alpha=0.2):
    """A spotlight's cone, angle in degrees (90 points down)."""
    for share, glow in ((1, alpha), (0.45, alpha)):
        tips = [(x + reach * cos((angle + side * spread * share) * pi / 180), y + reach * sin((angle + side * spread * share) * pi / 180)) for side in (-1, 1)]
        c.poly([(x, y), *tips], colour, glow)


def giant(c, x, foot, height, robe, cape, skin, hair, gold, queen=False):
    """A feast-day giant: stiff wide robe, folded arms, crown."""
    h = height
    c.poly([(x - h * 0.16, foot - h * 0.64), (x + h * 0.16, foot - h * 0.64), (x + h * 0.29, foot), (x - h * 0.29, foot)], cape)
    c.poly([(x - h * 0.12, foot - h * 0.66), (x + h * 0.12, foot - h * 0.66), (x + h * 0.19, foot), (x - h * 0.19, foot)], robe)
    for share in (-0.6, 0, 0.6):
        c.line([(x + h * 0.07 * share, foot - h * 0.46), (x + h * 0.19 * share, foot - h * 0.03)], mix(robe, "#000000", 0.18), h * 0.012)
    c.rect(x - h * 0.185, foot - h * 0.05, x + h * 0.185, foot - h * 0.015, gold)
    c.blob([(x - h * 0.17, foot - h * 0.76), (x, foot - h * 0.79), (x + h * 0.17, foot - h * 0.76), (x + h * 0.15, foot - h * 0.46), (x - h * 0.15, foot - h * 0.46)], mix(robe, "#FFFFFF", 0.1))
    c.line([(x - h * 0.16, foot - h * 0.72), (x - h * 0.19, foot - h * 0.55), (x + h * 0.05, foot - h * 0.52)], cape, h * 0.075)
    c.line([(x + h * 0.16, foot - h * 0.72), (x + h * 0.19, foot - h * 0.53), (x - h * 0.03, foot - h * 0.51)], mix(cape, "#000000", 0.15), h * 0.075)
    c.oval(x + h * 0.06, foot - h * 0.52, h * 0.035, h * 0.035, skin)
    c.rect(x - h * 0.15, foot - h * 0.47, x + h * 0.15, foot - h * 0.44, gold)
    _giant_head(c, x, foot - h * 0.86, h, skin, hair, gold, queen)


def _giant_head(c, x, y, h, skin, hair, gold, queen):
    if queen:
        c.blob([(x - h * 0.09, y - h * 0.05), (x, y - h * 0.1), (x + h * 0.09, y - h * 0.05), (x + h * 0.11, y + h * 0.14), (x - h * 0.11, y + h * 0.14)], hair)
    else:
        c.oval(x, y + h * 0.045, h * 0.085, h * 0.1, hair)
    c.rect(x - h * 0.03, y + h * 0.05, x + h * 0.03, y + h * 0.11, skin)
    c.oval(x, y, h * 0.075, h * 0.088, skin)
    if not queen:
        c.poly(arc(x, y + h * 0.015, h * 0.077, h * 0.098, 10, 170, 16), hair)
        c.oval(x, y + h * 0.042, h * 0.028, h * 0.008, mix(skin, "#8A2A2A", 0.6))
    for side in (-1, 1):
        c.oval(x + side * h * 0.028, y - h * 0.012, h * 0.01, h * 0.012, "#2A2024")
        c.oval(x + side * h * 0.042, y + h * 0.02, h * 0.014, h * 0.01, mix(skin, "#D8483A", 0.4))
    if queen:
        c.oval(x, y + h * 0.045, h * 0.018, h * 0.008, "#B8322F")
    teeth = [(x + h * 0.085 * (i / 4 - 1), y - h * (0.075 + (0.075 if i % 2 else 0.035))) for i in range(9)]
    c.poly([(x - h * 0.078, y - h * 0.05), *teeth, (x + h * 0.078, y - h * 0.05)], gold)


def balloon(c, x, y, radius, colours, basket="#6B4226"):
    """A hot-air balloon in gores, shade on its right."""
    foot = y + radius * 1.32
    edges = [-1, -0.72, -0.3, 0.3, 0.72, 1]
    for i, (a, b) in enumerate(zip(edges, edges[1:], strict=False)):
        left, right = _gore(x, y, radius, foot, a), _gore(x, y, radius, foot, b)
        c.poly([*left, *reversed(right)], colours[i % len(colours)])
    c.poly([*_gore(x, y, radius, foot, 0.52), *reversed(_gore(x, y, radius, foot, 1))], "#1A1030", 0.2)
    for side in (-1, 1):
        c.line([(x + side * radius * 0.2, foot), (x + side * radius * 0.13, foot + radius * 0.3)], basket, max(1, radius * 0.02))
    c.poly([(x - radius * 0.16, foot + radius * 0.28), (x + radius * 0.16, foot + radius * 0.28), (x + radius * 0.13, foot + radius * 0.5), (x - radius * 0.13, foot + radius * 0.5)], basket)


def _gore(x, y, radius, foot, share):
    upper = [(x + radius * share * cos(a * pi / 36), y - radius * sin(a * pi / 36)) for a in range(18, -1, -1)]
    lower = [(x + radius * share * (1 - 0.8 * (i / 12) ** 1.7), y + (foot - y) * i / 12) for i in range(1, 13)]
    return [*upper, *lower]


def parasol(c, x, foot, size, colours, pole="#FFF8EC", tilt=0.0):
    """A beach parasol seen from the side."""
    top = foot - size * 1.15
    tip = x + size * tilt
    c.line([(x, foot), (tip, top)], pole, size * 0.04)
    edges = [-1, -0.62, -0.22, 0.22, 0.62, 1]
    for i, (a, b) in enumerate(zip(edges, edges[1:], strict=False)):
        left = [(tip + size * 0.72 * a * sin(t * pi / 20), top + size * 0.42 * (1 - cos(t * pi / 20))) for t in range(11)]
        right = [(tip + size * 0.72 * b * sin(t * pi / 20), top + size * 0.42 * (1 - cos(t * pi / 20))) for t in range(11)]
        c.poly([*left, *reversed(right)], colours[i % len(colours)])
    c.poly([(tip, top), *[(tip + size * 0.72 * sin(t * pi / 20), top + size * 0.42 * (1 - cos(t * pi / 20))) for t in range(11)], (tip + size * 0.34, top + size * 0.42)], "#1A1030", 0.16)


def flame(c, x, foot, height, colours, lean=0.0):
    """A fire in nested tongues, outermost colour first."""
    for i, colour in enumerate(colours):
        share = 1 - 0.26 * i
        h, w = height * share, height * 0.34 * share
        c.blob([(x - w, foot - h * 0.1), (x - w * 0.9, foot - h * 0.42), (x - w * 0.45, foot - h * 0.36), (x - w * 0.3 + lean * h, foot - h * 0.78), (x + w * 0.12 + lean * h, foot - h), (x + w * 0.3, foot - h * 0.56), (x + w * 0.62, foot - h * 0.66), (x + w, foot - h * 0.3), (x + w * 0.8, foot - h * 0.02), (x - w * 0.7, foot)], colour)
