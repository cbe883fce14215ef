"""Mont-Clar: skiing, snow, summit, lake, hut, flocks, midsummer fires."""

from .. import palettes
from ..motifs.buildings import bell_tower, gable
from ..motifs.festive import flame
from ..motifs.people import figure, hiker, sheep
from ..motifs.plants import fir, flowers
from ..palettes import mix
from ..shapes import blend, crest, cumulus, hill, mist, peak, ridge, sky, stars, sun
from .register import poster


@poster
def ski_slope(c):
    blend(c, 0, 560, "#1F6BB0", "#D6EAF4")
    sun(c, 180, 150, 46, "#FFF6DC", 2)
    peak(c, 760, 60, 520, 500, 640, "#E9F2F8", "#7FA9CC", "#FFFFFF", "#A9C8E0", 0.8)
    peak(c, 300, 250, 330, 300, 600, "#DCE9F2", "#8FB3D2", "#FFFFFF", "#B4CEE4", 0.8)
    hill(c, 560, 30, "#C5DBEA", 640)
    for i in range(15):
        fir(c, 20 + i * 28 + c.rng.uniform(-8, 8), 590 + c.rng.uniform(-10, 8), c.rng.uniform(60, 110), "#2F5F86", "#1B3F62", "#F4FAFD")
    c.poly([(-10, 800), (-10, 600), (300, 610), (1210, 430), (1210, 800)], "#F7FBFE")
    c.poly([(300, 810), (760, 640), (1210, 520), (1210, 810)], "#DCE9F4")
    track = [(1190, 456), (1090, 470), (1010, 505), (1050, 535), (980, 560), (880, 575), (840, 610), (870, 640), (800, 668), (690, 690)]
    c.curve(track, "#A9C8E0", 7)
    c.curve([(x + 8, y - 5) for x, y in track], "#FFFFFF", 3)
    for i in range(26):
        size = c.rng.uniform(6, 26)
        c.oval(690 + i * 6 + c.rng.uniform(-10, 10), 700 - i * 2.2 + c.rng.uniform(-30, 8), size, size * 0.7, "#FFFFFF")
    c.line([(420, 760), (700, 706)], "#1B3652", 9)
    c.line([(440, 776), (720, 722)], "#1B3652", 9)
    c.line([(600, 560), (640, 640), (580, 716)], "#1F3F70", 44)
    c.line([(580, 570), (610, 650), (552, 724)], "#2A5290", 40)
    c.line([(585, 565), (520, 455)], "#D8432F", 82)
    c.line([(540, 470), (440, 520), (400, 590)], "#B5332A", 26)
    c.line([(400, 590), (500, 690)], "#33404C", 5)
    c.line([(530, 460), (620, 500), (668, 470)], "#D8432F", 26)
    c.line([(668, 470), (760, 620)], "#33404C", 5)
    c.oval(486, 404, 37, 40, "#F2B33D")
    c.oval(474, 412, 26, 26, "#E8B48C")
    c.line([(452, 402), (500, 396)], "#1B3652", 16)
    c.poly([(520, 400), (600, 372), (590, 392), (606, 404), (522, 420)], "#F2B33D")


