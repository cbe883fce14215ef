"""Sant Miquel de la Roca: castle, abbey, cloister, giants, cinema, almond trees."""

from .. import palettes
from ..canvas import arc, smooth
from ..motifs.buildings import arcade, arch, bell_tower, castle, church, house, village
from ..motifs.festive import garland, giant
from ..motifs.people import crowd, figure
from ..motifs.plants import cypress, flowers, olive
from ..palettes import mix
from ..shapes import blend, crest, hill, mist, peak, sky, stars, streaks, sun
from .register import poster

ROOFS = ("#C4643F", "#B65636", "#D07A4E")


@poster
def hill_village_castle(c):
    p = palettes.OLIVE
    sky(c, p, 500)
    sun(c, 200, 190, 52, p.glow, 3)
    crest(c, 430, 60, p.depth(0.0), 30)
    crest(c, 490, 44, mix(p.far, p.near, 0.4), -30)
    hill(c, 540, 22, "#B3AE74", 700)

    def slope(x):
        return 600 - 300 * max(0, 1 - ((x - 700) / 430) ** 2) ** 1.1

    c.poly([(180, 810), *((x, slope(x)) for x in range(200, 1210, 10)), (1210, 810)], "#A9925C")
    c.poly([(700, 300), *((x, slope(x)) for x in range(700, 1210, 10)), (1210, 810), (820, 810)], "#8A7450")
    castle(c, 570, 316, 260, "#F0D9B0", "#B08A78")
    for lift, inset in ((0, 0), (62, 60), (124, 130), (176, 190)):
        x = 430 + inset
        while x < 990 - inset:
            wide = c.rng.uniform(36, 56)
            wall = c.rng.choice(("#FBEFD5", "#F5DDB4", "#EFCBA0"))
            foot = 640 - lift * 1.08 + abs(x - 700) * 0.12
            if lift == 124 and 620 < x < 660:
                bell_tower(c, x, foot, 40, 170, "#F8E6C4", "#B99482")
            house(c, x, foot, wide, c.rng.uniform(52, 74), wall, mix(wall, "#8A5E5E", 0.38), c.rng.choice(ROOFS), "#5A4A48", 2, c.rng.choice((1, 2)))
            x += wide * c.rng.uniform(0.98, 1.15)
    c.blob([(-60, 690), (240, 640), (640, 664), (1000, 640), (1260, 680), (1260, 860), (-60, 860)], "#8C9A52")
    c.blob([(-60, 760), (400, 710), (800, 740), (1260, 720), (1260, 860), (-60, 860)], "#6F8044")
    for x, foot, tall in ((120, 720, 250), (176, 740, 190), (300, 700, 150), (1080, 710, 210), (1130, 730, 150)):
        cypress(c, x, foot, tall, "#4A6A40", "#33402E")
    for x in (420, 560, 690, 850, 970):
        olive(c, x, 790, 110, "#9CA67A", "#5A4636", "#C2C9A0")


@poster
def castle_moonlight(c):
    p = palettes.MOONLIGHT
    sky(c, p, 600)
    stars(c, 120, 420, "#E4EAE0")
    sun(c, 850, 250, 150, p.glow, 1)
    c.oval(800, 220, 26, 20, "#E4DDBC")
    c.oval(880, 300, 38, 28, "#E4DDBC")
    crest(c, 560, 50, "#3B5F76", 40)
    rock = [(500, 640), (590, 520), (640, 430), (700, 400), (980, 396), (1040, 440), (1080, 540), (1210, 600), (1210, 800), (0, 800), (0, 760), (300, 700)]
    castle(c, 690, 410, 300, "#294A62", "#152D42")
    for x, y in ((770, 310), (850, 262), (930, 346)):
        arch(c, x, y + 24, 14, 26, "#F0B44C")
    c.poly(rock, "#1B3850")
    c.poly([(980, 396), (1040, 440), (1080, 540), (1210, 600), (1210, 800), (840, 800), (940, 620), (900, 500)], "#10263A")
    path = [(120, 810), (300, 740), (560, 720), (760, 690), (640, 640), (600, 600), (720, 560), (800, 520), (740, 470), (790, 420)]
    c.curve(path, "#3E6079", 13)
    c.curve([(x, y + 2) for x, y in path[:4]], "#3E6079", 20)
    for i, (x, y) in enumerate(((180, 782), (262, 752), (350, 735), (450, 727), (550, 720), (650, 708), (744, 692), (690, 660), (622, 626), (640, 588), (716, 560), (786, 524), (752, 484))):
        tall = 78 - i * 4.6
        figure(c, x, y, tall, "#0B1B2B", "#0B1B2B", "#0B1B2B", "#0B1B2B", ((-0.12, 0.3), (0.2, 0.1)))
        c.oval(x + tall * 0.2, y - tall * 0.62, tall * 0.3, tall * 0.3, "#F0B44C", 0.25)
        c.oval(x + tall * 0.2, y - tall * 0.62, tall * 0.09, tall * 0.11, "#FFE3A0")
    for x, tall in ((30, 330), (90, 250), (1120, 260), (1170, 340)):
        cypress(c, x, 810, tall, "#0B1B2B", "#071320")


