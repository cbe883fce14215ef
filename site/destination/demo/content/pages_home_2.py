"""Pages of the demo site: the home page and the landscapes, part 2."""

PAGES = [
    {
        "slug": {
            "fr": "communes-et-paysages",
            "en": "communes-and-landscapes",
            "ca": "municipis-i-paisatges",
        },
        "kind": "editorial",
        "parent": "decouvrir",
        "picture": "almond-blossom",
        "words": {
            "fr": {
                "title": "Huit communes, trois paysages",
                "introduction": (
                    "La côte, les collines et la montagne : chaque commune a son heure, sa lumière et son "
                    "jour de marché."
                ),
                "meta_description": (
                    "Port-Aurelle, Castelnou, Mont-Clar et les autres : les huit communes du Pays d’Aurelle "
                    "et leurs trois paysages."
                ),
                "body": [
                    {"type": "heading", "value": "La côte et l’étang"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Port-Aurelle vit au rythme des bateaux, qui rentrent vers seize heures. Au "
                            "nord, Estany-sur-Mer tient sur une langue de sable entre la plage et la lagune. "
                            "Un bus les relie en vingt minutes.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Le vignoble et les villages"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Castelnou garde ses neuf tours, Sant Miquel son château et son abbaye, "
                            "Vallbona ses trois combes de vigne, La Tour ses dix-huit mille oliviers. On va "
                            "de l’un à l’autre à vélo, par des routes où l’on croise surtout des "
                            "tracteurs.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Les hautes vallées"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Aux Bains-de-Vernet-Haut, l’eau sort à 41 °C et le train s’arrête. Plus "
                            "haut, Mont-Clar compte deux cent dix habitants, quatorze pistes et un ciel très "
                            "noir.</p>"
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
                "introduction": (
                    "Coast, hills and mountain: each commune has its own hour, light and market day."
                ),
                "meta_description": (
                    "Port-Aurelle, Castelnou, Mont-Clar and the rest: the eight communes of Pays d’Aurelle "
                    "and their three landscapes."
                ),
                "body": [
                    {"type": "heading", "value": "The coast and the lagoon"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Port-Aurelle lives by its boats, which come in at around four. To the north, "
                            "Estany-sur-Mer stands on a tongue of sand between beach and lagoon. A bus links "
                            "them in twenty minutes.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Vineyards and villages"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Castelnou has kept its nine towers, Sant Miquel its castle and abbey, "
                            "Vallbona its three valleys of vines, La Tour its eighteen thousand olive trees. "
                            "You can cycle from one to the next on roads where you mostly meet tractors.</p>"
                        ),
                    },
                    {"type": "heading", "value": "The high valleys"},
                    {
                        "type": "text",
                        "value": (
                            "<p>In Les Bains-de-Vernet-Haut the water rises at 41 °C and the train stops. "
                            "Higher up, Mont-Clar has two hundred and ten inhabitants, fourteen pistes and a "
                            "very dark sky.</p>"
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
                    "La costa, els turons i la muntanya: cada municipi té la seva hora, la seva llum i el "
                    "seu dia de mercat."
                ),
                "meta_description": (
                    "Port-Aurelle, Castelnou, Mont-Clar i els altres: els vuit municipis del País d’Aurelle "
                    "i els seus tres paisatges."
                ),
                "body": [
                    {"type": "heading", "value": "La costa i l’estany"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Port-Aurelle viu al ritme de les barques, que tornen cap a les quatre de la "
                            "tarda. Més al nord, Estany-sur-Mer s’aguanta en una llengua de sorra entre la "
                            "platja i la llacuna. Un bus els uneix en vint minuts.</p>"
                        ),
                    },
                    {"type": "heading", "value": "La vinya i els pobles"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Castelnou conserva les nou torres; Sant Miquel, el castell i l’abadia; "
                            "Vallbona, les tres comes de vinya; La Tour, les divuit mil oliveres. S’hi va de "
                            "l’un a l’altre amb bicicleta, per carreteres on només es troben tractors.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Les valls altes"},
                    {
                        "type": "text",
                        "value": (
                            "<p>A Les Bains-de-Vernet-Haut l’aigua brolla a 41 °C i el tren s’hi atura. Més "
                            "amunt, Mont-Clar té dos-cents deu habitants, catorze pistes i un cel molt "
                            "fosc.</p>"
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
