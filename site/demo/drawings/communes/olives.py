"""La Tour-des-Oliviers: groves, tower, mill, orchard, arbour, church, aqueduct, oranges, concert, ball."""

from math import cos, pi, sin

from .. import palettes
from ..canvas import arc
from ..motifs import table
from ..motifs.buildings import arcade, arch, gable, round_tower, village
from ..motifs.festive import garland
from ..motifs.people import SKINS, figure
from ..motifs.plants import canopy, cypress, flowers, olive, tree
from ..palettes import mix
from ..shapes import blend, crest, cumulus, hill, mist, peak, sky, streaks, sun
from .register import poster

ROOFS = ("#C4643F", "#B65636", "#D07A4E")


@poster
def olive_grove(c):
    blend(c, 0, 430, "#74ADC5", "#FBE6BC")
    sun(c, 150, 210, 56, "#FFF6D8", 3)
    crest(c, 370, 50, "#A9BBBE", 30)
    hill(c, 420, 24, "#B4B48C", 620)
    c.rect(0, 452, 1200, 800, "#D9894E")
    for foot, size, count, tone in ((480, 90, 11, "#D9894E"), (545, 160, 7, "#CE7A42"), (650, 280, 4, "#C46C3D")):
        c.rect(0, foot - size * 0.05, 1200, 800, tone)
        for i in range(count):
            x = (i + 0.5 + (0.25 if size == 160 else 0)) * 1200 / count + c.rng.uniform(-16, 16)
            c.oval(x + size * 0.4, foot, size * 0.5, size * 0.05, mix(tone, "#4A2A2A", 0.4))
            olive(c, x, foot, size, mix("#93A27C", "#B4BFA4", 1 - size / 280), "#5A4238", "#C9D0AC")
    c.blob([(-60, 740), (400, 720), (900, 746), (1260, 716), (1260, 900), (-60, 900)], "#A8532F")
    c.oval(620, 780, 260, 16, "#7C3F2A", 0.6)
    for x in (560, 680):
        c.poly([(x - 64, 700), (x + 64, 700), (x + 50, 780), (x - 50, 780)], "#D9A862")
        for i in range(4):
            c.line([(x - 60 + i * 3, 714 + i * 19), (x + 60 - i * 3, 714 + i * 19)], "#A87440", 3)
        for _ in range(46):
            c.oval(x + c.rng.uniform(-56, 56), 698 - c.rng.random() * 18, 9, 7, c.rng.choice(("#5E6F3A", "#3F4A30", "#4A2F4A")))


@poster
def stone_tower_olives(c):
    blend(c, 0, 420, "#4A9FCC", "#F6F0DC")
    streaks(c, "#FFFFFF", 5, 70, 240, 0.8)
    blend(c, 400, 470, "#7FC0D4", "#4F9FC0")
    hill(c, 450, 10, "#B9C49A", 760)
    for y, tones in ((470, ("#D9CE8A", "#B4C07A", "#E6D9A0")), (510, ("#A9B86A", "#CFC47E", "#8FA85E"))):
        for i in range(9):
            x = i * 150 + c.rng.uniform(-20, 20)
            c.poly([(x - 60, y + 44), (x - 10, y), (x + 140, y - 4), (x + 120, y + 46)], tones[i % 3])
    hill(c, 560, 18, "#9CA868", 700)
    c.blob([(300, 860), (480, 640), (640, 548), (900, 540), (1080, 620), (1260, 760), (1260, 900), (300, 900)], "#C9A86A")
    c.blob([(820, 900), (860, 600), (900, 540), (1080, 620), (1260, 760), (1260, 900)], "#A98650")
    round_tower(c, 680, 560, 200, 440, "#F0D6A4", "#A98068")
    for _ in range(46):
        x, y = c.rng.uniform(686, 860), c.rng.uniform(150, 545)
        c.rect(x, y, x + 22, y + 7, mix("#D9B98A", "#A98068", (x - 680) / 240))
    c.rect(670, 250, 890, 262, "#C9A27E")
    arch(c, 730, 560, 46, 90, "#4A3A3A")
    c.line([(780, 112), (780, 36)], "#5A4238", 5)
    c.poly([(782, 38), (862, 56), (782, 80)], "#C9512F")
    c.blob([(-60, 700), (300, 660), (700, 690), (1260, 680), (1260, 900), (-60, 900)], "#A88A4E")
    for x, foot, size in ((90, 760, 270), (330, 730, 210), (560, 770, 190), (1120, 770, 230), (960, 740, 170)):
        c.oval(x + size * 0.3, foot, size * 0.44, size * 0.05, "#7A6A3E")
        olive(c, x, foot, size, "#8A9A6E", "#54403A", "#BCC79C")


