"""Estany-sur-Mer: flamingos, beach, kites, salt, pines."""

from math import cos, pi, sin

from ..canvas import arc
from ..motifs.boats import lateen
from ..motifs.festive import parasol
from ..motifs.people import figure, flamingo
from ..motifs.plants import reeds, umbrella_pine
from ..palettes import mix
from ..shapes import blend, breakers, crest, cumulus, glitter, hill, ripples, streaks, sun
from .register import poster


@poster
def flamingo_lagoon(c):
    blend(c, 0, 470, "#5E9FB4", "#FDD9BC")
    sun(c, 340, 330, 90, "#FFF1D0", 2)
    streaks(c, "#FBC4AE", 6, 180, 330, 0.7, 320)
    crest(c, 440, 40, "#A995B0", -20)
    hill(c, 470, 8, "#7F7F9A", 400)
    blend(c, 480, 800, "#F9CDB4", "#4A8FA0")
    glitter(c, 340, 488, 790, "#FFEFD0", 170, 44)
    ripples(c, 490, 800, "#F3C4B4", 34)
    for x, y, size, feeding in ((700, 560, 120, False), (780, 566, 110, True), (860, 556, 120, False), (940, 570, 106, True)):
        flamingo(c, x, y, size, "#F29AA2", "#D9707F", "#33262E", feeding)
        c.oval(x, y, size * 0.16, 2, "#FFE9DC")
    for x, y, size, feeding in ((960, 730, 400, False), (700, 700, 330, True), (1100, 690, 300, False)):
        for i in range(6):
            c.oval(x + c.rng.uniform(-6, 6), y + 10 + i * 13, size * (0.1 - 0.008 * i), 2.6, "#E8838F")
        flamingo(c, x, y, size, "#F58A97", "#DB5F74", "#2B222C", feeding)
        for grow in (0.1, 0.16):
            c.oval(x, y, size * grow, size * 0.008, "#FFE9DC")
    reeds(c, -20, 240, 810, 330, "#2B5560", 60)
    reeds(c, -20, 140, 810, 250, "#1F3F4C", 36)
    reeds(c, 1130, 1220, 810, 200, "#1F3F4C", 26)


@poster
def beach_parasols(c):
    c.rect(0, 0, 1200, 800, "#F2D8A4")
    shore = [(-40, 260), (160, 330), (360, 300), (560, 380), (780, 350), (980, 440), (1260, 420)]
    for drop, tone in ((70, "#E4C68E"), (34, "#BFE3DA"), (0, "#FFFFFF"), (-16, "#8FD8D4"), (-60, "#5CC2C9"), (-130, "#35A5BC"), (-220, "#1F84A8"), (-320, "#17699A")):
        c.blob([*[(x, y + drop) for x, y in shore], (1300, -400), (-100, -400)], tone)
    for x, y in ((300, 90), (900, 180), (640, 60)):
        c.oval(x, y, 16, 10, "#E8B48C")
        for i in range(2):
            c.oval(x + 40, y + 6, 40 + i * 14, 4, "#D9F4F2")
    palette = (("#E2513A", "#FFFBF0"), ("#F5B83D", "#FFFBF0"), ("#2478A8", "#FFFBF0"), ("#3F9A7A", "#FFF3C4"), ("#EF7786", "#FFFBF0"), ("#7A4E8A", "#F8C6CF"))
    spots = [(120, 480), (300, 560), (520, 500), (740, 540), (930, 590), (1110, 560), (200, 720), (430, 700), (650, 690), (850, 730), (1060, 730), (40, 620)]
    for i, (x, y) in enumerate(spots):
        towel = palette[(i + 3) % 6][0]
        turn = c.rng.uniform(-0.5, 0.5)
        _tilted(c, x + 76, y + 22, 25, 54, turn, towel)
        _tilted(c, x + 76, y + 22, 8, 54, turn, palette[(i + 3) % 6][1])
        if i % 3 != 1:
            _tilted(c, x + 76, y + 26, 10, 30, turn, "#C98F66")
            c.oval(x + 76 + 36 * sin(turn), y + 22 - 36 * cos(turn), 9, 9, "#4A342A")
        _sunshade(c, x, y, 54 + (i * 7) % 14, palette[i % 6], i)


def _tilted(c, x, y, half, tall, turn, colour):
    corners = ((-half, -tall), (half, -tall), (half, tall), (-half, tall))
    c.poly([(x + dx * cos(turn) - dy * sin(turn), y + dx * sin(turn) + dy * cos(turn)) for dx, dy in corners], colour)


