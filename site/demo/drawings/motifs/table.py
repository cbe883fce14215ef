"""Still life: bottles, glasses, cheese, fruit, fish, bread."""

from ..canvas import arc
from ..palettes import mix


def bottle(c, x, foot, height, glass, label, light):
    """A wine bottle."""
    w = height * 0.13
    c.poly([(x - w, foot), (x - w, foot - height * 0.56), *arc(x, foot - height * 0.56, w, height * 0.15, 180, 250, 8), (x - w * 0.36, foot - height * 0.98), (x + w * 0.36, foot - height * 0.98), *arc(x, foot - height * 0.56, w, height * 0.15, 290, 360, 8), (x + w, foot)], glass)
    c.rect(x - w * 0.44, foot - height, x + w * 0.44, foot - height * 0.84, mix(label, "#8A1F2A", 0.75))
    c.rect(x - w, foot - height * 0.46, x + w, foot - height * 0.16, label)
    c.rect(x - w * 0.5, foot - height * 0.36, x + w * 0.5, foot - height * 0.33, mix(label, glass, 0.6))
    c.rect(x - w * 0.5, foot - height * 0.29, x + w * 0.5, foot - height * 0.275, mix(label, glass, 0.4))
    c.rect(x - w * 0.8, foot - height * 0.6, x - w * 0.6, foot - height * 0.48, light)


def glass(c, x, foot, height, wine, shine):
    """A stemmed glass half full."""
    rim, bowl = foot - height, height * 0.21
    c.poly([(x - bowl * 0.86, rim), *arc(x, rim + height * 0.26, bowl, height * 0.26, 180, 0, 20), (x + bowl * 0.86, rim)], shine, 0.38)
    c.poly(arc(x, rim + height * 0.26, bowl * 0.95, height * 0.245, 0, 180, 20), wine)
    c.oval(x, rim + height * 0.26, bowl * 0.95, height * 0.035, mix(wine, "#FFFFFF", 0.22))
    c.line([(x, rim + height * 0.52), (x, foot - 4)], shine, height * 0.025)
    c.oval(x, foot - 3, bowl * 0.9, height * 0.028, shine)
    c.line([(x - bowl * 0.62, rim + height * 0.1), (x - bowl * 0.68, rim + height * 0.3)], "#FFFFFF", height * 0.018)


def wheel(c, x, foot, radius, rind, paste):
    """A cheese with a wedge cut out of it towards us."""
    tall, flat = radius * 0.52, radius * 0.34
    c.oval(x, foot - flat, radius, flat, mix(rind, "#000000", 0.25))
    c.rect(x - radius, foot - flat - tall, x + radius, foot - flat, mix(rind, "#000000", 0.12))
    c.rect(x + radius * 0.3, foot - flat - tall, x + radius, foot - flat, mix(rind, "#000000", 0.28))
    c.oval(x, foot - flat - tall, radius, flat, rind)
    a, b = arc(x, foot - flat, radius, flat, 62, 118, 2)[0], arc(x, foot - flat, radius, flat, 62, 128, 2)[-1]
    heart = (x + radius * 0.02, foot - flat - tall)
    c.poly([heart, (b[0], b[1] - tall), b, (heart[0], heart[1] + tall)], mix(paste, "#FFFFFF", 0.15))
    c.poly([heart, (a[0], a[1] - tall), a, (heart[0], heart[1] + tall)], mix(paste, "#A05A20", 0.25))
    for dx, dy, size in ((-0.2, 0.34, 0.045), (-0.1, 0.6, 0.03), (-0.26, 0.62, 0.035)):
        c.oval(x + radius * dx, heart[1] + tall * (dy + 0.3), radius * size, radius * size * 0.9, mix(paste, "#A05A20", 0.4))


