"""Events of the demo destination: workshops, talks and children, part 1."""

EVENTS = [
    {
        "code": "pressee-huile",
        "place": "moulin-puig",
        "commune": "la-tour-des-oliviers",
        "categories": ["workshop", "food"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [
                {"day": {"next": "saturday", "weeks": 3}, "days": 1, "start": "10:00", "end": "12:30"},
                {"day": {"next": "saturday", "weeks": 5}, "days": 1, "start": "10:00", "end": "12:30"},
            ],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [
            {"code": "full", "amount": "20.00"},
            {"code": "child", "amount": "8.00"},
            {"code": "family", "amount": "48.00"},
        ],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor"],
        "organiser": "Moulin du Puig",
        "phone": "+33 4 65 71 02 20",
        "email": "bonjour@moulin-puig.example",
        "picture": "windmill",
        "words": {
            "fr": {
                "title": "Presser son huile",
                "summary": "Trier, moudre, presser, goûter : une matinée au moulin, et sa bouteille à emporter.",
                "text": (
                    "Chaque groupe pèse sa caisse d’olives et suit sa propre pressée, de la meule de granit au premier filet "
                    "vert. La moulinière explique pourquoi l’huile pique et comment la garder. On déjeune sur le pouce de "
                    "pain frotté et de tomate. Une bouteille de 25 cl par personne, étiquetée à la main."
                ),
            },
            "en": {
                "title": "Press your own oil",
                "summary": "Sort, grind, press and taste: a morning at the mill, and a bottle to take home.",
                "text": (
                    "Each group weighs its crate of olives and follows its own pressing, from the granite stone to the first "
                    "green trickle. The miller explains why good oil has a bite and how to keep it. There is a snack of "
                    "rubbed bread and tomato. Everyone leaves with a hand-labelled 25 cl bottle."
                ),
            },
            "ca": {
                "title": "Premsar l’oli propi",
                "summary": "Triar, moldre, premsar i tastar: un matí al molí i una ampolla per endur-se.",
                "text": (
                    "Cada grup pesa la seva caixa d’olives i segueix la seva premsada, de la mola de granit al primer raig "
                    "verd. La molinera explica per què l’oli pica i com es conserva. Es menja pa amb tomàquet a peu dret. "
                    "Una ampolla de 25 cl per persona, amb l’etiqueta feta a mà."
                ),
            },
        },
    },
    {
        "code": "tour-de-potier",
        "place": "atelier-terre",
        "commune": "castelnou-d-aurelle",
        "categories": ["workshop"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "thursday", "weeks": -1}, "days": 1, "start": "14:30", "end": "17:00"}],
            "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["thu"], "until": {"in_days": 75}},
            "excluded": [{"nth_occurrence": 4}],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "38.00"}, {"code": "reduced", "amount": "30.00"}],
        "booking_url": "",
        "registration": True,
        "ages": [12, 99],
        "setting": "indoors",
        "family": False,
        "accessibility": [],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "pottery-workshop",
        "words": {
            "fr": {
                "title": "Premier tour de potier",
                "summary": "Deux heures et demie pour monter un bol, le rater, recommencer et l’émailler.",
                "text": (
                    "Quatre tours, deux potières, de la terre rouge jusqu’aux coudes. On apprend à centrer, ce qui occupe la "
                    "première heure, puis à monter des parois droites. La pièce choisie est cuite et envoyée sous trois "
                    "semaines. Tabliers prêtés, bagues à laisser à la maison."
                ),
            },
            "en": {
                "title": "First turns at the potter’s wheel",
                "summary": "Two and a half hours to throw a bowl, spoil it, start again and glaze it.",
                "text": (
                    "Four wheels, two potters and red clay up to the elbows. You learn to centre, which takes the first "
                    "hour, and then to raise straight walls. The piece you choose is fired and posted within three weeks. "
                    "Aprons are lent; leave your rings at home."
                ),
            },
            "ca": {
                "title": "Primer cop al torn de terrissaire",
                "summary": "Dues hores i mitja per aixecar un bol, espatllar-lo, tornar-hi i envernissar-lo.",
                "text": (
                    "Quatre torns, dues terrissaires i fang roig fins als colzes. S’aprèn a centrar, que ocupa la primera "
                    "hora, i després a pujar parets dretes. La peça triada es cou i s’envia en tres setmanes. Es deixen "
                    "davantals; els anells, millor a casa."
                ),
            },
        },
    },
    {
        "code": "cuisine-anchois",
        "place": "le-filet-bleu",
        "commune": "port-aurelle",
        "categories": ["workshop", "food"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "waiting",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 21}, "days": 1, "start": "10:00", "end": "13:30"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "45.00"}],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor"],
        "organiser": "Restaurant Le Filet bleu",
        "phone": "+33 4 65 71 02 60",
        "email": "table@filet-bleu.example",
        "picture": "fish-table",
        "words": {
            "fr": {
                "title": "L’anchois, de la barque à l’assiette",
                "summary": "La criée, le couteau, le sel et quatre recettes : un cours de cuisine qui finit à table.",
                "text": (
                    "On achète avec le chef sur le quai, puis on étête, on vide et on sale. Pendant que le sel travaille, "
                    "quatre plats se préparent : anchois marinés, anchoïade, tarte fine et salade d’oranges. Tout se mange "
                    "ensemble, avec un verre. Huit personnes, tabliers fournis."
                ),
            },
            "en": {
                "title": "Anchovies, from boat to plate",
                "summary": "The auction, the knife, the salt and four recipes: a cookery class that ends at the table.",
                "text": (
                    "You shop with the chef on the quay, then learn to behead, gut and salt. While the salt does its work, "
                    "four dishes are made: marinated anchovies, anchoïade, a thin tart and an orange salad. Everything is "
                    "eaten together, with a glass of wine. Eight people, aprons provided."
                ),
            },
            "ca": {
                "title": "L’anxova, de la barca al plat",
                "summary": "La llotja, el ganivet, la sal i quatre receptes: un curs de cuina que acaba a taula.",
                "text": (
                    "Es compra amb el cuiner al moll i després s’escapça, es buida i se sala. Mentre la sal fa la feina, es "
                    "preparen quatre plats: seitons marinats, anxovada, coca fina i amanida de taronja. Tot es menja "
                    "plegats, amb una copa. Vuit persones, davantals inclosos."
                ),
            },
        },
    },
    {
        "code": "confitures-agrumes",
        "place": "jardin-orangers",
        "commune": "la-tour-des-oliviers",
        "categories": ["workshop", "food"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "waiting",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 17}, "days": 1, "start": "14:30", "end": "17:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "16.00"}, {"code": "child", "amount": "9.00"}],
        "booking_url": "",
        "registration": True,
        "ages": [8, 99],
        "setting": "indoors",
        "family": True,
        "accessibility": ["motor", "cognitive"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "citrus-garden",
        "words": {
            "fr": {
                "title": "Confitures d’agrumes",
                "summary": "Cueillir, émincer, cuire : un après-midi au jardin pour une marmelade un peu amère.",
                "text": (
                    "La jardinière mène d’abord le groupe d’arbre en arbre, sécateur en main, et fait sentir les feuilles "
                    "froissées. La cuisson se fait dans la serre, en grandes bassines de cuivre. Une recette en images est "
                    "remise à chacun, avec deux pots encore tièdes."
                ),
            },
            "en": {
                "title": "Citrus preserves",
                "summary": "Pick, slice and boil: an afternoon in the garden for a marmalade with a bitter edge.",
                "text": (
                    "The gardener first leads the group from tree to tree, secateurs in hand, and passes round crushed "
                    "leaves to smell. Cooking takes place in the glasshouse, in wide copper pans. Everyone goes home with a "
                    "picture recipe and two jars that are still warm."
                ),
            },
            "ca": {
                "title": "Confitures de cítrics",
                "summary": "Collir, tallar i coure: una tarda al jardí per a una melmelada una mica amarga.",
                "text": (
                    "La jardinera primer porta el grup d’arbre en arbre, amb les tisores a la mà, i fa olorar les fulles "
                    "rebregades. La cocció es fa a l’hivernacle, amb grans perols de coure. Cadascú rep una recepta en "
                    "imatges i dos pots encara tebis."
                ),
            },
        },
    },
    {
        "code": "contes-musee",
        "place": "musee-aurelle",
        "commune": "castelnou-d-aurelle",
        "categories": ["children"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "wednesday", "weeks": -2}, "days": 1, "start": "15:30", "end": "16:15"}],
            "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["wed"], "until": {"in_days": 95}},
            "excluded": [{"nth_occurrence": 5}],
        },
        "free": False,
        "prices": [{"code": "child", "amount": "3.00"}, {"code": "full", "amount": "0.00"}],
        "booking_url": "",
        "registration": False,
        "ages": [4, 9],
        "setting": "indoors",
        "family": True,
        "accessibility": ["motor", "cognitive"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "museum-facade",
        "words": {
            "fr": {
                "title": "Contes du mercredi au musée",
                "summary": "Une œuvre, une histoire et un goûter : quarante-cinq minutes assis au pied du retable.",
                "text": (
                    "La conteuse choisit un objet, le plus souvent celui devant lequel personne ne s’arrête. La cruche "
                    "fêlée, la clé sans porte, le saint qui a perdu son nom ont beaucoup à dire. Séance calme et courte ; un "
                    "casque antibruit et un coin retrait sont prévus. Parents bienvenus, entrée offerte."
                ),
            },
            "en": {
                "title": "Wednesday stories at the museum",
                "summary": "One object, one story and a snack: forty-five minutes sitting beneath the altarpiece.",
                "text": (
                    "The storyteller picks an object, usually the one nobody stops to look at. The cracked jug, the key "
                    "without a door and the saint who has lost his name have plenty to say. Sessions, in French, are short "
                    "and calm; ear defenders and a quiet corner are provided. Parents are welcome, free of charge."
                ),
            },
            "ca": {
                "title": "Contes del dimecres al museu",
                "summary": "Una obra, una història i un berenar: quaranta-cinc minuts asseguts al peu del retaule.",
                "text": (
                    "La contista tria un objecte, gairebé sempre aquell davant del qual no s’atura ningú. El càntir "
                    "esquerdat, la clau sense porta i el sant que ha perdut el nom tenen molt a dir. Sessió curta i "
                    "tranquil·la; hi ha protectors per al soroll i un racó apartat. Els pares hi entren de franc."
                ),
            },
        },
    },
]
