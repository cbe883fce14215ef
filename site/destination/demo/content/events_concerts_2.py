"""Events of the demo destination: concerts and music, part 2."""

EVENTS = [
    {
        "code": "bal-orgue",
        "place": "salle-oliviers",
        "commune": "la-tour-des-oliviers",
        "categories": ["music", "feast"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "saturday", "weeks": 4}, "days": 1, "start": "20:30", "end": "23:59"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "8.00"}, {"code": "child", "amount": "0.00"}],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": True,
        "accessibility": ["motor", "hearing"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "village-ball",
        "words": {
            "fr": {
                "title": "Bal à l’orgue mécanique",
                "summary": "Valses, tangos et paso-dobles poinçonnés sur carton, puis un orchestre de quatre musiciens.",
                "text": (
                    "L’orgue de 1926 ouvre le bal, ses cartons se déplient comme des accordéons. À vingt-deux heures, quatre "
                    "musiciens prennent le relais jusqu’à minuit. On apprend la valse de vingt heures trente à vingt et une "
                    "heures, sans partenaire obligatoire. Buvette, gâteaux, vestiaire et chaises pour ceux qui regardent."
                ),
            },
            "en": {
                "title": "Mechanical organ dance",
                "summary": "Waltzes, tangos and paso dobles punched in card, followed by a four-piece band.",
                "text": (
                    "The organ of 1926 opens the evening, its card books unfolding like accordions. At ten, four musicians "
                    "take over until midnight. Learn to waltz between half past eight and nine; no partner is needed. There "
                    "is a bar, cakes, a cloakroom and chairs for those who prefer to watch."
                ),
            },
            "ca": {
                "title": "Ball amb orgue mecànic",
                "summary": "Valsos, tangos i pasdobles perforats en cartó, i després una orquestra de quatre músics.",
                "text": (
                    "L’orgue del 1926 obre el ball, i els seus cartons es despleguen com acordions. A les deu, quatre músics "
                    "agafen el relleu fins a mitjanit. De dos quarts de nou a les nou s’ensenya a ballar el vals, i no cal "
                    "venir amb parella. Barra, pastissos, guarda-roba i cadires per a qui vulgui mirar."
                ),
            },
        },
    },
    {
        "code": "fanfare-kiosque",
        "place": None,
        "commune": "les-bains-de-vernet-haut",
        "categories": ["music"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "sunday", "weeks": -2}, "days": 1, "start": "16:00", "end": "17:00"}],
            "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["sun"], "until": {"in_days": 100}},
            "excluded": [{"nth_occurrence": 4}],
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
        "picture": "spa-park-bandstand",
        "words": {
            "fr": {
                "title": "L’heure du kiosque",
                "summary": "Chaque dimanche, une heure de musique dans le parc thermal, jouée par les harmonies des environs.",
                "text": (
                    "Le kiosque de 1891 a retrouvé sa coupole et son usage. Une harmonie différente chaque semaine, des "
                    "marches, des airs d’opéra et quelques surprises. Les transats sont à tout le monde, le glacier n’est "
                    "pas loin, et quand il pleut, musiciens et public se serrent sous le kiosque."
                ),
            },
            "en": {
                "title": "The bandstand hour",
                "summary": "Every Sunday, an hour of music in the spa park played by bands from the surrounding villages.",
                "text": (
                    "The bandstand of 1891 has its dome back, and its purpose. A different band each week plays marches, "
                    "opera tunes and a few surprises. The deckchairs are for everyone and the ice-cream van is close by; "
                    "when it rains, players and audience squeeze in together under the roof."
                ),
            },
            "ca": {
                "title": "L’hora del quiosc",
                "summary": "Cada diumenge, una hora de música al parc termal a càrrec de les bandes de la rodalia.",
                "text": (
                    "El quiosc del 1891 ha recuperat la cúpula i la feina. Cada setmana una banda diferent, marxes, àries "
                    "d’òpera i alguna sorpresa. Les gandules són per a tothom, el gelater no és lluny, i quan plou, músics i "
                    "públic s’estrenyen sota el quiosc."
                ),
            },
        },
    },
    {
        "code": "guitare-chai",
        "place": "cave-trois-combes",
        "commune": "vallbona-les-vignes",
        "categories": ["music"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "friday", "weeks": 4}, "days": 1, "start": "19:00", "end": "20:30"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "12.00"}, {"code": "reduced", "amount": "8.00"}],
        "booking_url": "https://billetterie.aurelle.example/guitare-chai/",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor"],
        "organiser": "Cave des Trois Combes",
        "phone": "+33 4 65 71 02 10",
        "email": "cave@trois-combes.example",
        "picture": "wine-cellar",
        "words": {
            "fr": {
                "title": "Guitare entre les tonneaux",
                "summary": "Un récital de guitare classique sous la voûte du chai, à quatorze degrés toute l’année.",
                "text": (
                    "Le bois des foudres renvoie le son sans l’arrondir : on entend les doigts, le souffle, le silence. Au "
                    "programme, des danses anciennes, deux pages catalanes et une improvisation sur un thème donné par le "
                    "public. Un vin du domaine est servi à la sortie. Prenez une petite laine."
                ),
            },
        },
    },
    {
        "code": "chansons-bastion",
        "place": "le-bastion",
        "commune": "port-aurelle",
        "categories": ["music"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "friday", "weeks": 6}, "days": 1, "start": "20:30", "end": "22:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "18.00"}, {"code": "reduced", "amount": "12.00"}],
        "booking_url": "https://billetterie.aurelle.example/chansons-bastion/",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor", "hearing", "sight"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": "rainy-street",
        "words": {
            "fr": {
                "title": "Chansons pour jours de pluie",
                "summary": "Une voix, un accordéon et des histoires de parapluies perdus, en français et en catalan.",
                "text": (
                    "Elle a grandi au-dessus de la mercerie du port et met en chansons les gens de sa rue : la repasseuse, "
                    "le facteur, le chat du bureau de tabac. C’est drôle, puis soudain moins. Paroles projetées en deux "
                    "langues, boucle magnétique, et bar ouvert une heure avant."
                ),
            },
            "en": {
                "title": "Songs for rainy days",
                "summary": "One voice, one accordion and tales of lost umbrellas, in French and Catalan.",
                "text": (
                    "She grew up above the haberdasher’s by the harbour and puts the people of her street into songs: the "
                    "laundress, the postman, the tobacconist’s cat. It is funny, then suddenly less so. Lyrics are projected "
                    "in both languages, there is an induction loop, and the bar opens an hour before."
                ),
            },
            "ca": {
                "title": "Cançons per a dies de pluja",
                "summary": "Una veu, un acordió i històries de paraigües perduts, en francès i en català.",
                "text": (
                    "Va créixer damunt de la merceria del port i posa en cançons la gent del seu carrer: la planxadora, el "
                    "carter, el gat de l’estanc. Fa riure, i de cop ja no tant. Lletres projectades en les dues llengües, "
                    "bucle magnètic i bar obert una hora abans."
                ),
            },
        },
    },
]