@poster
def snow_village(c):
    blend(c, 0, 560, "#23406E", "#E7B7B4")
    stars(c, 60, 260, "#FFFFFF")
    peak(c, 380, 90, 420, 480, 600, "#A9B8DC", "#6F83B8", "#E9EEF9", "#A4B4DA", 0.75)
    peak(c, 960, 170, 420, 380, 600, "#98A9D2", "#6378AE", "#DDE4F4", "#98A9D2", 0.75)
    hill(c, 500, 34, "#8FA0CC", 560)
    for i in range(34):
        fir(c, i * 37 + c.rng.uniform(-12, 12), 540 + c.rng.uniform(-20, 14), c.rng.uniform(70, 130), "#2F4A78", "#223860", "#D3DDF2")
    c.rect(0, 540, 1200, 800, "#BFCBE8")
    bell_tower(c, 560, 580, 58, 250, "#A59AB4", "#6A648E", "#F2F5FC")
    spots = [(120, 590, 92), (300, 580, 84), (660, 585, 90), (850, 595, 100), (1040, 590, 92), (430, 640, 108), (210, 680, 124), (700, 690, 130), (960, 700, 130)]
    for x, foot, size in spots:
        gable(c, x, foot, size, size * 0.62, "#8A6A6A", "#F4F7FD", None, "#5A4A66")
        c.poly([(x - 8, foot - size * 0.6), (x + size * 0.5, foot - size * 0.98), (x + size * 0.5, foot - size * 0.84), (x + 4, foot - size * 0.5)], "#FFFFFF")
        c.poly([(x + size * 0.5, foot - size * 0.98), (x + size * 1.24, foot - size * 0.98), (x + size * 1.72, foot - size * 0.55), (x + size * 1.04, foot - size * 0.55)], "#DCE5F6")
        for dx in (0.2, 0.58, 1.14, 1.36):
            c.rect(x + size * dx, foot - size * 0.42, x + size * (dx + 0.16), foot - size * 0.2, "#FFD98A")
        c.oval(x + size * 0.5, foot + 6, size * 0.7, size * 0.07, "#FFE3B0", 0.5)
        c.rect(x + size * 1.0, foot - size * 1.14, x + size * 1.12, foot - size * 0.92, "#6A4F5A")
        for i in range(4):
            c.oval(x + size * (1.06 + 0.09 * i), foot - size * (1.24 + 0.2 * i), size * (0.06 + 0.03 * i), size * 0.06, "#E6E4F2", 0.6)
    c.blob([(-60, 730), (300, 716), (600, 752), (1260, 720), (1260, 900), (-60, 900)], "#EEF2FB")
    for x, size in ((60, 300), (1150, 340), (1080, 240)):
        fir(c, x, 790, size, "#243F6A", "#172C50", "#F4F7FD")


@poster
def summit_sunrise(c):
    blend(c, 0, 500, "#3F5F9E", "#FFC98A")
    sun(c, 800, 420, 84, "#FFF3CC", 3)
    for y, tone, rough in ((430, "#D9A0A0", 60), (480, "#B07F9E", 60)):
        crest(c, y, rough, tone, -30)
        mist(c, y, y + 70, "#FFE3C4", 0.85)
    for y, tone in ((540, "#FBE0CC"), (590, "#EFC4BE"), (650, "#D6A3B4")):
        for i in range(9):
            x = i * 150 + c.rng.uniform(-40, 40)
            cumulus(c, x, y + 30, c.rng.uniform(200, 330), tone, mix(tone, "#FFFFFF", 0.35))
        c.rect(0, y + 28, 1200, 800, tone)
    ledge = ridge(c.rng, (-10, 420), (330, 560), 20)
    c.poly([*ledge, (470, 640), (640, 720), (700, 810), (-10, 810)], "#3A2F5E")
    c.poly([(-10, 470), (120, 560), (200, 700), (380, 810), (-10, 810)], "#272046")
    c.curve([*[(x, y + 2) for x, y in ledge[::4]], (470, 642), (640, 722)], "#F0A07A", 5)
    hiker(c, 110, 462, 176, "#D8553A", "#2A2440", "#F4B04A")
    hiker(c, 210, 506, 166, "#F6E0C4", "#3A3050", "#2F7F8A")
    figure(c, 322, 560, 160, "#3F7FA0", "#2A2440", arms=((-0.28, -0.24), (0.28, -0.24)))