@poster
def windmill(c):
    blend(c, 0, 600, "#2F86C4", "#F6EFD4")
    for x, y, wide in ((250, 330, 480), (960, 250, 520), (620, 470, 420)):
        cumulus(c, x, y, wide, "#FFFFFF", "#D9E8EE")
    crest(c, 560, 30, "#9CB4B0", 20)
    hill(c, 590, 16, "#B9B46E", 700)
    c.blob([(-60, 700), (260, 660), (560, 570), (760, 540), (980, 590), (1260, 690), (1260, 900), (-60, 900)], "#E6BE54")
    c.blob([(760, 540), (980, 590), (1260, 690), (1260, 900), (800, 900), (860, 700)], "#C99A3C")
    for _ in range(260):
        x, y = c.rng.uniform(0, 1200), c.rng.uniform(690, 800)
        c.line([(x, y), (x + 5, y - 24)], c.rng.choice(("#F6D980", "#B98A30", "#D9A844")), 2.4)
    c.poly([(590, 566), (618, 300), (790, 300), (822, 566)], "#FFFBF0")
    c.poly([(716, 566), (712, 300), (790, 300), (822, 566)], "#C9CEDA")
    c.poly([(600, 304), (704, 190), (808, 304)], "#8A5A3A")
    c.poly([(704, 190), (808, 304), (716, 304)], "#68402C")
    arch(c, 650, 566, 46, 92, "#3F6F8A")
    for x, y in ((650, 400), (748, 440)):
        c.rect(x, y, x + 24, y + 34, "#4A5A66")
    hub = (690, 278)
    for i in range(4):
        angle = pi / 2 * i + 0.42
        ux, uy = cos(angle), sin(angle)
        tip = (hub[0] + 270 * ux, hub[1] + 270 * uy)
        c.line([hub, tip], "#5A3A2C", 9)
        cloth = [(hub[0] + reach * ux - side * uy, hub[1] + reach * uy + side * ux) for reach, side in ((60, 0), (60, 62), (262, 62), (262, 0))]
        c.poly(cloth, "#FFF6E2")
        for j in range(6):
            reach = 60 + j * 40.4
            c.line([(hub[0] + reach * ux, hub[1] + reach * uy), (hub[0] + reach * ux - 62 * uy, hub[1] + reach * uy + 62 * ux)], "#C9A27E", 3)
        c.line([cloth[1], cloth[2]], "#8A5A3A", 4)
    c.oval(*hub, 16, 16, "#5A3A2C")
    c.poly([(660, 566), (690, 566), (620, 660), (470, 810), (330, 810), (560, 650)], "#F9E9C0")
    cypress(c, 1010, 620, 170, "#4A6A40", "#33402E")
    cypress(c, 1050, 634, 130, "#4A6A40", "#33402E")


