"""Houses, towers, churches, walls and bridges, all lit from the left."""

from ..canvas import arc
from ..palettes import mix

TILE = "#C4643F"


def arch(c, x, foot, width, height, colour, alpha=1):
    """A round-headed opening; `x` is its left side."""
    radius = width / 2
    c.poly([(x, foot), (x, foot - height + radius), *arc(x + radius, foot - height + radius, radius, radius, 180, 360, 14), (x + width, foot)], colour, alpha)


def house(c, x, foot, width, height, wall, shade, roof=TILE, glass="#3A4652", rows=2, columns=2, shutters=None):
    """A house seen from the street side: low tiled roof, shade on its right."""
    top = foot - height
    c.rect(x, top, x + width, foot, wall)
    c.rect(x + width * 0.72, top, x + width, foot, shade)
    pitch = min(width * 0.2, 18)
    c.poly([(x - 3, top + 1), (x + width * 0.1, top - pitch), (x + width * 0.9, top - pitch), (x + width + 3, top + 1)], roof)
    c.rect(x - 3, top, x + width + 3, top + 2.2, mix(roof, "#000000", 0.3))
    _windows(c, x, foot, width, height, rows, columns, glass, shutters)


def _windows(c, x, foot, width, height, rows, columns, glass, shutters):
    wide = width * 0.42 / max(columns, 1) * 0.6
    for row in range(rows):
        for column in range(columns):
            left = x + width * (column + 0.5) / columns - wide / 2
            head = foot - height + height * (row + 0.28) / rows
            tall = min(height / rows * 0.46, wide * 1.9)
            c.rect(left, head, left + wide, head + tall, glass)
            if shutters:
                c.rect(left - wide * 0.55, head, left - 1, head + tall, shutters)
                c.rect(left + wide + 1, head, left + wide * 1.55, head + tall, shutters)


def gable(c, x, foot, width, height, wall, roof=TILE, glass=None, shade=None):
    """A house seen from its gable end, with a wing in the shade on the right."""
    top, peak, middle = foot - height, foot - height - width * 0.26, x + width / 2
    if shade:
        c.rect(x + width, top + 2, x + width * 1.6, foot, shade)
        c.poly([(middle, peak), (x + width * 1.2, peak), (x + width * 1.68, top + 5), (x + width, top + 5)], roof)
    c.poly([(x, foot), (x, top), (middle, peak), (x + width, top), (x + width, foot)], wall)
    c.line([(x - 4, top + 3), (middle, peak), (x + width + 4, top + 3)], roof, max(3, width * 0.05))
    if glass:
        c.rect(middle - width * 0.08, top + height * 0.2, middle + width * 0.08, top + height * 0.2 + width * 0.26, glass)


def bell_tower(c, x, foot, width, height, wall, shade, roof=TILE, style="pyramid", glass="#33404C"):
    """A square Romanesque tower with two tiers of twin openings; `style` is pyramid, flat or dome."""
    top = foot - height
    c.rect(x, top, x + width, foot, wall)
    c.rect(x + width * 0.62, top, x + width, foot, shade)
    for tier in (0.05, 0.31):
        head = top + height * tier
        c.rect(x - 2, head - height * 0.03, x + width + 2, head - height * 0.012, mix(shade, "#000000", 0.1))
        for place in (0.13, 0.4, 0.7):
            arch(c, x + width * place, head + height * 0.17, width * 0.18, height * 0.15, glass)
    _tower_top(c, x, top, width, wall, shade, roof, style)


def _tower_top(c, x, top, width, wall, shade, roof, style):
    if style == "pyramid":
        c.poly([(x - 4, top), (x + width / 2, top - width * 0.52), (x + width + 4, top)], roof)
        c.poly([(x + width / 2, top - width * 0.52), (x + width + 4, top), (x + width * 0.62, top)], mix(roof, "#000000", 0.25))
    elif style == "dome":
        c.poly(arc(x + width / 2, top, width * 0.52, width * 0.62, 180, 360), roof)
        c.poly([(x + width * 0.62, top), *arc(x + width / 2, top, width * 0.52, width * 0.62, 290, 360, 10)], mix(roof, "#000000", 0.25))
        c.rect(x - 3, top, x + width + 3, top + width * 0.07, mix(wall, shade, 0.5))
        c.rect(x + width * 0.47, top - width * 0.95, x + width * 0.53, top - width * 0.5, roof)
    else:
        battlements(c, x - 2, x + width + 2, top, width * 0.14, wall)


def battlements(c, x0, x1, top, size, colour):
    """Crenels along the top of a wall."""
    count = max(2, round((x1 - x0) / (size * 2)))
    step = (x1 - x0) / (count - 0.5)
    for i in range(count):
        c.rect(x0 + i * step, top - size, min(x0 + (i + 0.5) * step, x1), top + 1, colour)


