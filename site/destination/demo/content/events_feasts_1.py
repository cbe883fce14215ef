"""Events of the demo destination: feasts and traditions, part 1."""

EVENTS = [
    {
        "code": "castanyada-les-bains",
        "place": None,
        "commune": "les-bains-de-vernet-haut",
        "categories": ["feast", "food"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 19}, "days": 1, "start": "15:00", "end": "19:00"}],
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
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": "chestnut-forest",
        "words": {
            "fr": {
                "title": "Castanyada sous les tilleuls",
                "summary": (
                    "Deux cents kilos de châtaignes, du vin doux, du jus de pomme et une cobla pour réchauffer tout le monde."
                ),
                "text": (
                    "Les châtaignes viennent du bois d’en face et les poêles percées du comité des fêtes. On les épluche "
                    "debout, les doigts noirs, près du feu. À seize heures, le conteur du village dit l’histoire de la "
                    "Marie-sans-tête ; à dix-sept heures, on danse. Apportez votre cornet en papier."
                ),
            },
            "en": {
                "title": "Castanyada under the lime trees",
                "summary": "Two hundred kilos of chestnuts, sweet wine, apple juice and a cobla band to warm everyone up.",
                "text": (
                    "The chestnuts come from the wood across the river, the pierced pans from the feast committee. You peel "
                    "them standing by the fire, with blackened fingers. At four the village storyteller tells of Headless "
                    "Marie; at five there is dancing. Bring your own paper cone."
                ),
            },
            "ca": {
                "title": "Castanyada sota els til·lers",
                "summary": "Dos-cents quilos de castanyes, vi dolç, suc de poma i una cobla per fer passar el fred.",
                "text": (
                    "Les castanyes venen del bosc de davant i les paelles foradades, del comitè de festes. Es pelen drets, "
                    "amb els dits negres, vora el foc. A les quatre, el contista del poble explica la història de la Maria "
                    "sense cap; a les cinc, ball. Porteu la paperina de casa."
                ),
            },
        },
    },
    {
        "code": "fete-vin-nouveau",
        "place": "cave-trois-combes",
        "commune": "vallbona-les-vignes",
        "categories": ["feast", "food"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "sunday", "weeks": 8}, "days": 1, "start": "10:00", "end": "18:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "both",
        "family": False,
        "accessibility": ["motor"],
        "organiser": "Cave des Trois Combes",
        "phone": "+33 4 65 71 02 10",
        "email": "cave@trois-combes.example",
        "picture": "grape-harvest",
        "words": {
            "fr": {
                "title": "La fête du vin nouveau",
                "summary": "Bénédiction à la chapelle, mise en perce à midi et grande tablée dans la cour de la cave.",
                "text": (
                    "Le premier tonneau descend de la chapelle sur une charrette tirée par deux mules. On le met en perce à "
                    "midi, on le goûte, on le discute. Repas des vignerons sur réservation, fanfare, concours de lancer de "
                    "bouchon. Les enfants foulent une cuvée à part, pieds nus, et l’emportent en jus."
                ),
            },
            "en": {
                "title": "New Wine Feast",
                "summary": (
                    "A blessing at the chapel, the first barrel tapped at noon, and one long table in the winery courtyard."
                ),
                "text": (
                    "The first barrel comes down from the chapel on a cart drawn by two mules. It is tapped at noon, tasted "
                    "and argued over. There is a growers’ lunch (book ahead), a brass band and a cork-throwing contest. "
                    "Children tread a vat of their own, barefoot, and take the juice home."
                ),
            },
            "ca": {
                "title": "La festa del vi novell",
                "summary": "Benedicció a la capella, primera bóta oberta al migdia i taula llarga al pati del celler.",
                "text": (
                    "La primera bóta baixa de la capella dalt d’un carro tirat per dues mules. S’obre al migdia, es tasta i "
                    "es discuteix. Dinar dels vinyaters amb reserva, xaranga i concurs de llançament de taps. La mainada "
                    "trepitja un cup a part, a peu nu, i s’endú el suc."
                ),
            },
        },
    },
    {
        "code": "sardanes-du-dimanche",
        "place": "place-arcades",
        "commune": "castelnou-d-aurelle",
        "categories": ["feast", "music"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "sunday", "weeks": -3}, "days": 1, "start": "18:00", "end": "19:30"}],
            "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["sun"], "until": {"in_days": 130}},
            "excluded": [{"nth_occurrence": 7}],
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
        "picture": "sardana-square",
        "words": {
            "fr": {
                "title": "Les sardanes du dimanche",
                "summary": (
                    "La ronde s’ouvre à qui veut entrer : une cobla, des habitués patients et une demi-heure pour apprendre."
                ),
                "text": (
                    "On pose les sacs au milieu du cercle, on donne la main à son voisin, on compte. La première demi-heure "
                    "est faite pour apprendre, avec un ancien qui dit les pas à voix basse. Puis la cobla joue six sardanes "
                    "et l’on regarde, si l’on préfère, d’une terrasse."
                ),
            },
            "en": {
                "title": "Sunday sardanas",
                "summary": "The circle opens for anyone who wants to join: a cobla, patient regulars and half an hour to learn.",
                "text": (
                    "Leave your bag in the middle of the ring, take your neighbour’s hand and count. The first half hour is "
                    "for learning, with an old hand calling the steps under his breath. Then the cobla plays six sardanas, "
                    "and you can just as well watch from a café table."
                ),
            },
            "ca": {
                "title": "Les sardanes del diumenge",
                "summary": (
                    "La rotllana s’obre a qui vol entrar-hi: una cobla, sardanistes pacients i mitja hora per aprendre’n."
                ),
                "text": (
                    "Es deixen les bosses al mig del cercle, es dona la mà al veí i es compta. La primera mitja hora és per "
                    "aprendre’n, amb un sardanista vell que diu els passos en veu baixa. Després la cobla toca sis sardanes, "
                    "i també es poden mirar des d’una terrassa."
                ),
            },
        },
    },
    {
        "code": "sortie-des-geants",
        "place": None,
        "commune": "sant-miquel-de-la-roca",
        "categories": ["feast", "children"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "sunday", "weeks": 6}, "days": 1, "start": "11:00", "end": "13:00"}],
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
        "picture": "giants-parade",
        "words": {
            "fr": {
                "title": "La sortie des géants",
                "summary": (
                    "Miquel et Sança, quatre mètres chacun, dansent sur la place avec leurs cousins des villages voisins."
                ),
                "text": (
                    "Les géants dorment dans l’église et sortent par la grande porte, en se baissant. Onze couples invités "
                    "les rejoignent, chacun avec ses grallers, pour un défilé qui finit en bal sur la place. Les enfants "
                    "peuvent entrer sous la robe de Sança pour comprendre comment elle tourne."
                ),
            },
            "en": {
                "title": "The giants come out",
                "summary": "Miquel and Sança, four metres tall, dance on the square with their cousins from nearby villages.",
                "text": (
                    "The giants sleep in the church and leave by the great door, stooping. Eleven visiting couples join "
                    "them, each with its own shawm players, in a parade that ends as a dance on the square. Children may "
                    "step inside Sança’s skirts to see what makes her turn."
                ),
            },
            "ca": {
                "title": "La sortida dels gegants",
                "summary": (
                    "En Miquel i la Sança, de quatre metres cadascun, ballen a la plaça amb els cosins dels pobles veïns."
                ),
                "text": (
                    "Els gegants dormen a l’església i surten pel portal gran, tot ajupint-se. S’hi afegeixen onze parelles "
                    "convidades, cadascuna amb els seus grallers, en una cercavila que acaba en ball a la plaça. La mainada "
                    "pot entrar sota la faldilla de la Sança per entendre com gira."
                ),
            },
        },
    },
    {
        "code": "carnaval-port",
        "place": "port-de-port-aurelle",
        "commune": "port-aurelle",
        "categories": ["feast", "children"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 40}, "days": 1, "start": "14:30", "end": "18:00"}],
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
        "picture": "giants-parade",
        "words": {
            "fr": {
                "title": "Carnaval du port",
                "summary": "Chars, fanfares et confettis de papier de riz, puis le procès du roi Sardine sur le quai.",
                "text": (
                    "Chaque quartier construit son char en secret, dans un hangar que tout le monde connaît. Le défilé part "
                    "de la gare et rejoint le quai, où le roi Sardine est jugé pour l’ensemble des malheurs de l’année. Sans "
                    "pétards ; un espace calme est ouvert à l’office pour ceux que le bruit fatigue."
                ),
            },
            "en": {
                "title": "Harbour carnival",
                "summary": "Floats, bands and rice-paper confetti, then the trial of King Sardine on the quay.",
                "text": (
                    "Each neighbourhood builds its float in secret, in a shed that everyone knows about. The parade leaves "
                    "from the station and makes for the quay, where King Sardine is tried for all the year’s misfortunes. No "
                    "firecrackers; a quiet room is open at the tourist office for anyone who finds the noise too much."
                ),
            },
            "ca": {
                "title": "Carnaval del port",
                "summary": "Carrosses, xarangues i confeti de paper d’arròs, i després el judici del rei Sardina al moll.",
                "text": (
                    "Cada barri construeix la carrossa d’amagat, en un cobert que tothom coneix. La rua surt de l’estació i "
                    "arriba fins al moll, on es jutja el rei Sardina per totes les desgràcies de l’any. Sense petards; a "
                    "l’oficina hi ha un espai tranquil per a qui es cansa del soroll."
                ),
            },
        },
    },
]
