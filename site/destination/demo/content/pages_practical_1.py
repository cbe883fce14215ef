"""Pages of the demo site: practical information, part 1."""

PAGES = [
    {
        "slug": {"fr": "pratique", "en": "practical", "ca": "informacio-practica"},
        "kind": "section",
        "parent": "accueil",
        "picture": "tourist-office-square",
        "words": {
            "fr": {
                "title": "Pratique",
                "introduction": "Venir, se déplacer, se faire aider : les réponses que l’on nous demande le plus au comptoir.",
                "meta_description": (
                    "Informations pratiques du Pays d’Aurelle : transports, accessibilité, urgences, marchés, enfants, "
                    "chiens, météo."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Ces pages sont relues tous les trois mois par les équipes d’accueil. Une erreur, un horaire "
                            "qui a changé ? Écrivez-nous, nous corrigeons dans la journée.</p>"
                        ),
                    },
                    {"type": "places", "value": {"kind": "tourist_office", "count": 3}},
                ],
            },
            "en": {
                "title": "Practical",
                "introduction": (
                    "Getting here, getting around, getting help: the answers we are most often asked for at the desk."
                ),
                "meta_description": (
                    "Practical information for Pays d’Aurelle: transport, accessibility, emergencies, markets, children, "
                    "dogs, weather."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>The visitor teams check these pages every three months. Found a mistake, or a time that has "
                            "changed? Write to us and we will correct it the same day.</p>"
                        ),
                    },
                    {"type": "places", "value": {"kind": "tourist_office", "count": 3}},
                ],
            },
            "ca": {
                "title": "Informació pràctica",
                "introduction": "Venir, moure’s, demanar ajuda: les respostes que més ens demanen al taulell.",
                "meta_description": (
                    "Informació pràctica del País d’Aurelle: transports, accessibilitat, urgències, mercats, infants, "
                    "gossos, temps."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Els equips d’acollida repassen aquestes pàgines cada tres mesos. Hi ha un error o un horari "
                            "que ha canviat? Escriviu-nos i ho corregim el mateix dia.</p>"
                        ),
                    },
                    {"type": "places", "value": {"kind": "tourist_office", "count": 3}},
                ],
            },
        },
    },
    {
        "slug": {"fr": "venir-sans-voiture", "en": "getting-here-without-a-car", "ca": "venir-sense-cotxe"},
        "kind": "practical",
        "parent": "pratique",
        "picture": "train-viaduct",
        "words": {
            "fr": {
                "title": "Venir sans voiture",
                "introduction": "La gare de Port-Aurelle est à six minutes à pied du quai.",
                "meta_description": (
                    "Venir dans le Pays d’Aurelle en train, en car ou à vélo : gares, correspondances, bagages et assistance."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>La gare de Port-Aurelle est sur la ligne du littoral. Des trains directs s’y arrêtent toute "
                            "la journée, et le train des vallées part du quai d’en face pour Castelnou et Les Bains.</p>"
                        ),
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "En train", "text": "gare de Port-Aurelle, ligne du littoral"},
                            {"label": "En car", "text": "halte routière devant la gare"},
                            {"label": "À vélo", "text": "véloroute du littoral, balisée"},
                            {"label": "Assistance", "text": "à réserver 24 h avant au +33 4 65 71 01 10"},
                        ],
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "Peut-on laisser ses bagages ?",
                                "answer": (
                                    "Oui, à l’office de Port-Aurelle, pendant les heures d’ouverture : deux sacs par "
                                    "personne, 3 € la journée."
                                ),
                            },
                            {
                                "question": "Les vélos montent-ils dans le train ?",
                                "answer": "Oui, sans supplément, six par rame. Aux heures d’école, préférez le suivant.",
                            },
                        ],
                    },
                ],
            },
            "en": {
                "title": "Getting here without a car",
                "introduction": "Port-Aurelle station is six minutes’ walk from the quay.",
                "meta_description": (
                    "Getting to Pays d’Aurelle by train, coach or bicycle: stations, connections, luggage and assistance."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Port-Aurelle station is on the coast line. Direct trains call all day, and the valley train "
                            "leaves from the opposite platform for Castelnou and Les Bains.</p>"
                        ),
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "By train", "text": "Port-Aurelle station, coast line"},
                            {"label": "By coach", "text": "stop in front of the station"},
                            {"label": "By bicycle", "text": "signposted coastal cycle route"},
                            {"label": "Assistance", "text": "book 24 hours ahead on +33 4 65 71 01 10"},
                        ],
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "Can I leave my luggage?",
                                "answer": "Yes, at Port-Aurelle tourist office during opening hours: two bags each, €3 a day.",
                            },
                            {
                                "question": "Are bicycles allowed on the train?",
                                "answer": "Yes, free of charge, six to a train. At school times, take the next one.",
                            },
                        ],
                    },
                ],
            },
            "ca": {
                "title": "Venir sense cotxe",
                "introduction": "L’estació de Port-Aurelle és a sis minuts a peu del moll.",
                "meta_description": (
                    "Venir al País d’Aurelle amb tren, autocar o bicicleta: estacions, enllaços, equipatge i assistència."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>L’estació de Port-Aurelle és a la línia de la costa. Hi paren trens directes tot el dia, i "
                            "el tren de les valls surt de l’andana de davant cap a Castelnou i Les Bains.</p>"
                        ),
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Amb tren", "text": "estació de Port-Aurelle, línia de la costa"},
                            {"label": "Amb autocar", "text": "parada davant de l’estació"},
                            {"label": "Amb bicicleta", "text": "ruta ciclista de la costa, senyalitzada"},
                            {"label": "Assistència", "text": "reserva 24 h abans al +33 4 65 71 01 10"},
                        ],
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "Es pot deixar l’equipatge?",
                                "answer": (
                                    "Sí, a l’oficina de Port-Aurelle, en hores d’obertura: dues bosses per persona, 3 € al dia."
                                ),
                            },
                            {
                                "question": "Les bicicletes pugen al tren?",
                                "answer": "Sí, sense suplement, sis per tren. En hores d’escola, val més agafar el següent.",
                            },
                        ],
                    },
                ],
            },
        },
    },
    {
        "slug": {"fr": "se-deplacer", "en": "getting-around", "ca": "moure-s"},
        "kind": "practical",
        "parent": "pratique",
        "picture": "cycling-road",
        "words": {
            "fr": {
                "title": "Se déplacer",
                "introduction": "Un train, quatre lignes de bus et un pass à 5 € pour la journée.",
                "meta_description": (
                    "Trains, bus, navettes et vélos dans le Pays d’Aurelle : lignes, durées, tarifs et derniers départs."
                ),
                "body": [
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Train des vallées", "text": "Port-Aurelle – Castelnou – Les Bains, 48 min"},
                            {"label": "Ligne A", "text": "Port-Aurelle – Estany, 20 min"},
                            {"label": "Ligne B", "text": "Port-Aurelle – Vallbona – Sant Miquel, 45 min"},
                            {"label": "Navette C", "text": "Les Bains – Mont-Clar, 35 min"},
                            {"label": "Ligne D", "text": "Castelnou – La Tour, 20 min, sur réservation"},
                        ],
                    },
                    {
                        "type": "text",
                        "value": (
                            "<p>Le billet coûte 2 €, le pass journée 5 €, et l’on voyage gratuitement jusqu’à douze ans. "
                            "Tous les bus ont une rampe et une annonce sonore des arrêts. Les soirs de spectacle, le dernier "
                            "départ attend la fin de la séance.</p><p>Pour construire deux journées complètes, suivez <a "
                            'href="page:un-week-end-sans-voiture">l’itinéraire sans voiture</a>.</p>'
                        ),
                    },
                ],
            },
            "en": {
                "title": "Getting around",
                "introduction": "One train, four bus lines and a day pass for €5.",
                "meta_description": (
                    "Trains, buses, shuttles and bicycles in Pays d’Aurelle: routes, journey times, fares and last departures."
                ),
                "body": [
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Valley train", "text": "Port-Aurelle – Castelnou – Les Bains, 48 min"},
                            {"label": "Line A", "text": "Port-Aurelle – Estany, 20 min"},
                            {"label": "Line B", "text": "Port-Aurelle – Vallbona – Sant Miquel, 45 min"},
                            {"label": "Shuttle C", "text": "Les Bains – Mont-Clar, 35 min"},
                            {"label": "Line D", "text": "Castelnou – La Tour, 20 min, on request"},
                        ],
                    },
                    {
                        "type": "text",
                        "value": (
                            "<p>A ticket costs €2, a day pass €5, and children up to twelve travel free. All buses have a "
                            "ramp and spoken stop announcements. On show nights the last departure waits until the "
                            "end.</p><p>For two full days already planned, follow <a "
                            'href="page:un-week-end-sans-voiture">the car-free route</a>.</p>'
                        ),
                    },
                ],
            },
            "ca": {
                "title": "Moure’s",
                "introduction": "Un tren, quatre línies de bus i un passi de 5 € per a tot el dia.",
                "meta_description": "Trens, busos i bicicletes al País d’Aurelle: línies, durades, tarifes i últimes sortides.",
                "body": [
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Tren de les valls", "text": "Port-Aurelle – Castelnou – Les Bains, 48 min"},
                            {"label": "Línia A", "text": "Port-Aurelle – Estany, 20 min"},
                            {"label": "Línia B", "text": "Port-Aurelle – Vallbona – Sant Miquel, 45 min"},
                            {"label": "Bus C", "text": "Les Bains – Mont-Clar, 35 min"},
                            {"label": "Línia D", "text": "Castelnou – La Tour, 20 min, amb reserva"},
                        ],
                    },
                    {
                        "type": "text",
                        "value": (
                            "<p>El bitllet val 2 €, el passi d’un dia 5 €, i fins als dotze anys es viatja de franc. Tots "
                            "els busos tenen rampa i anuncien les parades en veu alta. Les nits d’espectacle, l’última "
                            "sortida espera que s’acabi la funció.</p><p>Si voleu dos dies sencers ja preparats, seguiu <a "
                            'href="page:un-week-end-sans-voiture">l’itinerari sense cotxe</a>.</p>'
                        ),
                    },
                ],
            },
        },
    },
]
