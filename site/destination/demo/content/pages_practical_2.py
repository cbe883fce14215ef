"""Pages of the demo site: practical information, part 2."""

PAGES = [
    {
        "slug": {"fr": "venir-avec-un-handicap", "en": "accessible-visits", "ca": "visites-accessibles"},
        "kind": "practical",
        "parent": "pratique",
        "picture": "salt-pans",
        "words": {
            "fr": {
                "title": "Visiter avec un handicap",
                "introduction": "Ce qui est possible, ce qui ne l’est pas, et qui appeler pour le vérifier.",
                "meta_description": (
                    "Accessibilité du Pays d’Aurelle pour les visiteurs : plages, musées, transports, prêt de matériel et "
                    "personnes à joindre."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Nous préférons une description exacte à un logo. Chaque fiche indique ce qui convient aux "
                            "cinq familles de handicap ; quand rien n’est indiqué, c’est que nous n’avons pas pu "
                            "vérifier.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Sans réserve"},
                    {
                        "type": "text",
                        "value": (
                            "<ul><li>Le sentier sur pilotis de l’étang, 1 200 m, plat, un banc tous les 200 m.</li><li>La "
                            "plage du Grau : fauteuils de mise à l’eau et guidage sonore.</li><li>Le musée d’Aurelle et sa "
                            "salle à toucher.</li></ul>"
                        ),
                    },
                    {"type": "heading", "value": "Avec de l’aide, ou pas du tout"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Le donjon de la Roca (143 marches) et le phare (112 marches) ne sont pas accessibles en "
                            "fauteuil. Les ruelles de Castelnou sont pavées de galets : entrez par la rue du Four.</p>"
                        ),
                    },
                    {
                        "type": "call",
                        "value": {
                            "title": "Préparer votre visite",
                            "text": "Une personne formée vous rappelle à l’heure qui vous convient.",
                            "link": "page:contact",
                            "label": "Être rappelé",
                        },
                    },
                ],
            },
            "en": {
                "title": "Visiting with a disability",
                "introduction": "What is possible, what is not, and whom to call to make sure.",
                "meta_description": (
                    "Accessibility for visitors to Pays d’Aurelle: beaches, museums, transport, equipment on loan and people "
                    "to contact."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>We prefer an accurate description to a logo. Every listing says what suits each of five "
                            "kinds of disability; where nothing is shown, we have not been able to check.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Without reservation"},
                    {
                        "type": "text",
                        "value": (
                            "<ul><li>The lagoon boardwalk: 1,200 m, level, a bench every 200 m.</li><li>Grau beach, with sea "
                            "wheelchairs and audio guidance.</li><li>The Aurelle Museum and its touching room.</li></ul>"
                        ),
                    },
                    {"type": "heading", "value": "With help, or not at all"},
                    {
                        "type": "text",
                        "value": (
                            "<p>The keep at La Roca (143 steps) and the lighthouse (112 steps) cannot be reached in a "
                            "wheelchair. The lanes of Castelnou are paved with pebbles: come in by Rue du Four.</p>"
                        ),
                    },
                    {
                        "type": "call",
                        "value": {
                            "title": "Plan your visit",
                            "text": "A trained member of staff will call you back at a time that suits you.",
                            "link": "page:contact",
                            "label": "Ask for a call",
                        },
                    },
                ],
            },
            "ca": {
                "title": "Visitar amb discapacitat",
                "introduction": "Què és possible, què no ho és i a qui trucar per comprovar-ho.",
                "meta_description": (
                    "Accessibilitat del País d’Aurelle per als visitants: platges, museus, transports, préstec de material i "
                    "contactes."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Ens estimem més una descripció exacta que un logotip. Cada fitxa indica què s’adapta a les "
                            "cinc menes de discapacitat; quan no hi diu res, és que no ho hem pogut comprovar.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Sense reserves"},
                    {
                        "type": "text",
                        "value": (
                            "<ul><li>La passera de l’estany: 1.200 m, plana, amb un banc cada 200 m.</li><li>La platja de la "
                            "Gola, amb cadires amfíbies i guiatge sonor.</li><li>El museu d’Aurelle i la sala per "
                            "tocar.</li></ul>"
                        ),
                    },
                    {"type": "heading", "value": "Amb ajuda, o no gens"},
                    {
                        "type": "text",
                        "value": (
                            "<p>La torre de la Roca (143 graons) i el far (112 graons) no són accessibles amb cadira de "
                            "rodes. Els carrerons de Castelnou són empedrats amb còdols: entreu pel carrer del Forn.</p>"
                        ),
                    },
                    {
                        "type": "call",
                        "value": {
                            "title": "Preparar la visita",
                            "text": "Una persona formada us truca a l’hora que us vagi bé.",
                            "link": "page:contact",
                            "label": "Demanar que us truquin",
                        },
                    },
                ],
            },
        },
    },
    {
        "slug": {"fr": "urgences", "en": "emergencies", "ca": "urgencies"},
        "kind": "practical",
        "parent": "pratique",
        "picture": "storm-coast",
        "words": {
            "fr": {
                "title": "Urgences",
                "introduction": "Les numéros à composer, ce qu’il faut dire et où trouver un médecin ou une pharmacie de garde.",
                "meta_description": (
                    "Numéros d’urgence, secours en mer et en montagne, pharmacies de garde et consignes utiles dans le Pays "
                    "d’Aurelle."
                ),
                "body": [
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Toutes urgences", "text": "112"},
                            {"label": "Par SMS, personnes sourdes", "text": "114"},
                            {"label": "Samu", "text": "15"},
                            {"label": "Pompiers", "text": "18"},
                            {"label": "Police et gendarmerie", "text": "17"},
                            {"label": "Secours en mer", "text": "196"},
                        ],
                    },
                    {
                        "type": "text",
                        "value": (
                            "<p>Dites où vous êtes, ce qui s’est passé, combien de personnes sont concernées, et ne "
                            "raccrochez pas le premier. En montagne, donnez l’altitude ou le nom du dernier panneau.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Se soigner"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Une maison médicale reçoit à Port-Aurelle et aux Bains, même sans rendez-vous le matin. La "
                            "pharmacie de garde est affichée sur toutes les vitrines. En cas de feu de forêt, les massifs "
                            "peuvent être fermés : respectez les barrières.</p>"
                        ),
                    },
                ],
            },
            "en": {
                "title": "Emergencies",
                "introduction": "The numbers to dial, what to say, and where to find a doctor or a duty chemist.",
                "meta_description": (
                    "Emergency numbers, sea and mountain rescue, duty chemists and useful advice in Pays d’Aurelle."
                ),
                "body": [
                    {
                        "type": "facts",
                        "value": [
                            {"label": "All emergencies", "text": "112"},
                            {"label": "By text, for deaf people", "text": "114"},
                            {"label": "Ambulance", "text": "15"},
                            {"label": "Fire service", "text": "18"},
                            {"label": "Police", "text": "17"},
                            {"label": "Rescue at sea", "text": "196"},
                        ],
                    },
                    {
                        "type": "text",
                        "value": (
                            "<p>Say where you are, what has happened and how many people are involved, and do not hang up "
                            "first. In the mountains, give your altitude or the name on the last signpost.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Seeing a doctor"},
                    {
                        "type": "text",
                        "value": (
                            "<p>There are medical centres in Port-Aurelle and Les Bains that see patients without "
                            "appointment in the morning. The duty chemist is displayed in every chemist’s window. When there "
                            "is a risk of wildfire, woodland may be closed: please respect the barriers.</p>"
                        ),
                    },
                ],
            },
            "ca": {
                "title": "Urgències",
                "introduction": "Els números que cal marcar, què cal dir i on trobar metge o farmàcia de guàrdia.",
                "meta_description": (
                    "Telèfons d’urgència, salvament al mar i a la muntanya, farmàcies de guàrdia i consells útils al País "
                    "d’Aurelle."
                ),
                "body": [
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Totes les urgències", "text": "112"},
                            {"label": "Per SMS, persones sordes", "text": "114"},
                            {"label": "Ambulància", "text": "15"},
                            {"label": "Bombers", "text": "18"},
                            {"label": "Policia", "text": "17"},
                            {"label": "Salvament marítim", "text": "196"},
                        ],
                    },
                    {
                        "type": "text",
                        "value": (
                            "<p>Digueu on sou, què ha passat i quantes persones hi ha afectades, i no pengeu els primers. A "
                            "muntanya, doneu l’altitud o el nom de l’últim senyal.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Trobar metge"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Hi ha centres mèdics a Port-Aurelle i als Banys que al matí visiten sense hora. La farmàcia "
                            "de guàrdia s’anuncia a tots els aparadors. Quan hi ha risc d’incendi, els boscos es poden "
                            "tancar: respecteu les barreres.</p>"
                        ),
                    },
                ],
            },
        },
    },
    {
        "slug": {"fr": "jours-de-marche", "en": "market-days", "ca": "dies-de-mercat"},
        "kind": "practical",
        "parent": "pratique",
        "picture": "market-awnings",
        "words": {
            "fr": {
                "title": "Les jours de marché",
                "introduction": "Un marché presque chaque jour, et l’heure à laquelle il vaut mieux venir.",
                "meta_description": (
                    "Jours et heures des marchés du Pays d’Aurelle : Port-Aurelle, Castelnou, Les Bains, Estany et Vallbona."
                ),
                "body": [
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Mardi", "text": "Les Bains-de-Vernet-Haut, 8 h 30 – 12 h 30"},
                            {"label": "Jeudi", "text": "Port-Aurelle, 8 h – 13 h"},
                            {"label": "Vendredi", "text": "Estany-sur-Mer, poisson, 9 h – 11 h 30"},
                            {"label": "Samedi", "text": "Castelnou-d’Aurelle, 8 h 30 – 12 h 30"},
                            {"label": "Deuxième dimanche", "text": "Vallbona-les-Vignes, vignerons"},
                        ],
                    },
                    {
                        "type": "text",
                        "value": (
                            "<p>Apportez un panier et de la monnaie : la moitié des étals n’ont pas de terminal. Les marchés "
                            "ont lieu les jours fériés, sauf mention contraire dans l’agenda.</p>"
                        ),
                    },
                    {"type": "events", "value": {"category": "market", "commune": None, "count": 4}},
                ],
            },
            "en": {
                "title": "Market days",
                "introduction": "A market almost every day, and the best time to come.",
                "meta_description": (
                    "Days and times of markets in Pays d’Aurelle: Port-Aurelle, Castelnou, Les Bains, Estany and Vallbona."
                ),
                "body": [
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Tuesday", "text": "Les Bains-de-Vernet-Haut, 8:30 am – 12:30 pm"},
                            {"label": "Thursday", "text": "Port-Aurelle, 8 am – 1 pm"},
                            {"label": "Friday", "text": "Estany-sur-Mer, fish, 9 – 11:30 am"},
                            {"label": "Saturday", "text": "Castelnou-d’Aurelle, 8:30 am – 12:30 pm"},
                            {"label": "Second Sunday", "text": "Vallbona-les-Vignes, winegrowers"},
                        ],
                    },
                    {
                        "type": "text",
                        "value": (
                            "<p>Bring a basket and some change: half the stalls do not take cards. Markets are held on "
                            "public holidays unless the agenda says otherwise.</p>"
                        ),
                    },
                    {"type": "events", "value": {"category": "market", "commune": None, "count": 4}},
                ],
            },
            "ca": {
                "title": "Els dies de mercat",
                "introduction": "Gairebé cada dia hi ha mercat, i una hora millor per anar-hi.",
                "meta_description": (
                    "Dies i hores dels mercats del País d’Aurelle: Port-Aurelle, Castelnou, Les Bains, Estany i Vallbona."
                ),
                "body": [
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Dimarts", "text": "Les Bains-de-Vernet-Haut, 8.30 – 12.30 h"},
                            {"label": "Dijous", "text": "Port-Aurelle, 8 – 13 h"},
                            {"label": "Divendres", "text": "Estany-sur-Mer, peix, 9 – 11.30 h"},
                            {"label": "Dissabte", "text": "Castelnou-d’Aurelle, 8.30 – 12.30 h"},
                            {"label": "Segon diumenge", "text": "Vallbona-les-Vignes, vinyaters"},
                        ],
                    },
                    {
                        "type": "text",
                        "value": (
                            "<p>Porteu cistell i monedes: a la meitat de les parades no s’hi pot pagar amb targeta. Els "
                            "festius també hi ha mercat, si l’agenda no diu el contrari.</p>"
                        ),
                    },
                    {"type": "events", "value": {"category": "market", "commune": None, "count": 4}},
                ],
            },
        },
    },
]