def _sunshade(c, x, y, radius, colours, turn):
    c.oval(x + 26, y + 30, radius, radius, "#B98F5C", 0.55)
    for i in range(10):
        a, b = (2 * pi * (i + j) / 10 + turn * 0.2 for j in (0, 1))
        c.poly([(x, y), (x + radius * cos(a), y + radius * sin(a)), (x + radius * cos((a + b) / 2) * 0.97, y + radius * sin((a + b) / 2) * 0.97), (x + radius * cos(b), y + radius * sin(b))], mix(colours[i % 2], "#3A2A4A", 0.16 if -0.6 < (a + b) / 2 % (2 * pi) < 2.2 else 0))
    c.oval(x, y, 5, 5, "#FFFBF0")


@poster
def kitesurf_bay(c):
    blend(c, 0, 480, "#2F7FA8", "#CFE6E4")
    for x, y, wide in ((240, 150, 420), (760, 250, 320), (1080, 120, 300)):
        c.blob([(x - wide * 0.6, y + 12), (x - wide * 0.1, y - 34), (x + wide * 0.4, y - 26), (x + wide * 0.7, y), (x + wide * 0.2, y + 4)], "#F4FAF8")
    crest(c, 440, 60, "#7FA9B4", -50)
    blend(c, 470, 800, "#4FAAB4", "#0F4F6A")
    for i in range(7):
        y = 490 + i * i * 6 + i * 8
        for j in range(9):
            x = j * 170 + c.rng.uniform(-60, 60)
            size = 14 + i * 9
            c.blob([(x - size, y + size * 0.16), (x - size * 0.1, y - size * 0.14), (x + size, y + size * 0.1), (x, y + size * 0.06)], "#E9F6F4")
    for x, y, size, kx, ky, colours in ((820, 520, 84, 1010, 250, ("#F5B83D", "#D8432F")), (1060, 500, 50, 1130, 350, ("#FFFFFF", "#2B4A6A")), (430, 690, 230, 250, 130, ("#E2513A", "#FFF3D8"))):
        _kite(c, kx, ky, size * 0.8, colours, -1 if kx < x else 1)
        hand = (x + size * (-0.26 if kx < x else 0.26), y - size * 0.66)
        for dx in (-0.55, 0.55):
            c.line([hand, (kx + dx * size * 0.8, ky + size * 0.16)], "#22333E", 1.4)
        _rider(c, x, y, size, -1 if kx < x else 1)


def _kite(c, x, y, size, colours, side):
    outer, inner = arc(x, y + size * 0.3, size, size * 0.62, 190, 350, 24), arc(x, y + size * 0.42, size * 0.86, size * 0.44, 190, 350, 24)
    for i in range(6):
        a, b = i * 4, i * 4 + 5
        c.poly([*outer[a:b], *reversed(inner[a:b])], colours[i % 2])
    c.poly([*outer[16 if side > 0 else 0 : 25 if side > 0 else 9], *reversed(inner[16 if side > 0 else 0 : 25 if side > 0 else 9])], "#1A2A3A", 0.16)


def _rider(c, x, y, size, side):
    c.blob([(x + side * size * 0.5, y - size * 0.04), (x, y + size * 0.04), (x - side * size * 0.5, y - size * 0.02), (x, y + size * 0.1)], "#F5B83D")
    for i in range(8):
        c.oval(x - side * size * (0.3 + 0.12 * i), y + size * 0.06 - i * size * 0.012, size * (0.15 - 0.01 * i), size * (0.06 - 0.004 * i), "#FFFFFF")
    hip, shoulder = (x - side * size * 0.16, y - size * 0.34), (x - side * size * 0.26, y - size * 0.66)
    for foot in (0.2, -0.14):
        c.line([hip, (x + side * size * (foot * 0.6 + 0.04), y - size * 0.2), (x + side * size * foot, y)], "#16283A", size * 0.075)
    c.line([hip, shoulder], "#16283A", size * 0.15)
    c.line([shoulder, (x + side * size * 0.26, y - size * 0.66)], "#C98F66", size * 0.05)
    c.oval(x - side * size * 0.3, y - size * 0.82, size * 0.07, size * 0.08, "#C98F66")
    c.poly(arc(x - side * size * 0.3, y - size * 0.83, size * 0.075, size * 0.08, 180, 360, 12), "#33221C")


