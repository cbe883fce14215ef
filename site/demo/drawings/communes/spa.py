"""Les Bains-de-Vernet-Haut: gorge, hotel, pools, park, cave, train, chestnut wood, river."""

from math import cos, pi, sin

from .. import palettes
from ..canvas import arc
from ..motifs.boats import hull, kayak, wake
from ..motifs.buildings import arcade, arch, round_tower
from ..motifs.people import figure
from ..motifs.plants import canopy, fir, flowers, palm, tree
from ..palettes import mix
from ..shapes import blend, cumulus, hill, peak, rays, ridge, ripples, sky, sun
from .register import poster


@poster
def waterfall_gorge(c):
    c.rect(0, 0, 1200, 800, "#DFF0E4")
    blend(c, 0, 300, "#8CC6DC", "#E9F5EA")
    rays(c, 640, -60, "#FFFFFF", 18, 0.22, 0.2)
    c.poly([(60, 20), (240, 30), (420, 70), (560, 96), (660, 96), (800, 62), (980, 24), (1140, 10), (1140, 640), (60, 640)], "#7FAE9A")
    c.poly([(700, 88), (800, 62), (980, 24), (1140, 10), (1140, 640), (720, 640)], "#6A9A8A")
    for x0, x1, tone in ((300, 900, "#5F927E"), (210, 980, "#558673")):
        c.poly([(0, 0), *ridge(c.rng, (x0 - 60, 0), (x0 + 150, 640), 26), (0, 700)], tone)
        c.poly([(1200, 0), *ridge(c.rng, (x1 + 40, 0), (x1 - 150, 640), 26), (1200, 700)], mix(tone, "#24504A", 0.2))
    c.poly([(530, 90), (690, 90), (720, 620), (500, 620)], "#CFE9EA")
    c.poly([(545, 90), (660, 90), (680, 620), (520, 620)], "#FFFFFF")
    for x in (560, 596, 640, 664):
        c.poly([(x, 110), (x + 6, 110), (x + (x - 605) * 0.2 + 10, 600), (x + (x - 605) * 0.2, 600)], "#A9D6DC")
    c.poly([(0, 0), *ridge(c.rng, (150, 0), (470, 660), 40), (300, 800), (0, 800)], "#4A7A62")
    c.poly([(0, 0), *ridge(c.rng, (60, 0), (330, 700), 40), (200, 800), (0, 800)], "#335E4E")
    c.poly([(1200, 0), *ridge(c.rng, (1040, 0), (740, 650), 40), (900, 800), (1200, 800)], "#2F5A52")
    c.poly([(1200, 0), *ridge(c.rng, (1130, 0), (890, 700), 40), (1000, 800), (1200, 800)], "#1F433F")
    blend(c, 620, 800, "#8FD2C2", "#1F7A72", 300, 900)
    c.poly([(0, 800), (0, 640), (250, 640), (330, 700), (420, 800)], "#28503F")
    c.poly([(1200, 800), (1200, 620), (960, 650), (860, 720), (800, 800)], "#1A3A38")
    for _ in range(30):
        c.oval(605 + c.rng.uniform(-130, 130), 622 + c.rng.uniform(-20, 16), c.rng.uniform(14, 34), c.rng.uniform(8, 18), "#FFFFFF", 0.75)
    ripples(c, 650, 790, "#C9EDE0", 26, 1, 420, 820)
    for x, y, size in ((250, 660, 180), (150, 560, 210), (1010, 640, 200), (1120, 560, 200)):
        fir(c, x, y, size, "#2B5A44", "#183A34")
    for x, y in ((340, 700), (60, 720), (930, 730)):
        for i in range(7):
            angle = pi + pi * i / 6
            c.blob([(x, y), (x + 34 * cos(angle), y + 46 * sin(angle) - 6), (x + 74 * cos(angle), y + 40 * sin(angle) + 14)], "#7FB86A")


