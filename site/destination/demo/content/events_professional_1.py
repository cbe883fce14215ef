"""Events of the demo destination: professionals and members, part 1."""

EVENTS = [
    {
        "code": "atelier-fiche-google",
        "place": "ot-port-aurelle",
        "commune": "port-aurelle",
        "categories": ["workshop"],
        "organisation": "ot-cote",
        "author": "corentin@aurelle.example",
        "audience": "professionals",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "tuesday", "weeks": 1}, "days": 1, "start": "09:30", "end": "12:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": True,
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
                "title": "Atelier : bien tenir sa fiche d’établissement Google",
                "summary": (
                    "Horaires, photos, réponses aux avis : deux heures et demie pour une fiche à jour, ordinateur sur les genoux."
                ),
                "text": (
                    "Chacun travaille sur sa propre fiche. Nous vérifions l’adresse, les horaires exceptionnels et les "
                    "catégories, puis nous choisissons cinq photos qui disent vrai. La dernière demi-heure porte sur les "
                    "réponses aux avis, avec des exemples. Venez avec votre identifiant et votre mot de passe. Dix places."
                ),
            },
        },
    },
    {
        "code": "journee-photo",
        "place": "abbaye-sainte-eulalie",
        "commune": "sant-miquel-de-la-roca",
        "categories": ["workshop"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "professionals",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 24}, "days": 1, "start": "09:00", "end": "17:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": [],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "abbey-cloister",
        "words": {
            "fr": {
                "title": "Journée photo pour les hébergeurs et les tables",
                "summary": "Une photographe, votre lieu, huit images utilisables : inscrivez-vous pour la prochaine tournée.",
                "text": (
                    "Le matin, la photographe montre au cloître comment la lumière fait une chambre ou une assiette. "
                    "L’après-midi, elle passe chez six prestataires tirés au sort parmi les inscrits. Les images vous sont "
                    "remises avec leurs droits : site, dépliants, réseaux, dix ans, crédit obligatoire."
                ),
            },
        },
    },
    {
        "code": "reunion-saison",
        "place": "le-bastion",
        "commune": "port-aurelle",
        "categories": ["talk"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "professionals",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 14}, "days": 1, "start": "14:00", "end": "16:30"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor", "hearing", "sight"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": None,
        "words": {
            "fr": {
                "title": "Réunion de saison des prestataires",
                "summary": (
                    "Les chiffres, les nouveautés des transports et ce que disent les visiteurs, puis un temps d’échange."
                ),
                "text": (
                    "L’agence présente la fréquentation, les horaires du train et des navettes, et les réponses aux "
                    "questionnaires de satisfaction. Chaque office tient ensuite une table pour les questions de sa vallée "
                    "ou de sa côte. Le support et l’enregistrement seront déposés sur le portail."
                ),
            },
        },
    },
    {
        "code": "atelier-accueil-accessible",
        "place": "ot-les-bains",
        "commune": "les-bains-de-vernet-haut",
        "categories": ["workshop"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "professionals",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "thursday", "weeks": 4}, "days": 1, "start": "14:00", "end": "17:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor", "hearing", "sight", "cognitive", "psychic"],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": None,
        "words": {
            "fr": {
                "title": "Atelier : accueillir chacun, sans travaux",
                "summary": (
                    "Trois heures avec des personnes concernées pour repérer ce qui gêne et ce qui se règle le jour même."
                ),
                "text": (
                    "Nous parcourons l’office en fauteuil, les yeux bandés, puis avec une consigne écrite trop petite. Des "
                    "associations locales expliquent ce qui aide vraiment. Vous repartez avec une liste de dix gestes "
                    "gratuits et une fiche à compléter pour décrire honnêtement votre établissement."
                ),
            },
        },
    },
    {
        "code": "reunion-offices",
        "place": "ot-castelnou",
        "commune": "castelnou-d-aurelle",
        "categories": ["talk"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "members",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "monday", "weeks": 1}, "days": 1, "start": "10:00", "end": "12:30"}],
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
        "accessibility": ["motor"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": None,
        "words": {
            "fr": {
                "title": "Réunion des trois offices",
                "summary": "Point mensuel : calendrier commun, renforts d’accueil, questions des visiteurs et matériel partagé.",
                "text": (
                    "À l’ordre du jour : le calendrier des grandes dates, les renforts pour les Nuits des remparts, le prêt "
                    "des barrières et de la sonorisation, et le relevé des questions restées sans réponse au comptoir. "
                    "Chaque office apporte ses chiffres du mois. Café à partir de neuf heures trente."
                ),
            },
        },
    },
]
