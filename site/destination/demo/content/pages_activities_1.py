"""Pages of the demo site: what to do, part 1."""

PAGES = [
    {
        "slug": {"fr": "a-faire", "en": "things-to-do", "ca": "que-fer"},
        "kind": "section",
        "parent": "accueil",
        "picture": "lateen-regatta",
        "words": {
            "fr": {
                "title": "À faire",
                "introduction": "Marcher, nager, glisser, goûter, regarder : l’ordre est libre, et rien n’oblige à tout faire.",
                "meta_description": (
                    "Que faire dans le Pays d’Aurelle : randonnées, plages et voile, neige, vignobles, patrimoine et sorties "
                    "du jour."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Choisissez selon le vent plutôt que selon le programme. Quand la tramontane souffle, la côte "
                            "est transparente et froide : montez aux villages. Quand elle tombe, redescendez voir la mer. "
                            "Les offices connaissent la prévision de demain et les horaires du retour.</p>"
                        ),
                    },
                    {"type": "events", "value": {"category": None, "commune": None, "count": 3}},
                ],
            },
            "en": {
                "title": "Things to do",
                "introduction": "Walk, swim, ski, taste, look: in any order, and with no duty to do it all.",
                "meta_description": (
                    "What to do in Pays d’Aurelle: walks, beaches and sailing, snow, vineyards, heritage and what is on today."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Let the wind decide rather than the programme. When the tramontane blows, the coast is "
                            "crystal clear and cold, so head up to the villages. When it drops, come back down to the sea. "
                            "The tourist offices know tomorrow’s forecast and the times of the last bus.</p>"
                        ),
                    },
                    {"type": "events", "value": {"category": None, "commune": None, "count": 3}},
                ],
            },
            "ca": {
                "title": "Què fer",
                "introduction": (
                    "Caminar, nedar, esquiar, tastar, mirar: en l’ordre que vulgueu, i sense cap obligació de fer-ho tot."
                ),
                "meta_description": (
                    "Què fer al País d’Aurelle: excursions, platges i vela, neu, vinyes, patrimoni i actes del dia."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Trieu segons el vent més que no pas segons el programa. Quan bufa la tramuntana, la costa és "
                            "neta i freda: pugeu als pobles. Quan para, torneu a baixar al mar. Les oficines saben el temps "
                            "de demà i l’horari de tornada.</p>"
                        ),
                    },
                    {"type": "events", "value": {"category": None, "commune": None, "count": 3}},
                ],
            },
        },
    },
    {
        "slug": {"fr": "a-pied", "en": "on-foot", "ca": "a-peu"},
        "kind": "editorial",
        "parent": "a-faire",
        "picture": "summit-sunrise",
        "words": {
            "fr": {
                "title": "À pied",
                "introduction": "Trois cent vingt kilomètres de sentiers balisés, du bord de l’eau aux lacs d’altitude.",
                "meta_description": (
                    "Randonnées dans le Pays d’Aurelle : sentier du littoral, oliveraies, étang Bleu. Distances, dénivelés "
                    "et accès en bus ou en train."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Les balises sont jaunes pour les promenades, bleues pour les journées, et l’on trouve une "
                            "fontaine dans chaque village. Toutes les marches ci-dessous partent d’un arrêt de bus ou d’une "
                            "gare.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Trois marches pour commencer"},
                    {
                        "type": "text",
                        "value": (
                            "<ul><li>Le sentier du littoral, du port au phare : 5 km, 1 h 15, peu d’ombre.</li><li>Les "
                            "capitelles de La Tour : 9 km, 3 h, presque plat.</li><li>L’étang Bleu depuis Mont-Clar : 8 km "
                            "aller et retour, 440 m de montée, 3 h.</li></ul>"
                        ),
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "Faut-il un équipement particulier ?",
                                "answer": (
                                    "De bonnes chaussures, un litre et demi d’eau par personne et une couche chaude "
                                    "au-dessus de 1 500 m, quelle que soit la météo du port."
                                ),
                            },
                            {
                                "question": "Peut-on bivouaquer ?",
                                "answer": (
                                    "Oui, à l’étang Bleu, de 19 h à 9 h et sans feu. Partout ailleurs, dormez au gîte ou au "
                                    "camping."
                                ),
                            },
                        ],
                    },
                    {"type": "events", "value": {"category": "walk", "commune": None, "count": 3}},
                ],
            },
            "en": {
                "title": "On foot",
                "introduction": (
                    "Three hundred and twenty kilometres of waymarked paths, from the water’s edge to mountain lakes."
                ),
                "meta_description": (
                    "Walking in Pays d’Aurelle: coast path, olive groves, Blue Tarn. Distances, climbs and how to get there "
                    "by bus or train."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Waymarks are yellow for strolls and blue for day walks, and every village has a fountain. "
                            "All the walks below start from a bus stop or a railway station.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Three walks to begin with"},
                    {
                        "type": "text",
                        "value": (
                            "<ul><li>The coast path from harbour to lighthouse: 5 km, an hour and a quarter, little "
                            "shade.</li><li>The dry-stone huts of La Tour: 9 km, three hours, almost level.</li><li>The Blue "
                            "Tarn from Mont-Clar: 8 km there and back, 440 m of ascent, three hours.</li></ul>"
                        ),
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "Do I need special equipment?",
                                "answer": (
                                    "Good shoes, a litre and a half of water each, and a warm layer above 1,500 m, whatever "
                                    "the weather down at the harbour."
                                ),
                            },
                            {
                                "question": "Can I camp out?",
                                "answer": (
                                    "Yes, at the Blue Tarn, from 7 pm to 9 am and without a fire. Elsewhere, sleep at the "
                                    "hostel or the campsite."
                                ),
                            },
                        ],
                    },
                    {"type": "events", "value": {"category": "walk", "commune": None, "count": 3}},
                ],
            },
            "ca": {
                "title": "A peu",
                "introduction": (
                    "Tres-cents vint quilòmetres de camins senyalitzats, de la vora de l’aigua als estanys de muntanya."
                ),
                "meta_description": (
                    "Excursions pel País d’Aurelle: camí de ronda, oliverars, Estany Blau. Distàncies, desnivells i com "
                    "arribar-hi amb bus o tren."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Els senyals són grocs per a les passejades i blaus per a les excursions de tot el dia, i a "
                            "cada poble hi ha una font. Totes les caminades d’aquí sota surten d’una parada de bus o d’una "
                            "estació.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Tres caminades per començar"},
                    {
                        "type": "text",
                        "value": (
                            "<ul><li>El camí de ronda, del port al far: 5 km, una hora i quart, poca ombra.</li><li>Les "
                            "barraques de pedra seca de La Tour: 9 km, tres hores, gairebé pla.</li><li>L’Estany Blau des de "
                            "Mont-Clar: 8 km anar i tornar, 440 m de pujada, tres hores.</li></ul>"
                        ),
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "Cal algun equipament especial?",
                                "answer": (
                                    "Bon calçat, un litre i mig d’aigua per persona i roba d’abric per damunt dels 1.500 m, "
                                    "faci el temps que faci al port."
                                ),
                            },
                            {
                                "question": "Es pot fer bivac?",
                                "answer": (
                                    "Sí, a l’Estany Blau, de 19 a 9 h i sense foc. A la resta de llocs, dormiu a l’alberg o "
                                    "al càmping."
                                ),
                            },
                        ],
                    },
                    {"type": "events", "value": {"category": "walk", "commune": None, "count": 3}},
                ],
            },
        },
    },
    {
        "slug": {"fr": "la-mer", "en": "the-sea", "ca": "el-mar"},
        "kind": "editorial",
        "parent": "a-faire",
        "picture": "beach-parasols",
        "words": {
            "fr": {
                "title": "La mer et l’étang",
                "introduction": "Dix-neuf kilomètres de côte, une lagune, et assez de vents pour choisir chaque jour sa plage.",
                "meta_description": (
                    "Plages, criques, voile et baignade accessible sur la côte d’Aurelle, de Port-Aurelle à Estany-sur-Mer."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Au nord, le sable file droit sur six kilomètres. Au sud du cap, ce sont des criques de "
                            "galets où l’on arrive à pied. Entre les deux, la baie reste calme par vent du nord.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Se baigner en confiance"},
                    {
                        "type": "text",
                        "value": (
                            "<p>La plage du Grau est surveillée aux beaux jours, de 10 h 30 à 18 h 30. Deux fauteuils de "
                            "mise à l’eau et un guidage sonore s’y réservent au poste de secours. Le drapeau se lit du "
                            "parking.</p>"
                        ),
                    },
                    {
                        "type": "call",
                        "value": {
                            "title": "Apprendre à naviguer",
                            "text": "L’école de voile accueille les débutants sur l’étang, où l’on a pied presque partout.",
                            "link": "places",
                            "label": "Voir les lieux",
                        },
                    },
                    {"type": "places", "value": {"kind": "beach", "count": 2}},
                ],
            },
            "en": {
                "title": "The sea and the lagoon",
                "introduction": "Nineteen kilometres of coast, one lagoon, and winds enough to choose a new beach every day.",
                "meta_description": (
                    "Beaches, coves, sailing and accessible bathing on the Aurelle coast, from Port-Aurelle to Estany-sur-Mer."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>To the north, the sand runs straight for six kilometres. South of the cape come pebble coves "
                            "that you reach on foot. In between, the bay stays calm in a north wind.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Swimming with confidence"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Lifeguards watch Grau beach in the bathing season, from 10:30 am to 6:30 pm. Two sea "
                            "wheelchairs and audio guidance can be booked at their post. You can read the flag from the car "
                            "park.</p>"
                        ),
                    },
                    {
                        "type": "call",
                        "value": {
                            "title": "Learn to sail",
                            "text": (
                                "The sailing school teaches beginners on the lagoon, where you can stand up almost everywhere."
                            ),
                            "link": "places",
                            "label": "See the places",
                        },
                    },
                    {"type": "places", "value": {"kind": "beach", "count": 2}},
                ],
            },
            "ca": {
                "title": "El mar i l’estany",
                "introduction": "Dinou quilòmetres de costa, una llacuna i prou vents per triar cada dia una platja.",
                "meta_description": (
                    "Platges, cales, vela i bany accessible a la costa d’Aurelle, de Port-Aurelle a Estany-sur-Mer."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Al nord, la sorra s’estén sis quilòmetres tot dret. Al sud del cap hi ha cales de còdols on "
                            "s’arriba a peu. Entremig, la badia es manté quieta amb vent del nord.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Banyar-se amb confiança"},
                    {
                        "type": "text",
                        "value": (
                            "<p>La platja de la Gola té vigilància durant la temporada, de 10.30 a 18.30 h. Al lloc de "
                            "socors es poden reservar dues cadires amfíbies i un guiatge sonor. La bandera es veu des de "
                            "l’aparcament.</p>"
                        ),
                    },
                    {
                        "type": "call",
                        "value": {
                            "title": "Aprendre a navegar",
                            "text": "L’escola de vela rep els principiants a l’estany, on es toca peu gairebé pertot.",
                            "link": "places",
                            "label": "Veure els llocs",
                        },
                    },
                    {"type": "places", "value": {"kind": "beach", "count": 2}},
                ],
            },
        },
    },
]
