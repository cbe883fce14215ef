"""Port-Aurelle by sea: harbour, sails, lighthouse, nets, path, storm, fireworks."""

from .. import palettes
from ..motifs.boats import hull, lateen, moored, wake
from ..motifs.buildings import bell_tower, house
from ..motifs.festive import burst
from ..motifs.people import hiker
from ..motifs.plants import flowers, umbrella_pine
from ..palettes import mix
from ..shapes import (
    breakers,
    crest,
    cumulus,
    glitter,
    hill,
    mist,
    ridge,
    ripples,
    sea,
    sky,
    streaks,
    sun,
)
from .register import poster

ROOFS = ("#C4643F", "#B65636", "#D07A4E")


@poster
def harbour_morning(c):
    p = palettes.MORNING_COAST
    sky(c, p, 430)
    sun(c, 860, 300, 46, p.glow)
    streaks(c, "#FFF3DE", 5, 120, 260, 0.5)
    hill(c, 350, 46, p.depth(0.1), 760)
    hill(c, 400, 34, p.depth(0.38), 520)
    mist(c, 390, 524, p.low, 0.6)
    walls = ("#F3B49A", "#FBE6CC", "#EFC48A", "#E79A82", "#F7D7C2", "#DFA08C")
    x = 40
    for i in range(11):
        wide = c.rng.uniform(54, 78)
        wall = walls[i % 6]
        house(c, x, 508, wide, c.rng.uniform(84, 150), wall, mix(wall, "#5A4668", 0.3), c.rng.choice(ROOFS), "#4A5F6E", 3, 2, c.rng.choice(("#4E8798", "#6E9A86", None)))
        x += wide
    bell_tower(c, 760, 512, 62, 236, "#FBE3C4", "#C98F86", "#D9774E", "dome")
    c.rect(0, 506, 880, 522, "#D9B49C")
    c.rect(0, 518, 880, 524, "#8C7B82")
    sea(c, 522, "#F3C9A8", p.near)
    far_shore = ridge(c.rng, (840, 523), (1210, 440), 10)
    c.poly([*far_shore, (1210, 524), (840, 524)], p.depth(0.75))
    glitter(c, 862, 528, 780, p.glow, 120, 40)
    ripples(c, 530, 800, "#7FA9AE", 36)
    for x, y, size, colour in ((150, 592, 120, "#2F6F8C"), (420, 574, 100, "#C9503C"), (620, 604, 130, "#E9E2CE"), (1040, 600, 120, "#2D5566")):
        moored(c, x, y, size, colour, p.dark, 0.95)
    moored(c, 300, 716, 270, "#DF6846", p.dark, 0.86, "#C97B62")


@poster
def lateen_regatta(c):
    p = palettes.NOON_SEA
    sky(c, p, 460)
    cumulus(c, 930, 330, 430, "#FFFFFF", "#CFE5EE")
    cumulus(c, 190, 380, 260, "#FFFFFF", "#CFE5EE")
    hill(c, 440, 24, p.depth(0.05), 820)
    sea(c, 462, "#6DB7D3", "#135E93")
    ripples(c, 470, 800, "#A6D8E6", 60)
    lateen(c, 1000, 512, 110, "#4A2B22", "#F5B83D", "#FFF3D8", "#E9CFA0", 0.06)
    lateen(c, 830, 566, 210, "#2B3A4A", "#FFFFFF", "#F5B83D", "#DB9526", 0.07)
    wake(c, 1000, 514, 110, "#CFEAF0")
    wake(c, 830, 570, 210, "#CFEAF0", "#2A4A66")
    wake(c, 372, 700, 440, "#D9F0F2", "#1B3E5C")
    lateen(c, 360, 690, 450, "#6B2A22", "#FFF3D8", "#FFF8EA", "#E4CBA8", 0.08)
    for x in (250, 330, 410):
        c.oval(x, 612, 13, 15, "#C98F66")
        c.blob([(x - 20, 640), (x - 14, 624), (x + 14, 624), (x + 20, 640)], p.accent if x != 330 else "#17415F")
    for i in range(6):
        c.oval(560 + i * 20, 706 - i * 3, 30 - i * 3, 5, "#FFFFFF")