@poster
def grand_hotel(c):
    sky(c, palettes.LAGOON, 520)
    peak(c, 240, 110, 360, 400, 560, "#A9C4C4", "#86A8B0", "#FFFFFF", "#DCE9EA", 0.3)
    peak(c, 1000, 60, 420, 380, 560, "#9CBCC0", "#7A9FAA", "#FFFFFF", "#DCE9EA", 0.32)
    hill(c, 470, 34, "#6F9F7E", 560)
    wall, shade = "#FFF4E2", "#D9BBAE"
    for x, wide in ((250, 700),):
        c.rect(x, 260, x + wide, 640, wall)
        c.poly([(x - 14, 262), (x + 40, 176), (x + wide - 40, 176), (x + wide + 14, 262)], "#5A7F86")
        c.rect(x - 14, 258, x + wide + 14, 270, shade)
    for i in range(5):
        c.rect(330 + i * 116, 200, 366 + i * 116, 250, wall)
        c.rect(340 + i * 116, 210, 356 + i * 116, 246, "#3F5A66")
        c.poly([(324 + i * 116, 202), (348 + i * 116, 180), (372 + i * 116, 202)], "#47686F")
    for x in (226, 880):
        round_tower(c, x, 640, 104, 440, wall, shade, "#D9654A")
    c.rect(520, 230, 680, 640, mix(wall, "#FFFFFF", 0.5))
    c.rect(640, 230, 680, 640, shade)
    c.poly([(506, 234), (600, 140), (694, 234)], "#D9654A")
    c.oval(600, 204, 17, 17, wall)
    for row in range(3):
        y = 296 + row * 96
        for i in range(9):
            x = 344 + i * 60
            arch(c, x, y + 54, 28, 54, "#4F6F7A")
            c.rect(x - 8, y + 54, x + 36, y + 60, "#D9654A")
            for j in range(6):
                c.rect(x - 7 + j * 8.4, y + 40, x - 5 + j * 8.4, y + 56, "#D9654A")
    c.rect(0, 636, 1200, 800, "#86BC68")
    c.poly([(540, 636), (660, 636), (860, 800), (340, 800)], "#F2E2C4")
    arch(c, 560, 640, 80, 110, "#4A3A3E")
    for i, x in enumerate((130, 1075, 20, 1180)):
        palm(c, x, 690 + i * 12, 300 + 20 * i, "#3F8A5A", "#7A5A40", 0.05 if i % 2 else -0.04)
    flowers(c, 60, 420, 690, 790, ("#EF7786", "#FFFFFF", "#F4C244"), 130, 10)
    flowers(c, 800, 1160, 690, 790, ("#EF7786", "#FFFFFF", "#F4C244"), 130, 10)
    c.oval(600, 730, 130, 26, "#D9C29C")
    c.oval(600, 724, 118, 22, "#8FD2DC")
    for side in (-1, 1):
        c.curve([(600, 640), (600 + side * 40, 630), (600 + side * 64, 720)], "#E9F8FA", 5)
    c.line([(600, 722), (600, 630)], "#E9F8FA", 7)


