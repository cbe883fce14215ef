"""Events of the demo destination: guided visits and walks, part 2."""

EVENTS = [
    {
        "code": "sentier-capitelles",
        "place": None,
        "commune": "la-tour-des-oliviers",
        "categories": ["walk"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "sunday", "weeks": 2}, "days": 1, "start": "09:00", "end": "12:30"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "outdoors",
        "family": False,
        "accessibility": [],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "stone-tower-olives",
        "words": {
            "fr": {
                "title": "De cabane en cabane, le sentier de pierre sèche",
                "summary": "Neuf kilomètres d’oliveraie en oliveraie, avec un murailler qui répare en chemin.",
                "text": (
                    "On part de la tour de guet et l’on relie sept cabanes de pierre sèche, sans route et presque sans "
                    "montée. Le murailler montre comment tient une voûte sans mortier, puis chacun pose sa pierre sur un mur "
                    "à relever. Eau et pique-nique à prévoir ; retour par l’aqueduc."
                ),
            },
            "en": {
                "title": "From hut to hut on the dry-stone path",
                "summary": "Nine kilometres from grove to grove, with a waller who makes repairs along the way.",
                "text": (
                    "Starting from the watchtower, the walk links seven dry-stone huts with no roads and hardly any "
                    "climbing. The waller explains how a vault holds without mortar, and then everyone sets a stone in a "
                    "wall that needs mending. Bring water and a picnic; the way back is by the aqueduct."
                ),
            },
        },
    },
    {
        "code": "marche-nordique",
        "place": "plage-grau",
        "commune": "estany-sur-mer",
        "categories": ["walk", "sport"],
        "organisation": "ot-cote",
        "author": "corentin@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "wednesday", "weeks": -3}, "days": 1, "start": "09:30", "end": "11:00"}],
            "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["wed"], "until": {"in_days": 90}},
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "5.00"}],
        "booking_url": "",
        "registration": True,
        "ages": [15, 99],
        "setting": "outdoors",
        "family": False,
        "accessibility": [],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": "beach-parasols",
        "words": {
            "fr": {
                "title": "Marche nordique sur le sable",
                "summary": "Une heure et demie au bord de l’eau avec une monitrice diplômée, bâtons prêtés.",
                "text": (
                    "La plage est longue, le sable mouillé porte bien et l’on règle l’allure sur le groupe. La monitrice "
                    "commence par dix minutes d’apprentissage, finit par des étirements face à la mer et prête les bâtons. "
                    "Chaussures de sport qui ne craignent pas l’eau. Annulé si le vent dépasse 60 km/h."
                ),
            },
            "en": {
                "title": "Nordic walking on the sand",
                "summary": "An hour and a half at the water’s edge with a qualified instructor, poles provided.",
                "text": (
                    "The beach is long, wet sand is firm underfoot, and the pace suits the group. The instructor starts with "
                    "ten minutes of technique, ends with stretches facing the sea, and lends the poles. Wear trainers that "
                    "do not mind the wet. Cancelled if the wind exceeds 60 km/h."
                ),
            },
            "ca": {
                "title": "Marxa nòrdica a la sorra",
                "summary": "Una hora i mitja vora l’aigua amb una monitora titulada, bastons inclosos.",
                "text": (
                    "La platja és llarga, la sorra molla aguanta bé i el pas s’adapta al grup. La monitora comença amb deu "
                    "minuts de tècnica, acaba amb estiraments de cara al mar i deixa els bastons. Cal calçat esportiu que es "
                    "pugui mullar. S’anul·la si el vent passa de 60 km/h."
                ),
            },
        },
    },
    {
        "code": "chai-et-chocolat",
        "place": "cave-trois-combes",
        "commune": "vallbona-les-vignes",
        "categories": ["visit", "food"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "friday", "weeks": 2}, "days": 1, "start": "18:00", "end": "19:30"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "14.00"}],
        "booking_url": "",
        "registration": True,
        "ages": [18, 99],
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor"],
        "organiser": "Cave des Trois Combes",
        "phone": "+33 4 65 71 02 10",
        "email": "cave@trois-combes.example",
        "picture": "wine-cellar",
        "words": {
            "fr": {
                "title": "Vins doux et chocolats, la visite gourmande",
                "summary": "Le chai à la lanterne, puis cinq vins doux et cinq chocolats choisis pour s’entendre.",
                "text": (
                    "On visite les foudres à la lueur d’une lanterne avant de s’asseoir entre deux rangs de tonneaux. La "
                    "caviste et le chocolatier des Bains ne sont pas toujours d’accord, et c’est tout l’intérêt. Cinq "
                    "accords, de l’eau, du pain et de quoi noter. Réservé aux adultes."
                ),
            },
            "en": {
                "title": "Sweet wines and chocolate, a tasting tour",
                "summary": "The cellar by lantern light, then five sweet wines and five chocolates chosen to get along.",
                "text": (
                    "You see the great vats by the light of a lantern before sitting down between two rows of barrels. The "
                    "cellar manager and the chocolate maker from Les Bains do not always agree, which is half the pleasure. "
                    "Five pairings, water, bread and something to write on. Adults only."
                ),
            },
            "ca": {
                "title": "Vins dolços i xocolata, visita amb tast",
                "summary": "El celler a la llum d’un fanal i després cinc vins dolços i cinc xocolates triats per avenir-se.",
                "text": (
                    "Es visiten els tonells a la llum d’un fanal abans de seure entre dues fileres de bótes. La cellerera i "
                    "el xocolater dels Banys no sempre estan d’acord, i aquí hi ha la gràcia. Cinc parelles de tast, aigua, "
                    "pa i paper per prendre notes. Només per a adults."
                ),
            },
        },
    },
    {
        "code": "dans-les-salins",
        "place": "maison-etang",
        "commune": "estany-sur-mer",
        "categories": ["visit"],
        "organisation": "ot-cote",
        "author": "corentin@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "tuesday", "weeks": -2}, "days": 1, "start": "10:00", "end": "11:30"}],
            "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["tue"], "until": {"in_days": 70}},
            "excluded": [{"nth_occurrence": 5}],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "6.00"}, {"code": "child", "amount": "3.00"}],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "outdoors",
        "family": True,
        "accessibility": ["cognitive"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": "salt-pans",
        "words": {
            "fr": {
                "title": "Une matinée dans les salins",
                "summary": "Marcher entre les bassins roses avec l’un des deux derniers sauniers d’Estany.",
                "text": (
                    "Il lève le sel à la main, comme son père, et n’aime pas beaucoup qu’on dise que c’est de la poésie. On "
                    "apprend pourquoi l’eau rosit, combien pèse une brouette et à quoi l’on reconnaît une bonne fleur de "
                    "sel. Terrain plat, sans ombre : chapeau utile. Un sachet pour chacun."
                ),
            },
            "en": {
                "title": "A morning in the salt pans",
                "summary": "Walk between the pink pans with one of the last two salt makers in Estany.",
                "text": (
                    "He gathers salt by hand as his father did, and does not much like it being called poetry. Learn why the "
                    "water turns pink, what a barrowload weighs and how to tell good fleur de sel. The ground is flat with "
                    "no shade, so bring a hat. A small bag of salt for everyone."
                ),
            },
            "ca": {
                "title": "Un matí a les salines",
                "summary": "Caminar entre les basses roses amb un dels dos últims saliners d’Estany.",
                "text": (
                    "Recull la sal a mà, com el seu pare, i no li fa gaire gràcia que en diguin poesia. S’hi aprèn per què "
                    "l’aigua es torna rosa, quant pesa un carretó i com es coneix una bona flor de sal. El terreny és pla i "
                    "sense ombra: porteu barret. Una bosseta de sal per a cadascú."
                ),
            },
        },
    },
    {
        "code": "train-raconte",
        "place": None,
        "commune": "les-bains-de-vernet-haut",
        "categories": ["visit"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "saturday", "weeks": 3}, "days": 1, "start": "14:12", "end": "16:40"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "15.00"}, {"code": "child", "amount": "8.00"}],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "indoors",
        "family": True,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": "train-viaduct",
        "words": {
            "fr": {
                "title": "Le train des vallées raconté",
                "summary": "Un aller-retour commenté sur la ligne, avec un cheminot retraité et un arrêt sur le viaduc.",
                "text": (
                    "Le rendez-vous est à la gare des Bains, voie 1. Le train s’arrête trois minutes sur le viaduc, fenêtres "
                    "ouvertes, pendant que l’ancien mécanicien explique la pente, le sable et la neige. On descend à "
                    "Castelnou pour un verre de limonade avant de remonter par le train suivant."
                ),
            },
            "en": {
                "title": "The valley train and its stories",
                "summary": "A return trip with commentary from a retired railwayman, and a halt on the viaduct.",
                "text": (
                    "Meet at Les Bains station, platform 1. The train stops for three minutes on the viaduct, windows open, "
                    "while the former driver explains gradients, sand and snow. Everyone gets off in Castelnou for a glass "
                    "of lemonade before riding back up on the next train."
                ),
            },
            "ca": {
                "title": "El tren de les valls, explicat",
                "summary": "Anada i tornada amb un ferroviari jubilat i una parada al viaducte.",
                "text": (
                    "El punt de trobada és l’estació dels Banys, via 1. El tren s’atura tres minuts al viaducte, amb les "
                    "finestres obertes, mentre l’antic maquinista explica el pendent, la sorra i la neu. Es baixa a "
                    "Castelnou a fer una llimonada abans de tornar amunt amb el tren següent."
                ),
            },
        },
    },
]