@poster
def spring_orchard(c):
    blend(c, 0, 470, "#6FB4E0", "#F9F2E6")
    peak(c, 460, 80, 480, 520, 500, "#BCCCE0", "#98AFCC", "#FFFFFF", "#D6E2F0", 0.62)
    peak(c, 1010, 230, 320, 320, 500, "#C5D2E2", "#A4B8D2", "#FFFFFF", "#DCE6F2", 0.55)
    hill(c, 460, 22, "#A9C9A4", 700)
    c.rect(0, 488, 1200, 800, "#8FC070")
    for i in range(-7, 9):
        c.poly([(600 + i * 64 - 3, 488), (600 + i * 64 + 3, 488), (600 + i * 330 + 50, 810), (600 + i * 330 - 50, 810)], "#6FA558")
    gable(c, 800, 520, 110, 64, "#F9EEDC", "#C4643F", "#5A4A48", "#CFC0B4")
    rows_of = ((500, 44, 64), (530, 74, 110), (586, 124, 184), (680, 210, 330))
    for foot, size, step in rows_of:
        for i in range(-9, 10):
            x = 600 + (i + 0.5) * step
            if -150 < x < 1350 and not (760 < x < 1000 and size < 60):
                c.oval(x + size * 0.2, foot, size * 0.42, size * 0.05, "#4F8444", 0.7)
                c.curve([(x, foot), (x + size * 0.03, foot - size * 0.3), (x - size * 0.02, foot - size * 0.5)], "#5A3F3A", size * 0.07)
                canopy(c, x, foot - size * 0.68, size * 0.46, size * 0.4, "#F08FA8", "#CF6A8A", "#FBC0CC", 8)
    flowers(c, 0, 1200, 700, 800, ("#FFFFFF", "#F8C6CF", "#F4C244"), 180, 6)


@poster
def table_under_arbour(c):
    blend(c, 0, 420, "#5FB0DA", "#FBF1DC")
    crest(c, 330, 54, "#A9C0CC", 30)
    hill(c, 390, 30, "#B9C48A", 620)
    hill(c, 450, 24, "#9CB468", 760)
    village(c, 720, 930, lambda x: 452, "#FBF3DF", "#C4A694", ROOFS, 3, 18, size=0.62)
    for x in (250, 290, 1010):
        cypress(c, x, 500, c.rng.uniform(80, 120), "#4A6A40", "#33402E")
    c.rect(0, 540, 1200, 800, "#E4BE8A")
    for i in range(10):
        c.line([(600 + (i - 4.5) * 150, 540), (600 + (i - 4.5) * 300, 800)], "#CFA470", 2)
    c.poly([(0, 540), (1200, 540), (1200, 556), (0, 556)], "#F6E3BC")
    c.poly([(160, 800), (60, 620), (1060, 600), (1200, 700), (1200, 800)], "#A87A62", 0.5)
    for x in (60, 1090):
        c.rect(x, 60, x + 50, 640, "#FBF3DF")
        c.rect(x + 30, 60, x + 50, 640, "#C9B4A0")
        c.rect(x - 8, 620, x + 58, 640, "#E4D4BC")
    c.rect(0, 50, 1200, 76, "#7A5238")
    for x in range(20, 1200, 120):
        c.rect(x, 0, x + 18, 60, "#68442E")
    for _ in range(210):
        x = c.rng.uniform(-20, 1220)
        y = c.rng.random() ** 1.5 * (120 + 60 * abs(x / 600 - 1)) - 10
        size = c.rng.uniform(17, 34)
        c.blob([(x - size, y), (x - size * 0.4, y - size * 0.8), (x + size * 0.5, y - size * 0.7), (x + size, y), (x + size * 0.1, y + size)], c.rng.choice(("#5E9A44", "#3F7A3A", "#8AB858", "#74A84E")))
    for x, y in ((200, 150), (420, 110), (790, 120), (980, 160)):
        for row, number in enumerate((4, 4, 3, 2, 1)):
            for i in range(number):
                c.oval(x + (i - (number - 1) / 2) * 17, y + row * 15, 10, 10, mix("#6A3A7A", "#FFFFFF", 0.14 * ((i + row) % 2)))
    for x in (250, 860):
        c.rect(x, 470, x + 12, 780, "#8A5A38")
        c.rect(x + 86, 470, x + 98, 780, "#8A5A38")
        for y in (490, 530, 570):
            c.rect(x, y, x + 98, y + 12, "#A87048")
        c.rect(x - 4, 640, x + 102, 656, "#C99A5A")
    c.oval(600, 770, 330, 26, "#7A5240", 0.5)
    c.poly([(330, 600), (870, 600), (930, 660), (270, 660)], "#FFFBF0")
    c.poly([(270, 660), (930, 660), (920, 752), (850, 730), (770, 756), (690, 732), (600, 758), (510, 732), (430, 756), (350, 730), (280, 752)], "#EADCCB")
    for i in range(6):
        c.poly([(370 + i * 84, 600), (386 + i * 84, 600), (346 + i * 104, 660), (326 + i * 104, 660)], "#C9512F", 0.7)
        c.rect(326 + i * 104, 660, 346 + i * 104, 732, "#B0442A", 0.55)
    table.jug(c, 600, 640, 130, "#2F7F8A", "#1F5A66")
    for x in (430, 770):
        c.oval(x, 640, 66, 13, "#E4D6C6")
        c.oval(x, 637, 50, 9, "#FFFFFF")
    table.glass(c, 510, 646, 96, "#8A1F3A", "#F4FAFA")
    table.glass(c, 690, 646, 96, "#8A1F3A", "#F4FAFA")
    table.loaf(c, 850, 630, 100, "#C9803C", "#F6DDA8")
    for dx, tone in ((-16, "#E2513A"), (12, "#F5B83D"), (34, "#7FA84A")):
        c.oval(350 + dx, 612, 17, 16, tone)


