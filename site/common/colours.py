"""Colours of a site: contrast by WCAG 2.2, and the nearest accent that can be read.

The mixes repeat those of ``static/common/css/tokens.css``.
"""

import re
from math import atan2, cos, hypot, sin

PAPER = "#fbfaf6"
WHITE = "#ffffff"
#: Contrast that WCAG 2.2 asks of running text at level AA.
READABLE = 4.5
#: Share of the accent in the light ``--accent-soft``.
SOFT_SHARE = 0.10
#: Lightness is lowered by this much at a time while looking for a colour that passes.
LIGHTNESS_STEP = 0.005


def parse(colour):
    """Return the three 0–255 channels of ``#rgb`` or ``#rrggbb``; raise ``ValueError`` otherwise."""
    text = str(colour).strip()
    if not re.fullmatch(r"#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}", text):
        raise ValueError(f"Not a colour: {colour!r}")
    digits = text[1:]
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return tuple(int(digits[place : place + 2], 16) for place in (0, 2, 4))


def write(channels):
    """Return ``#rrggbb`` from three channels, rounded and kept within 0–255."""
    return "#" + "".join(f"{min(255, max(0, round(channel))):02x}" for channel in channels)


def mix(colour, other, share):
    """Return ``colour`` at ``share`` (0–1) over ``other``, as ``color-mix(in srgb)`` does."""
    return write(one * share + two * (1 - share) for one, two in zip(parse(colour), parse(other), strict=True))


def _linear(colour):
    parts = [channel / 255 for channel in parse(colour)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour):
    """Return the relative luminance of a colour, 0 (black) to 1 (white)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one, other):
    """Return the WCAG contrast between two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def passes(accent):
    """Say whether an accent is readable as text on its soft background and under white text."""
    grounds = (PAPER, WHITE, mix(accent, PAPER, SOFT_SHARE))
    return all(contrast_ratio(accent, ground) >= READABLE for ground in grounds)


def nearest_passing(accent):
    """Return the accent itself when it passes, else the same hue darkened just enough."""
    if passes(accent):
        return write(parse(accent))
    lightness, chroma, hue = _to_oklch(accent)
    while lightness > 0:
        lightness -= LIGHTNESS_STEP
        candidate = _from_oklch(lightness, chroma, hue)
        if passes(candidate):
            return candidate
    return "#000000"


# Björn Ottosson's OKLab: https://bottosson.github.io/posts/oklab/
def _to_oklch(colour):
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    green_red = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    blue_yellow = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, hypot(green_red, blue_yellow), atan2(blue_yellow, green_red)


def _from_oklch(lightness, chroma, hue):
    green_red, blue_yellow = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * green_red + 0.2158037573 * blue_yellow) ** 3
    medium = (lightness - 0.1055613458 * green_red - 0.0638541728 * blue_yellow) ** 3
    short = (lightness - 0.0894841775 * green_red - 1.2914855480 * blue_yellow) ** 3
    return write(
        255 * _gamma(part)
        for part in (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        )
    )


def _gamma(part):
    part = min(1.0, max(0.0, part))
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
