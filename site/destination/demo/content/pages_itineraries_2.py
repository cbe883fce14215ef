"""Pages of the demo site: itineraries and stays, part 2."""

PAGES = [
    {
        "slug": {
            "fr": "trois-jours-en-famille",
            "en": "three-days-with-children",
            "ca": "tres-dies-en-familia",
        },
        "kind": "editorial",
        "parent": "a-faire",
        "picture": "children-beach",
        "words": {
            "fr": {
                "title": "Trois jours en famille",
                "introduction": (
                    "Flamants, château et four de potier : trois jours dosés pour des jambes courtes."
                ),
                "meta_description": (
                    "Trois jours en famille dans le Pays d’Aurelle : étapes courtes, repas simples, goûters "
                    "et solutions de pluie."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Chaque journée compte une chose à voir, une chose à faire et un endroit pour "
                            "ne rien faire. Les trajets ne dépassent jamais trente-cinq minutes.</p>"
                        ),
                    },
                    {
                        "type": "steps",
                        "value": [
                            {
                                "title": "Jour 1 : l’étang et la plage",
                                "text": (
                                    "Le matin à la Maison de l’Étang, jumelles au cou. L’après-midi sur le "
                                    "sable du Grau, avec seau et cerf-volant."
                                ),
                            },
                            {
                                "title": "Jour 2 : le château",
                                "text": (
                                    "L’enquête au château de la Roca, pique-nique dans la cour basse, retour "
                                    "par l’abbaye pour chercher la sirène."
                                ),
                            },
                            {
                                "title": "Jour 3 : la terre",
                                "text": (
                                    "Modelage chez les potières de Castelnou, remparts avant le goûter, "
                                    "glace sous le platane."
                                ),
                            },
                        ],
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "Et s’il pleut ?",
                                "answer": (
                                    "Le musée a une salle où tout se touche, les bains acceptent les enfants "
                                    "dès trois ans, et le train des vallées est un spectacle en soi."
                                ),
                            },
                        ],
                    },
                    {"type": "events", "value": {"category": "children", "commune": None, "count": 3}},
                ],
            },
            "en": {
                "title": "Three days with children",
                "introduction": (
                    "Flamingos, a castle and a potter’s kiln: three days measured for short legs."
                ),
                "meta_description": (
                    "Three days with children in Pays d’Aurelle: short journeys, simple meals, snacks and "
                    "rainy-day plans."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Each day has one thing to see, one thing to do and one place to do nothing "
                            "at all. No journey takes longer than thirty-five minutes.</p>"
                        ),
                    },
                    {
                        "type": "steps",
                        "value": [
                            {
                                "title": "Day 1: lagoon and beach",
                                "text": (
                                    "Morning at the Lagoon Centre with binoculars round your necks. "
                                    "Afternoon on Grau beach with a bucket and a kite."
                                ),
                            },
                            {
                                "title": "Day 2: the castle",
                                "text": (
                                    "The mystery trail at La Roca Castle, a picnic in the lower courtyard, "
                                    "and home by way of the abbey to look for the mermaid."
                                ),
                            },
                            {
                                "title": "Day 3: clay",
                                "text": (
                                    "Modelling with Castelnou’s potters, the ramparts before tea, ice cream "
                                    "under the plane tree."
                                ),
                            },
                        ],
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "What if it rains?",
                                "answer": (
                                    "The museum has a room where everything may be touched, the baths "
                                    "welcome children from the age of three, and the valley train is a show "
                                    "in itself."
                                ),
                            },
                        ],
                    },
                    {"type": "events", "value": {"category": "children", "commune": None, "count": 3}},
                ],
            },
            "ca": {
                "title": "Tres dies en família",
                "introduction": "Flamencs, castell i forn de terrissa: tres dies pensats per a cames curtes.",
                "meta_description": (
                    "Tres dies en família al País d’Aurelle: etapes curtes, àpats senzills, berenars i "
                    "solucions per als dies de pluja."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Cada dia té una cosa per veure, una cosa per fer i un lloc per no fer res. "
                            "Cap trajecte no passa de trenta-cinc minuts.</p>"
                        ),
                    },
                    {
                        "type": "steps",
                        "value": [
                            {
                                "title": "Dia 1: l’estany i la platja",
                                "text": (
                                    "Al matí, a la Casa de l’Estany, amb els binocles al coll. A la tarda, a "
                                    "la sorra de la Gola, amb galleda i estel."
                                ),
                            },
                            {
                                "title": "Dia 2: el castell",
                                "text": (
                                    "La investigació al castell de la Roca, pícnic al pati baix i tornada "
                                    "per l’abadia per buscar la sirena."
                                ),
                            },
                            {
                                "title": "Dia 3: el fang",
                                "text": (
                                    "Modelatge amb les terrissaires de Castelnou, muralles abans de berenar "
                                    "i gelat sota el plàtan."
                                ),
                            },
                        ],
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "I si plou?",
                                "answer": (
                                    "El museu té una sala on tot es pot tocar, els banys admeten infants a "
                                    "partir de tres anys, i el tren de les valls ja és un espectacle."
                                ),
                            },
                        ],
                    },
                    {"type": "events", "value": {"category": "children", "commune": None, "count": 3}},
                ],
            },
        },
    },
    {
        "slug": {"fr": "de-la-mer-a-la-neige", "en": "from-sea-to-snow", "ca": "del-mar-a-la-neu"},
        "kind": "editorial",
        "parent": "a-faire",
        "picture": "mountain-lake",
        "words": {
            "fr": {
                "title": "De la mer à la neige en cinq étapes",
                "introduction": (
                    "Cinq jours de marche et de train en remontant l’Aurelle, de l’embouchure à la source."
                ),
                "meta_description": (
                    "Cinq étapes à pied et en train de Port-Aurelle à Mont-Clar, en remontant la rivière "
                    "Aurelle : distances, nuits, bagages."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>On part les pieds dans l’eau salée, on arrive les mains dans celle de la "
                            "source. Les bagages suivent en navette si vous le demandez la veille à "
                            "l’office.</p>"
                        ),
                    },
                    {
                        "type": "steps",
                        "value": [
                            {
                                "title": "Étape 1 : Port-Aurelle – Vallbona",
                                "text": "14 km par le cap et les vignes. Nuit chez les vignerons.",
                            },
                            {
                                "title": "Étape 2 : Vallbona – Sant Miquel",
                                "text": "9 km par la chapelle et l’abbaye.",
                            },
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
                    "Un hôtel de 1904, une bergerie sous les étoiles, des tables courtes : choisir sa base "
                    "selon l’humeur."
                ),
                "meta_description": (
                    "Où dormir et où manger dans le Pays d’Aurelle : hôtels, gîtes, camping et tables, par "
                    "commune et par besoin."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Sur la côte, tout se fait à pied. Dans les villages, on dort derrière des "
                            "murs d’un mètre. Aux Bains, le train est à la porte, et à Mont-Clar la nuit est "
                            "vraiment noire. Les prix affichés sont ceux que les établissements nous "
                            "déclarent ; la taxe de séjour s’y ajoute.</p>"
                        ),
                    },
                    {"type": "places", "value": {"kind": "accommodation", "count": 2}},
                    {"type": "places", "value": {"kind": "restaurant", "count": 2}},
                    {
                        "type": "call",
                        "value": {
                            "title": "Demander conseil",
                            "text": (
                                "Dites-nous vos dates et vos besoins, nous répondons sous deux jours ouvrés."
                            ),
                            "link": "page:contact",
                            "label": "Écrire à l’office",
                        },
                    },
                ],
            },
            "en": {
                "title": "Stay",
                "introduction": (
                    "A hotel of 1904, a sheepfold under the stars, short menus: choose a base to suit your "
                    "mood."
                ),
                "meta_description": (
                    "Where to sleep and eat in Pays d’Aurelle: hotels, hostels, camping and restaurants, by "
                    "commune and by need."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>On the coast everything is within walking distance. In the villages you "
                            "sleep behind walls a metre thick. In Les Bains the train is at the gate, and in "
                            "Mont-Clar the night is truly dark. Prices are those the owners give us; the "
                            "local tourist tax is extra.</p>"
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
                "introduction": (
                    "Un hotel del 1904, una pleta sota els estels, cartes curtes: trieu el lloc segons "
                    "l’humor."
                ),
                "meta_description": (
                    "On dormir i on menjar al País d’Aurelle: hotels, albergs, càmping i taules, per "
                    "municipi i segons les necessitats."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>A la costa, tot es fa a peu. Als pobles es dorm darrere de murs d’un metre. "
                            "Als Banys, el tren és a la porta, i a Mont-Clar la nit és fosca de debò. Els "
                            "preus són els que ens comuniquen els establiments; la taxa turística es paga a "
                            "part.</p>"
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