@poster
def lighthouse_dusk(c):
    p = palettes.DUSK_PINK
    sky(c, p, 560)
    streaks(c, "#F9C9B4", 7, 250, 470, 0.55, 320)
    sea(c, 560, "#E8A8A4", "#3A3468")
    glitter(c, 300, 566, 780, "#FFE0BC", 200, 44)
    sun(c, 300, 556, 54, "#FFE9C0", 2)
    sea(c, 562, "#DFA0A4", "#3A3468")
    glitter(c, 300, 568, 790, "#FFD9B4", 150, 48)
    c.poly([(852, 224), (-20, 60), (-20, 230)], "#FFF0C4", 0.3)
    c.poly([(852, 224), (1240, 168), (1240, 262)], "#FFF0C4", 0.3)
    c.poly([(560, 640), (600, 590), (660, 560), (700, 500), (770, 470), (930, 462), (1000, 500), (1060, 510), (1210, 570), (1210, 800), (480, 800)], "#5B4578")
    c.poly([(560, 640), (640, 600), (720, 540), (780, 600), (740, 700), (820, 800), (480, 800)], "#7C5C8C")
    c.poly([(930, 462), (1000, 500), (960, 600), (1060, 700), (1000, 800), (1210, 800), (1210, 570), (1060, 510)], "#3E3160")
    c.poly([(816, 474), (826, 250), (880, 250), (892, 474)], "#FDE9DA")
    c.poly([(856, 474), (856, 250), (880, 250), (892, 474)], "#C9A3B4")
    for y in (300, 380):
        c.poly([(824 - (y - 300) * 0.04, y), (882 + (y - 300) * 0.04, y), (884 + (y - 300) * 0.05, y + 40), (822 - (y - 300) * 0.05, y + 40)], "#D9574F")
        c.rect(856, y, 884 + (y - 300) * 0.05, y + 40, "#A93F4E")
    c.rect(816, 244, 890, 254, "#3A2B52")
    c.rect(834, 204, 872, 244, "#FFF3C6")
    c.poly([(828, 206), (853, 172), (878, 206)], "#B8434A")
    c.oval(853, 224, 46, 46, "#FFF3C6", 0.35)
    house(c, 900, 476, 92, 46, "#EBCFCB", "#A985A6", "#B8574E", "#FFE1A0", 1, 3)
    for x, y, half in ((500, 776, 90), (540, 756, 50), (470, 792, 110), (700, 790, 120), (930, 794, 150)):
        c.oval(x, y, half, 5, "#F6CDBE")


@poster
def fishing_nets(c):
    p = palettes.LAGOON
    sky(c, p, 430)
    hill(c, 400, 40, p.depth(0.05), 900)
    sea(c, 430, "#A9D5D4", "#3E929C")
    ripples(c, 440, 600, "#DDF0EA", 40)
    lateen(c, 240, 466, 70, p.dark, "#FFFFFF", "#FFF8F2", "#E6D2C2", 0.02)
    c.blob([(-60, 620), (200, 590), (520, 566), (860, 590), (1260, 550), (1300, 860), (-80, 860)], "#E9CDA2")
    breakers(c, [(-20, 612), (200, 586), (520, 562), (860, 586), (1220, 548)], "#FFFFFF", (6, 2.5))
    for x, top in ((470, 226), (690, 210), (910, 222), (1120, 240)):
        c.line([(x, top), (x + 4, 664)], "#5B4034", 9)
    for (x0, y0), (x1, y1), colour in (((470, 250), (690, 240), "#B9503F"), ((690, 240), (910, 250), "#2F6E78"), ((910, 250), (1120, 266), "#C97A3A")):
        _net(c, x0, y0, x1, y1, colour)
    for i in range(9):
        c.oval(500 + i * 76, 668 + (i * 37) % 22, 12, 9, "#F2A33C" if i % 3 else "#FFF8F2")
    c.oval(300, 742, 240, 16, "#B08F68")
    hull(c, 280, 736, 470, "#2B7C8C", "#FFF3E2", 84)
    c.curve([(60, 690), (160, 708), (400, 708), (500, 686)], "#EF7786", 9)
    c.line([(290, 662), (360, 590)], "#5B4034", 6)


