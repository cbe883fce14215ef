"""People, drawn as simple cut-out figures, and animals."""

from ..palettes import mix

SKINS = ("#E8B48C", "#C98F66", "#F2C9A2", "#8E5A3C")


def figure(c, x, foot, height, top, bottom, skin="#E8B48C", hair="#3A2A24", arms=None, stride=0.06, dress=False, hat=None):
    """A standing person; `arms` are the two hands' places, as shares of the height from the shoulders."""
    h = height
    if dress:
        c.poly([(x - h * 0.055, foot - h * 0.56), (x + h * 0.055, foot - h * 0.56), (x + h * 0.17, foot - h * 0.16), (x - h * 0.17, foot - h * 0.16)], bottom)
        for side in (-1, 1):
            c.line([(x + side * h * 0.045, foot - h * 0.18), (x + side * (h * 0.04 + h * stride * 0.4), foot - h * 0.02)], skin, h * 0.04)
    else:
        for side in (-1, 1):
            c.line([(x + side * h * 0.03, foot - h * 0.47), (x + side * h * (0.03 + stride * 0.5), foot - h * 0.24), (x + side * h * (0.035 + stride), foot - h * 0.02)], bottom, h * 0.085)
    left, right = arms or ((-0.12, 0.34), (0.12, 0.34))
    for (dx, dy), side in ((left, -1), (right, 1)):
        shoulder = (x + side * h * 0.085, foot - h * 0.78)
        hand = (x + h * dx, foot - h * 0.78 + h * dy)
        c.line([shoulder, hand], mix(top, "#000000", 0.12 if side > 0 else 0.04), h * 0.055)
        c.oval(*hand, h * 0.03, h * 0.03, skin)
    c.blob([(x - h * 0.1, foot - h * 0.81), (x, foot - h * 0.84), (x + h * 0.1, foot - h * 0.81), (x + h * 0.085, foot - h * 0.6), (x + h * 0.08, foot - h * 0.44), (x - h * 0.08, foot - h * 0.44), (x - h * 0.085, foot - h * 0.6)], top)
    c.rect(x - h * 0.025, foot - h * 0.87, x + h * 0.025, foot - h * 0.81, skin)
    _head(c, x, foot - h * 0.915, h, skin, hair, hat)


def _head(c, x, y, h, skin, hair, hat):
    c.oval(x, y - h * 0.012, h * 0.066, h * 0.078, hair)
    c.oval(x - h * 0.008, y + h * 0.014, h * 0.054, h * 0.06, skin)
    if hat:
        c.oval(x, y - h * 0.028, h * 0.12, h * 0.022, hat)
        c.oval(x, y - h * 0.05, h * 0.062, h * 0.045, hat)


def crowd(c, y, count, colours, size=40, rise=0.5, hands=0.2, x0=-20, x1=1220):
    """Heads and shoulders seen from behind, some with a hand in the air."""
    for i in range(count):
        x = x0 + (x1 - x0) * (i + c.rng.uniform(0.2, 0.8)) / count
        scale = size * c.rng.uniform(0.85, 1.15)
        top, colour = y - scale * rise * c.rng.random(), c.rng.choice(colours)
        if c.rng.random() < hands:
            side = c.rng.choice((-1, 1))
            c.line([(x + side * scale * 0.5, top + scale * 0.9), (x + side * scale * 0.75, top - scale * 0.7)], colour, scale * 0.18)
        c.oval(x, top, scale * 0.33, scale * 0.4, colour)
        c.blob([(x - scale * 0.72, top + scale * 2.4), (x - scale * 0.62, top + scale * 0.7), (x, top + scale * 0.4), (x + scale * 0.62, top + scale * 0.7), (x + scale * 0.72, top + scale * 2.4)], colour)


def hiker(c, x, foot, height, top, bottom, pack, skin="#E8B48C", hat=None, stick=True):
    """A walker with a rucksack and a stick, going right."""
    c.blob([(x - height * 0.19, foot - height * 0.5), (x - height * 0.2, foot - height * 0.82), (x - height * 0.03, foot - height * 0.84), (x - height * 0.03, foot - height * 0.5)], pack)
    figure(c, x, foot, height, top, bottom, skin, arms=((-0.02, 0.3), (0.17, 0.2)), stride=0.11, hat=hat)
    if stick:
        c.line([(x + height * 0.18, foot - height * 0.66), (x + height * 0.24, foot)], mix(bottom, "#000000", 0.3), height * 0.02)


