"""Castelnou-d'Aurelle: ramparts, stage, sardana, workshop, museum, exhibition, Christmas, puppets."""

from math import cos, pi, sin

from .. import palettes
from ..canvas import arc
from ..motifs import table
from ..motifs.buildings import arch, battlements, bell_tower, church, house, round_tower, village
from ..motifs.festive import awning, beam, garland
from ..motifs.people import SKINS, crowd, figure
from ..motifs.plants import cypress, fir, flowers, tree
from ..palettes import mix
from ..shapes import cumulus, hill, peak, sky, stars, sun
from .register import poster

ROOFS = ("#C4643F", "#B65636", "#D07A4E")


@poster
def walled_village(c):
    p = palettes.ORCHARD
    sky(c, p, 420)
    cumulus(c, 220, 230, 330, "#FFFFFF", "#DCEAF2")
    peak(c, 760, 130, 420, 520, 480, "#B4C8DC", "#93AECB", "#FFFFFF", "#D6E4F0", 0.42)
    hill(c, 430, 34, "#A8C7A0", 620)
    hill(c, 520, 26, "#84B36A", 840)
    village(c, 340, 860, lambda x: 524, "#FBEBD0", "#BFA394", ROOFS, 4, 34, size=1.05)
    bell_tower(c, 560, 440, 50, 210, "#FBEBD0", "#BFA394")
    stone, shade = "#E9CFA6", "#A98A78"
    c.poly([(280, 520), (600, 510), (920, 520), (920, 606), (600, 622), (280, 606)], stone)
    c.poly([(600, 510), (920, 520), (920, 606), (600, 622)], mix(stone, shade, 0.45))
    battlements(c, 280, 600, 514, 13, stone)
    battlements(c, 600, 920, 514, 13, mix(stone, shade, 0.45))
    for x, wide, tall in ((236, 74, 150), (556, 92, 176), (890, 74, 150)):
        round_tower(c, x, 622, wide, tall, stone, shade)
    arch(c, 420, 612, 40, 66, "#4A3A3E")
    c.blob([(-60, 640), (300, 606), (700, 626), (1260, 590), (1260, 860), (-60, 860)], "#6BA352")
    c.poly([(420, 611), (460, 611), (480, 660), (640, 810), (400, 810), (430, 660)], "#F2E2B8")
    flowers(c, 0, 1200, 640, 800, ("#E8476B", "#FFFFFF", "#F4C244", "#EC819C"), 420, 8)
    for x, tall in ((130, 200), (180, 150), (1050, 180)):
        cypress(c, x, 650, tall, "#3F7048", "#2C5140")
    tree(c, 1130, 700, 230, "#5B9150", "#4A3A30", "#8FBF6A")


