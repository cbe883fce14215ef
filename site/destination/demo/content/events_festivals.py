"""Events of the demo destination: festivals."""

EVENTS = [
    {
        "code": "nuits-des-remparts",
        "place": "remparts-castelnou",
        "commune": "castelnou-d-aurelle",
        "categories": ["festival", "music"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [
                {"day": {"next": "friday", "weeks": 5}, "days": 1, "start": "20:30", "end": "23:30"},
                {"day": {"next": "saturday", "weeks": 5}, "days": 1, "start": "19:00", "end": "23:59"},
                {"day": {"next": "sunday", "weeks": 5}, "days": 1, "start": "18:00", "end": "22:00"},
            ],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [
            {"code": "full", "amount": "24.00"},
            {"code": "reduced", "amount": "18.00"},
            {"code": "child", "amount": "10.00"},
            {
                "code": "other",
                "label": {"fr": "Pass trois soirs", "en": "Three-night pass", "ca": "Abonament de tres nits"},
                "amount": "55.00",
            },
        ],
        "booking_url": "https://billetterie.aurelle.example/nuits-des-remparts/",
        "registration": False,
        "ages": None,
        "setting": "outdoors",
        "family": False,
        "accessibility": ["motor", "hearing"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "night-festival-stage",
        "words": {
            "fr": {
                "title": "Les Nuits des remparts",
                "summary": "Trois soirs de musiques de la Méditerranée au pied des tours, du chant polyphonique à la fanfare.",
                "text": (
                    "La grande scène est dressée dans les prés, sous l’enceinte éclairée. Vendredi, polyphonies et "
                    "tambours ; samedi, deux orchestres et un bal jusqu’à minuit ; dimanche, un concert assis dès dix-huit "
                    "heures, pensé pour les familles. Plateforme pour fauteuils, gilets vibrants, train supplémentaire après "
                    "le dernier rappel."
                ),
            },
            "en": {
                "title": "Nights of the Ramparts",
                "summary": "Three evenings of Mediterranean music below the towers, from polyphonic song to brass band.",
                "text": (
                    "The main stage stands in the meadows beneath the floodlit walls. Friday brings polyphony and drums; "
                    "Saturday, two orchestras and dancing until midnight; Sunday, a seated concert from six o’clock with "
                    "families in mind. There is a wheelchair platform, vibrating vests and an extra train after the last "
                    "encore."
                ),
            },
            "ca": {
                "title": "Les Nits de les muralles",
                "summary": "Tres vespres de músiques de la Mediterrània al peu de les torres, del cant polifònic a la xaranga.",
                "text": (
                    "L’escenari gran es planta als prats, sota el recinte il·luminat. Divendres, polifonies i tambors; "
                    "dissabte, dues orquestres i ball fins a mitjanit; diumenge, un concert assegut a partir de les sis, "
                    "pensat per a les famílies. Plataforma per a cadires de rodes, armilles vibratòries i un tren "
                    "suplementari després de l’últim bis."
                ),
            },
        },
    },
    {
        "code": "cordes-et-clochers",
        "place": None,
        "commune": "la-tour-des-oliviers",
        "categories": ["festival", "music"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [
                {"day": {"next": "saturday", "weeks": 7}, "days": 1, "start": "17:00", "end": "18:30"},
                {"day": {"next": "sunday", "weeks": 7}, "days": 1, "start": "11:00", "end": "12:15"},
            ],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [
            {"code": "full", "amount": "15.00"},
            {"code": "reduced", "amount": "10.00"},
            {"code": "child", "amount": "0.00"},
        ],
        "booking_url": "https://billetterie.aurelle.example/cordes-et-clochers/",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "village-church",
        "words": {
            "fr": {
                "title": "Cordes et clochers",
                "summary": "Deux jours de musique de chambre dans les églises de La Tour, à portée de chaise des musiciens.",
                "text": (
                    "Un violoncelle seul le samedi, un quintette le dimanche, et quatre-vingts chaises, pas une de plus. Les "
                    "interprètes présentent les œuvres en quelques mots et restent après le concert. Un verre de sirop "
                    "d’orange du jardin voisin est servi sur le parvis. Entrée libre avant douze ans."
                ),
            },
            "en": {
                "title": "Strings and Steeples",
                "summary": "Two days of chamber music in the churches of La Tour, a chair’s length from the players.",
                "text": (
                    "A solo cello on Saturday, a quintet on Sunday and eighty chairs, not one more. The players introduce "
                    "the works in a few words and stay on after the concert. A glass of orange cordial from the garden next "
                    "door is served outside the church. Free for under-twelves."
                ),
            },
            "ca": {
                "title": "Cordes i campanars",
                "summary": "Dos dies de música de cambra a les esglésies de La Tour, a tocar dels músics.",
                "text": (
                    "Un violoncel sol el dissabte, un quintet el diumenge i vuitanta cadires, ni una més. Els intèrprets "
                    "presenten les obres amb quatre paraules i es queden després del concert. Davant de l’església se "
                    "serveix un got de xarop de taronja del jardí veí. Gratuït fins als dotze anys."
                ),
            },
        },
    },
    {
        "code": "fete-voiles-latines",
        "place": "port-de-port-aurelle",
        "commune": "port-aurelle",
        "categories": ["festival", "sport"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [
                {"day": {"next": "saturday", "weeks": 9}, "days": 1, "start": "10:00", "end": "19:00"},
                {"day": {"next": "sunday", "weeks": 9}, "days": 1, "start": "10:00", "end": "17:00"},
            ],
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
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": "lateen-regatta",
        "words": {
            "fr": {
                "title": "La fête des voiles latines",
                "summary": "Trente barques à voile triangulaire, deux régates, et le quai rendu aux charpentiers de marine.",
                "text": (
                    "Les barques arrivent de toute la côte le vendredi soir. Régates le matin, défilé des équipages à midi, "
                    "puis l’on embarque qui veut pour un tour de baie. Sur le quai, on apprend à calfater, à faire un nœud "
                    "de chaise et à griller les sardines sans les brûler."
                ),
            },
            "en": {
                "title": "Lateen Sail Festival",
                "summary": "Thirty boats with three-cornered sails, two regattas, and the quay handed back to the shipwrights.",
                "text": (
                    "Boats gather from all along the coast on the Friday evening. There is racing in the morning and a "
                    "crews’ parade at noon, and then anyone may climb aboard for a turn round the bay. On the quay, learn to "
                    "caulk a hull, tie a bowline and grill sardines without burning them."
                ),
            },
            "ca": {
                "title": "La festa de la vela llatina",
                "summary": "Trenta barques de vela triangular, dues regates i el moll tornat als mestres d’aixa.",
                "text": (
                    "Les barques arriben de tota la costa el divendres al vespre. Regates al matí, desfilada de tripulacions "
                    "al migdia i després s’embarca qui vol per fer un tomb per la badia. Al moll s’hi aprèn a calafatar, a "
                    "fer un as de guia i a rostir sardines sense que es cremin."
                ),
            },
        },
    },
]
