"""Places of the demo destination: tables and beds."""

PLACES = [
    {
        "code": "le-filet-bleu",
        "kind": "restaurant",
        "commune": "port-aurelle",
        "address": "9 quai de la Criée, 99100 Port-Aurelle",
        "latitude": 42.4468,
        "longitude": 3.2384,
        "phone": "+33 4 65 71 02 60",
        "email": "table@filet-bleu.example",
        "website": "https://filet-bleu.example/",
        "accessibility": ["motor"],
        "opening": {
            "periods": [
                {
                    "from": "02-01",
                    "until": "12-15",
                    "hours": {
                        "wed": [["12:00", "14:00"], ["19:00", "21:30"]],
                        "thu": [["12:00", "14:00"], ["19:00", "21:30"]],
                        "fri": [["12:00", "14:00"], ["19:00", "21:30"]],
                        "sat": [["12:00", "14:00"], ["19:00", "21:30"]],
                        "sun": [["12:00", "14:00"], ["19:00", "21:30"]],
                    },
                },
            ],
            "note": {
                "fr": "Réservation conseillée le week-end. Menu en braille.",
                "en": "Booking advised at weekends. Braille menu.",
                "ca": "Es recomana reservar el cap de setmana. Carta en braille.",
            },
        },
        "picture": "fish-table",
        "pictures": [],
        "family": True,
        "words": {
            "fr": {
                "name": "Le Filet bleu",
                "summary": "Une ardoise courte, écrite chaque midi après le passage des bateaux d’en face.",
                "text": (
                    "Le patron achète de l’autre côté du quai et décide ensuite. Cela peut être une bourride, des anchois "
                    "frais au vinaigre, un saint-pierre entier pour la table, et toujours un plat de légumes de La Tour.\n\n"
                    "La salle compte trente couverts, la terrasse autant, de plain-pied. Les enfants mangent la même chose "
                    "en plus petit. Les vins viennent de six vignerons du pays, servis au verre comme à la bouteille. "
                    "Comptez de 24 à 38 € sans la boisson."
                ),
            },
            "en": {
                "name": "Le Filet bleu",
                "summary": "A short blackboard menu, written each day once the boats across the quay have unloaded.",
                "text": (
                    "The owner buys on the far side of the quay and decides afterwards. It might be a creamy fish stew, "
                    "fresh anchovies in vinegar or a whole John Dory for the table, and there is always a dish of vegetables "
                    "from La Tour.\n\n"
                    "The room seats thirty, the terrace the same, with no steps. Children eat what everyone else eats, in "
                    "smaller portions. Wines come from six local growers, by the glass or the bottle. Expect to pay €24 to "
                    "€38 without drinks."
                ),
            },
            "ca": {
                "name": "Le Filet bleu",
                "summary": "Una pissarra curta, escrita cada migdia quan han descarregat les barques de davant.",
                "text": (
                    "L’amo compra a l’altra banda del moll i decideix després. Pot ser un suquet, uns seitons amb vinagre, "
                    "un gall de Sant Pere sencer per a tota la taula, i sempre un plat de verdures de La Tour.\n\n"
                    "La sala té trenta cadires i la terrassa trenta més, sense cap graó. Els infants mengen el mateix en "
                    "petit. Els vins són de sis cellers del país, a copes o en ampolla. Compteu entre 24 i 38 € sense la "
                    "beguda."
                ),
            },
        },
    },
    {
        "code": "la-treille",
        "kind": "restaurant",
        "commune": "la-tour-des-oliviers",
        "address": "Mas de la Treille, 99170 La Tour-des-Oliviers",
        "latitude": 42.577,
        "longitude": 3.095,
        "phone": "+33 4 65 71 02 15",
        "email": "bonjour@la-treille.example",
        "website": "https://la-treille.example/",
        "accessibility": ["motor", "cognitive"],
        "opening": {
            "periods": [
                {
                    "from": "04-01",
                    "until": "10-31",
                    "hours": {
                        "mon": [["12:00", "14:00"], ["19:30", "21:00"]],
                        "thu": [["12:00", "14:00"], ["19:30", "21:00"]],
                        "fri": [["12:00", "14:00"], ["19:30", "21:00"]],
                        "sat": [["12:00", "14:00"], ["19:30", "21:00"]],
                        "sun": [["12:00", "14:00"], ["19:30", "21:00"]],
                    },
                },
                {"from": "11-01", "until": "03-31", "hours": {"sat": [["12:00", "14:00"]], "sun": [["12:00", "14:00"]]}},
            ],
            "note": {
                "fr": "Menu unique, sur réservation la veille.",
                "en": "Set menu, booking required the day before.",
                "ca": "Menú únic, amb reserva el dia abans.",
            },
        },
        "picture": "table-under-arbour",
        "pictures": ["spring-orchard"],
        "family": True,
        "words": {
            "fr": {
                "name": "La Table de la Treille",
                "summary": "Chez des maraîchers, un menu unique servi sous la vigne, avec ce que donne le jardin.",
                "text": (
                    "On déjeune entre le potager et le verger, sous une treille plantée par le grand-père. Le menu ne se "
                    "choisit pas : une soupe ou une salade, un plat mijoté ou grillé sur sarments, un fromage de Mont-Clar, "
                    "un fruit travaillé.\n\n"
                    "Prévenez la veille de vos allergies et de vos goûts, la cuisine s’en arrange très bien. Le menu est à "
                    "27 €, 12 € pour les enfants, et une fiche en images aide à commander. Repartez avec des tomates quand "
                    "il y en a."
                ),
            },
            "en": {
                "name": "La Table de la Treille",
                "summary": "At a market gardener’s: one set menu served under the vine, from whatever the garden gives.",
                "text": (
                    "Lunch is between the vegetable garden and the orchard, beneath a vine planted by the owners’ "
                    "grandfather. There is no choice: soup or salad, a dish slow-cooked or grilled over vine cuttings, a "
                    "cheese from Mont-Clar, and fruit in some form.\n\n"
                    "Mention allergies and dislikes when you book and the kitchen will manage very well. The menu costs €27, "
                    "or €12 for children, and a picture card helps with ordering. Take some tomatoes home when there are "
                    "any."
                ),
            },
            "ca": {
                "name": "La Taula de la Parra",
                "summary": "A cal pagès, un menú únic servit sota la parra, amb el que dona l’hort.",
                "text": (
                    "Es dina entre l’hort i els fruiters, sota una parra que va plantar l’avi. El menú no es tria: una sopa "
                    "o una amanida, un plat d’olla o fet a la brasa de sarments, un formatge de Mont-Clar i una fruita ben "
                    "treballada.\n\n"
                    "Aviseu el dia abans si teniu al·lèrgies o manies; la cuina s’hi adapta molt bé. El menú costa 27 €, "
                    "12 € per als infants, i una fitxa amb imatges ajuda a demanar. Emporteu-vos tomates quan n’hi hagi."
                ),
            },
        },
    },
    {
        "code": "hotel-tilleuls",
        "kind": "accommodation",
        "commune": "les-bains-de-vernet-haut",
        "address": "11 avenue des Thermes, 99150 Les Bains-de-Vernet-Haut",
        "latitude": 42.4926,
        "longitude": 2.965,
        "phone": "+33 4 65 71 02 30",
        "email": "accueil@hotel-tilleuls.example",
        "website": "https://hotel-tilleuls.example/",
        "accessibility": ["motor", "hearing", "sight", "cognitive"],
        "opening": {
            "periods": [
                {
                    "from": "02-01",
                    "until": "12-31",
                    "hours": {
                        "mon": [["07:00", "22:30"]],
                        "tue": [["07:00", "22:30"]],
                        "wed": [["07:00", "22:30"]],
                        "thu": [["07:00", "22:30"]],
                        "fri": [["07:00", "22:30"]],
                        "sat": [["07:00", "22:30"]],
                        "sun": [["07:00", "22:30"]],
                    },
                },
            ],
            "note": {
                "fr": "Réception de 7 h à 22 h 30 ; code d’entrée ensuite.",
                "en": "Reception 7 am to 10:30 pm; door code after that.",
                "ca": "Recepció de 7 a 22.30 h; després, codi d’entrada.",
            },
        },
        "picture": "grand-hotel",
        "pictures": [],
        "family": True,
        "words": {
            "fr": {
                "name": "Hôtel des Tilleuls",
                "summary": "Trente-quatre chambres de 1904 à deux pas des bains, un jardin et un train à la porte.",
                "text": (
                    "Le grand escalier, le salon de lecture et les volets gris n’ont pas bougé ; les lits, l’isolation et la "
                    "cuisine, si. Les chambres du deuxième donnent sur la montagne, celles du premier sur les tilleuls.\n\n"
                    "Deux chambres sont adaptées aux fauteuils, une troisième équipée pour les personnes sourdes. Le "
                    "petit-déjeuner se prend au jardin jusqu’à dix heures et demie. Abri à vélos, séchoir à skis, entrée aux "
                    "bains à tarif réduit. À partir de 92 € la chambre double."
                ),
            },
            "en": {
                "name": "Hôtel des Tilleuls",
                "summary": "Thirty-four rooms from 1904, steps from the baths, with a garden and a train at the gate.",
                "text": (
                    "The great staircase, the reading room and the grey shutters have not changed; the beds, the insulation "
                    "and the kitchen have. Second-floor rooms face the mountain, first-floor rooms the lime trees.\n\n"
                    "Two rooms are adapted for wheelchair users and a third is equipped for deaf guests. Breakfast is served "
                    "in the garden until half past ten. There is a bike shed, a ski drying room and reduced admission to the "
                    "baths. Doubles from €92."
                ),
            },
            "ca": {
                "name": "Hotel dels Til·lers",
                "summary": "Trenta-quatre habitacions del 1904 a quatre passes dels banys, amb jardí i el tren a la porta.",
                "text": (
                    "L’escalinata, la sala de lectura i els porticons grisos no s’han mogut; els llits, l’aïllament i la "
                    "cuina, sí. Les habitacions del segon donen a la muntanya i les del primer, als til·lers.\n\n"
                    "Dues habitacions estan adaptades per a cadires de rodes i una tercera, equipada per a persones sordes. "
                    "L’esmorzar se serveix al jardí fins a dos quarts d’onze. Cobert per a bicicletes, assecador d’esquís i "
                    "entrada reduïda als banys. Habitació doble des de 92 €."
                ),
            },
        },
    },
    {
        "code": "gite-jasse",
        "kind": "accommodation",
        "commune": "mont-clar",
        "address": "Route du Col, 99160 Mont-Clar",
        "latitude": 42.5905,
        "longitude": 2.957,
        "phone": "+33 4 65 71 02 40",
        "email": "gite@la-jasse.example",
        "website": "https://la-jasse.example/",
        "accessibility": [],
        "opening": {
            "periods": [
                {
                    "from": "12-20",
                    "until": "10-15",
                    "hours": {
                        "mon": [["08:00", "22:00"]],
                        "tue": [["08:00", "22:00"]],
                        "wed": [["08:00", "22:00"]],
                        "thu": [["08:00", "22:00"]],
                        "fri": [["08:00", "22:00"]],
                        "sat": [["08:00", "22:00"]],
                        "sun": [["08:00", "22:00"]],
                    },
                },
            ],
            "note": {
                "fr": "Accueil des nouveaux arrivants à partir de 16 h.",
                "en": "New arrivals welcome from 4 pm.",
                "ca": "Acollida dels nouvinguts a partir de les 16 h.",
            },
        },
        "picture": "mountain-hut-stars",
        "pictures": ["snow-village"],
        "family": True,
        "words": {
            "fr": {
                "name": "Gîte de la Jasse",
                "summary": "Une ancienne bergerie à 1 610 m, vingt-huit couchages et la soupe à dix-neuf heures.",
                "text": (
                    "La jasse, c’est l’endroit où le troupeau se repose. On y dort désormais en chambres de deux à six, on y "
                    "dîne à la grande table, et l’on y parle surtout du temps qu’il fera demain.\n\n"
                    "Le gîte est à vingt minutes à pied du village, sur le chemin de l’étang Bleu ; la navette C s’arrête au "
                    "bout de la piste. Demi-pension 54 €, 38 € pour les moins de douze ans. Draps en location, chiens admis "
                    "dans deux chambres sur demande."
                ),
            },
            "en": {
                "name": "Gîte de la Jasse",
                "summary": "A former sheepfold at 1,610 m, twenty-eight beds, and soup at seven.",
                "text": (
                    "A jasse is the place where the flock rests. Today people sleep here in rooms for two to six, eat at one "
                    "long table, and talk mostly about tomorrow’s weather.\n\n"
                    "The hostel is a twenty-minute walk from the village on the way to the Blue Tarn; shuttle C stops where "
                    "the track begins. Half board costs €54, or €38 for under-twelves. Bed linen can be hired, and dogs are "
                    "welcome in two of the rooms if you ask ahead."
                ),
            },
            "ca": {
                "name": "Alberg de la Jaça",
                "summary": "Una antiga pleta a 1.610 m, vint-i-vuit llits i la sopa a les set del vespre.",
                "text": (
                    "La jaça és el lloc on reposa el ramat. Ara s’hi dorm en cambres de dos a sis llits, s’hi sopa a la "
                    "taula llarga i s’hi parla sobretot del temps que farà l’endemà.\n\n"
                    "L’alberg és a vint minuts a peu del poble, en el camí de l’Estany Blau; el bus C para al començament de "
                    "la pista. Mitja pensió 54 €, 38 € per als menors de dotze anys. Es lloguen llençols i s’admeten gossos "
                    "en dues cambres, si s’avisa abans."
                ),
            },
        },
    },
]
