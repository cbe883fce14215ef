"""Events of the demo destination: professionals and members, part 2."""

EVENTS = [
    {
        "code": "formation-agenda",
        "place": "ot-port-aurelle",
        "commune": "port-aurelle",
        "categories": ["workshop"],
        "organisation": "ot-cote",
        "author": "corentin@aurelle.example",
        "audience": "members",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "tuesday", "weeks": 2}, "days": 1, "start": "14:00", "end": "16:00"}],
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
        "accessibility": ["motor"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": None,
        "words": {
            "fr": {
                "title": "Formation : proposer une date à l’agenda",
                "summary": (
                    "Du formulaire à la publication, avec les cas difficiles : récurrences, reports, annulations et doublons."
                ),
                "text": (
                    "Deux heures devant l’écran, avec vos propres événements. Nous voyons comment dicter une récurrence, "
                    "quand choisir « reporté » plutôt qu’« annulé », et comment rédiger un résumé de cent quatre-vingts "
                    "signes. La seconde heure est laissée aux questions et aux dates en attente dans vos dossiers."
                ),
            },
        },
    },
    {
        "code": "journee-equipe",
        "place": "gite-jasse",
        "commune": "mont-clar",
        "categories": ["walk"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "members",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 37}, "days": 1, "start": "09:00", "end": "17:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "18.00"}],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "outdoors",
        "family": False,
        "accessibility": [],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": None,
        "words": {
            "fr": {
                "title": "Journée d’équipe à Mont-Clar",
                "summary": (
                    "Une journée de découverte entre collègues : l’étang Bleu le matin, le gîte à midi, la station l’après-midi."
                ),
                "text": (
                    "Le meilleur conseil est celui d’un lieu que l’on connaît. Départ de la gare des Bains à neuf heures, "
                    "montée à l’étang Bleu par petits groupes, repas au gîte, puis visite des coulisses de la station. "
                    "Signalez vos contraintes à l’inscription, un parcours plat est prévu."
                ),
            },
        },
    },
    {
        "code": "groupe-animation",
        "place": "ot-castelnou",
        "commune": "castelnou-d-aurelle",
        "categories": ["talk"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "group",
        "circle": "animation-fetes",
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "monday", "weeks": 2}, "days": 1, "start": "14:00", "end": "16:00"}],
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
                "title": "Groupe Animation et fêtes : le calendrier commun",
                "summary": "Arbitrer les dates qui se touchent, répartir le matériel et préparer les dossiers de sécurité.",
                "text": (
                    "Nous avons trois fins de semaine trop chargées et une autre presque vide. Le groupe compare les dates, "
                    "propose des déplacements aux organisateurs et met à jour le tableau du matériel : scènes, tables, "
                    "barrières, groupe électrogène. Merci de compléter vos lignes avant la réunion."
                ),
            },
        },
    },
    {
        "code": "inventaire-depliants",
        "place": "ot-port-aurelle",
        "commune": "port-aurelle",
        "categories": ["talk"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "private",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "all_day",
            "slots": [{"day": {"in_days": 11}, "days": 1, "start": None, "end": None}],
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
        "accessibility": [],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": None,
        "words": {
            "fr": {
                "title": "Inventaire des dépliants et de la boutique",
                "summary": "Comptage de la réserve, tri des éditions périmées et commande pour les prochains mois.",
                "text": (
                    "L’accueil du public continue au comptoir pendant que deux personnes comptent la réserve. On met de côté "
                    "les plans dont les horaires ont changé, on relève les articles épuisés et l’on prépare la commande "
                    "groupée avec les deux autres offices. La camionnette passe à dix-sept heures."
                ),
            },
        },
    },
]