@poster
def mountain_lake(c):
    blend(c, 0, 440, "#3F8FCB", "#DDF0F0")
    peak(c, 560, 70, 430, 440, 440, "#B4B9C4", "#7A879C", "#FFFFFF", "#C9D6E4", 0.28)
    peak(c, 1030, 200, 320, 330, 440, "#A5ADBA", "#727F96", "#FFFFFF", "#C9D6E4", 0.22)
    peak(c, 120, 220, 300, 280, 440, "#A5ADBA", "#727F96")
    hill(c, 400, 16, "#8FB878", 520)
    for i in range(30):
        fir(c, i * 42 + c.rng.uniform(-16, 16), 440 + c.rng.uniform(-4, 2), c.rng.uniform(50, 110), "#3F7A55", "#25543F")
    c.mirror(120, 700, 440, 0.16)
    for i in range(26):
        y = 446 + 250 * (i / 26) ** 1.3
        c.oval(c.rng.uniform(0, 1200), y, c.rng.uniform(60, 240), 1.6 + i * 0.07, "#9CD0E2")
    c.rect(0, 438, 1200, 443, "#D9E8D0")
    c.blob([(-60, 700), (200, 640), (420, 690), (700, 740), (1000, 690), (1260, 640), (1260, 900), (-60, 900)], "#6FA052")
    c.blob([(-60, 760), (300, 720), (700, 780), (1260, 720), (1260, 900), (-60, 900)], "#4F8440")
    for x, y, size in ((330, 690, 50), (410, 712, 34), (860, 722, 56)):
        c.blob([(x - size, y + size * 0.4), (x - size * 0.7, y - size * 0.3), (x + size * 0.1, y - size * 0.6), (x + size, y + size * 0.4)], "#B4B4B0")
        c.blob([(x, y + size * 0.4), (x + size * 0.1, y - size * 0.6), (x + size, y + size * 0.4)], "#808890")
    flowers(c, 0, 1200, 720, 800, ("#E04F8A", "#FFFFFF", "#F4C244", "#B07AC9"), 150, 8)
    for x, size in ((70, 430), (1120, 480), (1040, 330)):
        fir(c, x, 770, size, "#2F6A4A", "#1B4636")


@poster
def mountain_hut_stars(c):
    blend(c, 0, 640, "#0A1238", "#3F5A8E")
    for _ in range(700):
        t = c.rng.random()
        spread = c.rng.gauss(0, 1) * 52
        x, y = 180 + t * 900 + spread * 0.6, 640 - t * 720 + spread
        size = c.rng.uniform(0.6, 2.2)
        c.oval(x, y, size, size, c.rng.choice(("#FFFFFF", "#F4D9C4", "#C9D6F8")))
    for t in range(26):
        c.oval(180 + t * 36, 640 - t * 29, 74, 54, "#8FA0DC", 0.09)
    stars(c, 150, 560, "#FFFFFF")
    peak(c, 980, 190, 380, 380, 660, "#34487A", "#22325E", "#8FA3CC", "#56699E", 0.4)
    peak(c, 150, 300, 320, 360, 660, "#2F4272", "#1F2E58", "#7F94C2", "#4F6296", 0.35)
    crest(c, 620, 34, "#1B2850", 20)
    c.blob([(-60, 720), (300, 650), (700, 640), (1260, 700), (1260, 900), (-60, 900)], "#121C3C")
    c.rect(560, 560, 780, 664, "#5A5A74")
    c.rect(700, 560, 780, 664, "#3A3A58")
    for _ in range(26):
        x, y = c.rng.uniform(564, 680), c.rng.uniform(566, 654)
        c.rect(x, y, x + 16, y + 7, "#6E6C84")
    c.poly([(540, 566), (600, 496), (760, 496), (802, 566)], "#2A2440")
    c.poly([(540, 566), (600, 496), (612, 496), (556, 566)], "#8FA3CC")
    c.rect(744, 462, 764, 510, "#3A3A58")
    for i in range(5):
        c.oval(756 + i * 10, 450 - i * 22, 10 + i * 4, 9 + i * 3, "#A9B4DC", 0.28)
    for x in (590, 652):
        c.oval(x + 15, 604, 44, 40, "#FFD67A", 0.16)
        c.rect(x, 590, x + 32, 622, "#FFD98A")
        c.rect(x + 15, 590, x + 18, 622, "#5A3A34")
    c.rect(720, 598, 754, 664, "#241E38")
    c.poly([(590, 664), (690, 664), (760, 730), (520, 730)], "#FFD67A", 0.16)
    c.line([(470, 690), (470, 560)], "#0A1028", 6)
    c.poly([(440, 572), (500, 566), (514, 580), (500, 592), (440, 588)], "#0A1028")
    for x, tall in ((480, 76), (440, 84)):
        figure(c, x + 30, 700, tall, "#0A1028", "#0A1028", "#0A1028", "#0A1028")