def cyclist(c, x, foot, size, jersey, dark, skin="#E8B48C", helmet="#FFFFFF"):
    """A racing cyclist going right; `size` is the length of the machine."""
    radius, axle = size * 0.21, foot - size * 0.21
    back, front, crank = (x - size * 0.3, axle), (x + size * 0.3, axle), (x - size * 0.02, axle + size * 0.02)
    for cx, cy in (back, front):
        c.oval(cx, cy, radius, radius, dark)
        c.oval(cx, cy, radius * 0.86, radius * 0.86, mix(dark, "#FFFFFF", 0.72))
    saddle, bars = (x - size * 0.13, foot - size * 0.56), (x + size * 0.23, foot - size * 0.58)
    for a, b in ((back, crank), (crank, saddle), (back, saddle), (saddle, bars), (crank, bars), (bars, front)):
        c.line([a, b], jersey, size * 0.03)
    hip, shoulder = (x - size * 0.14, foot - size * 0.64), (x + size * 0.14, foot - size * 0.88)
    for knee, ankle in (((x + size * 0.1, foot - size * 0.46), (x + size * 0.03, foot - size * 0.13)), ((x + size * 0.02, foot - size * 0.38), (x - size * 0.08, foot - size * 0.22))):
        c.line([hip, knee, ankle], skin, size * 0.06)
    c.line([hip, (x + size * 0.07, foot - size * 0.54)], dark, size * 0.1)
    c.line([shoulder, (x + size * 0.2, foot - size * 0.72), bars], skin, size * 0.05)
    c.line([hip, shoulder], jersey, size * 0.15)
    c.oval(x + size * 0.22, foot - size * 0.97, size * 0.068, size * 0.075, skin)
    c.blob([(x + size * 0.12, foot - size * 0.97), (x + size * 0.17, foot - size * 1.07), (x + size * 0.27, foot - size * 1.06), (x + size * 0.31, foot - size * 0.99)], helmet)


def flamingo(c, x, water, height, body, dark, beak="#2A2A33", feeding=False):
    """A flamingo on its long legs, facing left."""
    belly = water - height * 0.5
    for dx in (-0.02, 0.04):
        c.line([(x + height * dx, belly), (x + height * (dx + 0.01), water)], mix(body, dark, 0.25), height * 0.012)
    c.blob([(x - height * 0.13, belly - height * 0.02), (x - height * 0.05, belly - height * 0.1), (x + height * 0.1, belly - height * 0.08), (x + height * 0.24, belly + height * 0.05), (x + height * 0.05, belly + height * 0.07)], body)
    c.blob([(x - height * 0.02, belly - height * 0.04), (x + height * 0.1, belly - height * 0.05), (x + height * 0.24, belly + height * 0.05), (x + height * 0.06, belly + height * 0.035)], dark)
    if feeding:
        neck = [(x - height * 0.11, belly), (x - height * 0.24, belly + height * 0.02), (x - height * 0.25, belly + height * 0.24), (x - height * 0.17, belly + height * 0.4)]
    else:
        neck = [(x - height * 0.11, belly - height * 0.02), (x - height * 0.2, belly - height * 0.1), (x - height * 0.1, belly - height * 0.26), (x - height * 0.18, belly - height * 0.42), (x - height * 0.25, belly - height * 0.38)]
    c.curve(neck, body, height * 0.042)
    hx, hy = neck[-1]
    c.oval(hx, hy, height * 0.036, height * 0.028, body)
    c.blob([(hx - height * 0.02, hy - height * 0.012), (hx - height * 0.07, hy + height * 0.02), (hx - height * 0.06, hy + height * 0.065), (hx - height * 0.015, hy + height * 0.02)], beak)


def sheep(c, x, foot, size, wool, dark, facing=1):
    """A sheep; `facing` is 1 for right, -1 for left."""
    for dx in (-0.24, -0.12, 0.14, 0.26):
        c.rect(x + size * dx - size * 0.03, foot - size * 0.25, x + size * dx + size * 0.03, foot, dark)
    for dx, dy, r in ((-0.22, 0.4, 0.2), (0, 0.45, 0.23), (0.2, 0.42, 0.2), (-0.1, 0.34, 0.2), (0.12, 0.33, 0.2)):
        c.oval(x + size * dx, foot - size * dy, size * r, size * r * 0.88, wool)
    c.oval(x + facing * size * 0.42, foot - size * 0.48, size * 0.12, size * 0.1, dark)
    c.oval(x + facing * size * 0.32, foot - size * 0.56, size * 0.06, size * 0.04, dark)