@poster
def night_festival_stage(c):
    p = palettes.NIGHT_FESTIVAL
    sky(c, p, 620)
    stars(c, 110, 300, "#D9CCF2")
    stone = "#2B2658"
    c.rect(0, 330, 1200, 640, stone)
    battlements(c, 0, 1200, 330, 18, stone)
    for x in (30, 1060):
        round_tower(c, x, 640, 110, 400, "#3B3470", "#1E1A46")
    for x in (70, 1100):
        c.oval(x, 400, 26, 26, "#FFD67A", 0.25)
    for i, (x, angle) in enumerate(((300, 250), (420, 262), (520, 280), (680, 260), (780, 278), (900, 290))):
        beam(c, x, 380, angle, 760, 5, ("#E8476B", "#FFD67A", "#3FB6C4")[i % 3], 0.24)
    c.rect(240, 350, 960, 372, "#0D0B26")
    for x in (248, 932):
        c.rect(x, 350, x + 20, 650, "#0D0B26")
        for i in range(7):
            c.line([(x, 372 + i * 40), (x + 20, 412 + i * 40)], "#5A4F8A", 2.5)
    c.rect(268, 372, 932, 640, "#5A2A6E")
    for i in range(11):
        a = pi + pi * (i + 0.1) / 11
        b = pi + pi * (i + 0.6) / 11
        c.poly([(600, 640), (600 + 330 * cos(a), 640 + 266 * sin(a)), (600 + 330 * cos(b), 640 + 266 * sin(b))], "#F0627F", 0.6)
    sun(c, 600, 600, 90, "#FFE9B0", 1)
    for i, x in enumerate((300, 420, 520, 680, 780, 900)):
        c.rect(x - 12, 366, x + 12, 392, "#0D0B26")
        beam(c, x, 390, 90 + (600 - x) * 0.09, 260, 9, ("#FFD67A", "#3FB6C4", "#F7A6B8")[i % 3], 0.3)
    for x, tall, arms in ((470, 132, ((-0.2, 0.24), (0.06, 0.24))), (600, 150, ((-0.3, -0.3), (0.12, 0.05))), (730, 132, ((-0.06, 0.24), (0.22, 0.16)))):
        figure(c, x, 640, tall, "#140F30", "#140F30", "#140F30", "#140F30", arms)
    c.line([(432, 560), (514, 536)], "#140F30", 8)
    c.oval(446, 562, 22, 15, "#140F30")
    c.rect(204, 636, 996, 668, "#0D0B26")
    for x in (206, 950):
        for i in range(4):
            c.rect(x - 14, 470 + i * 44, x + 52, 508 + i * 44, "#17133A")
            c.oval(x + 19, 489 + i * 44, 14, 14, "#3A3268")
    for y, size, colour in ((672, 34, "#3A2558"), (712, 46, "#231A48"), (760, 62, "#0E0B28")):
        crowd(c, y, int(1300 / size), (colour, mix(colour, "#000000", 0.2), mix(colour, "#E8476B", 0.12)), size, 0.5, 0.28)


@poster
def sardana_square(c):
    c.rect(0, 0, 1200, 800, "#8CC4D8")
    sky(c, palettes.NOON_SEA, 480)
    x = -30
    walls = ("#F6D9A8", "#F2B98C", "#FBEFD5", "#E9A882", "#F7E2BE")
    for i in range(9):
        wide = c.rng.uniform(120, 160)
        wall = walls[i % 5]
        house(c, x, 500, wide, c.rng.uniform(230, 320), wall, mix(wall, "#7A5668", 0.35), c.rng.choice(ROOFS), "#5A4A50", 3, 2, c.rng.choice(("#4E8B8A", "#5E8A5A", "#3F7CA0")))
        x += wide
    bell_tower(c, 830, 500, 92, 400, "#F2DDB6", "#B9937C")
    c.rect(0, 496, 1200, 800, "#F4DFB4")
    c.oval(600, 660, 560, 128, "#EACB94")
    for sag, ends in ((40, (0, 120, 860, 190)), (44, (320, 70, 1220, 150)), (50, (0, 220, 1220, 240))):
        garland(c, *ends, sag, ("#D8432F", "#F5B83D", "#FFFBF0", "#2F7CA8"), "#7A5A48", 22, True, 15)
    outfits = (("#FFFBF0", "#D8432F", True), ("#FFFBF0", "#2B3A5A", False), ("#F5B83D", "#3F7486", True), ("#D8432F", "#2B2A33", False))
    ring = sorted(((600 + 430 * cos(2 * pi * i / 16 + 0.2), 640 + 92 * sin(2 * pi * i / 16 + 0.2), i) for i in range(16)), key=lambda spot: spot[1])
    for px, py, i in ring:
        top, bottom, dress = outfits[i % 4]
        size = 150 + (py - 548) * 0.42
        c.oval(px + size * 0.16, py, size * 0.2, size * 0.035, "#B98F5C", 0.6)
        figure(c, px, py, size, top, bottom, SKINS[i % 3], ("#3A2A24", "#6B4226", "#241C1C")[i % 3], ((-0.29, -0.17), (0.29, -0.17)), 0.04, dress)