@poster
def salt_pans(c):
    blend(c, 0, 360, "#3F9FCB", "#FBEBDC")
    sun(c, 220, 150, 44, "#FFF8E0", 2)
    crest(c, 340, 44, "#A9B9CC", 20)
    c.rect(0, 352, 1200, 800, "#E9D9C4")
    tones = ("#F29FA4", "#F7C4BC", "#D9E9EA", "#E87F90", "#A9D6DC", "#FBE3D8")
    lines = [372, 396, 432, 486, 564, 676, 830]
    for row, (top, foot) in enumerate(zip(lines, lines[1:], strict=False)):
        for col in range(-3, 10):
            def at(u, y):
                return 620 + (u - 3.5) * (y - 330) * 0.86

            gap = 0.03
            tone = tones[(row * 2 + col * 3 + (row * col) % 2) % 6]
            pad = (foot - top) * 0.05
            c.poly([(at(col + gap, top + pad), top + pad), (at(col + 1 - gap, top + pad), top + pad), (at(col + 1 - gap, foot - pad), foot - pad), (at(col + gap, foot - pad), foot - pad)], tone)
            c.poly([(at(col + gap, top + pad), top + pad), (at(col + 0.5, top + pad), top + pad), (at(col + 0.1, foot - pad), foot - pad), (at(col + gap, foot - pad), foot - pad)], "#FFFFFF", 0.2)
    for x, y, size in ((160, 420, 50), (250, 424, 40), (940, 410, 46), (1040, 560, 150), (860, 572, 110), (180, 720, 190)):
        c.poly([(x - size, y), (x - size * 0.06, y - size * 0.86), (x + size * 0.06, y - size * 0.86), (x + size, y)], "#FFFFFF")
        c.poly([(x + size * 0.06, y - size * 0.86), (x + size, y), (x + size * 0.16, y)], "#CFDCE8")
        c.oval(x + size * 0.4, y, size * 0.9, size * 0.05, "#B9A9A4", 0.5)
    for x, foot, tall, top in ((470, 640, 170, "#2B6F8A"), (640, 520, 100, "#E2513A")):
        figure(c, x, foot, tall, top, "#3A4A5A", hat="#F5DFA4", arms=((0.06, 0.26), (0.22, 0.3)), stride=0.08)
        c.line([(x - tall * 0.02, foot - tall * 0.66), (x + tall * 0.62, foot - tall * 0.02)], "#7A5236", tall * 0.022)
        c.line([(x + tall * 0.54, foot - tall * 0.05), (x + tall * 0.7, foot + tall * 0.02)], "#7A5236", tall * 0.05)


@poster
def pine_campsite(c):
    blend(c, 0, 400, "#62B2D4", "#FDF0DC")
    hill(c, 370, 20, "#A9C9D4", 800)
    blend(c, 390, 500, "#5FBCCB", "#2F93AC")
    ripples(c, 396, 490, "#C9ECEE", 34)
    lateen(c, 560, 420, 60, "#4A2B22", "#FFFFFF", "#FFF8EA", "#E4CBA8", 0.03)
    c.rect(0, 490, 1200, 800, "#E6C890")
    c.rect(0, 488, 1200, 496, "#FFFFFF")
    c.blob([(-60, 560), (300, 530), (700, 556), (1260, 530), (1260, 900), (-60, 900)], "#B9A25E")
    for x, y, rx in ((330, 660, 330), (900, 640, 330), (600, 760, 420)):
        c.oval(x, y, rx, rx * 0.13, "#8A8A4A", 0.75)
    for x, foot, size, cloth, shade in ((700, 590, 150, "#FFF8EA", "#D9C4AC"), (960, 600, 160, "#F09A3E", "#C9702B"), (250, 640, 200, "#FFF8EA", "#D9C4AC"), (560, 700, 250, "#F09A3E", "#C9702B")):
        c.poly([(x - size * 0.62, foot), (x, foot - size * 0.74), (x + size * 0.3, foot)], cloth)
        c.poly([(x, foot - size * 0.74), (x + size * 0.42, foot - size * 0.7), (x + size * 0.78, foot - size * 0.04), (x + size * 0.3, foot)], shade)
        c.poly([(x - size * 0.34, foot), (x, foot - size * 0.6), (x + size * 0.08, foot)], "#4A3A34")
        c.poly([(x - size * 0.34, foot), (x, foot - size * 0.6), (x - size * 0.1, foot)], mix(cloth, shade, 0.5))
        c.line([(x - size * 0.62, foot), (x - size * 0.8, foot + 6)], "#6B4A3A", 2)
    for x, foot, tall, lean in ((420, 620, 520, 0.08), (820, 610, 500, -0.08), (90, 720, 660, 0.1), (1120, 730, 680, -0.12)):
        umbrella_pine(c, x, foot, tall, "#4A7F4E", "#5A382A", "#7FA85E", lean)
    c.line([(846, 480), (1050, 480)], "#F4E6C8", 2)
    for i, tone in enumerate(("#E2513A", "#2F7CA8", "#F5C93D", "#FFFBF0")):
        c.rect(880 + i * 38, 481, 904 + i * 38, 516, tone)
    c.line([(760, 740), (830, 740)], "#6B4A3A", 7)
    figure(c, 880, 744, 150, "#E2513A", "#2B4A6A")
    figure(c, 940, 748, 100, "#F5C93D", "#3F8A8A", hair="#8A5A30")