@poster
def snowshoe_forest(c):
    blend(c, 0, 600, "#B9D6E6", "#FDF0DC")
    sun(c, 860, 220, 60, "#FFFBEA", 3)
    for foot, low, high, tones, count in ((520, 130, 220, ("#A9C6D6", "#94B4CA"), 22), (580, 200, 320, ("#6F9AB4", "#527F9E"), 13)):
        for i in range(count):
            fir(c, (i + c.rng.uniform(0.2, 0.8)) * 1200 / count, foot + c.rng.uniform(-10, 10), c.rng.uniform(low, high), *tones, "#F4F9FC")
        c.rect(0, foot, 1200, 800, mix("#E4EEF5", "#FFFFFF", 0.3))
    c.blob([(-60, 600), (300, 560), (700, 590), (1260, 560), (1260, 900), (-60, 900)], "#F4F8FB")
    for x0 in (140, 420, 900, 1120):
        c.poly([(x0, 640), (x0 + 50, 640), (x0 - 180, 810), (x0 - 320, 810)], "#C5D9E8", 0.7)
    for x, size, foot in ((110, 560, 690), (1110, 640, 720), (970, 380, 650), (280, 330, 640)):
        fir(c, x, foot, size, "#2F5F7A", "#1B4058", "#FFFFFF")
        c.oval(x, foot, size * 0.16, size * 0.025, "#FFFFFF")
    for i in range(12):
        x, y, s = 1000 - i * 26, 800 - i * 8, 1.3 - i * 0.05
        c.oval(x + (16 if i % 2 else -10) * s, y, 20 * s, 7 * s, "#BFD3E4")
    for x, foot, tall, top, pack in ((640, 700, 250, "#D8432F", "#24496A"), (490, 680, 220, "#F2B33D", "#7A3F4A")):
        c.oval(x + 70, foot + 6, 90, 9, "#C5D9E8")
        hiker(c, x, foot, tall, top, "#26405A", pack, hat=None)
        c.line([(x - tall * 0.14, foot - tall * 0.5), (x - tall * 0.2, foot)], "#33404C", 4)
        for side in (-1, 1):
            c.oval(x + side * tall * 0.15, foot, tall * 0.12, tall * 0.026, "#8A4A28")
        c.oval(x, foot - tall * 0.965, tall * 0.07, tall * 0.045, pack)
        c.oval(x, foot - tall * 1.02, tall * 0.025, tall * 0.025, "#FFFFFF")


