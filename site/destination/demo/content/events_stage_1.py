"""Events of the demo destination: theatre, dance and cinema, part 1."""

EVENTS = [
    {
        "code": "comedie-casino",
        "place": "casino-theatre",
        "commune": "les-bains-de-vernet-haut",
        "categories": ["stage"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [
                {"day": {"next": "friday", "weeks": 1}, "days": 1, "start": "20:30", "end": "22:15"},
                {"day": {"next": "saturday", "weeks": 1}, "days": 1, "start": "20:30", "end": "22:15"},
            ],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [
            {"code": "full", "amount": "17.00"},
            {"code": "reduced", "amount": "12.00"},
            {"code": "child", "amount": "8.00"},
        ],
        "booking_url": "https://billetterie.aurelle.example/comedie-casino/",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor", "hearing"],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": "grand-hotel",
        "words": {
            "fr": {
                "title": "La Cure, comédie en peignoir",
                "summary": "Huit curistes, une seule baignoire et un médecin pressé : une comédie écrite pour ce théâtre.",
                "text": (
                    "La troupe locale a fouillé les registres de l’établissement et n’a presque rien inventé. Portes qui "
                    "claquent, ordonnances interverties, une soprano qui a perdu sa voix dans la vapeur. La séance du samedi "
                    "est surtitrée en français pour les personnes sourdes ou malentendantes. Train de retour à 22 h 40."
                ),
            },
            "en": {
                "title": "The Cure, a comedy in bathrobes",
                "summary": "Eight patients, one bathtub and a doctor in a hurry: a comedy written for this theatre.",
                "text": (
                    "The local company went through the spa’s registers and invented almost nothing. Doors slam, "
                    "prescriptions are swapped, and a soprano loses her voice in the steam. The play is in French; "
                    "Saturday’s performance has French surtitles for deaf and hard-of-hearing people. The train home leaves "
                    "at 10:40 pm."
                ),
            },
        },
    },
    {
        "code": "danse-bastion",
        "place": "le-bastion",
        "commune": "port-aurelle",
        "categories": ["stage"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "full",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "saturday", "weeks": 3}, "days": 1, "start": "20:30", "end": "21:40"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "20.00"}, {"code": "reduced", "amount": "14.00"}],
        "booking_url": "https://billetterie.aurelle.example/danse-bastion/",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": "exhibition-room",
        "words": {
            "fr": {
                "title": "Marée basse, danse contemporaine",
                "summary": "Six danseurs sur un sol couvert de sel : soixante-dix minutes de glissades et de traces.",
                "text": (
                    "Le plateau est blanc au début, gris à la fin, et ce que l’on voit entre les deux ressemble à une plage "
                    "qui se souvient. La compagnie a répété trois semaines au Bastion. La séance est complète ; une liste "
                    "d’attente s’ouvre à la caisse une heure avant."
                ),
            },
            "en": {
                "title": "Low Tide, contemporary dance",
                "summary": "Six dancers on a floor covered in salt: seventy minutes of slides and traces.",
                "text": (
                    "The stage is white at the start and grey at the end, and what happens in between is like a beach "
                    "remembering. The company spent three weeks in residence at Le Bastion. The performance is sold out; a "
                    "waiting list opens at the box office one hour beforehand."
                ),
            },
            "ca": {
                "title": "Marea baixa, dansa contemporània",
                "summary": "Sis ballarins damunt d’un terra cobert de sal: setanta minuts de lliscades i rastres.",
                "text": (
                    "L’escenari és blanc al començament i gris al final, i el que s’hi veu entremig s’assembla a una platja "
                    "que recorda. La companyia ha assajat tres setmanes al Bastion. Les entrades s’han exhaurit; una hora "
                    "abans s’obre una llista d’espera a la taquilla."
                ),
            },
        },
    },
    {
        "code": "cirque-place",
        "place": None,
        "commune": "sant-miquel-de-la-roca",
        "categories": ["stage", "children"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 9}, "days": 1, "start": "17:00", "end": "17:50"}],
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
        "accessibility": ["motor", "hearing"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "open-air-cinema",
        "words": {
            "fr": {
                "title": "L’échelle, cirque de rue",
                "summary": "Deux acrobates, une échelle double et une dispute de voisinage, sans paroles et sans filet.",
                "text": (
                    "Ils veulent la même pomme, en haut du même arbre, et il n’y a qu’une échelle. Cinquante minutes "
                    "d’équilibres, de silences et de mauvaise foi, à voir à tout âge. On s’assoit par terre ou sur les "
                    "bancs ; le premier rang est gardé pour les fauteuils. Repli à la salle du conseil."
                ),
            },
            "en": {
                "title": "The Ladder, street circus",
                "summary": "Two acrobats, one stepladder and a quarrel between neighbours, without words or net.",
                "text": (
                    "They want the same apple at the top of the same tree, and there is only one ladder. Fifty minutes of "
                    "balancing, silence and bad faith, for any age. Sit on the ground or on the benches; the front row is "
                    "kept for wheelchairs. In bad weather it moves to the council chamber."
                ),
            },
            "ca": {
                "title": "L’escala, circ de carrer",
                "summary": "Dos acròbates, una escala doble i una baralla de veïns, sense paraules i sense xarxa.",
                "text": (
                    "Volen la mateixa poma, dalt del mateix arbre, i només hi ha una escala. Cinquanta minuts d’equilibris, "
                    "silencis i mala fe, per a totes les edats. S’hi seu a terra o als bancs; la primera fila es guarda per "
                    "a les cadires de rodes. Si fa mal temps, es fa a la sala del consell."
                ),
            },
        },
    },
    {
        "code": "impro-bastion",
        "place": "le-bastion",
        "commune": "port-aurelle",
        "categories": ["stage"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "waiting",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "thursday", "weeks": 5}, "days": 1, "start": "20:30", "end": "22:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "10.00"}, {"code": "reduced", "amount": "6.00"}],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": None,
        "words": {
            "fr": {
                "title": "Match d’improvisation : mer contre montagne",
                "summary": "Six comédiens, deux équipes et un public qui choisit les thèmes et compte les points.",
                "text": (
                    "L’équipe de Port-Aurelle reçoit celle des Bains pour la troisième fois ; la montagne mène deux à zéro. "
                    "Le public écrit les thèmes à l’entrée, vote avec un carton de couleur et peut jeter une espadrille, une "
                    "seule, à l’arbitre. Buvette tenue par le club d’aviron."
                ),
            },
        },
    },
]