@poster
def pottery_workshop(c):
    p = palettes.TERRACOTTA
    c.rect(0, 0, 1200, 800, "#E5BC8C")
    c.rect(80, 60, 420, 420, "#FFF6DC")
    c.rect(96, 76, 404, 404, "#BFDCE0")
    peak(c, 260, 190, 170, 150, 404, "#DCE9EC", "#B4CCD6", "#FFFFFF", "#E4EEF2", 0.6)
    c.rect(244, 60, 256, 420, "#FFF6DC")
    c.rect(80, 234, 420, 244, "#FFF6DC")
    c.poly([(420, 90), (800, 420), (800, 800), (120, 800), (90, 420)], "#FFF0C8", 0.28)
    for y in (210, 400):
        c.rect(560, y, 1160, y + 16, "#8A5232")
        c.rect(560, y + 16, 1160, y + 28, "#6B3A24", 0.35)
    pots = ("#2F6F79", "#C4643F", "#FBF0DC", "#DD9F3C", "#7C3F2A", "#5E8F94")
    for row, y in ((0, 210), (1, 400)):
        for i in range(6):
            clay = pots[(i + row * 2) % 6]
            x = 620 + i * 98
            if (i + row) % 3 == 0:
                c.poly([*arc(x, y - 50, 42, 50, 0, 180, 16)], clay)
                c.oval(x, y - 50, 42, 8, mix(clay, "#000000", 0.3))
            else:
                table.jug(c, x, y, 104 + 22 * ((i * 7) % 3), clay, mix(clay, "#2A1616", 0.28))
    c.rect(0, 700, 1200, 800, "#7C3F2A")
    c.poly([(240, 640), (760, 640), (720, 800), (280, 800)], "#5A3024")
    c.oval(500, 640, 270, 46, "#8A5232")
    c.oval(500, 626, 210, 34, "#C9A078")
    c.oval(500, 618, 210, 34, "#DDB88C")
    vase = [(430, 612), (384, 520), (400, 430), (462, 380), (450, 330)]
    c.blob([*vase, *[(1000 - x, y) for x, y in reversed(vase)]], "#B8693E")
    c.blob([(520, 612), (560, 520), (550, 430), (510, 380), (530, 330), (550, 330), (538, 380), (600, 430), (616, 520), (570, 612)], "#8A4A2C")
    c.oval(500, 334, 52, 11, "#5A2A1E")
    for y in (450, 490, 540):
        c.curve([(392, y), (500, y + 14), (606, y)], "#96532F", 3)
    for side in (-1, 1):
        arm = [(500 + side * 420, 800), (500 + side * 300, 640), (500 + side * 170, 540)]
        c.line(arm, p.accent if side < 0 else "#245A63", 92)
        c.line([arm[1], arm[2]], "#E2A67C", 62)
        c.blob([(500 + side * 190, 570), (500 + side * 170, 480), (500 + side * 116, 440), (500 + side * 100, 480), (500 + side * 110, 560), (500 + side * 140, 590)], "#E8B48C" if side < 0 else "#D09A72")
        for i in range(3):
            c.line([(500 + side * 124, 470 + i * 26), (500 + side * 108, 476 + i * 26)], "#C08A62", 3)


@poster
def museum_facade(c):
    p = palettes.NOON_SEA
    sky(c, p, 700)
    cumulus(c, 190, 260, 340, "#FFFFFF", "#D3E9F2")
    cumulus(c, 1060, 200, 280, "#FFFFFF", "#D3E9F2")
    wall, shade = "#F9E8C8", "#CBAA92"
    for x, tone in ((130, "#8FAF7C"), (1070, "#7A9E6C")):
        for dx in (-40, 40):
            tree(c, x + dx, 650, 230, tone, "#5A4A3A")
    c.rect(220, 330, 980, 650, mix(wall, shade, 0.25))
    c.rect(300, 300, 900, 650, mix(wall, shade, 0.55))
    c.poly([(270, 306), (600, 168), (930, 306)], wall)
    c.poly([(330, 292), (600, 188), (870, 292)], mix(wall, shade, 0.5))
    c.oval(600, 254, 34, 34, wall)
    c.oval(600, 254, 22, 22, "#E2513A")
    c.rect(262, 304, 938, 338, wall)
    c.rect(262, 334, 938, 342, shade)
    arch(c, 556, 650, 88, 210, "#4A3038")
    for i, x in enumerate((386, 744)):
        c.rect(x, 366, x + 70, 590, ("#E2513A", "#2478A8")[i])
        c.oval(x + 35, 440, 22, 22, "#F5B83D")
        c.poly([(x, 520), (x + 35, 480), (x + 70, 520), (x + 70, 590), (x, 590)], ("#B83A2E", "#17567F")[i])
    for i in range(6):
        x = 292 + i * 112 + (0 if i < 3 else 0)
        c.rect(x, 342, x + 50, 652, wall)
        c.rect(x + 32, 342, x + 50, 652, shade)
        c.rect(x - 7, 342, x + 57, 358, wall)
        c.rect(x - 7, 636, x + 57, 654, wall)
    for i in range(6):
        grow = i * 36
        c.rect(250 - grow, 650 + i * 22, 950 + grow, 664 + i * 22, "#FFF6E2")
        c.rect(250 - grow, 662 + i * 22, 950 + grow, 674 + i * 22, "#D9BE9E")
    c.rect(0, 780, 1200, 800, "#D9BE9E")
    for x, foot, tall, top, bottom, dress in ((420, 744, 120, "#E2513A", "#2B3A5A", False), (470, 748, 112, "#F5B83D", "#2478A8", True), (820, 776, 136, "#FFFBF0", "#5A4A50", False)):
        figure(c, x, foot, tall, top, bottom, dress=dress)