@poster
def abbey_cloister(c):
    c.rect(0, 0, 1200, 800, "#8FC3DD")
    blend(c, 0, 330, "#6FB2D6", "#E9F2EA")
    bell_tower(c, 770, 330, 110, 300, "#F4DDB2", "#BB9880")
    c.rect(0, 250, 1200, 330, "#C4643F")
    for i in range(40):
        c.rect(i * 30, 250, i * 30 + 4, 330, "#A8502F")
    c.rect(0, 326, 1200, 344, "#F4DDB2")
    c.rect(0, 344, 1200, 560, "#6B4E50")
    for i in range(3):
        arch(c, 210 + i * 370, 560, 70, 150, "#4A363C")
    arcade(c, 0, 1200, 344, 540, 10, "#F4DDB2", "#BB9880", 0.22, 0.16)
    c.rect(0, 524, 1200, 552, "#E2C294")
    c.rect(0, 552, 1200, 800, "#7DB060")
    c.poly([(0, 552), (1200, 552), (1200, 580), (0, 620)], "#5A9050")
    c.poly([(540, 560), (660, 560), (780, 800), (420, 800)], "#F2E2B8")
    cypress(c, 300, 640, 400, "#3F7048", "#2C5140")
    for x0, x1 in ((40, 400), (760, 1160)):
        flowers(c, x0, x1, 650, 770, ("#EC819C", "#FFFFFF", "#B98AC9", "#F4C244"), 130, 9)
    c.oval(650, 690, 150, 26, "#C9B48C")
    c.rect(500, 590, 700, 680, "#E9CFA0")
    c.rect(630, 590, 700, 680, "#B99A7C")
    c.oval(600, 680, 100, 22, "#E9CFA0")
    c.poly([*arc(600, 680, 100, 22, 0, 72, 10), (630, 690)], "#B99A7C")
    c.oval(600, 590, 100, 22, "#F6E3BC")
    c.oval(600, 590, 80, 16, "#3A4A50")
    c.line([(512, 590), (540, 460), (660, 460), (688, 590)], "#5A4A44", 9)
    c.oval(600, 480, 18, 18, "#5A4A44")
    c.line([(600, 490), (600, 580)], "#5A4A44", 2)
    for x in (-46, 1136):
        c.rect(x, 0, x + 110, 800, "#D9B98C")
        c.rect(x + 76, 0, x + 110, 800, "#A98468")
    c.poly([(-10, -10), (1210, -10), (1210, 130), *[(600 + 540 * (px / 100), 190 + 120 * (py / 100)) for px, py in arc(0, 0, 100, 140, 0, -180, 30)], (-10, 130)], "#D9B98C")


@poster
def romanesque_abbey(c):
    blend(c, 0, 600, "#8FA9B4", "#FBE3B4")
    streaks(c, "#FFF3D6", 5, 90, 260, 0.6)
    peak(c, 300, 60, 420, 520, 660, "#A9A3AE", "#857F96", "#FFF8EC", "#D3CAD6", 0.34)
    peak(c, 950, 190, 420, 400, 660, "#B4A3A0", "#8E8090")
    mist(c, 420, 600, "#F8DDB0", 0.7)
    hill(c, 590, 36, "#C98A50", 620)
    for _ in range(90):
        x = c.rng.uniform(-20, 1220)
        c.oval(x, 610 + c.rng.uniform(-14, 50), 24, 20, c.rng.choice(("#D9722B", "#B9502A", "#E2A03C", "#A2642F")))
    cliff = [(430, 800), (470, 640), (520, 560), (560, 500), (960, 492), (1000, 560), (1060, 640), (1100, 800)]
    c.poly(cliff, "#C9A98A")
    c.poly([(800, 496), (960, 492), (1000, 560), (1060, 640), (1100, 800), (860, 800), (820, 680), (850, 580)], "#8F6F66")
    for x in (560, 650, 740):
        c.poly([(x, 520), (x + 22, 600), (x + 4, 720), (x - 12, 600)], "#AE8C72")
    church(c, 590, 506, 330, "#F6DDB0", "#B08878", "#A8603F")
    for i in range(7):
        c.rect(660 + i * 30, 396, 672 + i * 30, 402, "#B08878")
    arcade(c, 520, 600, 440, 506, 3, "#E9C99C", "#A8806E")
    c.rect(512, 424, 606, 442, "#A8603F")
    cypress(c, 960, 500, 110, "#5E5A34", "#3F4030")
    for _ in range(170):
        x = c.rng.uniform(-20, 1220)
        y = 700 + 100 * c.rng.random() + abs(x - 740) * -0.03
        c.oval(x, y + 30, 44, 36, c.rng.choice(("#8A3F24", "#A8502A", "#C9702B", "#6B3A20", "#D98F35")))


