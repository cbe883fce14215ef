"""Events of the demo destination: workshops, talks and children, part 3."""

EVENTS = [
    {
        "code": "montgolfieres",
        "place": None,
        "commune": "vallbona-les-vignes",
        "categories": ["festival", "sport"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "waiting",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "sunday", "weeks": 9}, "days": 1, "start": "06:30", "end": "10:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [
            {
                "code": "other",
                "label": {"fr": "Vol d’une heure", "en": "One-hour flight", "ca": "Vol d’una hora"},
                "amount": "190.00",
            },
        ],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "outdoors",
        "family": False,
        "accessibility": [],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "hot-air-balloons",
        "words": {
            "fr": {
                "title": "Les montgolfières au lever du jour",
                "summary": "Huit ballons décollent des vignes à l’aube ; on peut monter à bord ou simplement venir voir.",
                "text": (
                    "Le gonflement commence avant le soleil et se regarde de très près. Les vols, d’une heure environ, "
                    "dépendent du vent ; la décision est prise la veille à vingt heures. Café et brioche dans la cour de la "
                    "cave pour tout le monde, passagers ou non."
                ),
            },
            "en": {
                "title": "Balloons at daybreak",
                "summary": "Eight balloons rise from the vines at dawn; climb aboard or simply come to watch.",
                "text": (
                    "Inflation begins before sunrise and can be watched from close by. Flights last about an hour and depend "
                    "on the wind; the decision is taken at eight the evening before. There is coffee and brioche in the "
                    "winery courtyard for everyone, whether flying or not."
                ),
            },
            "ca": {
                "title": "Globus a trenc d’alba",
                "summary": "Vuit globus s’enlairen de les vinyes a l’alba; s’hi pot pujar o simplement venir a mirar.",
                "text": (
                    "S’inflen abans que surti el sol i es poden veure de ben a prop. Els vols duren més o menys una hora i "
                    "depenen del vent; la decisió es pren la vigília a les vuit del vespre. Cafè i coca al pati del celler "
                    "per a tothom, es voli o no."
                ),
            },
        },
    },
    {
        "code": "troc-plantes",
        "place": "jardin-orangers",
        "commune": "la-tour-des-oliviers",
        "categories": ["market", "workshop"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "sent_back",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "saturday", "weeks": 4}, "days": 1, "start": "14:00", "end": "17:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "outdoors",
        "family": True,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "spring-orchard",
        "words": {
            "fr": {
                "title": "Troc de plantes",
                "summary": "Apportez une bouture, repartez avec une autre, et posez vos questions à la jardinière.",
                "text": (
                    "Les tables sont installées autour du bassin. On échange boutures, graines, pots et conseils, sans "
                    "argent. La jardinière tient une consultation pour les plantes qui vont mal, à condition de les "
                    "apporter. Entrée du jardin gratuite pour les participants pendant l’après-midi."
                ),
            },
        },
    },
    {
        "code": "kayak-vieux-pont",
        "place": None,
        "commune": "les-bains-de-vernet-haut",
        "categories": ["sport"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "sent_back",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "saturday", "weeks": 5}, "days": 1, "start": "10:00", "end": "12:30"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "28.00"}, {"code": "child", "amount": "20.00"}],
        "booking_url": "",
        "registration": True,
        "ages": [10, 99],
        "setting": "outdoors",
        "family": False,
        "accessibility": [],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": "kayak-river",
        "words": {
            "fr": {
                "title": "Descente en kayak jusqu’au vieux pont",
                "summary": "Six kilomètres de rivière claire, deux petits rapides et un moniteur devant.",
                "text": (
                    "Le départ se fait sous le parc thermal et l’arrivée au vieux pont, d’où une navette ramène le groupe. "
                    "Combinaisons, casques et gilets sont fournis. Il faut savoir nager vingt-cinq mètres. La sortie dépend "
                    "du niveau de l’eau, confirmé la veille en fin de journée."
                ),
            },
        },
    },
    {
        "code": "marche-artisans",
        "place": "place-arcades",
        "commune": "castelnou-d-aurelle",
        "categories": ["market"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": -15}, "days": 1, "start": "10:00", "end": "19:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "outdoors",
        "family": True,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "christmas-square",
        "words": {
            "fr": {
                "title": "Le marché des artisans",
                "summary": (
                    "Quarante ateliers du pays exposent sous les arcades : verre, laine, bois, cuir, papier et fer forgé."
                ),
                "text": (
                    "Aucun revendeur, aucune caisse venue de loin : chaque exposant travaille à moins de trente kilomètres "
                    "et montre un geste. On peut tisser dix rangs, souffler une bulle, tamponner une carte. Les commandes "
                    "passées sur place sont livrées sans frais dans les trois offices."
                ),
            },
            "en": {
                "title": "The makers’ market",
                "summary": (
                    "Forty local workshops show their work under the arcades: glass, wool, wood, leather, paper and iron."
                ),
                "text": (
                    "No resellers and no crates from far away: every exhibitor works within thirty kilometres and shows a "
                    "skill. Weave ten rows, blow a bubble of glass, print a card. Orders placed on the day are delivered "
                    "free of charge to any of the three tourist offices."
                ),
            },
            "ca": {
                "title": "El mercat dels artesans",
                "summary": (
                    "Quaranta tallers del país exposen sota les arcades: vidre, llana, fusta, cuir, paper i ferro forjat."
                ),
                "text": (
                    "Ni revenedors ni caixes vingudes de lluny: tots treballen a menys de trenta quilòmetres i mostren un "
                    "gest. S’hi poden teixir deu passades, bufar una bombolla de vidre o estampar una targeta. Els encàrrecs "
                    "es lliuren sense despeses a qualsevol de les tres oficines."
                ),
            },
        },
    },
]
