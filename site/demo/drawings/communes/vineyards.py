"""Vallbona-les-Vignes: rows of vines, harvest, cellar, table, balloons, road."""

from .. import palettes
from ..canvas import arc
from ..motifs import table
from ..motifs.buildings import arch, gable, house, village
from ..motifs.festive import balloon
from ..motifs.people import cyclist, figure
from ..motifs.plants import cypress, leaves, rows, tree, umbrella_pine, vine
from ..palettes import mix
from ..shapes import crest, cumulus, hill, mist, peak, rays, sky, streaks, sun
from .register import poster

ROOFS = ("#C4643F", "#B65636", "#D07A4E")


@poster
def golden_vines(c):
    p = palettes.GOLDEN_VINES
    sky(c, p, 400)
    rays(c, 930, 250, "#FFF3CC", 16, 0.14, 0.1)
    sun(c, 930, 250, 58, p.glow, 2)
    crest(c, 340, 60, p.depth(0.0), 40)
    hill(c, 390, 26, mix(p.far, "#8C6E5E", 0.45), 640)
    hill(c, 440, 20, "#A2824A", 480)
    rows(c, 470, 520, 22, ("#EDB53C", "#A8511F"), "#7E4A2A")
    leaves(c, 470, 800, 520, 22, 2600, "#F8D468", 620)
    c.blob([(-60, 480), (180, 446), (520, 458), (860, 440), (1260, 470), (1260, 492), (600, 484), (-60, 496)], "#8C6A34")
    house(c, 356, 466, 118, 66, "#FBEFD5", "#C9A58C", "#B5502F", "#5A3A30", 2, 3, "#5E7F86")
    house(c, 318, 468, 50, 40, "#F0DDBC", "#B9937C", "#A8472B", "#5A3A30", 1, 1)
    for x, tall in ((500, 120), (522, 96), (300, 84)):
        cypress(c, x, 470, tall, "#5C6B3A", "#38442C")
    umbrella_pine(c, 1010, 500, 210, "#66743A", "#4A3028", "#93994E", -0.1)


@poster
def vineyard_chapel(c):
    p = palettes.MEADOW
    sky(c, p, 470)
    cumulus(c, 330, 330, 460, "#FFFFFF", "#D6E8F0")
    cumulus(c, 1010, 240, 300, "#FFFFFF", "#D6E8F0")
    hill(c, 470, 30, p.depth(0.2), 700)
    top = hill(c, 470, 70, "#9CBF5E", 1500, phase=0.1)
    for i in range(17):
        x = -160 + i * 96
        c.poly([(x - 60, 810), (x + (520 - x) * 0.62, top(x + (520 - x) * 0.62) + 6), (x + (520 - x) * 0.62 + 9, top(x + (520 - x) * 0.62) + 6), (x - 14, 810)], "#5F8F3E")
        c.poly([(x - 14, 810), (x + (520 - x) * 0.62 + 9, top(x + (520 - x) * 0.62) + 6), (x + (520 - x) * 0.62 + 13, top(x + (520 - x) * 0.62) + 8), (x + 18, 810)], "#3F6E35")
    ground = top(420) + 14
    gable(c, 370, ground, 96, 92, "#FFFCF2", "#C4643F", None, "#BFCBD3")
    arch(c, 404, ground, 28, 52, "#4A3A34")
    c.oval(418, ground - 74, 8, 8, "#4A3A34")
    c.poly([(402, ground - 112), (402, ground - 150), (418, ground - 166), (434, ground - 150), (434, ground - 112)], "#FFFCF2")
    arch(c, 411, ground - 120, 14, 24, "#559FD0")
    cypress(c, 340, ground + 4, 190, "#3F6B45", "#274A3A")
    cypress(c, 556, ground + 6, 160, "#3F6B45", "#274A3A")
    c.poly([(410, ground), (428, ground), (470, 640), (560, 810), (400, 810), (430, 640)], "#F2E2B8")


@poster
def grape_harvest(c):
    p = palettes.GOLDEN_VINES
    sky(c, p, 360)
    crest(c, 300, 54, mix(p.far, "#FFFFFF", 0.15), -30)
    hill(c, 360, 26, "#B08A5A", 560)
    village(c, 820, 1060, lambda x: 372, "#FBEFD5", "#C9A58C", ROOFS, 2, 18, size=0.6)
    c.rect(0, 388, 1200, 800, "#8C4E2A")
    for y, size, people in ((440, 62, ()), (530, 100, (760,)), (650, 165, (300, 940))):
        c.rect(0, y - 6, 1200, y + size * 0.35, mix("#8C4E2A", "#5A2E20", (y - 430) / 300))
        for x in people:
            _picker(c, x, y + 6, size * 2.05)
        x = -20
        while x < 1240:
            vine(c, x, y, size, c.rng.choice(("#B53F2A", "#CE8B28", "#A2552A", "#C9652A")), "#4A2A20", "#EBB43A")
            x += size * 0.86
    c.rect(0, 706, 1200, 800, "#5A2E20")
    for x in (520, 660):
        c.poly([(x - 62, 690), (x + 62, 690), (x + 50, 780), (x - 50, 780)], "#C98F4E")
        for i in range(4):
            c.line([(x - 58 + i * 2, 706 + i * 20), (x + 58 - i * 2, 706 + i * 20)], "#8C5A30", 3)
        for _ in range(34):
            c.oval(x + c.rng.uniform(-52, 52), 684 - c.rng.random() * 18, 11, 11, c.rng.choice(("#4A1F4A", "#5E2A5A", "#35183A")))


