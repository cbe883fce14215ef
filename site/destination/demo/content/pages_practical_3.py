"""Pages of the demo site: practical information, part 3."""

PAGES = [
    {
        "slug": {"fr": "avec-des-enfants", "en": "with-children", "ca": "amb-infants"},
        "kind": "practical",
        "parent": "pratique",
        "picture": "puppet-theatre",
        "words": {
            "fr": {
                "title": "Avec des enfants",
                "introduction": "Poussettes, chauffe-biberons, ombre et jours de pluie : ce que les parents nous demandent.",
                "meta_description": (
                    "Venir avec des enfants dans le Pays d’Aurelle : poussettes, change, prêt de matériel, aires de jeux et "
                    "sorties adaptées."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Les trois offices ont une table à langer et un chauffe-biberon. Aux Bains, on prête des "
                            "porte-bébés ; à Port-Aurelle, des poussettes tout-terrain. Les restaurants de nos listes "
                            "servent de vraies portions d’enfant.</p>"
                        ),
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "Où va-t-on en poussette ?",
                                "answer": (
                                    "Sur le quai de Port-Aurelle, le sentier sur pilotis de l’étang et les allées du jardin "
                                    "des Orangers. Pas sur les remparts."
                                ),
                            },
                            {
                                "question": "À quel âge, le phare ?",
                                "answer": "À partir de six ans, à pied et en tenant la rampe.",
                            },
                        ],
                    },
                    {"type": "events", "value": {"category": "children", "commune": None, "count": 4}},
                ],
            },
            "en": {
                "title": "With children",
                "introduction": "Pushchairs, bottle warmers, shade and rainy days: what parents ask us.",
                "meta_description": (
                    "Coming to Pays d’Aurelle with children: pushchairs, changing tables, equipment on loan, playgrounds and "
                    "suitable outings."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>All three tourist offices have a changing table and a bottle warmer. Les Bains lends baby "
                            "carriers and Port-Aurelle all-terrain pushchairs. The restaurants we list serve proper "
                            "children’s portions.</p>"
                        ),
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "Where can we take a pushchair?",
                                "answer": (
                                    "The quay in Port-Aurelle, the lagoon boardwalk and the paths of the Orange Tree Garden. "
                                    "Not the ramparts."
                                ),
                            },
                            {
                                "question": "How old for the lighthouse?",
                                "answer": "From the age of six, on their own feet and holding the rail.",
                            },
                        ],
                    },
                    {"type": "events", "value": {"category": "children", "commune": None, "count": 4}},
                ],
            },
        },
    },
    {
        "slug": {"fr": "avec-un-chien", "en": "with-a-dog", "ca": "amb-un-gos"},
        "kind": "practical",
        "parent": "pratique",
        "picture": "chestnut-forest",
        "words": {
            "fr": {
                "title": "Avec un chien",
                "introduction": "Où il est le bienvenu, où il reste en laisse, et où il vaut mieux y aller sans lui.",
                "meta_description": (
                    "Venir avec un chien dans le Pays d’Aurelle : plages, sentiers, transports, hébergements et règles à "
                    "connaître."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<h3>Bienvenu</h3><p>La plage du Grau l’accepte tôt le matin hors saison de baignade. Les "
                            "sentiers du vignoble et la châtaigneraie des Bains lui plairont. Le gîte de la Jasse a deux "
                            "chambres pour lui et vous.</p><h3>En laisse, ou pas du tout</h3><p>Autour de l’étang, la laisse "
                            "est obligatoire : on niche au sol. Sur les estives de Mont-Clar, les chiens de protection "
                            "gardent les troupeaux ; contournez-les largement. Les chiens guides et d’assistance entrent "
                            "partout.</p>"
                        ),
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Train et bus", "text": "gratuit pour les petits chiens, 2 € muselé pour les autres"},
                            {"label": "Vétérinaire de garde", "text": "affiché dans les trois offices"},
                        ],
                    },
                ],
            },
        },
    },
    {
        "slug": {"fr": "meteo", "en": "weather", "ca": "el-temps"},
        "kind": "practical",
        "parent": "pratique",
        "picture": "kitesurf-bay",
        "words": {
            "fr": {
                "title": "Météo et vents",
                "introduction": "Trois climats en trente kilomètres : comment lire le ciel avant de choisir sa journée.",
                "meta_description": (
                    "Météo du Pays d’Aurelle : vents, orages, neige et mer, et où trouver les bulletins du jour."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>La tramontane vient du nord-ouest, nettoie le ciel et refroidit l’eau. Le vent d’est apporte "
                            "des nuages bas et de la houle dans les criques. Entre les deux, il fait beau, et l’on ne sait "
                            "jamais combien de temps.</p>"
                        ),
                    },
                    {
                        "type": "question",
                        "value": [
                            {
                                "question": "Où lire le bulletin du jour ?",
                                "answer": (
                                    "Aux Bains, il est affiché à 8 h 30 pour la montagne ; à la capitainerie, à 9 h pour la "
                                    "mer. Les deux sont au comptoir de chaque office."
                                ),
                            },
                            {
                                "question": "Et les orages ?",
                                "answer": (
                                    "En altitude, ils se forment l’après-midi. Soyez redescendu à treize heures, et ne "
                                    "restez ni sur une crête ni sous un arbre isolé."
                                ),
                            },
                        ],
                    },
                ],
            },
        },
    },
]