@poster
def village_church(c):
    sky(c, palettes.MEADOW, 520)
    cumulus(c, 960, 240, 380, "#FFFFFF", "#DDEDF4")
    crest(c, 480, 40, "#9DBED0", 20)
    hill(c, 520, 26, "#A9C88A", 640)
    for x, size in ((90, 230), (210, 190), (1090, 260), (970, 190)):
        tree(c, x, 590, size, "#6FA652", "#5A4636", "#9CCB74")
    c.blob([(-60, 620), (300, 570), (700, 560), (1260, 600), (1260, 900), (-60, 900)], "#7FB45E")
    wall, shade = "#F6DFB4", "#B99682"
    c.poly([(700, 590), (700, 330), (960, 360), (960, 596)], shade)
    c.poly([(560, 250), (690, 320), (990, 356), (880, 262), (700, 226)], "#A84F34")
    c.poly([(400, 594), (400, 330), (550, 236), (700, 330), (700, 594)], wall)
    c.rect(470, 90, 630, 290, wall)
    c.rect(610, 90, 630, 262, shade)
    c.poly([(456, 96), (550, 36), (644, 96)], wall)
    c.line([(452, 98), (550, 34), (648, 98)], "#C4643F", 11)
    for x in (492, 562):
        arch(c, x, 214, 46, 100, "#5F9FC8")
        c.poly([(x + 10, 206), (x + 14, 166), (x + 32, 166), (x + 36, 206)], "#8A6A34")
        c.oval(x + 23, 208, 15, 5, "#6A4E28")
        c.line([(x + 23, 130), (x + 23, 166)], "#5A4030", 5)
    c.line([(392, 338), (550, 240), (708, 338)], "#C4643F", 12)
    for grow, tone in ((0, "#D9BA90"), (13, "#B99682"), (26, "#4A3430")):
        arch(c, 490 + grow, 594, 120 - 2 * grow, 176 - grow * 1.4, tone)
    c.oval(550, 356, 30, 30, "#D9BA90")
    c.oval(550, 356, 21, 21, "#4A3A40")
    for x in (770, 860):
        arch(c, x, 500, 26, 76, "#6A4E50")
    c.line([(550, 34), (550, 2)], "#4A3A34", 4)
    c.line([(540, 13), (560, 13)], "#4A3A34", 4)
    c.poly([(508, 596), (592, 596), (610, 650), (760, 810), (470, 810), (520, 660)], "#F4E4BC")
    for x, tall in ((360, 330), (330, 250)):
        cypress(c, x, 610, tall, "#3F7048", "#2C5140")
    for x0, x1 in ((0, 470), (700, 1200)):
        flowers(c, x0, x1, 630, 800, ("#E23A2E", "#E23A2E", "#D02E2A", "#FFFFFF"), 190, 12)