def _picker(c, x, foot, height):
    figure(c, x, foot, height, c.rng.choice(("#F5E4C8", "#3F7486", "#EBB43A")), "#3A3A52", hat="#F0D9A0", arms=((-0.16, 0.22), (0.2, 0.18)))
    c.poly([(x + height * 0.06, foot - height * 0.84), (x + height * 0.2, foot - height * 0.86), (x + height * 0.17, foot - height * 0.5), (x + height * 0.07, foot - height * 0.5)], "#A87440")


@poster
def wine_cellar(c):
    p = palettes.TERRACOTTA
    c.rect(0, 0, 1200, 800, "#3A2220")
    for i in range(9):
        share = i / 9
        radius = 620 * (1 - share) + 120 * share
        tone = mix("#5A2E22", "#F2B45E", share**1.3)
        c.poly([(600 - radius, 820), *arc(600, 520 - 40 * share, radius, radius * 0.86, 180, 360, 40), (600 + radius, 820)], tone)
        c.poly([(600 - radius * 0.93, 820), *arc(600, 524 - 40 * share, radius * 0.93, radius * 0.8, 180, 360, 40), (600 + radius * 0.93, 820)], mix(tone, "#2A1616", 0.3))
    arch(c, 500, 560, 200, 220, "#F9D68A")
    arch(c, 520, 560, 160, 196, "#FFF0C8")
    c.poly([(500, 556), (700, 556), (1020, 810), (180, 810)], "#B8743E")
    c.poly([(560, 556), (640, 556), (760, 810), (440, 810)], "#E2A85C")
    for i in range(6):
        share = (i / 5) ** 1.35
        radius = 44 + 116 * share
        for side in (-1, 1):
            x = 600 + side * (150 + 370 * share)
            _barrel(c, x, 556 + 214 * share - radius * 0.9, radius, side, p)
    c.line([(600, 0), (600, 150)], "#2A1616", 4)
    sun(c, 600, 190, 32, "#FFE9A8", 4)
    c.poly([(570, 160), (600, 140), (630, 160)], "#2A1616")
    c.line([(572, 160), (580, 222), (620, 222), (628, 160)], "#2A1616", 5)


def _barrel(c, x, y, radius, side, p):
    c.oval(x + side * radius * 0.3, y, radius * 1.02, radius * 1.02, "#4A2A1E")
    c.oval(x, y, radius, radius, "#3A2018")
    c.oval(x, y, radius * 0.92, radius * 0.92, "#B8743E" if side > 0 else "#96572F")
    for i in (-2, -1, 0, 1, 2):
        reach = radius * (0.9 - 0.06 * i * i)
        c.line([(x + i * radius * 0.3, y - reach * 0.92), (x + i * radius * 0.3, y + reach * 0.92)], "#6B3A22", max(1.5, radius * 0.018))
    c.poly(arc(x, y, radius * 0.92, radius * 0.92, -60 if side < 0 else 120, 60 if side < 0 else 240, 20), p.second, 0.28)
    c.oval(x, y + radius * 0.5, radius * 0.07, radius * 0.07, "#2A1616")