@poster
def thermal_pools(c):
    blend(c, 0, 460, "#6F7FB4", "#F6D3C4")
    peak(c, 320, 90, 400, 460, 480, "#C9CCE2", "#8F9AC4", "#FFFFFF", "#C5CBE6", 0.7)
    peak(c, 900, 150, 420, 420, 480, "#BFC4DE", "#8590BE", "#FFFFFF", "#BCC4E2", 0.7)
    hill(c, 440, 24, "#C9CFE6", 700)
    for i in range(26):
        x = i * 48 + c.rng.uniform(-14, 14)
        fir(c, x, 480 + c.rng.uniform(-8, 10), c.rng.uniform(80, 150), "#3F5F80", "#2B4468", "#EEF2FA")
    c.rect(0, 474, 1200, 800, "#EEF1FA")
    for x, y, rx, ry in ((860, 520, 230, 28), (480, 576, 290, 42), (820, 676, 380, 66)):
        c.oval(x, y + ry * 0.75, rx * 1.06, ry * 1.15, "#B9A79C")
        c.oval(x, y + ry * 0.5, rx * 1.06, ry * 1.12, "#DCCBBC")
        c.oval(x, y, rx * 1.06, ry * 1.16, "#FFFFFF")
        c.oval(x, y, rx, ry, "#2FA3B4")
        c.oval(x - rx * 0.1, y + ry * 0.12, rx * 0.86, ry * 0.78, "#5CC4CC")
    for x, y, size, hair in ((820, 516, 15, "#3A2A24"), (430, 572, 24, "#8A5A30"), (540, 580, 24, "#2A2024"), (700, 668, 36, "#C98F4A"), (950, 680, 36, "#3A2A24")):
        c.oval(x, y + size * 1.5, size * 1.6, size * 0.62, "#E8B48C")
        c.oval(x, y, size * 0.62, size * 0.78, hair)
        c.oval(x - size * 0.08, y + size * 0.16, size * 0.5, size * 0.58, "#E8B48C")
        c.oval(x, y + size * 1.75, size * 2.1, size * 0.4, "#8FDCE0")
    for x, y, size in ((760, 470, 60), (920, 450, 70), (420, 500, 80), (560, 480, 70), (700, 560, 90), (900, 570, 100), (1040, 590, 70)):
        for i in range(4):
            c.oval(x + 16 * (-1) ** i + i * 6, y - i * size * 0.55, size * (0.55 + 0.12 * i), size * 0.4, "#FFFFFF", 0.3 - 0.05 * i)
    c.blob([(-60, 640), (160, 660), (360, 740), (480, 860), (-60, 860)], "#FFFFFF")
    for x, size in ((70, 330), (190, 250)):
        fir(c, x, 720 + x * 0.2, size, "#2F4F74", "#1F3658", "#FFFFFF")


@poster
def spa_park_bandstand(c):
    p = palettes.ORCHARD
    sky(c, p, 520)
    hill(c, 430, 30, "#B4CFC0", 640)
    for x, size, tone in ((60, 420, "#7FB06A"), (250, 330, "#9CC47A"), (930, 350, "#8FBC70"), (1130, 470, "#6FA45E"), (420, 250, "#B4D08A"), (790, 260, "#A9CC84")):
        tree(c, x, 590, size, tone, "#5A4A40", mix(tone, "#FFFFE0", 0.35))
    c.rect(0, 560, 1200, 800, "#8FC06A")
    c.blob([(300, 860), (420, 660), (600, 600), (780, 660), (900, 860)], "#F4E6C8")
    c.oval(600, 650, 290, 40, "#6FA052")
    c.rect(390, 590, 810, 640, "#F9EEDC")
    c.rect(690, 590, 810, 640, "#D9C2B4")
    for i in range(4):
        c.rect(540 - i * 8, 598 + i * 13, 660 + i * 8, 611 + i * 13, "#E2D0B4" if i % 2 else "#FFF8EA")
    for x, y, tall, top in ((490, 590, 120, "#3A4A6A"), (560, 590, 120, "#3A4A6A"), (640, 590, 120, "#3A4A6A"), (710, 590, 120, "#3A4A6A")):
        figure(c, x, y, tall, top, "#26304A", arms=((-0.06, 0.1), (0.14, 0.12)), hat="#26304A")
        c.oval(x + 16, y - 80, 16, 11, "#F0B83C")
    for i in range(13):
        c.rect(396 + i * 33.6, 550, 400 + i * 33.6, 592, "#2F7F7A")
    c.rect(390, 546, 810, 554, "#2F7F7A")
    for i, x in enumerate((396, 500, 598, 694, 796)):
        c.rect(x - 5, 360, x + 5, 596, "#2F7F7A" if i < 3 else "#22605E")
    for a, b in ((396, 500), (500, 598), (598, 694), (694, 796)):
        c.curve([(a, 420), ((a + b) / 2, 372), (b, 420)], "#2F7F7A", 5)
    c.blob([(360, 370), (440, 330), (540, 260), (600, 190), (660, 260), (760, 330), (840, 370), (600, 380)], "#E0707E")
    c.blob([(600, 190), (660, 260), (760, 330), (840, 370), (700, 374), (650, 290)], "#B84F66")
    c.rect(364, 362, 836, 376, "#FFF8EA")
    c.line([(600, 200), (600, 150)], "#2F7F7A", 6)
    c.oval(600, 148, 9, 9, "#F0B83C")
    for x0, x1, tones in ((40, 360, ("#EC5A7A", "#F8C6CF", "#FFFFFF")), (840, 1160, ("#F4C244", "#EC819C", "#FFFFFF"))):
        c.oval((x0 + x1) / 2, 720, 190, 56, "#5E9A4A")
        for _ in range(170):
            angle, reach = c.rng.uniform(0, 2 * pi), c.rng.random() ** 0.5
            c.oval((x0 + x1) / 2 + 172 * reach * cos(angle), 716 + 46 * reach * sin(angle), 9, 7, c.rng.choice(tones))


