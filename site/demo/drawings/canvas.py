"""The sheet a poster is drawn on: 1200 by 800 units whatever the picture's size, drawn twice too large and reduced for smooth edges."""

import random
from functools import lru_cache
from math import cos, pi, sin

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from .palettes import rgb

WIDTH, HEIGHT = 1200, 800
_OVERSAMPLING = 2
_GRAIN = 0.075


class Canvas:
    """Flat shapes on a sheet; `rng` is seeded by the name, so the same name always gives the same picture."""

    def __init__(self, name, size):
        self.rng = random.Random(name)
        self.size = size
        self.scale = _OVERSAMPLING * max(size[0] / WIDTH, size[1] / HEIGHT)
        self.image = Image.new("RGB", (round(WIDTH * self.scale), round(HEIGHT * self.scale)))
        self._solid = ImageDraw.Draw(self.image)
        self._glass = ImageDraw.Draw(self.image, "RGBA")

    def _pen(self, colour, alpha):
        if alpha >= 1:
            return self._solid, rgb(colour)
        return self._glass, (*rgb(colour), round(255 * alpha))

    def poly(self, points, colour, alpha=1):
        """Fill a polygon."""
        draw, fill = self._pen(colour, alpha)
        draw.polygon([(x * self.scale, y * self.scale) for x, y in points], fill=fill)

    def blob(self, points, colour, alpha=1):
        """Fill the smooth closed curve through the points."""
        self.poly(smooth(points, closed=True), colour, alpha)

    def rect(self, x0, y0, x1, y1, colour, alpha=1):
        """Fill an upright rectangle."""
        draw, fill = self._pen(colour, alpha)
        k = self.scale
        draw.rectangle((x0 * k, y0 * k, max(x0 * k, x1 * k - 1), max(y0 * k, y1 * k - 1)), fill=fill)

    def oval(self, x, y, rx, ry, colour, alpha=1):
        """Fill an ellipse given by its centre and radii."""
        draw, fill = self._pen(colour, alpha)
        k = self.scale
        draw.ellipse(((x - rx) * k, (y - ry) * k, (x + rx) * k, (y + ry) * k), fill=fill)

    def line(self, points, colour, width=2):
        """Stroke a broken line, with rounded ends and joints."""
        k, wide = self.scale, max(1, round(width * self.scale))
        scaled = [(x * k, y * k) for x, y in points]
        self._solid.line(scaled, fill=rgb(colour), width=wide, joint="curve")
        if wide > 3:
            for x, y in (scaled[0], scaled[-1]):
                self._solid.ellipse((x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2), fill=rgb(colour))

    def curve(self, points, colour, width=2):
        """Stroke the smooth line through the points."""
        self.line(smooth(points), colour, width)

    def mirror(self, y0, y1, shore, darken=0.0):
        """Copy the strip between y0 and the shore, upside down, below the shore down to y1."""
        k = self.scale
        depth = round((y1 - shore) * k)
        strip = self.image.crop((0, round(y0 * k), self.image.width, round(shore * k)))
        strip = ImageOps.flip(strip).resize((self.image.width, depth))
        if darken:
            strip = strip.point(lambda value: value * (1 - darken))
        self.image.paste(strip, (0, round(shore * k)))

    def finished(self):
        """Return the picture reduced to its size, cropped if the shape asks for it, with its grain."""
        image = self.image.reduce(_OVERSAMPLING)
        image = image if image.size == self.size else ImageOps.fit(image, self.size)
        return ImageChops.add(image, _grain(image.size), 1, -128)


def smooth(points, closed=False, steps=8):
    """Return many points along the Catmull-Rom curve through the given ones."""
    count = len(points)
    curve = []
    for i in range(count if closed else count - 1):
        around = [points[(i + j) % count if closed else min(max(i + j, 0), count - 1)] for j in (-1, 0, 1, 2)]
        curve += [_catmull_rom(around, step / steps) for step in range(steps)]
    return curve if closed else [*curve, points[-1]]


def _catmull_rom(around, t):
    return tuple(
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(*around, strict=True)
    )


def arc(x, y, rx, ry, start, end, steps=24):
    """Return points along an ellipse, angles in degrees clockwise from the right."""
    return [
        (x + rx * cos(angle), y + ry * sin(angle))
        for angle in ((start + (end - start) * i / steps) * pi / 180 for i in range(steps + 1))
    ]


@lru_cache(maxsize=4)
def _grain(size):
    tile = Image.frombytes("L", (512, 512), random.Random("grain").randbytes(512 * 512))
    tile = tile.filter(ImageFilter.GaussianBlur(0.6)).point(lambda value: 128 + (value - 128) * _GRAIN)
    sheet = Image.new("L", size)
    for x in range(0, size[0], 512):
        for y in range(0, size[1], 512):
            sheet.paste(tile, (x, y))
    return Image.merge("RGB", (sheet, sheet, sheet))
