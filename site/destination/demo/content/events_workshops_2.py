"""Events of the demo destination: workshops, talks and children, part 2."""

EVENTS = [
    {
        "code": "petit-naturaliste",
        "place": "maison-etang",
        "commune": "estany-sur-mer",
        "categories": ["children", "workshop"],
        "organisation": "ot-cote",
        "author": "corentin@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [
                {"day": {"in_days": 1}, "days": 1, "start": "14:00", "end": "16:00"},
                {"day": {"in_days": 8}, "days": 1, "start": "14:00", "end": "16:00"},
                {"day": {"in_days": 15}, "days": 1, "start": "14:00", "end": "16:00"},
            ],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "child", "amount": "5.00"}],
        "booking_url": "",
        "registration": True,
        "ages": [6, 11],
        "setting": "outdoors",
        "family": True,
        "accessibility": ["motor", "hearing", "cognitive"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": "children-beach",
        "words": {
            "fr": {
                "title": "Le petit naturaliste",
                "summary": "Épuisettes, loupes et carnet : deux heures pour voir ce que personne ne regarde dans une flaque.",
                "text": (
                    "On remplit un bac, on attend, et ça bouge : crevettes transparentes, hippocampes certains jours, vers "
                    "qui bâtissent des maisons. Chaque enfant dessine trois bêtes et leur invente un nom avant d’apprendre "
                    "le vrai. Tout est remis à l’eau. Bottes prêtées du 26 au 38."
                ),
            },
            "en": {
                "title": "The young naturalist",
                "summary": "Nets, lenses and a notebook: two hours to see what nobody looks at in a pool.",
                "text": (
                    "You fill a tray, you wait, and things begin to move: glass shrimps, seahorses on some days, worms that "
                    "build houses. Each child draws three creatures and invents names for them before learning the real "
                    "ones. Everything goes back in the water. Boots lent in sizes 26 to 38."
                ),
            },
            "ca": {
                "title": "El petit naturalista",
                "summary": "Salabrets, lupes i quadern: dues hores per veure el que ningú no mira en un bassal.",
                "text": (
                    "S’omple una safata, s’espera, i allò es mou: gambetes transparents, cavallets de mar certs dies, cucs "
                    "que basteixen cases. Cada infant dibuixa tres bestioles i els inventa un nom abans d’aprendre el de "
                    "debò. Tot torna a l’aigua. Es deixen botes del 26 al 38."
                ),
            },
        },
    },
    {
        "code": "enquete-chateau",
        "place": "chateau-roca",
        "commune": "sant-miquel-de-la-roca",
        "categories": ["children"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "sunday", "weeks": -1}, "days": 1, "start": "14:30", "end": "16:00"}],
            "rule": {"frequency": "weekly", "interval": 2, "weekdays": ["sun"], "until": {"in_days": 60}},
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "child", "amount": "6.00"}, {"code": "full", "amount": "0.00"}],
        "booking_url": "",
        "registration": False,
        "ages": [7, 12],
        "setting": "outdoors",
        "family": True,
        "accessibility": ["hearing"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "hill-village-castle",
        "words": {
            "fr": {
                "title": "Enquête au château",
                "summary": "Qui a volé le sel du seigneur ? Six suspects, douze indices et une herse à lever.",
                "text": (
                    "Les familles reçoivent une sacoche et une heure trente. Les indices sont dans les pierres, dans la "
                    "citerne et dans la bouche des gardiens, qui mentent parfois. Le livret existe en français, en anglais "
                    "et en catalan. Chaussures fermées ; les poussettes restent à l’entrée."
                ),
            },
            "en": {
                "title": "Mystery at the castle",
                "summary": "Who stole the lord’s salt? Six suspects, twelve clues and a portcullis to raise.",
                "text": (
                    "Families receive a satchel and an hour and a half. The clues are in the stones, in the cistern and in "
                    "what the guards say, though they sometimes lie. The booklet comes in French, English and Catalan. Wear "
                    "closed shoes; pushchairs stay at the entrance."
                ),
            },
            "ca": {
                "title": "Investigació al castell",
                "summary": "Qui ha robat la sal del senyor? Sis sospitosos, dotze pistes i un rastell per aixecar.",
                "text": (
                    "Les famílies reben una bossa i tenen una hora i mitja. Les pistes són a les pedres, a la cisterna i en "
                    "boca dels guardes, que de vegades menteixen. El quadern és en francès, en anglès i en català. Calçat "
                    "tancat; els cotxets es queden a l’entrada."
                ),
            },
        },
    },
    {
        "code": "conference-eaux",
        "place": "casino-theatre",
        "commune": "les-bains-de-vernet-haut",
        "categories": ["talk"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "moved_online",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 7}, "days": 1, "start": "18:30", "end": "20:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor", "hearing"],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": "waterfall-gorge",
        "words": {
            "fr": {
                "title": "D’où vient l’eau chaude ?",
                "summary": "Une hydrogéologue suit une goutte de pluie pendant trois mille ans, jusqu’aux bassins des Bains.",
                "text": (
                    "La conférence a lieu en ligne : la chaudière du théâtre est en panne. Le lien est envoyé aux inscrits "
                    "et affiché à l’office, qui ouvre son salon à ceux qui n’ont pas de connexion. Quarante minutes "
                    "d’exposé, sous-titré en direct, puis autant de questions qu’il en vient."
                ),
            },
            "en": {
                "title": "Where does the hot water come from?",
                "summary": (
                    "A hydrogeologist follows a raindrop for three thousand years, all the way to the pools of Les Bains."
                ),
                "text": (
                    "The talk will be held online, as the theatre’s boiler has broken down. The link is sent to everyone who "
                    "has booked and posted at the tourist office, whose sitting room is open to anyone without a connection. "
                    "Forty minutes in French, with live subtitles, then as many questions as arise."
                ),
            },
        },
    },
    {
        "code": "rencontre-auteur",
        "place": "ot-port-aurelle",
        "commune": "port-aurelle",
        "categories": ["talk"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": -9}, "days": 1, "start": "18:00", "end": "19:15"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor", "hearing"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": None,
        "words": {
            "fr": {
                "title": "Rencontre : écrire au bord de l’eau",
                "summary": "Une romancière parle du port où elle a situé trois livres sans jamais le nommer.",
                "text": (
                    "Elle a changé le nom des rues, pas celui des vents. Les lecteurs du port ont reconnu la boulangère, et "
                    "la boulangère s’est reconnue. La rencontre a lieu dans la salle des cartes, avec une lecture, des "
                    "questions et une table de livres tenue par la librairie du quai."
                ),
            },
        },
    },
    {
        "code": "atelier-espadrilles",
        "place": None,
        "commune": "vallbona-les-vignes",
        "categories": ["workshop"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "waiting",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "saturday", "weeks": 6}, "days": 1, "start": "14:00", "end": "17:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "35.00"}],
        "booking_url": "",
        "registration": True,
        "ages": [12, 99],
        "setting": "indoors",
        "family": False,
        "accessibility": [],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "vineyard-chapel",
        "words": {
            "fr": {
                "title": "Coudre ses espadrilles",
                "summary": "Trois heures, une alêne, de la toile rayée : on repart avec la paire que l’on a cousue.",
                "text": (
                    "Une ancienne ouvrière de la fabrique apporte les semelles de corde déjà tressées et trente coupons de "
                    "toile. Le point est simple, le fil résiste, les doigts apprennent. Prévoir sa pointure à l’inscription. "
                    "L’atelier se tient dans l’ancienne école de Vallbona, au rez-de-chaussée."
                ),
            },
        },
    },
]
