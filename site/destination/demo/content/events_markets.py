"""Events of the demo destination: markets and food fairs."""

EVENTS = [
    {
        "code": "marche-port-aurelle",
        "place": "port-de-port-aurelle",
        "commune": "port-aurelle",
        "categories": ["market", "food"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "thursday", "weeks": -8}, "days": 1, "start": "08:00", "end": "13:00"}],
            "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["thu"], "until": {"in_days": 240}},
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
        "picture": "market-awnings",
        "words": {
            "fr": {
                "title": "Le marché du jeudi à Port-Aurelle",
                "summary": "Soixante étals le long du quai : maraîchers, pêcheurs, fromagers de la montagne et vanniers.",
                "text": (
                    "Les maraîchers s’installent côté mairie, les pêcheurs à leur place de toujours, devant la criée. Entre "
                    "les deux, une soixantaine d’étals : fromages de Mont-Clar, miel, olives, fleurs, paniers et couteaux. "
                    "Arrivez avant dix heures pour le poisson, après onze heures pour bavarder."
                ),
            },
            "en": {
                "title": "Thursday market in Port-Aurelle",
                "summary": "Sixty stalls along the quay: growers, fishermen, mountain cheesemakers and basket weavers.",
                "text": (
                    "Vegetable growers set up by the town hall, fishermen in their usual place in front of the auction. In "
                    "between are some sixty stalls with cheese from Mont-Clar, honey, olives, flowers, baskets and knives. "
                    "Come before ten for the fish, or after eleven for a chat."
                ),
            },
            "ca": {
                "title": "El mercat del dijous a Port-Aurelle",
                "summary": "Seixanta parades al llarg del moll: pagesos, pescadors, formatgers de la muntanya i cistellers.",
                "text": (
                    "Els pagesos s’instal·len a la banda de la casa de la vila i els pescadors, al seu lloc de sempre, "
                    "davant de la llotja. Entremig, una seixantena de parades: formatges de Mont-Clar, mel, olives, flors, "
                    "cistells i ganivets. Veniu abans de les deu pel peix, després de les onze per fer-la petar."
                ),
            },
        },
    },
    {
        "code": "marche-castelnou",
        "place": "place-arcades",
        "commune": "castelnou-d-aurelle",
        "categories": ["market", "food"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "saturday", "weeks": -8}, "days": 1, "start": "08:30", "end": "12:30"}],
            "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["sat"], "until": {"in_days": 240}},
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
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "market-awnings",
        "words": {
            "fr": {
                "title": "Le marché du samedi sous les arcades",
                "summary": "Producteurs et artisans de la vallée sur la plus belle place du pays, toute l’année.",
                "text": (
                    "Ici, celui qui vend est celui qui produit : la place des Arcades n’accueille que des paysans et des "
                    "artisans du Pays d’Aurelle. On y trouve le pain au levain de Sant Miquel, les légumes de La Tour, les "
                    "bols des potières. Les cafés ouvrent tôt et la fontaine rafraîchit les bouteilles."
                ),
            },
            "en": {
                "title": "Saturday market under the arcades",
                "summary": "Farmers and craftspeople of the valley on the finest square in the area, all year round.",
                "text": (
                    "Here the person selling is the person who made it: Place des Arcades takes only farmers and "
                    "craftspeople from Pays d’Aurelle. There is sourdough from Sant Miquel, vegetables from La Tour and "
                    "bowls from the potters. The cafés open early and the fountain keeps the bottles cool."
                ),
            },
            "ca": {
                "title": "El mercat del dissabte sota les arcades",
                "summary": "Pagesos i artesans de la vall a la plaça més bonica del país, tot l’any.",
                "text": (
                    "Aquí qui ven és qui produeix: la plaça de les Arcades només acull pagesos i artesans del País "
                    "d’Aurelle. S’hi troba el pa de massa mare de Sant Miquel, les verdures de La Tour i els bols de les "
                    "terrissaires. Els cafès obren d’hora i la font refresca les ampolles."
                ),
            },
        },
    },
    {
        "code": "marche-les-bains",
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
            "slots": [{"day": {"next": "tuesday", "weeks": -8}, "days": 1, "start": "08:30", "end": "12:30"}],
            "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["tue"], "until": {"in_days": 240}},
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "outdoors",
        "family": True,
        "accessibility": [],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": "spring-orchard",
        "words": {
            "fr": {
                "title": "Le marché du mardi aux Bains",
                "summary": "Une vingtaine d’étals sous les tilleuls, entre la gare et les thermes.",
                "text": (
                    "Un petit marché d’habitués, où les curistes prennent vite leurs aises. Les bergers descendent leurs "
                    "tommes, la boulangère ses fougasses, et le rémouleur passe le premier mardi du mois. Une buvette "
                    "associative tient le café au chaud jusqu’à midi, au profit de l’école du village."
                ),
            },
            "en": {
                "title": "Tuesday market in Les Bains",
                "summary": "Some twenty stalls beneath the lime trees, between the station and the baths.",
                "text": (
                    "A small market of regulars, where spa guests soon feel at home. Shepherds bring down their cheeses and "
                    "the baker her flatbreads, and the knife grinder calls on the first Tuesday of the month. A stall run by "
                    "parents keeps coffee hot until noon, in aid of the village school."
                ),
            },
            "ca": {
                "title": "El mercat del dimarts als Banys",
                "summary": "Una vintena de parades sota els til·lers, entre l’estació i els banys.",
                "text": (
                    "Un mercat petit, de gent de sempre, on els qui venen a prendre les aigües de seguida se senten com a "
                    "casa. Els pastors baixen els formatges, la fornera les coques, i l’esmolet passa el primer dimarts de "
                    "mes. Una parada de l’escola del poble guarda el cafè calent fins al migdia."
                ),
            },
        },
    },
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
                "summary": "Anguilles, mulets et muges de l’étang, vendus par ceux qui les ont pris dans la nuit.",
                "text": (
                    "Les six pêcheurs de la lagune déchargent au petit matin et vendent aussitôt, sur les tables de zinc du "
                    "grau. Ils vident, ils écaillent, et ils donnent la recette à qui la demande. Quand les tables sont "
                    "vides, c’est fini : mieux vaut venir à l’ouverture, avec un sac isotherme."
                ),
            },
            "en": {
                "title": "The Estany fishermen’s stall",
                "summary": "Eel, mullet and other lagoon fish, sold by the people who caught them overnight.",
                "text": (
                    "The six fishermen of the lagoon land their catch at first light and sell it at once, on zinc tables "
                    "beside the channel. They will gut it, scale it and give you the recipe if you ask. When the tables are "
                    "empty it is over, so come at opening time with a cool bag."
                ),
            },
            "ca": {
                "title": "La venda dels pescadors d’Estany",
                "summary": "Anguiles, llisses i peix de l’estany, venuts per qui els ha pescat a la nit.",
                "text": (
                    "Els sis pescadors de la llacuna descarreguen a punta de dia i venen tot seguit, damunt les taules de "
                    "zinc de la gola. Netegen el peix, l’escaten i donen la recepta a qui la vol. Quan les taules són "
                    "buides, s’ha acabat: val més venir a l’hora d’obrir, amb una bossa isotèrmica."
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
                "summary": "Chaque deuxième dimanche du mois, douze domaines ouvrent leurs bouteilles dans la cour de la cave.",
                "text": (
                    "Douze vignerons, deux fromagers, une boulangère et de longues tables : on passe d’un tonneau à l’autre "
                    "avec un verre consigné, on compare les combes, on reste déjeuner. Les enfants ont leur table de jus de "
                    "raisin. La ligne B s’arrête devant la grille ; un conducteur désigné repart avec une bouteille de jus."
                ),
            },
            "en": {
                "title": "Winegrowers’ Sunday",
                "summary": "On the second Sunday of each month, twelve estates open their bottles in the winery courtyard.",
                "text": (
                    "Twelve growers, two cheesemakers, a baker and some long tables: take a glass for a deposit, move from "
                    "barrel to barrel, compare the three valleys and stay for lunch. Children have a grape juice table of "
                    "their own. Bus B stops at the gate, and every designated driver goes home with a bottle of juice."
                ),
            },
            "ca": {
                "title": "El diumenge dels vinyaters",
                "summary": "Cada segon diumenge de mes, dotze cellers obren ampolles al pati de la cooperativa.",
                "text": (
                    "Dotze vinyaters, dos formatgers, una fornera i taules llargues: es va de bóta en bóta amb una copa de "
                    "dipòsit, es comparen les comes i s’hi queda a dinar qui vol. La mainada té la seva taula de suc de "
                    "raïm. El bus B para davant la reixa; qui condueix s’endú una ampolla de suc."
                ),
            },
        },
    },
]