@poster
def giants_parade(c):
    p = palettes.NOON_SEA
    sky(c, p, 520)
    for side in (-1, 1):
        for i in range(4):
            near, far = 620 - i * 120, 500 - i * 120
            wall = ("#F2B98C", "#FBE6C4", "#E9C07E", "#F3A98A")[(i + (side > 0)) % 4]
            wall = wall if side > 0 else mix(wall, "#6A4A6A", 0.3)
            x0, x1 = 600 + side * near, 600 + side * far
            t0, t1 = -60 + i * 70, 10 + i * 70
            c.poly([(x0, t0), (x1, t1), (x1, 760), (x0, 780)], wall)
            for row in range(3):
                y = t1 + 70 + row * 130
                c.poly([(x0 - side * 40, y - 8), (x0 - side * 82, y), (x0 - side * 82, y + 66), (x0 - side * 40, y + 64)], "#4A5A6A")
                c.rect(min(x0 - side * 30, x0 - side * 92), y + 64, max(x0 - side * 30, x0 - side * 92), y + 72, "#3A3A4A")
                if (row + i) % 2 == 0:
                    c.rect(min(x0 - side * 34, x0 - side * 90), y + 72, max(x0 - side * 34, x0 - side * 90), y + 130, ("#D8432F", "#F5B83D")[(i + row) % 2])
    c.rect(460, 470, 740, 800, "#E9CFA0")
    for sag, ends in ((60, (0, 60, 1200, 60)), (50, (60, 190, 1140, 170)), (40, (200, 300, 1000, 290))):
        garland(c, *ends, sag, ("#D8432F", "#F5B83D", "#FFFBF0", "#2F7CA8", "#5E9A5A"), "#7A5A48", 24, True, 16)
    c.rect(0, 720, 1200, 800, "#E9CFA0")
    giant(c, 440, 740, 560, "#B8322F", "#5A1F3A", "#EBBB94", "#3A2420", "#F5B83D")
    giant(c, 760, 746, 530, "#2F7CA8", "#F3E6D0", "#F2C9A2", "#8A4A24", "#F5B83D", True)
    crowd(c, 700, 17, ("#5A3F5E", "#3F5A7A", "#8A4A4A", "#4A6A5A", "#6A4A3A"), 58, 0.4, 0.35)
    crowd(c, 764, 13, ("#3A2A4A", "#2A3A56", "#5E2F3A"), 76, 0.3, 0.2)