@poster
def cave_lake(c):
    c.rect(0, 0, 1200, 800, "#0B222C")
    for i, tone in enumerate(("#12343F", "#1D5560", "#2F8A8E", "#7FCFC4", "#DDF4DC")):
        c.oval(640, 430, 600 - i * 118, 350 - i * 66, tone)
    c.poly([(640, -10), (700, -10), (880, 540), (480, 540)], "#F4FBE4", 0.3)
    blend(c, 520, 800, "#7FD9CF", "#0E4A58")
    ripples(c, 530, 790, "#B9F0E2", 46)
    for x, wide, tall, tone in ((300, 46, 250, "#1E5662"), (410, 34, 180, "#2A6F78"), (880, 40, 220, "#1E5662"), (980, 54, 300, "#174652"), (540, 22, 120, "#4FA39F"), (760, 26, 150, "#3F9092")):
        c.blob([(x - wide, -60), (x - wide * 0.5, tall * 0.5), (x, tall), (x + wide * 0.5, tall * 0.5), (x + wide, -60)], tone)
    for x, wide, tall in ((330, 60, 170), (930, 70, 210), (450, 34, 90)):
        c.blob([(x - wide, 590), (x - wide * 0.4, 560 - tall * 0.5), (x, 560 - tall), (x + wide * 0.4, 560 - tall * 0.5), (x + wide, 590)], "#1A4C58")
        c.blob([(x, 590), (x + wide * 0.15, 560 - tall * 0.5), (x, 560 - tall), (x + wide * 0.4, 560 - tall * 0.5), (x + wide, 590)], "#103640")
    for x, wide in ((130, 66), (1090, 76)):
        c.blob([(x - wide * 1.8, -40), (x - wide * 0.6, 260), (x - wide * 0.7, 460), (x - wide * 2, 860), (x + wide * 2, 860), (x + wide * 0.7, 460), (x + wide * 0.6, 260), (x + wide * 1.8, -40)], "#0C2833")
        for i in range(5):
            c.curve([(x - wide * 0.5 + i * wide * 0.22, 150), (x - wide * 0.5 + i * wide * 0.24, 430), (x - wide * 0.9 + i * wide * 0.42, 740)], "#143A47", 6)
    for x in range(0, 1200, 54):
        c.poly([(x, -10), (x + 54, -10), (x + 27 + c.rng.uniform(-10, 10), c.rng.uniform(40, 130))], "#08191F")
    wake(c, 610, 640, 210, "#D9F8EC", "#0E3A46")
    for x, top in ((560, "#E58A3C"), (640, "#F4E6C8")):
        c.blob([(x - 22, 622), (x - 18, 576), (x, 570), (x + 18, 576), (x + 22, 622)], top)
        c.oval(x, 556, 13, 15, "#E8B48C")
    c.line([(650, 590), (730, 650)], "#3A2A24", 5)
    hull(c, 605, 640, 230, "#7A3A2A", "#F4C27A")
    sun(c, 510, 584, 9, "#FFE9A0", 3)
    c.line([(512, 622), (510, 590)], "#3A2A24", 4)