@poster
def wine_cheese_table(c):
    c.rect(0, 0, 1200, 800, "#2F5F68")
    c.rect(640, 60, 1110, 470, "#F6E4C4")
    c.rect(658, 78, 1092, 470, "#F4C777")
    hill_line = [(658, 330), (760, 290), (860, 320), (980, 270), (1092, 310)]
    c.poly([*hill_line, (1092, 470), (658, 470)], "#C98A4A")
    for i in range(9):
        c.poly([(700 + i * 46, 336), (706 + i * 46, 336), (640 + i * 62, 470), (616 + i * 62, 470)], "#9A5A30")
    sun(c, 960, 190, 40, "#FFF3CC", 2)
    c.rect(868, 60, 882, 470, "#F6E4C4")
    c.rect(640, 456, 1110, 474, "#E2C79C")
    c.rect(0, 530, 1200, 800, "#B8693E")
    c.rect(0, 530, 1200, 546, "#D98A54")
    c.poly([(60, 546), (760, 546), (840, 800), (-20, 800)], "#FBF0DC")
    for i in range(6):
        c.poly([(60 + i * 140, 546), (104 + i * 140, 546), (80 + i * 155, 800), (32 + i * 155, 800)], "#D9574A", 0.55)
    for y in (590, 660, 740):
        c.rect(0, y, 850, y + 20 + (y - 590) * 0.1, "#D9574A", 0.3)
    c.oval(420, 712, 300, 34, "#7C3F2A", 0.35)
    table.bottle(c, 236, 690, 500, "#1E4038", "#FBF0DC", "#5E8A72")
    table.wheel(c, 470, 716, 168, "#E9BE62", "#FBE6B0")
    table.glass(c, 730, 706, 340, "#8A1F3A", "#EAF4F0")
    table.loaf(c, 980, 706, 300, "#C9803C", "#F6DDA8")
    table.grapes(c, 880, 770, 140, "#5E2A5A", "#6F8A3E")
    c.line([(600, 764), (720, 744)], "#4A2A20", 13)
    c.poly([(718, 735), (820, 722), (812, 742), (720, 752)], "#DDE6E6")


@poster
def hot_air_balloons(c):
    p = palettes.ORCHARD
    c.rect(0, 0, 1200, 800, "#FBE8CF")
    sky(c, palettes.Palette("#7FB4D6", "#FDE3C8", p.glow, "#B9C6D8", "#8FA9A0", p.ground, p.dark, p.pale, p.accent, p.second), 520)
    peak(c, 900, 250, 420, 460, 560, "#C5CEE0", "#A3B3CE", "#FFFFFF", "#D3DEEE", 0.4)
    peak(c, 520, 330, 320, 330, 560, "#C9D0DF", "#AAB8D0", "#FFFFFF", "#D9E2EF", 0.35)
    mist(c, 420, 540, "#FDE9D4", 0.85)
    hill(c, 560, 28, "#A9BFAE", 560)
    mist(c, 540, 630, "#FDEBDA", 0.8)
    hill(c, 640, 30, "#7FA886", 720)
    for _i in range(16):
        x = c.rng.uniform(0, 1200)
        tree(c, x, 668 + c.rng.uniform(-10, 14), c.rng.uniform(40, 60), "#5F9070", "#3F5C50")
    mist(c, 640, 720, "#FDEBDA", 0.7)
    hill(c, 726, 22, "#4F8560", 900)
    village(c, 160, 400, lambda x: 740, "#FFF8EA", "#B9B4B0", ROOFS, 2, 20, size=0.8)
    balloon(c, 380, 240, 164, ("#EC5A4F", "#FFF4DC", "#F4B03E", "#FFF4DC", "#EC5A4F"))
    balloon(c, 820, 330, 92, ("#2F7F9A", "#F8C6CF", "#2F7F9A", "#F8C6CF", "#2F7F9A"))
    balloon(c, 1060, 170, 54, ("#F4B03E", "#7A4E8A", "#F4B03E", "#7A4E8A", "#F4B03E"))


@poster
def cycling_road(c):
    p = palettes.MEADOW
    sky(c, p, 380)
    streaks(c, "#FFFFFF", 6, 60, 240, 0.8)
    peak(c, 300, 170, 380, 420, 420, "#B7CBDA", "#94B0C6", "#FFFFFF", "#DCE9F2", 0.3)
    hill(c, 360, 36, "#A9CBA0", 620)
    hill(c, 430, 44, "#86B868", 760, phase=2.6)
    hill(c, 540, 40, "#6BA352", 980, phase=0.6)
    hill(c, 640, 30, "#518A44", 1300, phase=3.4)
    road = [(600, 396, 6), (640, 412, 9), (560, 440, 13), (470, 470, 18), (620, 510, 27), (830, 545, 40), (860, 600, 58), (640, 660, 88), (420, 730, 120), (330, 830, 160)]
    left = [(x - w, y) for x, y, w in road]
    right = [(x + w, y + w * 0.12) for x, y, w in road]
    c.blob([*left, *reversed(right)], "#F0E4CC")
    for i in range(9):
        x, y, w = road[i]
        tree(c, x + w + 30 + 6 * i, y + 6 + i * 2, 40 + 15 * i, "#4A8546", "#3A4A36", "#7DB05E")
    cyclist(c, 660, 672, 190, "#E04F3C", "#1F2F38")
    cyclist(c, 440, 756, 250, "#F4C244", "#1F2F38", "#C98F66", "#E04F3C")
    for x in (40, 110, 1140):
        cypress(c, x, 760, c.rng.uniform(300, 400), "#356B40", "#224636")
