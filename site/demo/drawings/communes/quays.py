"""Port-Aurelle ashore: market, shops, tourist office, the fisherman's table, music on the quay."""

from .. import palettes
from ..canvas import arc
from ..motifs import table
from ..motifs.boats import lateen
from ..motifs.buildings import arch, house
from ..motifs.festive import awning, crates, garland
from ..motifs.people import figure
from ..motifs.plants import canopy
from ..palettes import mix
from ..shapes import blend, crest, glitter, ripples, sea, sky, stars, sun
from .register import poster

ROOFS = ("#C4643F", "#B65636", "#D07A4E")


@poster
def market_awnings(c):
    p = palettes.NOON_SEA
    sky(c, p, 360)
    x = -40
    walls = ("#F6D3A0", "#EFA98A", "#FBEBD0", "#E8BE7E", "#F2C4AE")
    for i in range(8):
        wide = c.rng.uniform(150, 190)
        wall = walls[i % 5]
        house(c, x, 470, wide, c.rng.uniform(250, 350), wall, mix(wall, "#7A5668", 0.3), c.rng.choice(ROOFS), "#55626C", 3, 2, ("#3F8A8A", "#5E8A5A", "#B5653F")[i % 3])
        x += wide
    c.rect(0, 470, 1200, 800, "#F3DDB4")
    c.poly([(0, 470), (1200, 470), (1200, 500), (0, 560)], "#D9BC94")
    for x, colours in ((60, ("#2F7CA8", "#FFFBF0")), (400, ("#F5B83D", "#FFFBF0")), (740, ("#3F8A6A", "#FFFBF0"))):
        c.rect(x + 20, 400, x + 28, 560, "#6B4A3A")
        c.rect(x + 262, 400, x + 270, 560, "#6B4A3A")
        crates(c, x + 20, x + 270, 562, 30, "#B98250", ("#E2513A", "#F5B83D", "#7FA84A"), 4)
        awning(c, x, x + 290, 350, 62, colours, 9)
    for x, foot, tall, top, bottom, dress in ((340, 600, 190, "#E2513A", "#E2513A", True), (700, 596, 190, "#FFFBF0", "#2B4A6A", False), (1080, 604, 196, "#F5B83D", "#5A4A50", False), (1130, 606, 130, "#3F8A8A", "#3F8A8A", True)):
        c.oval(x + 40, foot, 52, 7, "#C9A87C")
        figure(c, x, foot, tall, top, bottom, dress=dress, hat="#FFF3D8" if dress else None)
    crates(c, 60, 640, 800, 84, "#A86F42", ("#E2513A", "#F29A3C", "#8FB34A", "#7A3F6A"), 4)
    crates(c, 690, 1180, 810, 84, "#A86F42", ("#F5C93D", "#D8432F", "#5E9A50"), 3)


@poster
def rainy_street(c):
    c.rect(0, 0, 1200, 800, "#5E6F7C")
    blend(c, 0, 470, "#5A6C80", "#C5CCC6")
    tones = ("#6F7F8A", "#8A8078", "#5F6F80", "#7A7068")
    for side in (-1, 1):
        for i, (a, b) in enumerate(((0.0, 0.34), (0.34, 0.6), (0.6, 0.8), (0.8, 0.93))):
            xa, xb = (600 + side * (660 * (1 - s) + 30) for s in (a, b))
            ta, tb = (-260 * (1 - s) + 330 * s + i * 6 for s in (a, b))
            fa, fb = (830 * (1 - s) + 470 * s for s in (a, b))
            wall = mix(tones[(i + (side > 0)) % 4], "#B9C2BE", 0.17 * i)
            c.poly([(xa, ta), (xb, tb), (xb, fb), (xa, fa)], wall if side > 0 else mix(wall, "#1C2833", 0.3))
            _front(c, (xa, xb), (ta, tb), (fa, fb), wall, ("#CC4B37", "#2F6F79", "#E9B04A", "#5E7F5A")[(i + 2 * (side > 0)) % 4])
    c.poly([(-110, 830), (540, 466), (660, 466), (1310, 830)], "#4A5A68")
    for i in range(11):
        y = 478 + 326 * (i / 10) ** 1.5
        half = 30 + (y - 470) * 1.78
        c.line([(600 - half, y), (600 + half, y)], "#5E6F7C", 1 + i * 0.3)
    for x, colour in ((260, "#FFD98A"), (920, "#FFD98A"), (420, "#E9B04A"), (770, "#E9B04A")):
        for i in range(9):
            y = 560 + abs(600 - x) * 0.28 + i * 17
            c.oval(x + (x - 600) * 0.02 * i, y, 46 - i * 3.6, 3, colour, 0.6)
    c.rect(574, 330, 626, 470, "#AEBBB8")
    for x, foot, tall, colour, coat in ((560, 530, 90, "#E9E6DA", "#3C4E5C"), (655, 566, 120, "#E9B04A", "#2B3742"), (500, 660, 216, "#CC4B37", "#26323E"), (760, 730, 270, "#2F7F8A", "#8A3F3A")):
        _walker(c, x, foot, tall, colour, coat)
    for _ in range(230):
        x, y, size = c.rng.uniform(0, 1240), c.rng.uniform(-40, 800), c.rng.uniform(14, 34)
        c.line([(x, y), (x - size * 0.22, y + size)], "#C9D3D6", 0.9)