@poster
def children_beach(c):
    blend(c, 0, 430, "#4FA9D8", "#E9F6F0")
    cumulus(c, 190, 300, 330, "#FFFFFF", "#DCEFF4")
    cumulus(c, 860, 360, 260, "#FFFFFF", "#DCEFF4")
    blend(c, 430, 560, "#58BFD0", "#A9E0DC")
    ripples(c, 436, 540, "#D9F4F2", 34)
    c.blob([(-60, 560), (240, 530), (600, 556), (900, 526), (1260, 560), (1260, 900), (-60, 900)], "#F6DFAE")
    breakers(c, [(-20, 554), (240, 528), (600, 552), (900, 524), (1220, 554)], "#FFFFFF", (9, 3))
    c.poly([(900, 60), (990, 150), (930, 300), (820, 190)], "#E2513A")
    c.poly([(900, 60), (990, 150), (930, 300)], "#B83A2E")
    c.poly([(820, 190), (990, 150), (930, 300)], "#F5B83D")
    c.poly([(905, 170), (990, 150), (930, 300)], "#D9942A")
    tail = [(930, 300), (960, 360), (910, 410), (950, 460), (920, 500)]
    c.curve(tail, "#FFFBF0", 3)
    for x, y in tail[1:]:
        c.poly([(x - 16, y - 9), (x, y), (x - 16, y + 9)], "#2478A8")
        c.poly([(x + 16, y - 9), (x, y), (x + 16, y + 9)], "#F5B83D")
    c.curve([(905, 170), (820, 400), (716, 530)], "#5A6A74", 1.8)
    c.oval(700, 706, 80, 9, "#D9B67A")
    figure(c, 660, 706, 220, "#2478A8", "#F5B83D", hair="#8A5A30", arms=((0.1, -0.02), (0.26, -0.02)), stride=0.1)
    sand, shade = "#E9BE78", "#C4914F"
    c.oval(330, 742, 270, 34, "#D9B67A")
    for x, wide, tall in ((150, 84, 120), (426, 84, 130), (270, 116, 210)):
        c.poly([(x, 740), (x + wide * 0.1, 740 - tall), (x + wide * 0.9, 740 - tall), (x + wide, 740)], sand)
        c.poly([(x + wide * 0.62, 740), (x + wide * 0.58, 740 - tall), (x + wide * 0.9, 740 - tall), (x + wide, 740)], shade)
        for i in range(4):
            c.rect(x + wide * (0.06 + 0.23 * i), 740 - tall - 18, x + wide * (0.2 + 0.23 * i), 740 - tall + 2, sand if i < 2 else shade)
    c.rect(140, 690, 520, 742, mix(sand, shade, 0.3))
    c.poly(arc(328, 742, 28, 44, 180, 360, 16), "#8A5E30")
    c.line([(328, 520), (328, 430)], "#7A5236", 5)
    c.poly([(330, 430), (400, 450), (330, 474)], "#E2513A")
    figure(c, 590, 760, 180, "#EF7786", "#EF7786", hair="#3A2A24", arms=((-0.34, 0.3), (0.1, 0.34)), dress=True)
    c.poly([(500, 706), (548, 706), (540, 760), (508, 760)], "#2F9A9A")
    parasol(c, 1080, 740, 250, ("#F5B83D", "#FFFBF0", "#F5B83D", "#FFFBF0", "#F5B83D"), tilt=-0.1)
    c.oval(1050, 742, 150, 14, "#D9B67A", 0.8)
    c.oval(1000, 716, 34, 34, "#FFFBF0")
    c.poly(arc(1000, 716, 34, 34, -50, 40, 12) + [(1000, 716)], "#E2513A")
    c.poly(arc(1000, 716, 34, 34, 130, 220, 12) + [(1000, 716)], "#2478A8")
