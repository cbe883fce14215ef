"""Places of the demo destination: producers and shops."""

PLACES = [
    {
        "code": "cave-trois-combes",
        "kind": "producer",
        "commune": "vallbona-les-vignes",
        "address": "18 route de la Chapelle, 99130 Vallbona-les-Vignes",
        "latitude": 42.3985,
        "longitude": 3.106,
        "phone": "+33 4 65 71 02 10",
        "email": "cave@trois-combes.example",
        "website": "https://trois-combes.example/",
        "accessibility": ["motor"],
        "opening": {
            "periods": [
                {
                    "from": "01-02",
                    "until": "12-31",
                    "hours": {
                        "mon": [["09:30", "12:30"], ["14:30", "18:30"]],
                        "tue": [["09:30", "12:30"], ["14:30", "18:30"]],
                        "wed": [["09:30", "12:30"], ["14:30", "18:30"]],
                        "thu": [["09:30", "12:30"], ["14:30", "18:30"]],
                        "fri": [["09:30", "12:30"], ["14:30", "18:30"]],
                        "sat": [["09:30", "12:30"], ["14:30", "18:30"]],
                    },
                },
                {
                    "from": "04-01",
                    "until": "10-31",
                    "hours": {
                        "mon": [["09:30", "12:30"], ["14:30", "19:00"]],
                        "tue": [["09:30", "12:30"], ["14:30", "19:00"]],
                        "wed": [["09:30", "12:30"], ["14:30", "19:00"]],
                        "thu": [["09:30", "12:30"], ["14:30", "19:00"]],
                        "fri": [["09:30", "12:30"], ["14:30", "19:00"]],
                        "sat": [["09:30", "12:30"], ["14:30", "19:00"]],
                        "sun": [["10:00", "12:30"]],
                    },
                },
            ],
            "note": {
                "fr": "Visite du chai à 11 h et à 16 h.",
                "en": "Cellar tours at 11 am and 4 pm.",
                "ca": "Visita al celler a les 11 i a les 16 h.",
            },
        },
        "picture": "wine-cellar",
        "pictures": ["golden-vines", "vineyard-chapel"],
        "family": True,
        "words": {
            "fr": {
                "name": "Cave des Trois Combes",
                "summary": "Quarante-deux vignerons, un chai de 1921 et des vins doux qui vieillissent au soleil.",
                "text": (
                    "La coopérative est née d’une mauvaise année et d’une bonne idée. Ses quarante-deux adhérents "
                    "travaillent cent soixante hectares de schiste, à la main pour la plupart, et vinifient ensemble dans le "
                    "chai dessiné en 1921.\n\n"
                    "La visite passe par les foudres, puis par le toit, où les bonbonnes de vin doux prennent le soleil "
                    "pendant un an. La dégustation est gratuite, le jus de raisin aussi. Un sentier balisé de quatre "
                    "kilomètres fait le tour des combes au départ du parking."
                ),
            },
            "en": {
                "name": "Cave des Trois Combes",
                "summary": "Forty-two growers, a winery of 1921 and sweet wines that age in the sun.",
                "text": (
                    "The cooperative was born of a bad year and a good idea. Its forty-two members farm one hundred and "
                    "sixty hectares of schist, mostly by hand, and make their wine together in the building designed in "
                    "1921.\n\n"
                    "The tour takes in the great oak vats and then the roof, where glass demijohns of sweet wine spend a "
                    "year in the sun. Tasting is free, and so is the grape juice. A four-kilometre waymarked path leaves "
                    "from the car park and circles the three valleys."
                ),
            },
            "ca": {
                "name": "Celler de les Tres Comes",
                "summary": "Quaranta-dos vinyaters, un celler del 1921 i vins dolços que envelleixen al sol.",
                "text": (
                    "La cooperativa va néixer d’un mal any i d’una bona idea. Els quaranta-dos socis treballen cent seixanta "
                    "hectàrees d’esquist, la majoria a mà, i fan el vi plegats a l’edifici dissenyat el 1921.\n\n"
                    "La visita passa pels tonells i després pel terrat, on les garrafes de vi dolç prenen el sol tot un any. "
                    "El tast és gratuït, i el suc de raïm també. Un camí senyalitzat de quatre quilòmetres volta les comes "
                    "des de l’aparcament."
                ),
            },
        },
    },
    {
        "code": "moulin-puig",
        "kind": "producer",
        "commune": "la-tour-des-oliviers",
        "address": "3 chemin du Puig, 99170 La Tour-des-Oliviers",
        "latitude": 42.5855,
        "longitude": 3.0835,
        "phone": "+33 4 65 71 02 20",
        "email": "bonjour@moulin-puig.example",
        "website": "https://moulin-puig.example/",
        "accessibility": ["motor", "hearing"],
        "opening": {
            "periods": [
                {
                    "from": "01-10",
                    "until": "12-23",
                    "hours": {
                        "tue": [["10:00", "12:00"], ["14:30", "18:00"]],
                        "wed": [["10:00", "12:00"], ["14:30", "18:00"]],
                        "thu": [["10:00", "12:00"], ["14:30", "18:00"]],
                        "fri": [["10:00", "12:00"], ["14:30", "18:00"]],
                        "sat": [["10:00", "12:00"], ["14:30", "18:00"]],
                    },
                },
            ],
            "note": {
                "fr": "Démonstration de la meule le mercredi et le samedi à 15 h.",
                "en": "Millstone demonstration on Wednesdays and Saturdays at 3 pm.",
                "ca": "Demostració de la mola el dimecres i el dissabte a les 15 h.",
            },
        },
        "picture": "olive-grove",
        "pictures": ["windmill"],
        "family": True,
        "words": {
            "fr": {
                "name": "Moulin du Puig",
                "summary": "Une meule de granit, deux variétés d’olives et une huile qui pique un peu, comme il faut.",
                "text": (
                    "Cinq générations ont pressé ici. La grande meule tourne encore, pour les visites et pour les petites "
                    "récoltes que les voisins apportent en cageots ; le reste passe par l’atelier d’à côté, plus rapide et "
                    "moins bruyant.\n\n"
                    "On goûte trois huiles sur du pain, dans l’ordre, en apprenant à reconnaître l’artichaut, l’amande et la "
                    "pomme verte. La boutique vend aussi des olives cassées et du savon. Visite de quarante minutes, "
                    "gratuite, sur sol plat."
                ),
            },
            "en": {
                "name": "Moulin du Puig",
                "summary": "A granite millstone, two kinds of olive and an oil with a slight bite, as it should have.",
                "text": (
                    "Five generations have pressed oil here. The great stone still turns for visitors, and for the small "
                    "harvests that neighbours bring in crates; the rest goes through the workshop next door, which is faster "
                    "and quieter.\n\n"
                    "You taste three oils on bread, in order, and learn to recognise artichoke, almond and green apple. The "
                    "shop also sells cracked olives and soap. The visit takes forty minutes, costs nothing and is on level "
                    "ground throughout."
                ),
            },
            "ca": {
                "name": "Molí del Puig",
                "summary": "Una mola de granit, dues varietats d’oliva i un oli que pica una mica, com cal.",
                "text": (
                    "Aquí hi han premsat cinc generacions. La gran mola encara roda per a les visites i per a les petites "
                    "collites que els veïns porten amb caixes; la resta passa pel taller del costat, més ràpid i menys "
                    "sorollós.\n\n"
                    "Es tasten tres olis amb pa, per ordre, i s’aprèn a reconèixer-hi la carxofa, l’ametlla i la poma verda. "
                    "La botiga també ven olives trencades i sabó. La visita dura quaranta minuts, és gratuïta i tota en pla."
                ),
            },
        },
    },
    {
        "code": "atelier-terre",
        "kind": "shop",
        "commune": "castelnou-d-aurelle",
        "address": "14 rue des Potiers, 99120 Castelnou-d’Aurelle",
        "latitude": 42.4757,
        "longitude": 3.0912,
        "phone": "+33 4 65 71 02 16",
        "email": "atelier@terre-castelnou.example",
        "website": "https://terre-castelnou.example/",
        "accessibility": ["motor"],
        "opening": {
            "periods": [
                {
                    "from": "03-01",
                    "until": "12-31",
                    "hours": {
                        "tue": [["10:00", "12:30"], ["14:30", "18:30"]],
                        "wed": [["10:00", "12:30"], ["14:30", "18:30"]],
                        "thu": [["10:00", "12:30"], ["14:30", "18:30"]],
                        "fri": [["10:00", "12:30"], ["14:30", "18:30"]],
                        "sat": [["10:00", "12:30"], ["14:30", "18:30"]],
                    },
                },
            ],
            "note": {
                "fr": "Atelier visible depuis la boutique. Initiation sur réservation.",
                "en": "The workshop can be seen from the shop. Classes by booking.",
                "ca": "El taller es veu des de la botiga. Classes amb reserva.",
            },
        },
        "picture": "pottery-workshop",
        "pictures": [],
        "family": True,
        "words": {
            "fr": {
                "name": "Terre de Castelnou",
                "summary": "Bols, cruches et carreaux tournés sur place, avec l’argile rouge prise au bord de l’Aurelle.",
                "text": (
                    "Deux potières ont rallumé en 2009 le dernier four de la rue. Elles tournent devant vous une vaisselle "
                    "simple, émaillée de vert et de miel, qui supporte le lave-vaisselle et la chute d’une petite hauteur.\n\n"
                    "Les pièces à peine voilées se vendent à moitié prix, dans la caisse près de la porte. Le mercredi, les "
                    "enfants modèlent une cigale ou un dragon ; on la leur envoie cuite trois semaines plus tard. Une rampe "
                    "amovible est disponible, il suffit de sonner."
                ),
            },
            "en": {
                "name": "Terre de Castelnou",
                "summary": "Bowls, jugs and tiles thrown on the spot, from red clay dug beside the River Aurelle.",
                "text": (
                    "In 2009 two potters relit the last kiln in the street. They throw simple tableware in front of you, "
                    "glazed green and honey, that can stand the dishwasher and a fall from no great height.\n\n"
                    "Pieces with a slight warp sell at half price from the crate by the door. On Wednesdays children model a "
                    "cicada or a dragon, which is fired and posted to them three weeks later. A removable ramp is available: "
                    "just ring the bell."
                ),
            },
            "ca": {
                "name": "Terra de Castelnou",
                "summary": "Bols, càntirs i rajoles fets al torn aquí mateix, amb l’argila roja de la vora de l’Aurelle.",
                "text": (
                    "El 2009, dues terrissaires van tornar a encendre l’últim forn del carrer. Davant vostre tornegen una "
                    "vaixella senzilla, envernissada de verd i de mel, que aguanta el rentaplats i alguna caiguda de poca "
                    "alçada.\n\n"
                    "Les peces una mica guerxes es venen a meitat de preu, a la caixa de vora la porta. El dimecres la "
                    "mainada modela una cigala o un drac, i els l’enviem cuit al cap de tres setmanes. Hi ha una rampa "
                    "portàtil: només cal trucar."
                ),
            },
        },
    },
]