@poster
def exhibition_room(c):
    c.rect(0, 0, 1200, 800, "#EFE6DA")
    c.poly([(0, 0), (190, 90), (190, 590), (0, 740)], "#D6C9BC")
    c.poly([(1200, 0), (1010, 90), (1010, 590), (1200, 740)], "#C4B5AA")
    c.poly([(0, 0), (190, 90), (1010, 90), (1200, 0)], "#FBF6EE")
    c.poly([(0, 740), (190, 590), (1010, 590), (1200, 740), (1200, 800), (0, 800)], "#B98A5E")
    for i in range(9):
        c.line([(190 + i * 102, 590), (-120 + i * 180, 800)], "#A3744C", 2)
    _framed(c, 270, 180, 560, 480, ("#F2B33D", "#D8432F", "#5A2A5E", "#2478A8"))
    c.rect(640, 160, 930, 480, "#3A3230")
    c.rect(652, 172, 918, 468, "#17405F")
    c.oval(785, 270, 66, 66, "#FBE7B4")
    c.poly([(652, 400), (720, 330), (790, 380), (860, 310), (918, 370), (918, 468), (652, 468)], "#0E2A44")
    c.poly([(652, 440), (780, 410), (918, 436), (918, 468), (652, 468)], "#4FC3BE")
    for x in (415, 785):
        c.poly([(x - 20, 90), (x + 20, 90), (x + 190, 590), (x - 190, 590)], "#FFF8DC", 0.3)
    c.poly([(40, 190), (140, 226), (140, 480), (40, 540)], "#3A3230")
    c.poly([(50, 206), (132, 236), (132, 470), (50, 522)], "#E58A3C")
    c.poly([(50, 400), (132, 360), (132, 470), (50, 522)], "#8A2F3C")
    c.poly([(1160, 190), (1060, 226), (1060, 480), (1160, 540)], "#3A3230")
    c.poly([(1150, 206), (1068, 236), (1068, 470), (1150, 522)], "#7FB8A4")
    c.oval(1108, 350, 26, 60, "#F8E0C8")
    c.poly([(520, 650), (840, 650), (820, 690), (540, 690)], "#2F6F79")
    c.rect(560, 690, 572, 730, "#24343A")
    c.rect(786, 690, 798, 730, "#24343A")
    for x, top, bottom, dress, hair in ((410, "#2B3A5A", "#2B2A33", False, "#3A2A24"), (480, "#C9503C", "#C9503C", True, "#B5813E")):
        c.oval(x + 30, 742, 66, 9, "#8A5E3C", 0.7)
        figure(c, x, 742, 300, top, bottom, "#3A2A24" if not dress else "#B5813E", hair, dress=dress)