@poster
def aqueduct(c):
    blend(c, 0, 560, "#5FA4CC", "#F9F0DA")
    sun(c, 210, 170, 54, "#FFF8E0", 3)
    crest(c, 430, 60, "#A9C4CA", 40)
    hill(c, 500, 40, "#9CC49A", 620)
    mist(c, 420, 560, "#F4F2DC", 0.5)
    hill(c, 580, 30, "#82B472", 760)
    stone, shade = "#F0CE96", "#A97F68"
    arcade(c, 60, 1140, 400, 720, 5, stone, shade, 0.28, 0.05)
    c.rect(-20, 378, 1220, 402, mix(stone, "#FFFFFF", 0.3))
    c.rect(-20, 398, 1220, 406, shade)
    arcade(c, -20, 1220, 216, 380, 11, stone, shade, 0.26, 0.07)
    c.rect(-20, 190, 1220, 220, mix(stone, "#FFFFFF", 0.3))
    c.rect(-20, 216, 1220, 223, shade)
    c.poly([(-10, 330), (90, 400), (210, 560), (330, 800), (-10, 800)], "#5F9A50")
    c.poly([(1210, 330), (1120, 400), (1010, 560), (880, 800), (1210, 800)], "#4A8446")
    c.blob([(200, 860), (420, 720), (640, 690), (860, 720), (1040, 860)], "#6FA858")
    c.blob([(420, 900), (520, 780), (600, 730), (640, 700), (670, 702), (650, 740), (690, 790), (800, 900)], "#5CB4C4")
    for x, y, size in ((60, 520, 120), (160, 640, 140), (60, 720, 170), (1130, 500, 120), (1050, 640, 150), (1150, 730, 180), (300, 780, 110), (900, 780, 120)):
        canopy(c, x, y, size * 0.6, size * 0.46, "#6FA652", "#3F7040", "#9CCB74", 8)
    flowers(c, 380, 860, 720, 800, ("#F4C244", "#FFFFFF", "#EC819C"), 90, 8)


@poster
def citrus_garden(c):
    c.rect(0, 0, 1200, 800, "#4F9FCC")
    blend(c, 0, 200, "#3F8FC4", "#B9DCE8")
    c.rect(0, 150, 1200, 560, "#FFFBF2")
    c.poly([(0, 150), (1200, 150), (1200, 172), (0, 172)], "#C4643F")
    c.poly([(0, 172), (520, 172), (340, 560), (0, 560)], "#D9DDE8")
    arcade(c, 420, 1000, 250, 540, 3, "#FFFBF2", "#C9CEDC", 0.34, 0.06)
    for i in range(3):
        left = 420 + i * 193.3 + 33
        arch(c, left, 540, 127, 272, "#5A7FA4")
        c.rect(left + 20, 400, left + 107, 540, "#47688A")
    for x in (120, 250):
        arch(c, x, 400, 60, 110, "#8FA4C0")
    c.rect(0, 540, 1200, 800, "#EAC49A")
    for i in range(13):
        c.line([(600 + (i - 6) * 110, 540), (600 + (i - 6) * 230, 800)], "#D9A878", 2)
    for y in (566, 604, 660, 736):
        c.line([(0, y), (1200, y)], "#D9A878", 2)
    c.poly([(420, 620), (780, 620), (880, 770), (320, 770)], "#FFFBF2")
    c.poly([(436, 630), (764, 630), (850, 756), (350, 756)], "#2F8FA4")
    c.poly([(436, 630), (764, 630), (776, 648), (424, 648)], "#1F6A80")
    for i in range(7):
        c.oval(600 + c.rng.uniform(-190, 190), 664 + i * 12, 40 + i * 4, 3, "#8FD2DC")
    c.poly([(586, 700), (614, 700), (608, 600), (592, 600)], "#E4DDD4")
    c.oval(600, 600, 62, 12, "#FFFBF2")
    for side in (-1, 1):
        c.curve([(600, 590), (600 + side * 30, 550), (600 + side * 52, 600), (600 + side * 60, 690)], "#E9F8FA", 4)
    for x, foot, size in ((300, 610, 230), (900, 610, 230), (130, 740, 380), (1070, 740, 380)):
        c.oval(x + size * 0.16, foot, size * 0.26, size * 0.04, "#B98A62", 0.7)
        c.poly([(x - size * 0.03, foot - size * 0.2), (x - size * 0.018, foot - size * 0.62), (x + size * 0.018, foot - size * 0.62), (x + size * 0.03, foot - size * 0.2)], "#6B4A36")
        canopy(c, x, foot - size * 0.76, size * 0.31, size * 0.28, "#3F8A4E", "#256040", "#5EA65E", 9)
        for _ in range(17):
            angle, reach = c.rng.uniform(0, 2 * pi), c.rng.random() ** 0.6
            ox, oy = x + size * 0.29 * reach * cos(angle), foot - size * 0.75 + size * 0.26 * reach * sin(angle)
            c.oval(ox, oy, size * 0.036, size * 0.036, "#F28C28")
            c.oval(ox - size * 0.01, oy - size * 0.012, size * 0.01, size * 0.01, "#FBC878")
        c.poly([(x - size * 0.15, foot - size * 0.24), (x + size * 0.15, foot - size * 0.24), (x + size * 0.105, foot), (x - size * 0.105, foot)], "#C4643F")
        c.poly([(x + size * 0.04, foot - size * 0.24), (x + size * 0.15, foot - size * 0.24), (x + size * 0.105, foot), (x + size * 0.03, foot)], "#96452F")
        c.rect(x - size * 0.17, foot - size * 0.26, x + size * 0.17, foot - size * 0.21, "#D07A4E")