def _front(c, xs, tops, feet, wall, sign):
    def at(u, v):
        x = xs[0] + (xs[1] - xs[0]) * u
        top, foot = tops[0] + (tops[1] - tops[0]) * u, feet[0] + (feet[1] - feet[0]) * u
        return (x, foot + (top - foot) * v)

    c.poly([at(0.1, 0.03), at(0.62, 0.03), at(0.62, 0.25), at(0.1, 0.25)], "#FFD98A")
    c.poly([at(0.1, 0.03), at(0.62, 0.03), at(0.62, 0.08), at(0.1, 0.08)], "#C98F4A")
    c.poly([at(0.7, 0.0), at(0.9, 0.0), at(0.9, 0.25), at(0.7, 0.25)], "#33404C")
    c.poly([at(0.05, 0.26), at(0.95, 0.26), at(0.95, 0.33), at(0.05, 0.33)], sign)
    for u in (0.16, 0.6):
        for v in (0.42, 0.64):
            c.poly([at(u, v), at(u + 0.2, v), at(u + 0.2, v + 0.14), at(u, v + 0.14)], "#33404C" if v > 0.5 or u > 0.5 else "#FFD98A")


def _walker(c, x, foot, tall, colour, coat):
    for i in range(4):
        c.oval(x, foot + tall * (0.04 + 0.07 * i), tall * (0.17 - 0.03 * i), tall * 0.015, mix(colour, "#4A5A68", 0.45))
    figure(c, x, foot, tall, coat, "#1C2833", stride=0.07)
    c.poly([(x - tall * 0.1, foot - tall * 0.5), (x + tall * 0.1, foot - tall * 0.5), (x + tall * 0.15, foot - tall * 0.26), (x - tall * 0.15, foot - tall * 0.26)], coat)
    cx, top = x + tall * 0.06, foot - tall * 0.96
    c.line([(cx + tall * 0.06, top - tall * 0.2), (cx + tall * 0.06, foot - tall * 0.5)], "#1C2833", tall * 0.015)
    dome = arc(cx, top, tall * 0.34, tall * 0.26, 180, 360, 24)
    scallops = [point for i in range(4) for point in arc(cx + tall * (0.255 - 0.17 * i), top, tall * 0.085, tall * 0.035, 0, -180, 6)]
    c.poly([*dome, *scallops], colour)
    c.poly([(cx, top - tall * 0.26), *arc(cx, top, tall * 0.34, tall * 0.26, 300, 360, 8), (cx + tall * 0.17, top)], mix(colour, "#000000", 0.25))


