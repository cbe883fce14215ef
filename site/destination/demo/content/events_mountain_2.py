"""Events of the demo destination: snow, stars and sport, part 2."""

EVENTS = [
    {
        "code": "trail-trois-cretes",
        "place": None,
        "commune": "mont-clar",
        "categories": ["sport"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "sunday", "weeks": 10}, "days": 1, "start": "07:00", "end": "16:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [
            {"code": "full", "amount": "32.00"},
            {
                "code": "other",
                "label": {"fr": "Parcours de 14 km", "en": "14 km course", "ca": "Recorregut de 14 km"},
                "amount": "18.00",
            },
        ],
        "booking_url": "https://billetterie.aurelle.example/trail-trois-cretes/",
        "registration": True,
        "ages": [16, 99],
        "setting": "outdoors",
        "family": False,
        "accessibility": [],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": "summit-sunrise",
        "words": {
            "fr": {
                "title": "Le trail des Trois Crêtes",
                "summary": "Trente-huit kilomètres et 2 300 m de montée, ou quatorze kilomètres pour garder le sourire.",
                "text": (
                    "Départ à sept heures sur la place de Mont-Clar, ravitaillements au fromage et à la soupe, arrivée dans "
                    "la fontaine pour ceux qui osent. Le petit parcours part à neuf heures. Gobelet et couverture de survie "
                    "obligatoires. Navettes gratuites depuis la gare des Bains dès cinq heures trente."
                ),
            },
            "en": {
                "title": "Three Ridges trail run",
                "summary": "Thirty-eight kilometres with 2,300 m of climbing, or fourteen kilometres to keep you smiling.",
                "text": (
                    "The start is at seven on the square in Mont-Clar, with cheese and soup at the aid stations, and a "
                    "finish in the fountain for those who dare. The short course leaves at nine. You must carry a cup and a "
                    "survival blanket. Free shuttles run from Les Bains station from half past five."
                ),
            },
            "ca": {
                "title": "La cursa de les Tres Carenes",
                "summary": "Trenta-vuit quilòmetres i 2.300 m de pujada, o catorze quilòmetres per acabar rient.",
                "text": (
                    "Se surt a les set de la plaça de Mont-Clar, els avituallaments són de formatge i sopa, i l’arribada és "
                    "dins la font per a qui s’hi atreveixi. El recorregut curt surt a les nou. Cal portar got i manta "
                    "tèrmica. Bus gratuït des de l’estació dels Banys a partir de dos quarts de sis."
                ),
            },
        },
    },
    {
        "code": "boucle-velo",
        "place": "cave-trois-combes",
        "commune": "vallbona-les-vignes",
        "categories": ["sport", "visit"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": -6}, "days": 1, "start": "09:00", "end": "12:30"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "18.00"}, {"code": "reduced", "amount": "12.00"}],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "outdoors",
        "family": False,
        "accessibility": [],
        "organiser": "Cave des Trois Combes",
        "phone": "+33 4 65 71 02 10",
        "email": "cave@trois-combes.example",
        "picture": "cycling-road",
        "words": {
            "fr": {
                "title": "La boucle des combes à vélo",
                "summary": "Vingt-six kilomètres à assistance électrique, trois haltes et un pique-nique de vignerons.",
                "text": (
                    "Le groupe compte douze vélos et deux guides. On monte à la chapelle, on longe l’ancien canal, on "
                    "s’arrête chez une vigneronne qui taille encore à cheval. Routes calmes, une seule côte, casques "
                    "fournis. Le pique-nique est compris ; la dégustation se fait à l’arrivée, jamais en route."
                ),
            },
            "en": {
                "title": "Round the valleys by bike",
                "summary": "Twenty-six kilometres by electric bike, three stops and a winegrowers’ picnic.",
                "text": (
                    "The group has twelve bikes and two guides. You climb to the chapel, follow the old canal and call on a "
                    "grower who still works with a horse. Roads are quiet, there is one hill, and helmets are provided. The "
                    "picnic is included; the tasting comes at the end, never on the way."
                ),
            },
            "ca": {
                "title": "La volta de les comes en bicicleta",
                "summary": "Vint-i-sis quilòmetres amb bicicleta elèctrica, tres parades i un pícnic de vinyaters.",
                "text": (
                    "El grup és de dotze bicicletes i dos guies. Es puja a la capella, es ressegueix l’antic canal i es fa "
                    "parada a cal d’una vinyatera que encara llaura amb cavall. Carreteres tranquil·les, una sola pujada i "
                    "cascos inclosos. El pícnic hi entra; el tast es fa a l’arribada, mai pel camí."
                ),
            },
        },
    },
    {
        "code": "yoga-bains",
        "place": "bains-font-calda",
        "commune": "les-bains-de-vernet-haut",
        "categories": ["sport"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "monday", "weeks": -1}, "days": 1, "start": "08:30", "end": "09:45"}],
            "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["mon"], "until": {"in_days": 85}},
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "16.00"}, {"code": "reduced", "amount": "12.00"}],
        "booking_url": "",
        "registration": True,
        "ages": [14, 99],
        "setting": "indoors",
        "family": False,
        "accessibility": ["hearing"],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": "thermal-pools",
        "words": {
            "fr": {
                "title": "Yoga et bain du matin",
                "summary": "Une heure d’étirements sur la terrasse des bains, puis l’eau à 36 °C avant l’arrivée du public.",
                "text": (
                    "Les tapis sont déroulés face à la montagne, ou sous la verrière s’il fait froid. La séance convient aux "
                    "débutants, se suit en français et en anglais, et finit dans le bassin calme, réservé au groupe pendant "
                    "vingt minutes. Serviette et tisane comprises. Douze places."
                ),
            },
            "en": {
                "title": "Morning yoga and bathing",
                "summary": "An hour of stretching on the terrace of the baths, then water at 36 °C before the doors open.",
                "text": (
                    "Mats are laid out facing the mountain, or under glass if it is cold. The class suits beginners, is "
                    "taught in French and English, and ends in the quiet pool, which the group has to itself for twenty "
                    "minutes. Towel and herbal tea are included. Twelve places."
                ),
            },
            "ca": {
                "title": "Ioga i bany del matí",
                "summary": "Una hora d’estiraments a la terrassa dels banys i després l’aigua a 36 °C, abans que obrin portes.",
                "text": (
                    "Les estores es posen de cara a la muntanya, o sota la vidriera si fa fred. La sessió és apta per a "
                    "principiants, es fa en francès i en anglès i acaba a la bassa tranquil·la, reservada al grup durant "
                    "vint minuts. Tovallola i tisana incloses. Dotze places."
                ),
            },
        },
    },
    {
        "code": "regate-fin-de-saison",
        "place": "voile-aurelle",
        "commune": "estany-sur-mer",
        "categories": ["sport"],
        "organisation": "ot-cote",
        "author": "corentin@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": -20}, "days": 1, "start": "10:00", "end": "17:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "outdoors",
        "family": False,
        "accessibility": [],
        "organiser": "Voile d’Aurelle, école nautique",
        "phone": "+33 4 65 71 02 50",
        "email": "ecole@voile-aurelle.example",
        "picture": "kitesurf-bay",
        "words": {
            "fr": {
                "title": "La régate des débutants",
                "summary": "Tous ceux qui ont appris à naviguer à l’école sont invités à se mesurer, sans chronomètre.",
                "text": (
                    "Vingt-quatre bateaux, une seule règle de priorité expliquée trois fois, et un classement établi par "
                    "tirage au sort. Les parents suivent depuis le ponton, avec des jumelles et des sandwichs. Remise des "
                    "prix à seize heures, en présence de celui qui a chaviré le plus souvent."
                ),
            },
            "en": {
                "title": "The beginners’ regatta",
                "summary": "Everyone who learnt to sail at the school is invited to race, without a stopwatch.",
                "text": (
                    "Twenty-four boats, one right-of-way rule explained three times, and final placings drawn from a hat. "
                    "Parents follow every tack from the jetty with binoculars and sandwiches. Prizes are given out at four, "
                    "in the presence of whoever has capsized most often."
                ),
            },
        },
    },
]