def grapes(c, x, y, size, colour, leaf):
    """A bunch lying on the table."""
    c.blob([(x - size * 0.3, y - size * 0.72), (x, y - size * 0.98), (x + size * 0.34, y - size * 0.8), (x + size * 0.2, y - size * 0.5), (x - size * 0.1, y - size * 0.48)], leaf)
    for row, number in ((0, 5), (1, 6), (2, 5), (3, 3)):
        for i in range(number):
            cx = x + (i - (number - 1) / 2) * size * 0.21 + row * size * 0.05
            cy = y - size * 0.62 + row * size * 0.17
            c.oval(cx, cy, size * 0.125, size * 0.125, mix(colour, "#000000", 0.12 * (i % 2)))
            c.oval(cx - size * 0.04, cy - size * 0.045, size * 0.03, size * 0.03, mix(colour, "#FFFFFF", 0.55))


def loaf(c, x, foot, length, crust, light):
    """A country loaf, slashed."""
    tall = length * 0.36
    c.blob([(x - length * 0.5, foot - tall * 0.3), (x - length * 0.36, foot - tall * 0.9), (x, foot - tall * 1.05), (x + length * 0.36, foot - tall * 0.9), (x + length * 0.5, foot - tall * 0.3), (x + length * 0.36, foot), (x - length * 0.36, foot)], crust)
    for place in (-0.26, -0.06, 0.14):
        c.blob([(x + length * place, foot - tall * 0.42), (x + length * (place + 0.1), foot - tall * 0.92), (x + length * (place + 0.17), foot - tall * 0.86), (x + length * (place + 0.09), foot - tall * 0.4)], light)


def fish(c, x, y, length, back, belly, dark):
    """A fish lying with its head to the left."""
    h = length * 0.135
    c.poly([(x + length * 0.3, y), (x + length * 0.52, y - h * 1.1), (x + length * 0.46, y), (x + length * 0.52, y + h * 1.1)], back)
    c.blob([(x - length * 0.1, y - h * 0.9), (x + length * 0.02, y - h * 1.6), (x + length * 0.16, y - h * 0.6)], mix(back, dark, 0.3))
    outline = [(x - length * 0.5, y), (x - length * 0.36, y - h * 0.8), (x - length * 0.05, y - h), (x + length * 0.34, y - h * 0.15), (x + length * 0.34, y + h * 0.15), (x - length * 0.05, y + h), (x - length * 0.36, y + h * 0.75)]
    c.blob(outline, belly)
    c.blob([outline[0], *outline[1:4], (x + length * 0.34, y), (x - length * 0.05, y - h * 0.1), (x - length * 0.36, y - h * 0.05)], back)
    c.oval(x - length * 0.39, y - h * 0.25, h * 0.2, h * 0.2, "#FFFFFF")
    c.oval(x - length * 0.39, y - h * 0.25, h * 0.11, h * 0.11, dark)
    c.curve([(x - length * 0.29, y - h * 0.66), (x - length * 0.25, y), (x - length * 0.29, y + h * 0.6)], mix(back, dark, 0.4), 2)


def jug(c, x, foot, height, clay, shade):
    """A glazed jug with a handle on the right."""
    w = height * 0.3
    c.curve([(x + w * 0.5, foot - height * 0.86), (x + w * 1.6, foot - height * 0.8), (x + w * 1.5, foot - height * 0.44), (x + w * 0.8, foot - height * 0.36)], shade, height * 0.055)
    left = [(x - w * 0.66, foot), (x - w * 1.05, foot - height * 0.34), (x - w * 0.5, foot - height * 0.72), (x - w * 0.66, foot - height)]
    right = [(2 * x - px, py) for px, py in reversed(left)]
    c.blob([*left, *right], clay)
    c.blob([(x + w * 0.3, foot), (x + w * 0.5, foot - height * 0.34), (x + w * 0.2, foot - height * 0.72), *right[1:]], shade)


def lemon(c, x, y, size, colour):
    """A lemon."""
    c.blob([(x - size, y), (x - size * 0.6, y - size * 0.56), (x + size * 0.5, y - size * 0.58), (x + size * 0.98, y - size * 0.1), (x + size * 0.5, y + size * 0.55), (x - size * 0.6, y + size * 0.55)], colour)
    c.oval(x - size * 0.25, y - size * 0.22, size * 0.25, size * 0.12, mix(colour, "#FFFFFF", 0.5))
