"""What floats: lateen boats, rowing boats, kayaks, and their reflections."""

from ..palettes import mix


def hull(c, x, water, length, colour, stripe, height=None):
    """A double-ended boat sitting in the water, with its gunwale and waterline."""
    tall = height or length * 0.16
    c.blob([(x - length * 0.5, water - tall * 1.25), (x - length * 0.25, water - tall * 0.82), (x + length * 0.25, water - tall * 0.82), (x + length * 0.5, water - tall * 1.35), (x + length * 0.4, water - tall * 0.2), (x + length * 0.28, water + tall * 0.1), (x - length * 0.28, water + tall * 0.1), (x - length * 0.4, water - tall * 0.2)], colour)
    c.curve([(x - length * 0.49, water - tall * 1.2), (x - length * 0.25, water - tall * 0.8), (x + length * 0.25, water - tall * 0.8), (x + length * 0.49, water - tall * 1.3)], stripe, max(2, tall * 0.16))


def wake(c, x, water, length, colour, dark=None):
    """Broken lines of reflection under a boat."""
    for i in range(5):
        half = length * (0.46 - 0.075 * i)
        c.oval(x + c.rng.uniform(-0.04, 0.04) * length, water + length * (0.02 + 0.05 * i), half, length * 0.012, dark if dark and i < 2 else colour)


def lateen(c, x, water, length, wood, stripe, sail, shade, lean=0.0):
    """A Catalan boat under its long slanting yard; `lean` heels it to the right."""
    tall = length * 1.15
    deck, bend = water - length * 0.12, tall * lean
    c.line([(x - length * 0.05, deck), (x - length * 0.02 + bend * 0.7, deck - tall * 0.72)], wood, length * 0.018)
    bow, tip, clew = (x - length * 0.5, deck - length * 0.12), (x + length * 0.24 + bend, deck - tall), (x + length * 0.42 + bend * 0.2, deck - length * 0.04)
    middle = ((tip[0] + clew[0]) / 2 + length * 0.09, (tip[1] + clew[1]) / 2)
    edge = [tip, middle, clew]
    c.poly([bow, tip, *_bow(edge), (x, deck - length * 0.1)], sail)
    c.poly([tip, *_bow(edge), (x + length * 0.16 + bend * 0.2, deck - length * 0.08), (x + length * 0.2 + bend * 0.6, deck - tall * 0.5)], shade)
    c.line([bow, tip], wood, length * 0.02)
    hull(c, x, water, length, wood, stripe)


def _bow(edge):
    (x0, y0), (x1, y1), (x2, y2) = edge
    return [
        ((1 - t) ** 2 * x0 + 2 * t * (1 - t) * x1 + t * t * x2, (1 - t) ** 2 * y0 + 2 * t * (1 - t) * y1 + t * t * y2)
        for t in (i / 12 for i in range(13))
    ]


def moored(c, x, water, length, colour, stripe, mast=0.9, reflection=None):
    """A boat at rest, sail furled on its slanting yard."""
    wake(c, x, water, length, reflection or mix(colour, stripe, 0.3), colour)
    top = water - length * mast
    c.line([(x, water - length * 0.1), (x + length * 0.03, top)], stripe, length * 0.02)
    c.line([(x - length * 0.42, water - length * 0.34), (x + length * 0.3, top - length * 0.02)], stripe, length * 0.03)
    hull(c, x, water, length, colour, stripe)


def kayak(c, x, water, length, colour, dark, skin, jacket):
    """A kayak and its paddler."""
    wake(c, x, water + 2, length * 0.9, "#FFFFFF")
    tall = length * 0.3
    c.blob([(x - length * 0.07, water - tall * 0.15), (x - length * 0.075, water - tall * 0.78), (x + length * 0.06, water - tall * 0.78), (x + length * 0.07, water - tall * 0.15)], jacket)
    c.oval(x, water - tall * 1.0, length * 0.05, length * 0.056, skin)
    c.poly([(x - length * 0.055, water - tall * 1.02), (x - length * 0.03, water - tall * 1.2), (x + length * 0.03, water - tall * 1.2), (x + length * 0.055, water - tall * 1.02)], dark)
    c.line([(x - length * 0.36, water - tall * 0.86), (x + length * 0.34, water - tall * 0.26)], dark, length * 0.016)
    for end in ((-0.37, 0.88), (0.36, 0.24)):
        c.oval(x + length * end[0], water - tall * end[1], length * 0.05, length * 0.025, colour)
    c.blob([(x - length * 0.5, water - length * 0.07), (x - length * 0.2, water - length * 0.06), (x + length * 0.2, water - length * 0.06), (x + length * 0.5, water - length * 0.08), (x + length * 0.3, water + length * 0.035), (x - length * 0.3, water + length * 0.035)], colour)