@poster
def train_viaduct(c):
    blend(c, 0, 560, "#7FB0BC", "#FCEBC8")
    sun(c, 960, 170, 48, "#FFF6DC", 2)
    peak(c, 420, 90, 480, 500, 640, "#B9B0A8", "#94908F", "#FFFDF6", "#DDD6D2", 0.24)
    hill(c, 480, 40, "#C79A62", 560)
    hill(c, 560, 46, "#B5743A", 640)
    c.poly([(0, 360), (120, 350), (240, 420), (330, 800), (0, 800)], "#8A4A28")
    c.poly([(1200, 350), (1080, 352), (980, 430), (900, 800), (1200, 800)], "#7A3F24")
    for x in range(0, 250, 40):
        canopy(c, x, 400 + x * 0.22, 40, 34, c.rng.choice(("#D9722B", "#B9502A", "#E2A03C")), "#6B3A20", "#F2B85A", 6)
    for x in range(970, 1220, 40):
        canopy(c, x, 420 - (x - 970) * 0.2, 40, 34, c.rng.choice(("#D9722B", "#B9502A", "#E2A03C")), "#6B3A20", "#F2B85A", 6)
    arcade(c, 90, 1130, 392, 760, 7, "#E9D3B0", "#A98A74", 0.24, 0.06)
    c.rect(0, 366, 1200, 394, "#F4E2C2")
    c.rect(0, 390, 1200, 397, "#B99A80")
    for _i, x in enumerate((330, 520, 710)):
        c.rect(x, 292, x + 182, 362, "#F2B33D")
        c.rect(x, 332, x + 182, 348, "#C9352B")
        c.rect(x, 284, x + 182, 296, "#E6DCC8")
        for j in range(5):
            c.rect(x + 12 + j * 34, 304, x + 34 + j * 34, 328, "#3A4A56")
        for j in (30, 70, 112, 152):
            c.oval(x + j, 362, 11, 11, "#33262A")
    c.poly([(892, 284), (912, 300), (916, 362), (892, 362)], "#C9352B")
    c.rect(896, 304, 908, 328, "#3A4A56")
    c.line([(600, 284), (620, 258), (650, 258)], "#33262A", 3)
    c.line([(0, 258), (1200, 258)], "#5A4640", 1.5)
    for x in (60, 260, 960, 1140):
        c.line([(x, 368), (x, 246), (x + 26, 246)], "#5A4640", 4)
    for _ in range(150):
        x, y = c.rng.uniform(-20, 1220), c.rng.uniform(690, 800)
        c.oval(x, y + 20, 38, 30, c.rng.choice(("#D9722B", "#B9502A", "#E2A03C", "#8A4A28", "#A2642F")))


@poster
def chestnut_forest(c):
    blend(c, 0, 620, "#F2B85A", "#FFF0C8")
    rays(c, 700, 430, "#FFF8E0", 20, 0.25, 0.05)
    sun(c, 700, 430, 70, "#FFFBEA", 2)
    for depth, (count, foot, wide, tone) in enumerate(((16, 560, 12, "#E2AE6A"), (11, 600, 22, "#C07F42"), (7, 660, 40, "#8A4A28"))):
        for i in range(count):
            x = (i + c.rng.uniform(0.2, 0.8)) * 1200 / count
            c.poly([(x - wide * 0.9, foot + 10), (x - wide * 0.45, 0), (x + wide * 0.45, 0), (x + wide * 0.9, foot + 10)], tone)
        for _ in range(70):
            c.oval(c.rng.uniform(0, 1200), c.rng.uniform(-20, 190 - depth * 30), 50, 30, mix(tone, c.rng.choice(("#F2A33C", "#E2702B", "#F8C860")), 0.6))
        c.blob([(-60, foot), (300, foot - 20), (700, foot + 14), (1260, foot - 10), (1260, 900), (-60, 900)], mix(tone, "#D9722B", 0.35))
    for x, wide, lean in ((170, 74, 20), (1040, 90, -30)):
        c.blob([(x - wide * 1.6, 790), (x - wide * 0.7, 640), (x - wide * 0.6 + lean, 300), (x - wide * 1.4 + lean, -60), (x + wide * 1.3 + lean, -60), (x + wide * 0.5 + lean, 300), (x + wide * 0.7, 640), (x + wide * 1.7, 800)], "#4A281C")
        c.blob([(x + wide * 0.1, 790), (x + wide * 0.2, 600), (x + wide * 0.1 + lean, 300), (x + wide * 0.4 + lean, -60), (x + wide * 1.3 + lean, -60), (x + wide * 0.5 + lean, 300), (x + wide * 0.7, 640), (x + wide * 1.7, 800)], "#361C18")
        c.curve([(x + lean, 330), (x + 120 + lean, 200), (x + 190, 60)], "#4A281C", 26)
    for _ in range(200):
        x, y = c.rng.uniform(-20, 1220), c.rng.random() ** 1.6 * 190 - 20
        c.oval(x, y, c.rng.uniform(16, 44), c.rng.uniform(10, 26), c.rng.choice(("#D9622B", "#B5432A", "#EBAA3C", "#8A3F24")))
    c.blob([(-60, 760), (400, 730), (800, 744), (1260, 720), (1260, 900), (-60, 900)], "#6B3A20")
    for _ in range(240):
        y = c.rng.uniform(640, 800)
        c.oval(c.rng.uniform(0, 1200), y, 4 + (y - 640) * 0.05, 2 + (y - 640) * 0.025, c.rng.choice(("#F2B84A", "#E2702B", "#C9502A", "#F8D080")))
    for x, y, size in ((560, 716, 30), (604, 722, 24)):
        c.poly([(x - size * 0.35, y), (x - size * 0.25, y - size), (x + size * 0.25, y - size), (x + size * 0.35, y)], "#FAEBD0")
        c.poly([*arc(x, y - size * 0.9, size, size * 0.75, 180, 360, 20)], "#B5432A")