@poster
def tourist_office_square(c):
    p = palettes.ORCHARD
    sky(c, p, 480)
    x = -30
    for i in range(8):
        wide = c.rng.uniform(150, 190)
        wall = ("#F8E3C4", "#F3CDB0", "#F9EEDC", "#EFD9A8")[i % 4]
        house(c, x, 500, wide, c.rng.uniform(190, 260), wall, mix(wall, "#8A7A8A", 0.3), ROOFS[i % 3], "#7A8A92", 2, 2, ("#6FA59A", "#9AB48A", "#7FA0B4")[i % 3])
        x += wide
    c.rect(0, 496, 1200, 800, "#F2E4C6")
    c.poly([(0, 800), (0, 640), (420, 600), (1200, 650), (1200, 800)], "#E6D0A6")
    for bx in (130, 1060):
        c.poly([(bx - 26, 690), (bx - 16, 200), (bx + 16, 200), (bx + 26, 690)], "#C9B79A")
        for i in range(9):
            c.blob([(bx - 16 + (i * 13) % 24, 240 + i * 48), (bx - 4 + (i * 13) % 24, 256 + i * 48), (bx - 10 + (i * 13) % 24, 282 + i * 48)], "#A5936F" if i % 2 else "#E4D8B8")
    c.oval(640, 690, 360, 30, "#C9AE82")
    c.rect(400, 400, 840, 680, "#FFFBF0")
    c.rect(700, 400, 840, 680, "#D9CFC0")
    c.rect(440, 470, 560, 610, "#8FC3D2")
    c.rect(440, 470, 560, 480, "#5F93A6")
    c.poly([(450, 600), (520, 480), (545, 480), (475, 600)], "#C9E6EC")
    c.rect(590, 470, 680, 680, "#2F6F5A")
    c.rect(606, 488, 664, 590, "#BFE0DC")
    c.rect(720, 470, 820, 610, "#78AEBE")
    for i in range(3):
        c.rect(446, 618 + i * 4, 554, 620 + i * 4, "#C9AE82")
    awning(c, 370, 870, 380, 66, ("#3F8A6A", "#FFFBF0"), 13)
    c.rect(390, 340, 850, 384, "#2F6F5A")
    c.oval(620, 320, 44, 44, "#2F6F5A")
    c.poly([(620, 288), (632, 320), (620, 352), (608, 320)], "#FFFBF0")
    c.poly([(588, 320), (620, 308), (652, 320), (620, 332)], "#F4C244")
    for px, py, rx in ((90, 130, 250), (330, 70, 190), (1110, 120, 250), (860, 60, 190)):
        canopy(c, px, py, rx, rx * 0.62, "#86B85C", "#5A8F4A", "#B4D678", 11)
    for x, foot, tall, top, bottom, dress in ((300, 700, 200, "#EC819C", "#EC819C", True), (250, 704, 206, "#3F7CA0", "#3A3A4A", False), (930, 716, 206, "#F4C244", "#3F5A6A", False)):
        c.oval(x + 40, foot, 50, 7, "#C9AE82")
        figure(c, x, foot, tall, top, bottom, dress=dress)
    for x in (990,):
        c.rect(x, 660, x + 190, 672, "#8A5A3A")
        c.rect(x, 630, x + 190, 642, "#8A5A3A")
        for dx in (14, 168):
            c.rect(x + dx, 626, x + dx + 8, 706, "#4A3A34")


@poster
def fish_table(c):
    c.rect(0, 0, 1200, 800, "#F3E3CC")
    c.rect(250, 40, 950, 480, "#2478A8")
    blend(c, 60, 250, "#6DB7DD", "#DDF1F1", 270, 930)
    blend(c, 250, 480, "#5FB3CC", "#1F75A4", 270, 930)
    ripples(c, 262, 460, "#BFE4EA", 22, 1, 330, 870)
    lateen(c, 720, 300, 120, "#4A2B22", "#FFFFFF", "#FFF8EA", "#E4CBA8", 0.04)
    lateen(c, 430, 270, 60, "#4A2B22", "#FFFFFF", "#F5B83D", "#DB9526", 0.04)
    for side, x0 in ((-1, 90), (1, 950)):
        c.rect(x0, 40, x0 + 160, 480, "#3B93B8" if side < 0 else "#2B7498")
        for i in range(16):
            c.rect(x0 + 16, 60 + i * 26, x0 + 144, 72 + i * 26, "#2B7CA0" if side < 0 else "#1F5F80")
    c.rect(240, 470, 960, 496, "#FFFBF0")
    c.rect(240, 492, 960, 500, "#C9B59A")
    c.rect(0, 560, 1200, 800, "#D98F4E")
    c.rect(0, 560, 1200, 574, "#EBAE6E")
    c.poly([(250, 500), (960, 500), (1200, 800), (120, 800)], "#FFE9B8", 0.25)
    c.oval(580, 716, 400, 66, "#A8622F", 0.5)
    c.oval(560, 690, 390, 74, "#FFFBF0")
    c.oval(560, 686, 330, 56, "#CFE3EA")
    for x, y, size, back in ((540, 640, 470, "#3F7A96"), (580, 680, 480, "#C9604E"), (540, 716, 440, "#5A8AA0")):
        table.fish(c, x, y, size, back, mix(back, "#FFFFFF", 0.68), "#17344A")
    for x, y in ((850, 720), (910, 690), (960, 742)):
        c.oval(x + 14, y + 26, 46, 10, "#A8622F", 0.5)
        table.lemon(c, x, y, 44, "#F5C93D")
    table.jug(c, 1070, 716, 260, "#E2513A", "#A8362A")
    c.oval(130, 752, 120, 26, "#A8622F", 0.5)
    table.loaf(c, 120, 756, 240, "#C9803C", "#F6DDA8")