@poster
def choir_apse(c):
    c.rect(0, 0, 1200, 800, "#241820")
    for grow, tone in ((0, "#4A2E30"), (50, "#5E3A34"), (100, "#7A4C38"), (150, "#96623F")):
        c.poly([(90 + grow, 800), *arc(600, 440, 510 - grow, 420 - grow, 180, 360, 40), (1110 - grow, 800)], tone)
    c.poly([(240, 800), *arc(600, 440, 360, 270, 180, 360, 40), (960, 800)], "#B47E4A")
    c.poly([(240, 440), *arc(600, 440, 360, 270, 180, 360, 40), (960, 440)], "#2F4A6E")
    for _ in range(46):
        angle, reach = c.rng.uniform(pi, 2 * pi), c.rng.uniform(0.3, 0.95)
        c.oval(600 + 350 * reach * cos(angle), 436 + 255 * reach * sin(angle), 3.4, 3.4, "#F2C65E")
    c.oval(600, 330, 76, 100, "#F2C65E")
    c.oval(600, 330, 64, 88, "#B8432B")
    c.blob([(560, 410), (570, 320), (600, 300), (630, 320), (640, 410)], "#2F6F79")
    c.oval(600, 286, 34, 34, "#F2C65E")
    c.oval(600, 288, 19, 23, "#E8B48C")
    for x in (360, 560, 760):
        for grow, tone in ((0, "#8A5A38"), (12, "#FFE3A0")):
            arch(c, x + grow, 600 - grow, 80 - 2 * grow, 130 - 1.6 * grow, tone)
    c.rect(240, 436, 960, 450, "#D9A862")
    for row, (count, foot, tall, reach) in enumerate(((11, 650, 200, 340), (9, 700, 220, 330), (8, 756, 236, 310))):
        for i in range(count):
            t = i / (count - 1) * 2 - 1
            x, y = 600 + t * reach, foot + 26 * t * t
            robe = ("#7A1F33", "#8A2A3C", "#6A1A30")[(i + row) % 3]
            c.poly([(x - tall * 0.1, y - tall * 0.76), (x + tall * 0.1, y - tall * 0.76), (x + tall * 0.17, y + 60), (x - tall * 0.17, y + 60)], robe)
            c.poly([(x + tall * 0.02, y - tall * 0.76), (x + tall * 0.1, y - tall * 0.76), (x + tall * 0.17, y + 60), (x + tall * 0.05, y + 60)], mix(robe, "#000000", 0.25))
            c.oval(x, y - tall * 0.88, tall * 0.066, tall * 0.08, ("#3A2A24", "#6B4226", "#C9A27E", "#241C1C")[(i * 3 + row) % 4])
            c.oval(x, y - tall * 0.865, tall * 0.054, tall * 0.064, SKINS[(i + row) % 4])
            c.oval(x, y - tall * 0.838, tall * 0.016, tall * 0.02, "#4A1F22")
            c.poly([(x - tall * 0.12, y - tall * 0.6), (x, y - tall * 0.55), (x, y - tall * 0.4), (x - tall * 0.12, y - tall * 0.45)], "#FBF0DC")
            c.poly([(x + tall * 0.12, y - tall * 0.6), (x, y - tall * 0.55), (x, y - tall * 0.4), (x + tall * 0.12, y - tall * 0.45)], "#E4D0B4")
    figure(c, 600, 860, 330, "#17131F", "#17131F", "#E8B48C", "#17131F", ((-0.3, -0.12), (0.3, -0.2)))
    c.oval(600, 558, 23, 26, "#3A2A24")
    c.line([(699, 536), (730, 480)], "#FBF0DC", 3)
    for x in (60, 130, 200, 1000, 1070, 1140):
        foot = 800 - (abs(x - 600) - 400) * 0.2
        c.rect(x - 8, 560 + (x % 50), x + 8, foot, "#F6E6C8")
        c.oval(x, 536 + (x % 50), 46, 50, "#FFD67A", 0.22)
        c.blob([(x - 6, 556 + (x % 50)), (x - 7, 542 + (x % 50)), (x, 518 + (x % 50)), (x + 7, 542 + (x % 50)), (x + 6, 556 + (x % 50))], "#FFE9A0")


