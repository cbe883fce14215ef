"""Pages of the demo site: the home page and the landscapes."""

PAGES = [
    {
        "slug": {"fr": "accueil", "en": "home", "ca": "inici"},
        "kind": "home",
        "parent": None,
        "picture": "harbour-morning",
        "words": {
            "fr": {
                "title": "Pays d’Aurelle",
                "introduction": "Huit communes entre la mer et le Mont-Clar, à une demi-heure de train les unes des autres.",
                "meta_description": (
                    "Pays d’Aurelle : huit communes entre mer et montagne. Agenda, idées de sorties, itinéraires sans "
                    "voiture et renseignements pratiques."
                ),
                "tagline": "De la barque au sommet, dans la même journée.",
                "preparing": (
                    "Vous préparez votre séjour : choisissez une saison d’envies, une commune où poser vos sacs, et venez en "
                    "train. Les itinéraires, les tables et les adresses où dormir sont ici."
                ),
                "here": (
                    "Vous êtes sur place : voici ce qui se passe aujourd’hui, ce qui est ouvert en ce moment et ce qui se "
                    "trouve près de vous."
                ),
                "body": [
                    {"type": "heading", "value": "Au programme ces jours-ci"},
                    {"type": "events", "value": {"category": None, "commune": None, "count": 4}},
                    {"type": "heading", "value": "Trois façons de commencer"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Un matin sur le quai de Port-Aurelle, quand les pêcheurs vendent ce que la nuit leur a "
                            "laissé. Une fin d’après-midi sur les remparts de Castelnou, à l’heure où la pierre devient "
                            "miel. Une nuit à Mont-Clar, où le ciel est assez noir pour que les étoiles aient l’air "
                            "proches.</p>"
                        ),
                    },
                    {
                        "type": "call",
                        "value": {
                            "title": "Un week-end sans voiture",
                            "text": "Deux jours, un train, deux bus et vos jambes : l’itinéraire heure par heure.",
                            "link": "page:un-week-end-sans-voiture",
                            "label": "Suivre l’itinéraire",
                        },
                    },
                    {"type": "places", "value": {"kind": "monument", "count": 3}},
                ],
            },
            "en": {
                "title": "Pays d’Aurelle",
                "introduction": "Eight communes between the sea and Mont-Clar, half an hour apart by train.",
                "meta_description": (
                    "Pays d’Aurelle: eight communes between sea and mountains. What’s on, ideas for days out, car-free "
                    "itineraries and practical information."
                ),
                "tagline": "From fishing boat to summit in a single day.",
                "preparing": (
                    "You are preparing your stay: decide what you feel like doing, pick a place to leave your bags, and come "
                    "by train. Itineraries, places to eat and places to sleep are all here."
                ),
                "here": "You are here now: see what is on today, what is open at this moment and what is close to you.",
                "body": [
                    {"type": "heading", "value": "What’s on these days"},
                    {"type": "events", "value": {"category": None, "commune": None, "count": 4}},
                    {"type": "heading", "value": "Three ways to begin"},
                    {
                        "type": "text",
                        "value": (
                            "<p>A morning on the quay in Port-Aurelle, when the fishermen sell what the night has left them. "
                            "A late afternoon on the ramparts of Castelnou, when the stone turns to honey. A night in "
                            "Mont-Clar, where the sky is dark enough for the stars to seem close.</p>"
                        ),
                    },
                    {
                        "type": "call",
                        "value": {
                            "title": "A weekend without a car",
                            "text": "Two days, one train, two buses and your own legs: the route hour by hour.",
                            "link": "page:un-week-end-sans-voiture",
                            "label": "Follow the route",
                        },
                    },
                    {"type": "places", "value": {"kind": "monument", "count": 3}},
                ],
            },
            "ca": {
                "title": "País d’Aurelle",
                "introduction": "Vuit municipis entre el mar i el Mont-Clar, a mitja hora de tren els uns dels altres.",
                "meta_description": (
                    "País d’Aurelle: vuit municipis entre mar i muntanya. Agenda, idees per sortir, itineraris sense cotxe i "
                    "informació pràctica."
                ),
                "tagline": "De la barca al cim, en un mateix dia.",
                "preparing": (
                    "Prepareu l’estada: penseu què us ve de gust, trieu un poble on deixar les maletes i veniu amb tren. Els "
                    "itineraris, les taules i els llocs per dormir són aquí."
                ),
                "here": "Ja hi sou: aquí teniu el que es fa avui, el que és obert ara mateix i el que us queda a prop.",
                "body": [
                    {"type": "heading", "value": "Aquests dies"},
                    {"type": "events", "value": {"category": None, "commune": None, "count": 4}},
                    {"type": "heading", "value": "Tres maneres de començar"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Un matí al moll de Port-Aurelle, quan els pescadors venen el que la nit els ha deixat. Una "
                            "tarda a les muralles de Castelnou, a l’hora que la pedra es torna mel. Una nit a Mont-Clar, on "
                            "el cel és prou fosc perquè els estels semblin a prop.</p>"
                        ),
                    },
                    {
                        "type": "call",
                        "value": {
                            "title": "Un cap de setmana sense cotxe",
                            "text": "Dos dies, un tren, dos busos i les vostres cames: l’itinerari hora per hora.",
                            "link": "page:un-week-end-sans-voiture",
                            "label": "Seguir l’itinerari",
                        },
                    },
                    {"type": "places", "value": {"kind": "monument", "count": 3}},
                ],
            },
        },
    },
    {
        "slug": {"fr": "decouvrir", "en": "discover", "ca": "descobrir"},
        "kind": "section",
        "parent": "accueil",
        "picture": "hill-village-castle",
        "words": {
            "fr": {
                "title": "Découvrir",
                "introduction": (
                    "Un pays de trente kilomètres de côté, que l’on traverse en une heure et que l’on quitte rarement aussi vite."
                ),
                "meta_description": (
                    "Découvrir le Pays d’Aurelle : la côte et l’étang, le vignoble et les villages, les hautes vallées, "
                    "commune par commune."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>La rivière Aurelle descend du Mont-Clar, traverse les gorges, longe les remparts de "
                            "Castelnou et finit dans le port. Suivez-la et vous aurez tout vu, ou presque : il restera les "
                            "oliviers au nord, les vignes au sud, et l’étang où les flamants s’arrêtent.</p>"
                        ),
                    },
                    {
                        "type": "picture",
                        "value": {
                            "scene": "stone-tower-olives",
                            "caption": "De la tour de guet, on voit la plaine jusqu’à la mer.",
                        },
                    },
                ],
            },
            "en": {
                "title": "Discover",
                "introduction": "A land thirty kilometres across, which takes an hour to cross and is seldom left that quickly.",
                "meta_description": (
                    "Discover Pays d’Aurelle: the coast and lagoon, the vineyards and villages, the high valleys, one "
                    "commune at a time."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>The River Aurelle comes down from Mont-Clar, runs through the gorge, passes below the "
                            "ramparts of Castelnou and ends in the harbour. Follow it and you will have seen nearly "
                            "everything, apart from the olive groves to the north, the vineyards to the south and the lagoon "
                            "where flamingos stop.</p>"
                        ),
                    },
                    {
                        "type": "picture",
                        "value": {
                            "scene": "stone-tower-olives",
                            "caption": "From the watchtower the plain runs down to the sea.",
                        },
                    },
                ],
            },
            "ca": {
                "title": "Descobrir",
                "introduction": (
                    "Un país de trenta quilòmetres de costat, que es travessa en una hora i que poques vegades es deixa tan "
                    "de pressa."
                ),
                "meta_description": (
                    "Descobrir el País d’Aurelle: la costa i l’estany, la vinya i els pobles, les valls altes, municipi a "
                    "municipi."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>El riu Aurelle baixa del Mont-Clar, travessa les gorges, passa sota les muralles de "
                            "Castelnou i acaba al port. Seguiu-lo i ho haureu vist gairebé tot: quedaran les oliveres al "
                            "nord, les vinyes al sud i l’estany on s’aturen els flamencs.</p>"
                        ),
                    },
                    {
                        "type": "picture",
                        "value": {
                            "scene": "stone-tower-olives",
                            "caption": "Des de la torre de guaita es veu la plana fins al mar.",
                        },
                    },
                ],
            },
        },
    },
    {
        "slug": {"fr": "communes-et-paysages", "en": "communes-and-landscapes", "ca": "municipis-i-paisatges"},
        "kind": "editorial",
        "parent": "decouvrir",
        "picture": "almond-blossom",
        "words": {
            "fr": {
                "title": "Huit communes, trois paysages",
                "introduction": (
                    "La côte, les collines et la montagne : chaque commune a son heure, sa lumière et son jour de marché."
                ),
                "meta_description": (
                    "Port-Aurelle, Castelnou, Mont-Clar et les autres : les huit communes du Pays d’Aurelle et leurs trois "
                    "paysages."
                ),
                "body": [
                    {"type": "heading", "value": "La côte et l’étang"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Port-Aurelle vit au rythme des bateaux, qui rentrent vers seize heures. Au nord, "
                            "Estany-sur-Mer tient sur une langue de sable entre la plage et la lagune. Un bus les relie en "
                            "vingt minutes.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Le vignoble et les villages"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Castelnou garde ses neuf tours, Sant Miquel son château et son abbaye, Vallbona ses trois "
                            "combes de vigne, La Tour ses dix-huit mille oliviers. On va de l’un à l’autre à vélo, par des "
                            "routes où l’on croise surtout des tracteurs.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Les hautes vallées"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Aux Bains-de-Vernet-Haut, l’eau sort à 41 °C et le train s’arrête. Plus haut, Mont-Clar "
                            "compte deux cent dix habitants, quatorze pistes et un ciel très noir.</p>"
                        ),
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Communes", "text": "8"},
                            {"label": "Habitants", "text": "21 400"},
                            {"label": "Point culminant", "text": "pic du Clar, 2 214 m"},
                            {"label": "Côte", "text": "19 km, dont 6 de sable"},
                        ],
                    },
                    {"type": "gallery", "value": ["lighthouse-dusk", "golden-vines", "cave-lake"]},
                ],
            },
            "en": {
                "title": "Eight communes, three landscapes",
                "introduction": "Coast, hills and mountain: each commune has its own hour, light and market day.",
                "meta_description": (
                    "Port-Aurelle, Castelnou, Mont-Clar and the rest: the eight communes of Pays d’Aurelle and their three "
                    "landscapes."
                ),
                "body": [
                    {"type": "heading", "value": "The coast and the lagoon"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Port-Aurelle lives by its boats, which come in at around four. To the north, Estany-sur-Mer "
                            "stands on a tongue of sand between beach and lagoon. A bus links them in twenty minutes.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Vineyards and villages"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Castelnou has kept its nine towers, Sant Miquel its castle and abbey, Vallbona its three "
                            "valleys of vines, La Tour its eighteen thousand olive trees. You can cycle from one to the next "
                            "on roads where you mostly meet tractors.</p>"
                        ),
                    },
                    {"type": "heading", "value": "The high valleys"},
                    {
                        "type": "text",
                        "value": (
                            "<p>In Les Bains-de-Vernet-Haut the water rises at 41 °C and the train stops. Higher up, "
                            "Mont-Clar has two hundred and ten inhabitants, fourteen pistes and a very dark sky.</p>"
                        ),
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Communes", "text": "8"},
                            {"label": "Inhabitants", "text": "21,400"},
                            {"label": "Highest point", "text": "Pic du Clar, 2,214 m"},
                            {"label": "Coastline", "text": "19 km, 6 of them sandy"},
                        ],
                    },
                    {"type": "gallery", "value": ["lighthouse-dusk", "golden-vines", "cave-lake"]},
                ],
            },
            "ca": {
                "title": "Vuit municipis, tres paisatges",
                "introduction": (
                    "La costa, els turons i la muntanya: cada municipi té la seva hora, la seva llum i el seu dia de mercat."
                ),
                "meta_description": (
                    "Port-Aurelle, Castelnou, Mont-Clar i els altres: els vuit municipis del País d’Aurelle i els seus tres "
                    "paisatges."
                ),
                "body": [
                    {"type": "heading", "value": "La costa i l’estany"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Port-Aurelle viu al ritme de les barques, que tornen cap a les quatre de la tarda. Més al "
                            "nord, Estany-sur-Mer s’aguanta en una llengua de sorra entre la platja i la llacuna. Un bus els "
                            "uneix en vint minuts.</p>"
                        ),
                    },
                    {"type": "heading", "value": "La vinya i els pobles"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Castelnou conserva les nou torres; Sant Miquel, el castell i l’abadia; Vallbona, les tres "
                            "comes de vinya; La Tour, les divuit mil oliveres. S’hi va de l’un a l’altre amb bicicleta, per "
                            "carreteres on només es troben tractors.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Les valls altes"},
                    {
                        "type": "text",
                        "value": (
                            "<p>A Les Bains-de-Vernet-Haut l’aigua brolla a 41 °C i el tren s’hi atura. Més amunt, Mont-Clar "
                            "té dos-cents deu habitants, catorze pistes i un cel molt fosc.</p>"
                        ),
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Municipis", "text": "8"},
                            {"label": "Habitants", "text": "21.400"},
                            {"label": "Punt més alt", "text": "pic del Clar, 2.214 m"},
                            {"label": "Costa", "text": "19 km, 6 dels quals de sorra"},
                        ],
                    },
                    {"type": "gallery", "value": ["lighthouse-dusk", "golden-vines", "cave-lake"]},
                ],
            },
        },
    },
]