def _framed(c, x0, y0, x1, y1, colours):
    c.rect(x0 - 12, y0 - 12, x1 + 12, y1 + 12, "#C99A4A")
    c.rect(x0, y0, x1, y1, colours[0])
    wide, tall = x1 - x0, y1 - y0
    c.oval(x0 + wide * 0.68, y0 + tall * 0.3, wide * 0.14, wide * 0.14, "#FFF3D0")
    c.poly([(x0, y0 + tall * 0.6), (x0 + wide * 0.3, y0 + tall * 0.35), (x0 + wide * 0.6, y0 + tall * 0.62), (x1, y0 + tall * 0.48), (x1, y1), (x0, y1)], colours[1])
    c.poly([(x0, y0 + tall * 0.78), (x0 + wide * 0.5, y0 + tall * 0.62), (x1, y0 + tall * 0.74), (x1, y1), (x0, y1)], colours[2])
    c.rect(x0, y0 + tall * 0.88, x1, y1, colours[3])


@poster
def christmas_square(c):
    p = palettes.MOONLIGHT
    sky(c, palettes.Palette("#0D2142", "#5B6FA0", p.glow, p.far, p.near, p.ground, p.dark, p.pale, p.accent, p.second), 560)
    stars(c, 90, 330, "#F2EBD0")
    x = -20
    for i in range(11):
        wide = c.rng.uniform(90, 130)
        house(c, x, 560, wide, c.rng.uniform(120, 200), ("#6B6E98", "#7C7AA0", "#5F658F")[i % 3], "#454A78", "#E4ECF6", "#FFD88A", 2, 2)
        x += wide
    church(c, 130, 570, 340, "#8A8AB0", "#545A88", "#E9F0F8", glass="#FFD88A")
    c.rect(0, 556, 1200, 800, "#C9D6EA")
    c.blob([(-60, 600), (300, 570), (700, 590), (1260, 566), (1260, 860), (-60, 860)], "#E4ECF6")
    c.oval(740, 690, 330, 56, "#FFE6AE", 0.5)
    fir(c, 740, 690, 540, "#2F6B58", "#1B4642", "#DCE9F0")
    for tier in range(5):
        wide = 113 * (1 - tier * 0.17) * 0.9
        y = 690 - 540 * (0.06 + 0.17 * tier)
        for i in range(7 - tier):
            px = 740 - wide + 2 * wide * i / (6 - tier)
            c.oval(px, y + 2, 15, 15, "#FFD67A", 0.25)
            c.oval(px, y + 2, 6, 6, ("#FFD67A", "#F0627F", "#FFF3D0")[(i + tier) % 3])
    tips = [(740 + (32 if i % 2 == 0 else 13) * sin(pi * i / 5), 146 - (32 if i % 2 == 0 else 13) * cos(pi * i / 5)) for i in range(10)]
    c.oval(740, 146, 60, 60, "#FFE9A8", 0.25)
    c.poly(tips, "#FFE08A")
    for x in (40, 330, 930):
        _chalet(c, x, 720)
    garland(c, 0, 420, 740, 300, 60, ("#FFE08A",), "#26305A", 20, False, 8)
    garland(c, 740, 300, 1220, 420, 50, ("#FFE08A",), "#26305A", 14, False, 8)
    for x, foot, tall, top in ((600, 740, 126, "#C9503C"), (570, 744, 86, "#F0B44C"), (880, 752, 130, "#2F6F79"), (520, 762, 136, "#4A3A5E")):
        figure(c, x, foot, tall, top, "#26284A", hat=None, hair=top)
    for _ in range(240):
        size = c.rng.uniform(1, 3.4)
        c.oval(c.rng.uniform(0, 1200), c.rng.uniform(0, 800), size, size, "#FFFFFF")


def _chalet(c, x, foot):
    c.rect(x, foot - 130, x + 220, foot, "#7A4A34")
    c.rect(x + 14, foot - 112, x + 206, foot - 50, "#FFD88A")
    for i in range(6):
        c.oval(x + 32 + i * 31, foot - 60, 11, 13, ("#C9503C", "#2F6F79", "#F0B44C")[i % 3])
    c.rect(x - 6, foot - 52, x + 226, foot - 38, "#A86A44")
    for i in range(8):
        c.line([(x + 14 + i * 28, foot - 36), (x + 14 + i * 28, foot - 2)], "#5A3426", 2)
    c.poly([(x - 24, foot - 120), (x + 110, foot - 200), (x + 244, foot - 120)], "#5A3426")
    c.blob([(x - 30, foot - 122), (x + 30, foot - 172), (x + 110, foot - 220), (x + 190, foot - 172), (x + 250, foot - 122), (x + 180, foot - 146), (x + 110, foot - 186), (x + 40, foot - 146)], "#FFFFFF")