@poster
def village_ball(c):
    c.rect(0, 0, 1200, 800, "#C9603E")
    c.rect(0, 0, 1200, 120, "#7A2F2E")
    for i in range(9):
        c.poly([(i * 150 - 20, 0), (i * 150 + 20, 0), (600 + (i * 150 - 600) * 0.86 + 14, 120), (600 + (i * 150 - 600) * 0.86 - 14, 120)], "#5A2226")
    for x in (90, 350, 610, 870):
        arch(c, x - 14, 520, 268 - 40, 394, "#F6DDB0")
        arch(c, x, 520, 200, 376, "#26305E")
        crest_y = 420
        if x == 610:
            c.oval(x + 140, 250, 26, 26, "#FFF0C8")
        c.poly([(x, 520), (x, crest_y + 30), (x + 70, crest_y - 20), (x + 140, crest_y + 20), (x + 200, crest_y - 10), (x + 200, 520)], "#161C40")
        c.rect(x + 96, 150, x + 104, 520, "#F6DDB0")
        for y in (280, 390):
            c.rect(x, y, x + 200, y + 7, "#F6DDB0")
    c.rect(0, 520, 1200, 560, "#8A3A2E")
    c.rect(0, 556, 1200, 800, "#D9954E")
    for i in range(15):
        c.line([(600 + (i - 7) * 100, 560), (600 + (i - 7) * 210, 800)], "#B9763A", 2.4)
    for ends in ((-20, 30, 620, 40), (600, 40, 1220, 30), (-20, 120, 420, 60), (780, 60, 1220, 120)):
        garland(c, *ends, 70, ("#FFE3A0", "#F28C5A", "#F4C244", "#8FD2C2"), "#3A1A22", 7, False, 34)
    for x, foot, size, suit, gown in ((230, 640, 230, "#26305E", "#F4C244"), (970, 650, 230, "#3A2A34", "#2F8F8A"), (600, 660, 240, "#2B2A33", "#FBF0DC"), (390, 756, 290, "#3F5A4A", "#E8476B"), (800, 760, 290, "#5A2A3A", "#3F7CB0")):
        c.oval(x + 20, foot, size * 0.4, size * 0.05, "#A8662F")
        figure(c, x - size * 0.13, foot, size, suit, mix(suit, "#000000", 0.25), SKINS[size % 4], "#2A2024", ((-0.3, 0.0), (0.2, 0.2)), 0.08)
        c.poly([(x + size * 0.08, foot - size * 0.5), (x + size * 0.2, foot - size * 0.5), (x + size * 0.46, foot - size * 0.08), (x + size * 0.2, foot - size * 0.03), (x - size * 0.02, foot - size * 0.08)], gown)
        figure(c, x + size * 0.14, foot, size * 0.95, gown, gown, SKINS[(size + 1) % 4], ("#8A4A24", "#3A2A24", "#D9A95E")[size % 3], ((-0.42, 0.02), (-0.14, 0.1)), 0.06, True)
