"""Pages of the demo site: itineraries and stays, part 2."""

PAGES = [
    {
        "slug": {"fr": "de-la-mer-a-la-neige", "en": "from-sea-to-snow", "ca": "del-mar-a-la-neu"},
        "kind": "editorial",
        "parent": "a-faire",
        "picture": "mountain-lake",
        "words": {
            "fr": {
                "title": "De la mer à la neige en cinq étapes",
                "introduction": "Cinq jours de marche et de train en remontant l’Aurelle, de l’embouchure à la source.",
                "meta_description": (
                    "Cinq étapes à pied et en train de Port-Aurelle à Mont-Clar, en remontant la rivière Aurelle : "
                    "distances, nuits, bagages."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>On part les pieds dans l’eau salée, on arrive les mains dans celle de la source. Les bagages "
                            "suivent en navette si vous le demandez la veille à l’office.</p>"
                        ),
                    },
                    {
                        "type": "steps",
                        "value": [
                            {
                                "title": "Étape 1 : Port-Aurelle – Vallbona",
                                "text": "14 km par le cap et les vignes. Nuit chez les vignerons.",
                            },
                            {"title": "Étape 2 : Vallbona – Sant Miquel", "text": "9 km par la chapelle et l’abbaye."},
                            {
                                "title": "Étape 3 : Sant Miquel – Castelnou",
                                "text": "13 km en balcon, arrivée par la porte de France.",
                            },
                            {
                                "title": "Étape 4 : Castelnou – Les Bains",
                                "text": "Train jusqu’au viaduc, puis 7 km dans les gorges.",
                            },
                            {
                                "title": "Étape 5 : Les Bains – étang Bleu",
                                "text": "Navette C, 440 m de montée, nuit au gîte de la Jasse.",
                            },
                        ],
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Durée", "text": "5 jours"},
                            {"label": "Distance", "text": "51 km"},
                            {"label": "Niveau", "text": "marcheurs réguliers"},
                            {"label": "Bagages", "text": "9 € par sac et par étape"},
                        ],
                    },
                ],
            },
        },
    },
    {
        "slug": {"fr": "sejourner", "en": "stay", "ca": "allotjar-se"},
        "kind": "section",
        "parent": "accueil",
        "picture": "pine-campsite",
        "words": {
            "fr": {
                "title": "Séjourner",
                "introduction": (
                    "Un hôtel de 1904, une bergerie sous les étoiles, des tables courtes : choisir sa base selon l’humeur."
                ),
                "meta_description": (
                    "Où dormir et où manger dans le Pays d’Aurelle : hôtels, gîtes, camping et tables, par commune et par besoin."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Sur la côte, tout se fait à pied. Dans les villages, on dort derrière des murs d’un mètre. "
                            "Aux Bains, le train est à la porte, et à Mont-Clar la nuit est vraiment noire. Les prix "
                            "affichés sont ceux que les établissements nous déclarent ; la taxe de séjour s’y ajoute.</p>"
                        ),
                    },
                    {"type": "places", "value": {"kind": "accommodation", "count": 2}},
                    {"type": "places", "value": {"kind": "restaurant", "count": 2}},
                    {
                        "type": "call",
                        "value": {
                            "title": "Demander conseil",
                            "text": "Dites-nous vos dates et vos besoins, nous répondons sous deux jours ouvrés.",
                            "link": "page:contact",
                            "label": "Écrire à l’office",
                        },
                    },
                ],
            },
            "en": {
                "title": "Stay",
                "introduction": "A hotel of 1904, a sheepfold under the stars, short menus: choose a base to suit your mood.",
                "meta_description": (
                    "Where to sleep and eat in Pays d’Aurelle: hotels, hostels, camping and restaurants, by commune and by need."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>On the coast everything is within walking distance. In the villages you sleep behind walls a "
                            "metre thick. In Les Bains the train is at the gate, and in Mont-Clar the night is truly dark. "
                            "Prices are those the owners give us; the local tourist tax is extra.</p>"
                        ),
                    },
                    {"type": "places", "value": {"kind": "accommodation", "count": 2}},
                    {"type": "places", "value": {"kind": "restaurant", "count": 2}},
                    {
                        "type": "call",
                        "value": {
                            "title": "Ask for advice",
                            "text": "Tell us your dates and what you need: we reply within two working days.",
                            "link": "page:contact",
                            "label": "Write to us",
                        },
                    },
                ],
            },
            "ca": {
                "title": "Allotjar-se",
                "introduction": "Un hotel del 1904, una pleta sota els estels, cartes curtes: trieu el lloc segons l’humor.",
                "meta_description": (
                    "On dormir i on menjar al País d’Aurelle: hotels, albergs, càmping i taules, per municipi i segons les "
                    "necessitats."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>A la costa, tot es fa a peu. Als pobles es dorm darrere de murs d’un metre. Als Banys, el "
                            "tren és a la porta, i a Mont-Clar la nit és fosca de debò. Els preus són els que ens comuniquen "
                            "els establiments; la taxa turística es paga a part.</p>"
                        ),
                    },
                    {"type": "places", "value": {"kind": "accommodation", "count": 2}},
                    {"type": "places", "value": {"kind": "restaurant", "count": 2}},
                    {
                        "type": "call",
                        "value": {
                            "title": "Demanar consell",
                            "text": "Digueu-nos les dates i què us cal: responem en dos dies feiners.",
                            "link": "page:contact",
                            "label": "Escriure a l’oficina",
                        },
                    },
                ],
            },
        },
    },
]
