"""Pages of the demo site: itineraries and stays, part 1."""

PAGES = [
    {
        "slug": {"fr": "un-week-end-sans-voiture", "en": "a-weekend-without-a-car", "ca": "un-cap-de-setmana-sense-cotxe"},
        "kind": "editorial",
        "parent": "a-faire",
        "picture": "train-viaduct",
        "words": {
            "fr": {
                "title": "Un week-end sans voiture",
                "introduction": (
                    "Deux jours de Port-Aurelle aux Bains, en train, en bus et à pied, avec les heures et les haltes."
                ),
                "meta_description": (
                    "Un week-end sans voiture dans le Pays d’Aurelle : itinéraire heure par heure en train, en bus et à pied."
                ),
                "body": [
                    {
                        "type": "steps",
                        "value": [
                            {
                                "title": "Samedi, 9 h 40 : le port",
                                "text": (
                                    "Le train arrive à six minutes du quai. Café face à la criée, puis le sentier du "
                                    "littoral jusqu’au phare, 1 h 15."
                                ),
                            },
                            {
                                "title": "Samedi, 15 h 10 : les remparts",
                                "text": (
                                    "Le train des vallées s’arrête sous Castelnou. Musée, tour du chemin de ronde, dîner "
                                    "sous les arcades et nuit au village."
                                ),
                            },
                            {
                                "title": "Dimanche, 10 h 05 : les gorges",
                                "text": (
                                    "Dernière montée en train, par le viaduc : asseyez-vous à gauche. Marche jusqu’à la "
                                    "cascade, une heure et demie."
                                ),
                            },
                            {
                                "title": "Dimanche, 15 h : les bains",
                                "text": (
                                    "Deux heures dans l’eau chaude, puis le train de 17 h 52, qui donne la correspondance à "
                                    "Port-Aurelle."
                                ),
                            },
                        ],
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Train des vallées", "text": "6 allers et retours par jour"},
                            {"label": "Pass journée", "text": "5 €"},
                            {"label": "Marche", "text": "12 km en tout"},
                        ],
                    },
                    {
                        "type": "call",
                        "value": {
                            "title": "Vérifier les horaires",
                            "text": "Les horaires changent deux fois par an.",
                            "link": "page:se-deplacer",
                            "label": "Préparer ses trajets",
                        },
                    },
                ],
            },
            "en": {
                "title": "A weekend without a car",
                "introduction": "Two days from Port-Aurelle to Les Bains by train, by bus and on foot, with times and stops.",
                "meta_description": (
                    "A weekend without a car in Pays d’Aurelle: an hour-by-hour route by train, by bus and on foot."
                ),
                "body": [
                    {
                        "type": "steps",
                        "value": [
                            {
                                "title": "Saturday, 9:40 am: the harbour",
                                "text": (
                                    "The train arrives six minutes from the quay. Coffee opposite the fish auction, then the "
                                    "coast path to the lighthouse, an hour and a quarter."
                                ),
                            },
                            {
                                "title": "Saturday, 3:10 pm: the ramparts",
                                "text": (
                                    "The valley train stops below Castelnou. Museum, wall walk, dinner under the arcades and "
                                    "a night in the village."
                                ),
                            },
                            {
                                "title": "Sunday, 10:05 am: the gorge",
                                "text": (
                                    "The last climb by train crosses the viaduct: sit on the left. Walk to the waterfall, an "
                                    "hour and a half."
                                ),
                            },
                            {
                                "title": "Sunday, 3 pm: the baths",
                                "text": "Two hours in hot water, then the 5:52 pm train, which connects in Port-Aurelle.",
                            },
                        ],
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Valley train", "text": "6 return journeys a day"},
                            {"label": "Day pass", "text": "€5"},
                            {"label": "Walking", "text": "12 km in all"},
                        ],
                    },
                    {
                        "type": "call",
                        "value": {
                            "title": "Check the times",
                            "text": "Timetables change twice a year.",
                            "link": "page:se-deplacer",
                            "label": "Plan your journeys",
                        },
                    },
                ],
            },
            "ca": {
                "title": "Un cap de setmana sense cotxe",
                "introduction": "Dos dies de Port-Aurelle als Banys, amb tren, amb bus i a peu, amb les hores i les parades.",
                "meta_description": (
                    "Un cap de setmana sense cotxe al País d’Aurelle: itinerari hora per hora amb tren, amb bus i a peu."
                ),
                "body": [
                    {
                        "type": "steps",
                        "value": [
                            {
                                "title": "Dissabte, 9.40 h: el port",
                                "text": (
                                    "El tren arriba a sis minuts del moll. Cafè davant de la llotja i després el camí de "
                                    "ronda fins al far, una hora i quart."
                                ),
                            },
                            {
                                "title": "Dissabte, 15.10 h: les muralles",
                                "text": (
                                    "El tren de les valls para sota Castelnou. Museu, volta pel camí de ronda, sopar sota "
                                    "les arcades i nit al poble."
                                ),
                            },
                            {
                                "title": "Diumenge, 10.05 h: les gorges",
                                "text": (
                                    "L’última pujada amb tren passa pel viaducte: seieu a l’esquerra. Caminada fins al salt "
                                    "d’aigua, una hora i mitja."
                                ),
                            },
                            {
                                "title": "Diumenge, 15 h: els banys",
                                "text": (
                                    "Dues hores dins l’aigua calenta i després el tren de les 17.52 h, que enllaça a "
                                    "Port-Aurelle."
                                ),
                            },
                        ],
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Tren de les valls", "text": "6 anades i tornades al dia"},
                            {"label": "Passi d’un dia", "text": "5 €"},
                            {"label": "A peu", "text": "12 km en total"},
                        ],
                    },
                    {
                        "type": "call",
                        "value": {
                            "title": "Comprovar els horaris",
                            "text": "Els horaris canvien dos cops l’any.",
                            "link": "page:se-deplacer",
                            "label": "Preparar els trajectes",
                        },
                    },
                ],
            },
        },
    },
    {
        "slug": {"fr": "trois-jours-en-famille", "en": "three-days-with-children", "ca": "tres-dies-en-familia"},
        "kind": "editorial",
        "parent": "a-faire",
        "picture": "children-beach",
        "words": {
            "fr": {
                "title": "Trois jours en famille",
                "introduction": "Flamants, château et four de potier : trois jours dosés pour des jambes courtes.",
                "meta_description": (
                    "Trois jours en famille dans le Pays d’Aurelle : étapes courtes, repas simples, goûters et solutions de "
                    "pluie."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Chaque journée compte une chose à voir, une chose à faire et un endroit pour ne rien faire. "
                            "Les trajets ne dépassent jamais trente-cinq minutes.</p>"
                        ),
                    },
                    {
                        "type": "steps",
                        "value": [
                            {
                                "title": "Jour 1 : l’étang et la plage",
                                "text": (
                                    "Le matin à la Maison de l’Étang, jumelles au cou. L’après-midi sur le sable du Grau, "
                                    "avec seau et cerf-volant."
                                ),
                            },
                            {
                                "title": "Jour 2 : le château",
                                "text": (
                                    "L’enquête au château de la Roca, pique-nique dans la cour basse, retour par l’abbaye "
                                    "pour chercher la sirène."
                                ),
                            },
                            {
                                "title": "Jour 3 : la terre",
                                "text": (
                                    "Modelage chez les potières de Castelnou, remparts avant le goûter, glace sous le platane."
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
                                    "Le musée a une salle où tout se touche, les bains acceptent les enfants dès trois ans, "
                                    "et le train des vallées est un spectacle en soi."
                                ),
                            },
                        ],
                    },
                    {"type": "events", "value": {"category": "children", "commune": None, "count": 3}},
                ],
            },
            "en": {
                "title": "Three days with children",
                "introduction": "Flamingos, a castle and a potter’s kiln: three days measured for short legs.",
                "meta_description": (
                    "Three days with children in Pays d’Aurelle: short journeys, simple meals, snacks and rainy-day plans."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Each day has one thing to see, one thing to do and one place to do nothing at all. No "
                            "journey takes longer than thirty-five minutes.</p>"
                        ),
                    },
                    {
                        "type": "steps",
                        "value": [
                            {
                                "title": "Day 1: lagoon and beach",
                                "text": (
                                    "Morning at the Lagoon Centre with binoculars round your necks. Afternoon on Grau beach "
                                    "with a bucket and a kite."
                                ),
                            },
                            {
                                "title": "Day 2: the castle",
                                "text": (
                                    "The mystery trail at La Roca Castle, a picnic in the lower courtyard, and home by way "
                                    "of the abbey to look for the mermaid."
                                ),
                            },
                            {
                                "title": "Day 3: clay",
                                "text": (
                                    "Modelling with Castelnou’s potters, the ramparts before tea, ice cream under the plane tree."
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
                                    "The museum has a room where everything may be touched, the baths welcome children from "
                                    "the age of three, and the valley train is a show in itself."
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
                    "Tres dies en família al País d’Aurelle: etapes curtes, àpats senzills, berenars i solucions per als "
                    "dies de pluja."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Cada dia té una cosa per veure, una cosa per fer i un lloc per no fer res. Cap trajecte no "
                            "passa de trenta-cinc minuts.</p>"
                        ),
                    },
                    {
                        "type": "steps",
                        "value": [
                            {
                                "title": "Dia 1: l’estany i la platja",
                                "text": (
                                    "Al matí, a la Casa de l’Estany, amb els binocles al coll. A la tarda, a la sorra de la "
                                    "Gola, amb galleda i estel."
                                ),
                            },
                            {
                                "title": "Dia 2: el castell",
                                "text": (
                                    "La investigació al castell de la Roca, pícnic al pati baix i tornada per l’abadia per "
                                    "buscar la sirena."
                                ),
                            },
                            {
                                "title": "Dia 3: el fang",
                                "text": (
                                    "Modelatge amb les terrissaires de Castelnou, muralles abans de berenar i gelat sota el "
                                    "plàtan."
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
                                    "El museu té una sala on tot es pot tocar, els banys admeten infants a partir de tres "
                                    "anys, i el tren de les valls ja és un espectacle."
                                ),
                            },
                        ],
                    },
                    {"type": "events", "value": {"category": "children", "commune": None, "count": 3}},
                ],
            },
        },
    },
]