@poster
def jazz_night(c):
    blend(c, 0, 520, "#141A48", "#C2507A")
    stars(c, 70, 260, "#F4D9E4")
    crest(c, 500, 36, "#4A2A68", -40)
    sun(c, 620, 330, 190, "#FFD98E", 1)
    sea(c, 520, "#8A3F78", "#1A1640")
    glitter(c, 620, 526, 660, "#FFD08A", 240, 34)
    c.rect(0, 655, 1200, 800, "#120E30")
    c.rect(0, 655, 1200, 664, "#5A2F62")
    garland(c, -10, 90, 640, 60, 90, ("#FFE3A0",), "#0C0A22", 14, False, 11)
    garland(c, 640, 60, 1220, 130, 80, ("#FFE3A0",), "#0C0A22", 13, False, 11)
    ink = "#0E0B28"
    _bass(c, 400, 668, 330, ink)
    figure(c, 330, 668, 300, ink, ink, ink, ink, ((0.16, -0.02), (0.3, 0.16)), 0.07, hat=ink)
    figure(c, 620, 668, 276, ink, ink, ink, ink, ((-0.2, 0.26), (0.12, -0.02)), 0.05, True)
    c.poly([(565, 668), (590, 520), (650, 520), (690, 668)], ink)
    c.line([(668, 668), (668, 470), (650, 448)], ink, 5)
    c.oval(650, 446, 9, 11, ink)
    figure(c, 850, 668, 300, ink, ink, ink, ink, ((-0.18, 0.2), (-0.14, 0.06)), 0.08, hat=ink)
    c.curve([(836, 400), (800, 420), (790, 500), (760, 560), (730, 540), (716, 500)], "#F5B84A", 17)
    c.blob([(700, 506), (716, 470), (742, 500), (736, 540), (718, 540)], "#F5B84A")
    for x in (1000, 1060):
        c.oval(x, 590, 52, 14, "#E9A03E")
        c.line([(x, 590), (x, 668)], ink, 4)
    c.oval(1030, 640, 44, 46, "#C23F5E")
    figure(c, 1040, 640, 200, ink, ink, ink, ink, ((-0.24, 0.2), (0.2, 0.22)), 0.02)
    c.oval(1030, 640, 60, 44, "#C23F5E")
    c.oval(1030, 640, 46, 33, "#F4D0B0")
    arch(c, 40, 668, 4, 300, ink)
    c.line([(42, 668), (42, 380)], ink, 7)
    sun(c, 42, 366, 17, "#FFE3A0", 2)


def _bass(c, x, foot, tall, ink):
    body = [(x - tall * 0.16, foot - tall * 0.14), (x - tall * 0.11, foot - tall * 0.34), (x - tall * 0.12, foot - tall * 0.5), (x, foot - tall * 0.58)]
    c.blob([(x, foot - tall * 0.02), *body, *[(2 * x - px, py) for px, py in reversed(body[:-1])]], "#8A2F3C")
    c.line([(x, foot - tall * 0.3), (x - tall * 0.02, foot - tall * 1.02)], ink, 12)
    c.oval(x - tall * 0.02, foot - tall * 1.04, 12, 18, ink)
    c.rect(x - 22, foot - tall * 0.26, x + 22, foot - tall * 0.24, ink)
    c.line([(x, foot - tall * 0.02), (x, foot)], ink, 4)