@poster
def kayak_river(c):
    p = palettes.MEADOW
    sky(c, p, 380)
    cumulus(c, 300, 190, 320, "#FFFFFF", "#DDEDF4")
    hill(c, 330, 60, "#9CC4A8", 640)
    hill(c, 390, 40, "#74AC70", 520)
    blend(c, 420, 800, "#8FD6D2", "#1F8A96")
    c.poly([(0, 400), (330, 430), (360, 470), (180, 560), (0, 640)], "#6FA65A")
    c.poly([(1200, 400), (900, 430), (870, 470), (1020, 560), (1200, 660)], "#528A4A")
    stone, shade = "#EBD3A8", "#A98A74"
    span = arc(600, 480, 190, 186, 180, 360, 30)
    c.poly([(150, 480), (150, 330), (600, 234), (1050, 330), (1050, 480), (790, 480), *reversed(span), (410, 480)], stone)
    c.poly([*span, *[(x + 26, y + 8) for x, y in reversed(span[:24])]], shade)
    c.line([(150, 330), (600, 234), (1050, 330)], mix(stone, "#FFFFFF", 0.4), 14)
    for i in range(24):
        angle = pi + pi * (i + 0.5) / 24
        c.line([(600 + 196 * cos(angle), 480 + 192 * sin(angle)), (600 + 226 * cos(angle), 480 + 222 * sin(angle))], shade, 2.5)
    for x in (240, 900):
        arch(c, x, 440, 54, 80, "#74AC70")
    c.poly([(410, 480), (790, 480), (760, 560), (440, 560)], "#3F8F8A", 0.45)
    ripples(c, 480, 790, "#D9F4EE", 60)
    for x, y, s in ((60, 560, 260), (170, 500, 200), (1130, 560, 290), (1010, 500, 200)):
        tree(c, x, y, s, "#4F8A48", "#4A3A30", "#86B860")
    for x, y, size in ((150, 690, 60), (260, 740, 40), (1080, 720, 66), (980, 770, 44)):
        c.blob([(x - size, y + size * 0.3), (x - size * 0.6, y - size * 0.4), (x + size * 0.3, y - size * 0.5), (x + size, y + size * 0.3)], "#A9A89A")
        c.blob([(x, y + size * 0.3), (x + size * 0.1, y - size * 0.4), (x + size * 0.3, y - size * 0.5), (x + size, y + size * 0.3)], "#7A7F7A")
    kayak(c, 700, 560, 200, "#F4C244", "#1F3A44", "#E8B48C", "#2F6FA0")
    kayak(c, 500, 700, 380, "#E04F3C", "#1F3A44", "#C98F66", "#F4C244")
