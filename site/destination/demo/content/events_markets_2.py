"""Events of the demo destination: markets and food fairs, part 2."""

EVENTS = [
    {
        "code": "vente-poisson-estany",
        "place": None,
        "commune": "estany-sur-mer",
        "categories": ["market", "food"],
        "organisation": "ot-cote",
        "author": "corentin@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "friday", "weeks": -6}, "days": 1, "start": "09:00", "end": "11:30"}],
            "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["fri"], "until": {"in_days": 180}},
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "outdoors",
        "family": True,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": "fishing-nets",
        "words": {
            "fr": {
                "title": "La vente des pêcheurs d’Estany",
                "summary": (
                    "Anguilles, mulets et muges de l’étang, vendus par ceux qui les ont pris dans la nuit."
                ),
                "text": (
                    "Les six pêcheurs de la lagune déchargent au petit matin et vendent aussitôt, sur les "
                    "tables de zinc du grau. Ils vident, ils écaillent, et ils donnent la recette à qui la "
                    "demande. Quand les tables sont vides, c’est fini : mieux vaut venir à l’ouverture, avec "
                    "un sac isotherme."
                ),
            },
            "en": {
                "title": "The Estany fishermen’s stall",
                "summary": "Eel, mullet and other lagoon fish, sold by the people who caught them overnight.",
                "text": (
                    "The six fishermen of the lagoon land their catch at first light and sell it at once, on "
                    "zinc tables beside the channel. They will gut it, scale it and give you the recipe if "
                    "you ask. When the tables are empty it is over, so come at opening time with a cool bag."
                ),
            },
            "ca": {
                "title": "La venda dels pescadors d’Estany",
                "summary": "Anguiles, llisses i peix de l’estany, venuts per qui els ha pescat a la nit.",
                "text": (
                    "Els sis pescadors de la llacuna descarreguen a punta de dia i venen tot seguit, damunt "
                    "les taules de zinc de la gola. Netegen el peix, l’escaten i donen la recepta a qui la "
                    "vol. Quan les taules són buides, s’ha acabat: val més venir a l’hora d’obrir, amb una "
                    "bossa isotèrmica."
                ),
            },
        },
    },
    {
        "code": "marche-vignerons",
        "place": "cave-trois-combes",
        "commune": "vallbona-les-vignes",
        "categories": ["market", "food"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "sunday", "weeks": 0}, "days": 1, "start": "10:00", "end": "17:00"}],
            "rule": {"frequency": "monthly", "nth": 2, "weekday": "sun", "count": 8},
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "both",
        "family": False,
        "accessibility": ["motor"],
        "organiser": "Cave des Trois Combes",
        "phone": "+33 4 65 71 02 10",
        "email": "cave@trois-combes.example",
        "picture": "wine-cheese-table",
        "words": {
            "fr": {
                "title": "Le dimanche des vignerons",
                "summary": (
                    "Chaque deuxième dimanche du mois, douze domaines ouvrent leurs bouteilles dans la cour "
                    "de la cave."
                ),
                "text": (
                    "Douze vignerons, deux fromagers, une boulangère et de longues tables : on passe d’un "
                    "tonneau à l’autre avec un verre consigné, on compare les combes, on reste déjeuner. Les "
                    "enfants ont leur table de jus de raisin. La ligne B s’arrête devant la grille ; un "
                    "conducteur désigné repart avec une bouteille de jus."
                ),
            },
            "en": {
                "title": "Winegrowers’ Sunday",
                "summary": (
                    "On the second Sunday of each month, twelve estates open their bottles in the winery "
                    "courtyard."
                ),
                "text": (
                    "Twelve growers, two cheesemakers, a baker and some long tables: take a glass for a "
                    "deposit, move from barrel to barrel, compare the three valleys and stay for lunch. "
                    "Children have a grape juice table of their own. Bus B stops at the gate, and every "
                    "designated driver goes home with a bottle of juice."
                ),
            },
            "ca": {
                "title": "El diumenge dels vinyaters",
                "summary": (
                    "Cada segon diumenge de mes, dotze cellers obren ampolles al pati de la cooperativa."
                ),
                "text": (
                    "Dotze vinyaters, dos formatgers, una fornera i taules llargues: es va de bóta en bóta "
                    "amb una copa de dipòsit, es comparen les comes i s’hi queda a dinar qui vol. La mainada "
                    "té la seva taula de suc de raïm. El bus B para davant la reixa; qui condueix s’endú una "
                    "ampolla de suc."
                ),
            },
        },
    },
    {
        "code": "vide-grenier-les-bains",
        "place": None,
        "commune": "les-bains-de-vernet-haut",
        "categories": ["market"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "sunday", "weeks": 1}, "days": 1, "start": "07:30", "end": "17:00"}],
            "rule": {"frequency": "monthly", "nth": 1, "weekday": "sun", "count": 6},
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "outdoors",
        "family": True,
        "accessibility": [],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": None,
        "words": {
            "fr": {
                "title": "La brocante du parc thermal",
                "summary": (
                    "Cinquante exposants sous les arbres : vaisselle de cure, affiches, skis de bois et "
                    "malles de voyage."
                ),
                "text": (
                    "Le premier dimanche du mois, les allées du parc se couvrent de draps et de tréteaux. On "
                    "y déniche des verres gradués de curistes, des skis de frêne, des partitions et parfois "
                    "une bonne affaire. Les habitants exposent gratuitement ; les autres s’inscrivent à "
                    "l’office huit jours avant."
                ),
            },
            "en": {
                "title": "Flea market in the spa park",
                "summary": (
                    "Fifty stallholders under the trees: spa china, posters, wooden skis and travelling "
                    "trunks."
                ),
                "text": (
                    "On the first Sunday of the month the park paths fill with sheets and trestles. Look for "
                    "graduated spa glasses, ash skis, sheet music and the occasional bargain. Residents have "
                    "a pitch free of charge; others should book at the tourist office eight days beforehand."
                ),
            },
            "ca": {
                "title": "El mercat de vell del parc termal",
                "summary": (
                    "Cinquanta paradistes sota els arbres: vaixella de balneari, cartells, esquís de fusta i "
                    "bagulls."
                ),
                "text": (
                    "El primer diumenge de mes, els camins del parc s’omplen de llençols i cavallets. S’hi "
                    "troben gots graduats de balneari, esquís de freixe, partitures i, de vegades, una "
                    "ganga. Els veïns hi exposen de franc; els altres s’han d’apuntar a l’oficina vuit dies "
                    "abans."
                ),
            },
        },
    },
]