def _net(c, x0, y0, x1, y1, colour):
    wide = x1 - x0
    for i in range(15):
        start = (x0 + wide * i / 14, y0 + (y1 - y0) * i / 14 + 30 * 4 * (i / 14) * (1 - i / 14))
        c.curve([start, (start[0] + 12, start[1] + 170), (x0 + wide * (0.1 + 0.8 * i / 14), 600 + 16 * (i % 2))], colour, 1.6)
        c.curve([start, (start[0] - 14, start[1] + 170), (x0 + wide * (0.14 + 0.74 * i / 14), 606)], colour, 1.6)
    for row in range(9):
        y = y0 + 30 + row * 38
        inset = row * 2.4
        c.curve([(x0 + inset, y - 24), (x0 + wide * 0.5, y + 22), (x1 - inset, y - 24)], colour, 1.6 if row else 6)


@poster
def coast_path(c):
    p = palettes.NOON_SEA
    sky(c, p, 360)
    streaks(c, "#FFFFFF", 6, 80, 260, 0.75)
    sea(c, 352, "#8CCBDD", "#1A6F9F")
    ripples(c, 364, 780, "#B6E0E8", 50, 1, 0, 800)
    for base, x, tone in ((352, 900, 0.0), (392, 760, 0.35), (470, 640, 0.7)):
        rock = mix("#B79C8C", "#C9785A", tone)
        top = ridge(c.rng, (x, base - 6), (1210, base - 120 - 40 * tone), 26)
        c.poly([(x - 40, base + 36), *top, (1210, 800), (x + 120, 800)], mix(rock, "#4A3A52", 0.35))
        c.poly([(x - 40, base + 36), *top, (1210, base), (x + 190, base + 46)], rock)
        c.poly([*[(px, py - 4) for px, py in top], *[(px, py + 20 + 10 * tone) for px, py in reversed(top)]], mix("#A9B98C", "#6F9250", tone))
        for i in range(4):
            c.oval(x - 20 + i * 40, base + 40 + i * 26, 40, 4, "#F4FBFB")
    c.blob([(-40, 620), (160, 560), (420, 590), (640, 560), (860, 500), (1260, 470), (1260, 860), (-40, 860)], "#6F9250")
    c.blob([(-40, 690), (240, 640), (560, 680), (900, 620), (1260, 640), (1260, 860), (-40, 860)], "#557D40")
    c.poly([(300, 810), (460, 720), (700, 660), (880, 590), (1010, 530), (1030, 534), (930, 600), (800, 664), (640, 730), (560, 810)], "#F1D9A8")
    hiker(c, 640, 700, 130, "#E2513A", "#2A4158", "#F5B83D", hat="#FFF3D8")
    hiker(c, 560, 730, 138, "#FFF8EA", "#7A5236", "#2478A8")
    flowers(c, 0, 1200, 600, 800, ("#F5B83D", "#FFFFFF", "#E2513A", "#C77BB0"), 190, 7)
    umbrella_pine(c, 150, 690, 470, "#3F6B3F", "#4A3028", "#6F9A52", 0.16)