@poster
def transhumance(c):
    p = palettes.MEADOW
    sky(c, p, 460)
    cumulus(c, 900, 200, 380, "#FFFFFF", "#DDEDF4")
    peak(c, 300, 110, 380, 420, 520, "#AFC2D4", "#8AA5C0", "#FFFFFF", "#D3E2EE", 0.45)
    peak(c, 760, 230, 340, 360, 520, "#B9CAD8", "#94AEC6", "#FFFFFF", "#D9E6F0", 0.4)
    hill(c, 440, 40, "#A2CB8C", 760, phase=3.0)
    hill(c, 520, 40, "#82B866", 900, tilt=-60, phase=0.4)
    c.poly([(1210, 470), (1000, 500), (760, 590), (380, 690), (-10, 730), (-10, 790), (420, 760), (800, 640), (1040, 530), (1210, 490)], "#F0DFB4")
    c.blob([(-60, 800), (300, 770), (800, 720), (1260, 620), (1260, 900), (-60, 900)], "#5E9A4C")
    flock = sorted((c.rng.random(), c.rng.uniform(-1, 1)) for _ in range(46))
    spots = [(1080 - 1020 * t, 516 + 224 * t**0.9 + side * (6 + 30 * t), 30 + 74 * t) for t, side in flock]
    for x, y, size in sorted(spots, key=lambda spot: spot[1]):
        c.oval(x + size * 0.1, y, size * 0.45, size * 0.06, "#8FA05E")
        sheep(c, x, y, size, c.rng.choice(("#FFFCF2", "#F2E8D6", "#FFFFFF")), "#4A3A38")
    figure(c, 250, 770, 270, "#7A4A38", "#3A3A4A", hat="#4A342A", arms=((-0.12, 0.3), (0.26, 0.1)), stride=0.09)
    c.blob([(200, 556), (250, 545), (300, 556), (330, 690), (170, 690)], "#8A5A40")
    c.curve([(322, 770), (320, 540), (330, 500), (350, 510)], "#5A3A28", 8)
    c.blob([(410, 752), (420, 716), (480, 712), (520, 700), (530, 720), (500, 738), (490, 772)], "#33262A")
    c.rect(420, 730, 430, 780, "#33262A")
    c.rect(478, 730, 488, 780, "#33262A")
    c.curve([(414, 728), (390, 712), (384, 690)], "#33262A", 8)
    flowers(c, 0, 1200, 740, 800, ("#F4C244", "#FFFFFF", "#C77BB0"), 130, 8)


@poster
def midsummer_bonfire(c):
    blend(c, 0, 560, "#17123C", "#E0704A")
    stars(c, 120, 340, "#FFE9D0")
    crest(c, 470, 80, "#7A3450", 40)
    crest(c, 530, 60, "#4F2550", -40)
    for x, y in ((170, 430), (420, 486), (960, 440), (1110, 476), (780, 500)):
        c.oval(x, y, 15, 15, "#F9B53E", 0.35)
        flame(c, x, y + 6, 20, ("#F0702F", "#FFE08A"))
    c.blob([(-60, 700), (300, 640), (600, 620), (900, 640), (1260, 700), (1260, 900), (-60, 900)], "#21143A")
    for grow in (330, 240, 160):
        c.oval(600, 500, grow, grow, "#F0702F", 0.16)
    c.oval(600, 668, 360, 42, "#F0702F", 0.5)
    flame(c, 600, 664, 470, ("#D9402B", "#F0702F", "#F9B53E", "#FFF0B8"), 0.03)
    for a, b in (((500, 680), (660, 600)), ((700, 680), (540, 600)), ((560, 690), (630, 590)), ((640, 690), (580, 596))):
        c.line([a, b], "#2A1420", 17)
    for _ in range(60):
        x, y = 600 + c.rng.gauss(0, 90), c.rng.uniform(60, 420)
        c.oval(x, y, 2.6, 3.4, c.rng.choice(("#F9B53E", "#FFE08A", "#F0702F")))
    ink = "#0E0919"
    for i, x in enumerate((150, 240, 330, 880, 970, 1060)):
        figure(c, x, 730 + (i * 13) % 24, 190, ink, ink, ink, ink, ((-0.22, 0.1), (0.22, 0.1)) if i % 2 else ((-0.24, -0.2), (0.24, -0.2)), 0.08, i % 3 == 0)
    figure(c, 440, 770, 220, ink, ink, ink, ink, ((-0.24, -0.16), (0.22, 0.12)), 0.1)
    figure(c, 770, 772, 220, ink, ink, ink, ink, ((-0.22, 0.12), (0.24, -0.16)), 0.1, True)