@poster
def puppet_theatre(c):
    p = palettes.MEADOW
    sky(c, p, 520)
    cumulus(c, 1010, 210, 320, "#FFFFFF", "#DDEDF4")
    hill(c, 500, 30, "#A9CFA0", 700)
    hill(c, 560, 22, "#86BC68", 900)
    tree(c, 140, 640, 460, "#5B9A50", "#5A4030", "#8FC06A")
    tree(c, 1110, 620, 350, "#6BA652", "#5A4030", "#9CCB74")
    c.oval(600, 660, 470, 40, "#5E9648")
    for i in range(10):
        colour = "#D8432F" if i % 2 == 0 else "#FFF8EA"
        c.rect(380 + i * 44, 190, 424 + i * 44, 660, colour)
    c.rect(732, 190, 820, 660, "#3A1A2A", 0.18)
    c.rect(440, 250, 760, 440, "#2B3A6A")
    c.oval(650, 320, 40, 40, "#F9E3A0")
    c.poly([(440, 400), (520, 350), (600, 400), (690, 360), (760, 410), (760, 440), (440, 440)], "#1F2A50")
    c.blob([(440, 250), (520, 250), (500, 340), (452, 440), (440, 440)], "#B5302A")
    c.blob([(760, 250), (680, 250), (700, 340), (748, 440), (760, 440)], "#8F2430")
    _puppet(c, 540, 440, 130, "#F4C244", "#D8432F", 1)
    _puppet(c, 662, 440, 120, "#3F9A6A", "#FFF8EA", -1)
    c.rect(420, 436, 780, 462, "#F4C244")
    awning(c, 350, 850, 130, 74, ("#F4C244", "#2F7CA8"), 11)
    c.poly([(600, 60), (600, 132), (608, 132), (608, 60)], "#5A4030")
    c.poly([(608, 62), (680, 82), (608, 104)], "#D8432F")
    shirts = ("#F4C244", "#2F7CA8", "#E8708A", "#FFF8EA", "#E0733C", "#7A5AA0", "#3F9A6A")
    for y, size, count in ((690, 44, 7), (756, 58, 7)):
        for i in range(count):
            x = 260 + (i + (0.5 if size > 50 else 0)) * 108
            hair = ("#3A2A24", "#8A5A30", "#D9A95E")[(i * 2 + count) % 3]
            c.blob([(x - size * 0.85, y + size * 1.9), (x - size * 0.66, y + size * 0.8), (x, y + size * 0.52), (x + size * 0.66, y + size * 0.8), (x + size * 0.85, y + size * 1.9)], shirts[(i + (size > 50) * 3) % 7])
            c.oval(x, y, size * 0.5, size * 0.54, hair)
            if i % 3 == 1:
                for side in (-1, 1):
                    c.oval(x + side * size * 0.56, y + size * 0.1, size * 0.18, size * 0.24, hair)


def _puppet(c, x, foot, size, robe, hat, side):
    c.blob([(x - size * 0.3, foot), (x - size * 0.16, foot - size * 0.52), (x + size * 0.16, foot - size * 0.52), (x + size * 0.3, foot)], robe)
    c.line([(x - size * 0.12, foot - size * 0.42), (x - size * 0.42, foot - size * 0.56)], robe, size * 0.12)
    c.line([(x + size * 0.12, foot - size * 0.42), (x + size * 0.4, foot - size * 0.38)], robe, size * 0.12)
    c.oval(x, foot - size * 0.7, size * 0.2, size * 0.22, "#F2C9A2")
    c.oval(x + side * size * 0.08, foot - size * 0.72, size * 0.025, size * 0.03, "#2A2024")
    c.oval(x + side * size * 0.19, foot - size * 0.66, size * 0.06, size * 0.045, "#E0735A")
    c.poly([(x - size * 0.22, foot - size * 0.8), (x - side * size * 0.12, foot - size * 1.16), (x + size * 0.22, foot - size * 0.8)], hat)