@poster
def storm_coast(c):
    p = palettes.STORM
    sky(c, p, 430)
    for x, y, wide in ((150, 186, 700), (620, 186, 860), (1080, 186, 640)):
        cumulus(c, x, y, wide, "#56666F", "#43535D")
        c.rect(x - wide * 0.5, y - 1, x + wide * 0.5, y + 10, "#43535D")
    c.poly([(700, 200), (960, 210), (1060, 440), (520, 440)], p.glow, 0.28)
    c.poly([(760, 200), (860, 210), (900, 440), (700, 440)], p.glow, 0.3)
    sea(c, 430, "#93A7A6", "#22353F")
    for i, y in enumerate((470, 520, 585, 660)):
        _swell(c, y, 18 + 12 * i, mix("#7E9596", "#2E4A55", i / 3), 220 + 70 * i)
    crest_line = [(1210, 380), (1080, 420), (1000, 500), (880, 560), (820, 640), (700, 720), (640, 800), (1210, 800)]
    c.poly(crest_line, "#1D2A33")
    c.poly([(1210, 380), (1120, 430), (1080, 520), (980, 590), (940, 700), (860, 800), (1210, 800)], "#131D25")
    for x, y, size in ((790, 600, 150), (900, 520, 120), (700, 690, 150)):
        _spray(c, x, y, size, p.pale)
    lateen(c, 250, 500, 84, "#15222A", "#F2F4EE", "#E9E4D2", "#B7B8AC", 0.12)
    _swell(c, 760, 44, "#1B303A", 420)


def _swell(c, y, height, colour, length):
    offset = c.rng.uniform(0, length)
    for i in range(-1, int(1400 / length) + 1):
        x = i * length + offset
        c.blob([(x - length * 0.75, y + height), (x - length * 0.2, y + height * 0.2), (x + length * 0.12, y - height), (x + length * 0.2, y - height * 0.7), (x + length * 0.16, y), (x + length * 0.6, y + height)], colour)
        c.blob([(x - length * 0.3, y + height * 0.3), (x - length * 0.06, y - height * 0.56), (x + length * 0.12, y - height * 1.04), (x + length * 0.24, y - height * 0.62), (x + length * 0.14, y - height * 0.72), (x + length * 0.02, y - height * 0.34)], "#F2F4EE")
    c.rect(0, y + height * 0.8, 1200, 800, colour)


def _spray(c, x, y, size, colour):
    for _ in range(26):
        dx, dy = c.rng.uniform(-0.6, 0.45), c.rng.uniform(-1, 0.25)
        radius = size * 0.17 * (1.1 - abs(dy) * 0.75) * c.rng.uniform(0.4, 1.2)
        c.oval(x + dx * size * (1 - abs(dy) * 0.3), y + dy * size, radius, radius, colour)


@poster
def fireworks_bay(c):
    p = palettes.NIGHT_FESTIVAL
    sky(c, p, 560)
    crest(c, 520, 46, "#241F52", -60)
    sea(c, 560, "#3E2F70", "#0C1230")
    for x in range(20, 1200, 17):
        if c.rng.random() < 0.75:
            c.oval(x, 548 + c.rng.uniform(-10, 6), 2.4, 2.4, "#FFD67A")
            c.oval(x, 578, 1.8, c.rng.uniform(6, 20), "#D9A65E")
    for x, y, radius, colour in ((380, 210, 190, "#F0527A"), (800, 160, 150, "#FFC24F"), (620, 330, 110, "#4FC7D0"), (1020, 290, 120, "#F7EFE0"), (140, 330, 90, "#9C7BEA")):
        c.line([(x, y + radius * 0.2), (x + 8, 556)], mix(colour, "#1A1444", 0.7), 2)
        burst(c, x, y, radius, colour, "#FFFFFF", 26)
        for i in range(18):
            c.oval(x + c.rng.uniform(-0.4, 0.4) * radius, 575 + i * 11, radius * 0.18 * c.rng.uniform(0.4, 1), 2, mix(colour, "#1A1444", 0.25 + i * 0.03))
    for x, y, size in ((250, 690, 150), (560, 650, 100), (960, 700, 170)):
        moored(c, x, y, size, "#0B0D26", "#06081A", 0.9, "#0A0C22")
    c.poly([(0, 800), (0, 730), (120, 742), (260, 780), (300, 800)], "#06071A")
