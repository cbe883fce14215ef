"""Events of the demo destination: snow, stars and sport, part 1."""

EVENTS = [
    {
        "code": "ouverture-pistes",
        "place": "station-mont-clar",
        "commune": "mont-clar",
        "categories": ["feast", "sport", "children"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "saturday", "weeks": 10}, "days": 1, "start": "09:00", "end": "17:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "15.00"}, {"code": "child", "amount": "8.00"}],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "outdoors",
        "family": True,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": "ski-slope",
        "words": {
            "fr": {
                "title": "L’ouverture des pistes",
                "summary": "Le premier jour du télésiège : forfait à demi-tarif, essais de matériel et chocolat chaud à midi.",
                "text": (
                    "Si la neige est là, les cinq remontées tournent ; sinon, le jardin d’enfants et la luge suffisent à la "
                    "fête. Les moniteurs offrent une demi-heure à ceux qui n’ont jamais chaussé, les loueurs font essayer, "
                    "et les deux fauteuils-ski sont réservables sur place. Navette C toutes les demi-heures."
                ),
            },
            "en": {
                "title": "First day on the slopes",
                "summary": "The chairlift’s first day: half-price passes, equipment to try and hot chocolate at noon.",
                "text": (
                    "If there is snow, all five lifts run; if not, the nursery slope and the toboggans are enough for a "
                    "party. Instructors offer half an hour to anyone who has never worn skis, hire shops let you try their "
                    "kit, and two sit-skis can be booked on the spot. Shuttle C every half hour."
                ),
            },
            "ca": {
                "title": "L’obertura de les pistes",
                "summary": (
                    "El primer dia del telecadira: forfet a meitat de preu, material per provar i xocolata desfeta al migdia."
                ),
                "text": (
                    "Si hi ha neu, funcionen els cinc remuntadors; si no, amb el jardí de neu i els trineus n’hi ha prou per "
                    "fer festa. Els monitors regalen mitja hora a qui no s’ha posat mai uns esquís, les botigues deixen "
                    "provar material i les dues cadires d’esquí es reserven allà mateix. Bus C cada mitja hora."
                ),
            },
        },
    },
    {
        "code": "raquettes-lune",
        "place": "station-mont-clar",
        "commune": "mont-clar",
        "categories": ["walk", "sport"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "cancelled",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 6}, "days": 1, "start": "19:00", "end": "22:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "22.00"}, {"code": "child", "amount": "14.00"}],
        "booking_url": "",
        "registration": True,
        "ages": [10, 99],
        "setting": "outdoors",
        "family": False,
        "accessibility": [],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": "snowshoe-forest",
        "words": {
            "fr": {
                "title": "Raquettes à la pleine lune",
                "summary": "Trois heures dans la pinède blanche avec un accompagnateur, puis une soupe au gîte.",
                "text": (
                    "La sortie est annulée faute de neige suffisante sur le parcours. Les personnes inscrites sont prévenues "
                    "et remboursées. L’accompagnateur propose le même soir une marche à la lanterne jusqu’au gîte, sans "
                    "raquettes et sans difficulté ; renseignements à l’office des Bains."
                ),
            },
            "en": {
                "title": "Full moon on snowshoes",
                "summary": "Three hours in the white pine wood with a guide, then soup at the hostel.",
                "text": (
                    "This outing is cancelled because there is not enough snow on the route. Everyone who booked has been "
                    "told and refunded. The same evening the guide will lead an easy lantern walk to the hostel, without "
                    "snowshoes; ask for details at the tourist office in Les Bains."
                ),
            },
            "ca": {
                "title": "Raquetes sota la lluna plena",
                "summary": "Tres hores per la pineda blanca amb un guia i, per acabar, sopa a l’alberg.",
                "text": (
                    "La sortida s’ha anul·lat perquè no hi ha prou neu al recorregut. Les persones apuntades ja estan "
                    "avisades i se’ls han tornat els diners. El mateix vespre, el guia proposa una caminada amb fanals fins "
                    "a l’alberg, sense raquetes i sense dificultat; informació a l’oficina dels Banys."
                ),
            },
        },
    },
    {
        "code": "soupe-refuge",
        "place": "gite-jasse",
        "commune": "mont-clar",
        "categories": ["food", "feast"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "friday", "weeks": 0}, "days": 1, "start": "18:30", "end": "21:30"}],
            "rule": {"frequency": "weekly", "interval": 2, "weekdays": ["fri"], "until": {"in_days": 100}},
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "26.00"}, {"code": "child", "amount": "16.00"}],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": [],
        "organiser": "Gîte de la Jasse",
        "phone": "+33 4 65 71 02 40",
        "email": "gite@la-jasse.example",
        "picture": "snow-village",
        "words": {
            "fr": {
                "title": "La grande soupe de la Jasse",
                "summary": "Un vendredi sur deux, la longue table, trois soupes et le berger qui apporte le fromage.",
                "text": (
                    "Tout le monde s’assoit côte à côte et se sert au chaudron. Une soupe de légumes, une soupe de "
                    "châtaignes, et celle du jour, que la gardienne ne dit qu’au dernier moment. Montée à pied en vingt "
                    "minutes depuis le village, lampe frontale prêtée pour redescendre. Nuit possible sur place."
                ),
            },
            "en": {
                "title": "Soup night at La Jasse",
                "summary": "Every other Friday: the long table, three soups and a shepherd bringing the cheese.",
                "text": (
                    "Everyone sits side by side and helps themselves from the pot. One vegetable soup, one chestnut soup, "
                    "and a soup of the day that the warden keeps to herself until the last moment. It is a twenty-minute "
                    "walk up from the village; head torches are lent for the way down, or you can stay the night."
                ),
            },
            "ca": {
                "title": "La gran sopa de la Jaça",
                "summary": "Un divendres de cada dos, la taula llarga, tres sopes i el pastor que porta el formatge.",
                "text": (
                    "Tothom seu de costat i se serveix de l’olla. Una sopa de verdures, una de castanyes i la del dia, que "
                    "la guardiana no diu fins a l’últim moment. S’hi puja a peu en vint minuts des del poble, i es deixen "
                    "frontals per baixar. També s’hi pot fer nit."
                ),
            },
        },
    },
    {
        "code": "etoiles-mont-clar",
        "place": "gite-jasse",
        "commune": "mont-clar",
        "categories": ["walk", "talk"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "saturday", "weeks": -1}, "days": 1, "start": "21:00", "end": "23:30"}],
            "rule": {"frequency": "weekly", "interval": 2, "weekdays": ["sat"], "until": {"in_days": 120}},
            "excluded": [],
        },
        "free": False,
        "prices": [
            {"code": "full", "amount": "12.00"},
            {"code": "child", "amount": "6.00"},
            {"code": "family", "amount": "30.00"},
        ],
        "booking_url": "",
        "registration": True,
        "ages": [7, 99],
        "setting": "outdoors",
        "family": True,
        "accessibility": [],
        "organiser": "Gîte de la Jasse",
        "phone": "+33 4 65 71 02 40",
        "email": "gite@la-jasse.example",
        "picture": "mountain-hut-stars",
        "words": {
            "fr": {
                "title": "Une nuit sous la Voie lactée",
                "summary": "Deux télescopes, un astronome qui tutoie Saturne et le ciel le plus noir du pays.",
                "text": (
                    "Le rendez-vous est au gîte ; on éteint tout, on s’habitue à l’obscurité, et l’on commence à l’œil nu. "
                    "L’astronome montre les constellations au laser avant de passer aux télescopes. Couvertures et tisanes "
                    "fournies. En cas de nuages, la soirée devient une causerie dans la grande salle."
                ),
            },
            "en": {
                "title": "A night under the Milky Way",
                "summary": "Two telescopes, an astronomer on first-name terms with Saturn, and the darkest sky in the area.",
                "text": (
                    "Meet at the hostel; the lights go out, your eyes adjust, and you begin without instruments. The "
                    "astronomer points out the constellations with a laser before moving on to the telescopes. Blankets and "
                    "herbal tea are provided. If it is cloudy, the evening becomes a talk in the big room."
                ),
            },
            "ca": {
                "title": "Una nit sota la Via Làctia",
                "summary": "Dos telescopis, un astrònom que tracta Saturn de tu i el cel més fosc del país.",
                "text": (
                    "Ens trobem a l’alberg; s’apaga tot, els ulls s’hi acostumen i es comença sense aparells. L’astrònom "
                    "assenyala les constel·lacions amb un làser abans de passar als telescopis. Hi ha mantes i tisanes. Si "
                    "el cel és tapat, la vetllada es converteix en una xerrada a la sala gran."
                ),
            },
        },
    },
    {
        "code": "etoiles-chateau",
        "place": "chateau-roca",
        "commune": "sant-miquel-de-la-roca",
        "categories": ["talk", "children"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "waiting",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "saturday", "weeks": 8}, "days": 1, "start": "21:30", "end": "23:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "8.00"}, {"code": "child", "amount": "4.00"}],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "outdoors",
        "family": True,
        "accessibility": [],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": None,
        "words": {
            "fr": {
                "title": "Le ciel du château",
                "summary": "Une soirée d’observation dans la cour basse, avec le club d’astronomie de Sant Miquel.",
                "text": (
                    "Trois lunettes, un planisphère pour chacun et des histoires de bergers qui lisaient l’heure dans la "
                    "Grande Ourse. La soirée convient aux enfants à partir de sept ans. Les lampadaires du village seront "
                    "éteints par la mairie. Repli dans la salle des gardes si le ciel se couvre."
                ),
            },
        },
    },
]
