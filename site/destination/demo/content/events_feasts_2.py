"""Events of the demo destination: feasts and traditions, part 2."""

EVENTS = [
    {
        "code": "nuit-des-feux",
        "place": None,
        "commune": "mont-clar",
        "categories": ["feast"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 33}, "days": 1, "start": "20:30", "end": "23:30"}],
            "rule": None,
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
        "picture": "midsummer-bonfire",
        "words": {
            "fr": {
                "title": "La nuit des feux",
                "summary": "Un feu sur la crête, un feu dans chaque hameau, et la flamme que l’on descend à la torche.",
                "text": (
                    "Le premier feu s’allume au pic du Clar, et les autres lui répondent jusqu’à la mer. Les porteurs "
                    "descendent la flamme au village, où l’on danse autour du grand bûcher. Soupe à l’oignon et coca sucrée "
                    "offertes. Navettes depuis Les Bains ; vêtements chauds et lampe de poche utiles."
                ),
            },
            "en": {
                "title": "The night of fires",
                "summary": "A fire on the ridge, a fire in every hamlet, and a flame carried down by torch.",
                "text": (
                    "The first fire is lit on Pic du Clar, and others answer it all the way to the sea. Bearers carry the "
                    "flame down to the village, where there is dancing round the great bonfire. Onion soup and sweet coca "
                    "bread are offered to all. Shuttles run from Les Bains; bring warm clothes and a torch."
                ),
            },
            "ca": {
                "title": "La nit dels focs",
                "summary": "Un foc a la carena, un foc a cada veïnat, i la flama que es baixa amb torxes.",
                "text": (
                    "El primer foc s’encén al pic del Clar, i els altres li responen fins al mar. Els portadors baixen la "
                    "flama al poble, on es balla al voltant de la gran foguera. Sopa de ceba i coca dolça per a tothom. Bus "
                    "des dels Banys; porteu roba d’abric i una llanterna."
                ),
            },
        },
    },
    {
        "code": "livres-et-roses",
        "place": "place-arcades",
        "commune": "castelnou-d-aurelle",
        "categories": ["feast", "talk", "market"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 26}, "days": 1, "start": "10:00", "end": "18:00"}],
            "rule": None,
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
        "picture": None,
        "words": {
            "fr": {
                "title": "Des livres et des roses",
                "summary": "Une rose pour un livre, un livre pour une rose : libraires, auteurs et fleuristes sous les arcades.",
                "text": (
                    "Quatre librairies, vingt-deux auteurs qui signent, une imprimerie ambulante et des seaux de roses. On "
                    "offre, on s’offre, on lit à voix haute sur les marches de la fontaine. À onze heures, les écoliers "
                    "disent un poème dans la langue qu’ils préfèrent ; à quinze heures, lecture croisée en catalan et en "
                    "français."
                ),
            },
            "en": {
                "title": "Books and roses",
                "summary": "A rose for a book, a book for a rose: booksellers, authors and florists under the arcades.",
                "text": (
                    "Four bookshops, twenty-two authors signing, a travelling printing press and buckets of roses. People "
                    "give and receive, and read aloud on the steps of the fountain. At eleven schoolchildren recite a poem "
                    "in the language they like best; at three there is a shared reading in Catalan and French."
                ),
            },
            "ca": {
                "title": "Llibres i roses",
                "summary": "Una rosa per un llibre, un llibre per una rosa: llibreters, autors i floristes sota les arcades.",
                "text": (
                    "Quatre llibreries, vint-i-dos autors que signen, una impremta ambulant i galledes de roses. Se’n "
                    "regala, se’n rep i es llegeix en veu alta als graons de la font. A les onze, els escolars diuen un "
                    "poema en la llengua que més els agrada; a les tres, lectura creuada en català i en francès."
                ),
            },
        },
    },
    {
        "code": "transhumance-mont-clar",
        "place": None,
        "commune": "mont-clar",
        "categories": ["feast", "walk"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": -12}, "days": 1, "start": "08:00", "end": "13:00"}],
            "rule": None,
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
        "picture": "transhumance",
        "words": {
            "fr": {
                "title": "La montée des troupeaux",
                "summary": "Marcher quatre kilomètres avec neuf cents brebis, deux bergers et trois chiens.",
                "text": (
                    "Le troupeau quitte le pont du village à huit heures et monte sans se presser. Les marcheurs suivent, "
                    "les enfants devant, et l’on apprend à ne pas dépasser les chiens. Au col, tri des bêtes, casse-croûte "
                    "au fromage et descente libre. La route est fermée aux voitures jusqu’à midi."
                ),
            },
            "en": {
                "title": "Up with the flocks",
                "summary": "Walk four kilometres with nine hundred ewes, two shepherds and three dogs.",
                "text": (
                    "The flock leaves the village bridge at eight and climbs without hurrying. Walkers follow, children in "
                    "front, and everyone learns not to overtake the dogs. At the pass the animals are sorted, cheese is "
                    "handed round, and you make your own way down. The road is closed to cars until noon."
                ),
            },
            "ca": {
                "title": "La pujada dels ramats",
                "summary": "Caminar quatre quilòmetres amb nou-centes ovelles, dos pastors i tres gossos.",
                "text": (
                    "El ramat surt del pont del poble a les vuit i puja sense presses. Els caminants van al darrere, la "
                    "mainada al davant, i s’aprèn a no avançar els gossos. Al coll es trien les bèsties, s’esmorza amb "
                    "formatge i es baixa lliurement. La carretera és tallada als cotxes fins al migdia."
                ),
            },
        },
    },
    {
        "code": "fete-olive",
        "place": "salle-oliviers",
        "commune": "la-tour-des-oliviers",
        "categories": ["feast", "food", "market"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [
                {"day": {"next": "saturday", "weeks": 11}, "days": 1, "start": "10:00", "end": "18:00"},
                {"day": {"next": "sunday", "weeks": 11}, "days": 1, "start": "10:00", "end": "17:00"},
            ],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "both",
        "family": True,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "olive-grove",
        "words": {
            "fr": {
                "title": "La fête de l’olive et de l’huile",
                "summary": "Trente producteurs, le concours de l’huile nouvelle et l’aïoli servi à deux cents personnes.",
                "text": (
                    "On goûte à l’aveugle dans de petits verres bleus, comme les jurés. Le moulin est ouvert toute la "
                    "journée, la calèche fait la navette, et l’on apprend à tailler un arbre sans le contrarier. Aïoli du "
                    "dimanche sur réservation à l’office. Marché couvert en cas de pluie."
                ),
            },
            "en": {
                "title": "Olive and oil feast",
                "summary": "Thirty producers, a contest for the new oil, and aioli served to two hundred people.",
                "text": (
                    "Taste blind from small blue glasses, as the judges do. The mill is open all day, a horse-drawn carriage "
                    "runs back and forth, and you can learn to prune a tree without upsetting it. Book Sunday’s aioli lunch "
                    "at the tourist office. The market moves under cover if it rains."
                ),
            },
            "ca": {
                "title": "La festa de l’oliva i de l’oli",
                "summary": "Trenta productors, el concurs de l’oli nou i un allioli per a dues-centes persones.",
                "text": (
                    "Es tasta a cegues en gotets blaus, com els jurats. El molí obre tot el dia, la calessa va i ve, i s’hi "
                    "aprèn a podar un arbre sense fer-lo enfadar. L’allioli de diumenge es reserva a l’oficina. Si plou, el "
                    "mercat es fa a cobert."
                ),
            },
        },
    },
    {
        "code": "feu-baie",
        "place": "port-de-port-aurelle",
        "commune": "port-aurelle",
        "categories": ["feast"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "postponed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 12}, "days": 1, "start": "22:00", "end": "22:30"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "outdoors",
        "family": True,
        "accessibility": ["motor", "sight"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": "fireworks-bay",
        "words": {
            "fr": {
                "title": "Feu d’artifice sur la baie",
                "summary": "Vingt minutes de lumière tirées depuis trois barques, avec une description à la radio du port.",
                "text": (
                    "Le vent annoncé rend le tir impossible : le feu est reporté, et la nouvelle date sera publiée ici dès "
                    "qu’elle sera fixée avec les pompiers et les pêcheurs. Le bal prévu ensuite est maintenu sur le quai. "
                    "L’audiodescription restera diffusée sur le canal de la capitainerie."
                ),
            },
            "en": {
                "title": "Fireworks over the bay",
                "summary": "Twenty minutes of light fired from three boats, described live on the harbour radio.",
                "text": (
                    "The forecast wind makes firing impossible: the display is postponed, and the new date will be published "
                    "here as soon as it is agreed with the fire service and the fishermen. The dance planned for afterwards "
                    "will go ahead on the quay. Audio description will still be given on the harbour channel."
                ),
            },
            "ca": {
                "title": "Focs artificials a la badia",
                "summary": "Vint minuts de llum des de tres barques, descrits en directe per la ràdio del port.",
                "text": (
                    "El vent previst fa impossible el castell de focs: queda ajornat, i la nova data es publicarà aquí així "
                    "que s’hagi acordat amb els bombers i els pescadors. El ball que venia després es manté al moll. "
                    "L’audiodescripció es continuarà emetent pel canal de capitania."
                ),
            },
        },
    },
]