@poster
def open_air_cinema(c):
    blend(c, 0, 560, "#0C1640", "#36507E")
    stars(c, 170, 480, "#EEF0E0")
    crest(c, 500, 70, "#1E2F5E", 50)
    castle(c, 1010, 520, 150, "#24386A", "#182650")
    c.blob([(900, 580), (1000, 530), (1180, 526), (1280, 580)], "#1E2F5E")
    c.rect(0, 560, 1200, 800, "#131F44")
    for grow in (90, 50, 20):
        c.poly([(280 - grow, 150 - grow), (900 + grow, 150 - grow), (900 + grow, 520 + grow), (280 - grow, 520 + grow)], "#FFF3D0", 0.1)
    c.rect(268, 138, 912, 532, "#0A1230")
    for x in (330, 850):
        c.poly([(x - 8, 530), (x + 8, 530), (x + 26, 640), (x - 26, 640)], "#0A1230")
    blend(c, 150, 430, "#F08A5A", "#FFE9B4", 280, 900)
    sun(c, 640, 390, 70, "#FFF8E0", 1)
    c.rect(280, 430, 900, 520, "#E2B06A")
    c.poly([*smooth([(280, 440), (420, 400), (560, 436), (700, 412), (900, 446)]), (900, 470), (280, 470)], "#A85A4A")
    c.rect(280, 452, 900, 520, "#C98250")
    for x, tall, top in ((540, 170, "#3A2A4A"), (640, 160, "#B8322F")):
        figure(c, x, 520, tall, top, top, "#3A2430", "#2A1A26", ((-0.12, 0.32), (0.15, 0.3)), dress=top == "#B8322F")
    c.oval(600, 640, 520, 60, "#FFE3A8", 0.12)
    for y, size, step in ((640, 34, 66), (706, 46, 86), (784, 62, 112)):
        x = 20 + (y % 50)
        while x < 1200:
            c.rect(x - size * 0.72, y + size * 0.5, x + size * 0.72, y + size * 1.9, mix("#2A3A6E", "#0A1230", (y - 620) / 200))
            c.oval(x - size * 0.06, y - size * 0.05, size * 0.36, size * 0.42, "#E9B98A")
            c.oval(x, y, size * 0.36, size * 0.42, "#0A1230")
            c.blob([(x - size * 0.68, y + size * 1.5), (x - size * 0.56, y + size * 0.62), (x, y + size * 0.4), (x + size * 0.56, y + size * 0.62), (x + size * 0.68, y + size * 1.5)], mix("#26305E", "#090F28", (y - 620) / 200))
            x += step * c.rng.uniform(0.9, 1.15)


@poster
def almond_blossom(c):
    blend(c, 0, 520, "#5F9FD0", "#EAF1F2")
    peak(c, 820, 90, 520, 480, 560, "#9DB9D4", "#7898BC", "#FFFFFF", "#C5D8EA", 0.62)
    peak(c, 380, 230, 360, 340, 560, "#A9C2D8", "#86A4C4", "#FFFFFF", "#CDDDEC", 0.6)
    mist(c, 440, 560, "#F0F0EC", 0.7)
    hill(c, 550, 26, "#B4B89A", 640)
    village(c, 700, 960, lambda x: 566, "#FBF1E0", "#B9A8A8", ROOFS, 3, 22, size=0.75)
    bell_tower(c, 820, 530, 30, 120, "#FBF1E0", "#B9A8A8")
    hill(c, 610, 18, "#9CA878", 900)
    c.rect(0, 640, 1200, 800, "#B98A5E")
    for i in range(7):
        c.poly([(-200 + i * 260, 810), (240 + i * 120, 640), (262 + i * 120, 640), (-110 + i * 260, 810)], "#A2744C")
    for x, foot, size, tone in ((560, 660, 150, 1), (980, 672, 170, 0), (730, 690, 200, 0), (1120, 750, 300, 1), (230, 780, 560, 0)):
        _almond(c, x, foot, size, ("#FFF4F4", "#F6B8C8")[tone], ("#EFC3CE", "#E08FA8")[tone])
    for _ in range(150):
        c.oval(c.rng.uniform(0, 1200), c.rng.uniform(690, 800), 4, 2.6, "#FBE3E8")


def _almond(c, x, foot, size, petal, shade):
    trunk = "#4A342E"
    c.curve([(x, foot), (x - size * 0.03, foot - size * 0.2), (x + size * 0.02, foot - size * 0.36)], trunk, size * 0.07)
    tips = ((-0.34, -0.62), (-0.16, -0.82), (0.08, -0.88), (0.3, -0.7), (0.38, -0.5), (-0.42, -0.42))
    for dx, dy in tips:
        c.curve([(x + size * 0.01, foot - size * 0.33), (x + size * dx * 0.5, foot + size * (dy * 0.5 - 0.2)), (x + size * dx, foot + size * dy)], trunk, size * 0.022)
    for colour, count, drop in ((shade, 90, 0.03), (petal, 120, 0), ("#FFFFFF", 34, -0.03)):
        for _ in range(count):
            dx, dy = c.rng.choice(tips)
            px = x + size * (dx * c.rng.uniform(0.5, 1.15) + c.rng.uniform(-0.1, 0.1))
            py = foot + size * (-0.3 + (dy + 0.3) * c.rng.uniform(0.5, 1.2) + c.rng.uniform(-0.08, 0.08) + drop)
            radius = size * c.rng.uniform(0.018, 0.042)
            c.oval(px, py, radius, radius, colour)
