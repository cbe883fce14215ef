"""Pages of the demo site: what to do, part 2."""

PAGES = [
    {
        "slug": {"fr": "la-neige", "en": "snow", "ca": "la-neu"},
        "kind": "editorial",
        "parent": "a-faire",
        "picture": "snow-village",
        "words": {
            "fr": {
                "title": "La neige",
                "introduction": "Une station de village, deux boucles de raquettes et de l’eau chaude en bas de la vallée.",
                "meta_description": (
                    "Ski, raquettes et luge à Mont-Clar, bains chauds aux Bains-de-Vernet-Haut : la neige du Pays d’Aurelle, "
                    "sans voiture."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Mont-Clar ne cherche pas à être grande. Quatorze pistes, cinq remontées, des moniteurs qui "
                            "se souviennent des prénoms. On skie le matin, on se baigne à 38 °C en fin d’après-midi, et le "
                            "train ramène au bord de la mer.</p>"
                        ),
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Altitude", "text": "de 1 540 à 2 050 m"},
                            {"label": "Pistes", "text": "14"},
                            {"label": "Fond", "text": "12 km"},
                            {"label": "Depuis la gare des Bains", "text": "35 minutes en navette C"},
                        ],
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "Que faire quand il n’y a pas assez de neige ?",
                                "answer": (
                                    "La station publie son bulletin chaque matin à 8 h 30. Les forfaits non utilisés sont "
                                    "repris, et les marches à la lanterne remplacent les raquettes."
                                ),
                            },
                        ],
                    },
                    {"type": "places", "value": {"kind": "leisure", "count": 3}},
                ],
            },
            "en": {
                "title": "Snow",
                "introduction": "A village resort, two snowshoe loops, and hot water at the foot of the valley.",
                "meta_description": (
                    "Skiing, snowshoeing and tobogganing in Mont-Clar, hot baths in Les Bains-de-Vernet-Haut: snow in Pays "
                    "d’Aurelle, without a car."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Mont-Clar has no wish to be big. It has fourteen pistes, five lifts and instructors who "
                            "remember first names. Ski in the morning, bathe at 38 °C in the late afternoon, and let the "
                            "train take you back to the sea.</p>"
                        ),
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Altitude", "text": "1,540 to 2,050 m"},
                            {"label": "Pistes", "text": "14"},
                            {"label": "Cross-country", "text": "12 km"},
                            {"label": "From Les Bains station", "text": "35 minutes by shuttle C"},
                        ],
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "What if there is not enough snow?",
                                "answer": (
                                    "The resort publishes its bulletin every morning at 8:30 am. Unused passes are refunded, "
                                    "and lantern walks replace snowshoeing."
                                ),
                            },
                        ],
                    },
                    {"type": "places", "value": {"kind": "leisure", "count": 3}},
                ],
            },
        },
    },
    {
        "slug": {"fr": "les-vignes", "en": "vineyards", "ca": "les-vinyes"},
        "kind": "editorial",
        "parent": "a-faire",
        "picture": "golden-vines",
        "words": {
            "fr": {
                "title": "Les vignes et les tables",
                "introduction": "Du schiste, du vent, trois cépages anciens et des gens qui aiment en parler à table.",
                "meta_description": (
                    "Caves, dégustations, huile d’olive et tables du Pays d’Aurelle : où goûter, à quelle heure, et comment "
                    "rentrer sans conduire."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>La vigne tient ici sur des terrasses que les murailliers relèvent chaque année. Le grenache "
                            "donne des vins doux qui passent douze mois au soleil, dans des bonbonnes de verre, sur le toit "
                            "de la cave. À côté, les oliviers de La Tour donnent une huile qui pique un peu.</p>"
                        ),
                    },
                    {
                        "type": "quote",
                        "value": {
                            "text": (
                                "Le schiste rend la nuit la chaleur qu’il a prise le jour. Nous, on ne fait qu’attendre au "
                                "bon endroit."
                            ),
                            "source": "Une vigneronne de Vallbona",
                        },
                    },
                    {"type": "heading", "value": "Rentrer sans conduire"},
                    {
                        "type": "text",
                        "value": (
                            "<p>La ligne B s’arrête devant la cave de Vallbona, celle de La Tour se réserve la veille. "
                            "L’abus d’alcool est dangereux pour la santé : à consommer avec modération.</p>"
                        ),
                    },
                    {"type": "places", "value": {"kind": "producer", "count": 2}},
                    {"type": "events", "value": {"category": "food", "commune": None, "count": 3}},
                ],
            },
            "en": {
                "title": "Vineyards and tables",
                "introduction": "Schist, wind, three old grape varieties, and people who like to discuss them over a meal.",
                "meta_description": (
                    "Wineries, tastings, olive oil and restaurants in Pays d’Aurelle: where to taste, when, and how to get "
                    "home without driving."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Vines here stand on terraces that wallers rebuild every year. Grenache gives sweet wines "
                            "that spend twelve months in the sun, in glass demijohns on the winery roof. Next door, the "
                            "olive trees of La Tour yield an oil with a slight bite.</p>"
                        ),
                    },
                    {
                        "type": "quote",
                        "value": {
                            "text": (
                                "Schist gives back at night the warmth it took by day. All we do is wait in the right place."
                            ),
                            "source": "A winegrower in Vallbona",
                        },
                    },
                    {"type": "heading", "value": "Getting home without driving"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Bus B stops at the winery in Vallbona, and the bus to La Tour can be booked the day before. "
                            "Please drink responsibly.</p>"
                        ),
                    },
                    {"type": "places", "value": {"kind": "producer", "count": 2}},
                    {"type": "events", "value": {"category": "food", "commune": None, "count": 3}},
                ],
            },
        },
    },
    {
        "slug": {"fr": "patrimoine", "en": "heritage", "ca": "patrimoni"},
        "kind": "editorial",
        "parent": "a-faire",
        "picture": "museum-facade",
        "words": {
            "fr": {
                "title": "Le patrimoine",
                "introduction": "Neuf tours, une abbaye, un phare et un casino sauvé par ses voisins.",
                "meta_description": (
                    "Remparts de Castelnou, château de la Roca, abbaye Sainte-Eulalie, phare d’Aurelle : le patrimoine à "
                    "visiter, horaires et accès."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Ce pays de passage a beaucoup fortifié, puis beaucoup réemployé. Les pierres du château ont "
                            "servi au village, la douane est devenue salle de spectacle, le casino théâtre. Les habitants "
                            "font souvent visiter eux-mêmes.</p><h3>Quatre lieux, deux jours</h3><ul><li>Les remparts de "
                            "Castelnou, en libre accès, et le musée d’Aurelle.</li><li>L’abbaye Sainte-Eulalie, pour ses "
                            "quarante-huit chapiteaux.</li><li>Le château de la Roca, au soleil couchant.</li><li>Le phare "
                            "du cap d’Aurelle, par le sentier du littoral.</li></ul>"
                        ),
                    },
                    {
                        "type": "picture",
                        "value": {"scene": "romanesque-abbey", "caption": "L’abbaye Sainte-Eulalie, fondée en 1098."},
                    },
                    {"type": "events", "value": {"category": "visit", "commune": None, "count": 3}},
                    {"type": "places", "value": {"kind": "monument", "count": 3}},
                ],
            },
        },
    },
]