def round_tower(c, x, foot, width, height, wall, shade, roof=None):
    """A round tower: three tones from light to shade, battlements or a cone on top."""
    top = foot - height
    c.rect(x, top, x + width, foot, wall)
    c.rect(x + width * 0.5, top, x + width, foot, mix(wall, shade, 0.55))
    c.rect(x + width * 0.76, top, x + width, foot, shade)
    if roof:
        c.poly([(x - 5, top + 2), (x + width / 2, top - width * 0.95), (x + width + 5, top + 2)], roof)
        c.poly([(x + width / 2, top - width * 0.95), (x + width + 5, top + 2), (x + width * 0.6, top + 2)], mix(roof, "#000000", 0.25))
    else:
        battlements(c, x - 3, x + width + 3, top, width * 0.11, wall)
    for share in (0.28, 0.6):
        c.rect(x + width * 0.36, top + height * share, x + width * 0.41, top + height * share + min(width * 0.22, 20), mix(shade, "#101820", 0.6))


def castle(c, x, foot, size, wall, shade):
    """A castle of `size` units wide: curtain wall, two towers and a keep."""
    c.rect(x, foot - size * 0.26, x + size, foot + size * 0.12, wall)
    c.rect(x + size * 0.62, foot - size * 0.26, x + size, foot + size * 0.12, shade)
    battlements(c, x, x + size, foot - size * 0.26, size * 0.028, wall)
    c.rect(x + size * 0.36, foot - size * 0.66, x + size * 0.62, foot, wall)
    c.rect(x + size * 0.52, foot - size * 0.66, x + size * 0.62, foot, shade)
    battlements(c, x + size * 0.35, x + size * 0.63, foot - size * 0.66, size * 0.034, wall)
    for left, wide, tall in ((-0.07, 0.17, 0.4), (0.88, 0.19, 0.46)):
        round_tower(c, x + size * left, foot + size * 0.1, size * wide, size * tall, wall, shade)
    arch(c, x + size * 0.22, foot + size * 0.06, size * 0.08, size * 0.15, mix(shade, "#101820", 0.6))


def church(c, x, foot, size, wall, shade, roof=TILE, tower="pyramid", glass="#33404C"):
    """A Romanesque church: tower on the left, long nave, round apse on the right."""
    nave = foot - size * 0.34
    c.rect(x + size * 0.2, nave, x + size * 0.86, foot, wall)
    c.poly([(x + size * 0.18, nave + 2), (x + size * 0.27, nave - size * 0.14), (x + size * 0.8, nave - size * 0.14), (x + size * 0.9, nave + 2)], roof)
    c.rect(x + size * 0.86, foot - size * 0.25, x + size * 1.04, foot, shade)
    c.poly([(x + size * 0.85, foot - size * 0.245), (x + size * 0.88, foot - size * 0.35), (x + size * 1.06, foot - size * 0.245)], mix(roof, "#000000", 0.22))
    for place in (0.36, 0.52, 0.68):
        arch(c, x + size * place, foot - size * 0.12, size * 0.04, size * 0.13, glass)
    bell_tower(c, x, foot, size * 0.21, size * 0.86, wall, shade, roof, tower, glass)


def village(c, x0, x1, height, wall, shade, roofs, rows=3, lift=26, glass="#3A4652", size=1.0, lit=None):
    """Tiers of houses on a slope; `height(x)` gives the ground of the lowest tier, each tier above stands `lift` higher."""
    for row in range(rows - 1, -1, -1):
        inset = (x1 - x0) * 0.11 * row
        x = x0 + inset + c.rng.uniform(-10, 6)
        while x < x1 - inset:
            width = c.rng.uniform(30, 50) * size
            tall = c.rng.uniform(34, 62) * size
            tone = mix(wall, shade, c.rng.choice((0, 0.12, 0.28)))
            pane = lit if lit and c.rng.random() < 0.55 else glass
            foot = height(x + width / 2) - row * lift + 6
            c.rect(x, foot, x + width, foot + lift * 1.2, tone)
            house(c, x, foot, width, tall, tone, mix(shade, tone, 0.2), c.rng.choice(roofs), pane, c.rng.choice((1, 2)), c.rng.choice((1, 2)))
            x += width * c.rng.uniform(0.86, 1.02)


def arcade(c, x0, x1, top, foot, count, wall, shade, pier=0.26, cap=0.12):
    """A wall pierced by `count` arches: the openings show what lies behind."""
    step = (x1 - x0) / count
    wide = step * (1 - pier)
    head = top + (foot - top) * cap
    for i in range(count):
        left = x0 + i * step
        curve = arc(left + step / 2, head + wide / 2, wide / 2, wide / 2, 180, 360, 18)
        c.poly([(left, foot), (left, top), (left + step + 1, top), (left + step + 1, foot), (left + step - step * pier / 2, foot), *reversed(curve), (left + step * pier / 2, foot)], wall)
        inner = arc(left + step / 2, head + wide / 2, wide / 2, wide / 2, 180, 300, 14)
        c.poly([(left + step * pier / 2, foot), *inner, *reversed([(px + step * 0.07, py + step * 0.03) for px, py in inner]), (left + step * pier / 2 + step * 0.07, foot)], shade)
    c.rect(x0, top - (foot - top) * 0.03, x1, top + (foot - top) * 0.02, mix(wall, shade, 0.6))
