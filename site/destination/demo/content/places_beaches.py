"""Places of the demo destination: beaches and leisure."""

PLACES = [
    {
        "code": "plage-grau",
        "kind": "beach",
        "commune": "estany-sur-mer",
        "address": "Avenue du Grau, 99110 Estany-sur-Mer",
        "latitude": 42.566,
        "longitude": 3.24,
        "phone": "",
        "email": "",
        "website": "",
        "accessibility": ["motor", "sight"],
        "opening": {
            "periods": [],
            "note": {
                "fr": "Baignade surveillée de 10 h 30 à 18 h 30 aux beaux jours.",
                "en": "Lifeguards from 10:30 am to 6:30 pm in the bathing season.",
                "ca": "Bany vigilat de 10.30 a 18.30 h durant la temporada.",
            },
        },
        "picture": "beach-parasols",
        "pictures": ["children-beach"],
        "family": True,
        "words": {
            "fr": {
                "name": "Plage du Grau",
                "summary": "Six kilomètres de sable fin, des dunes protégées et un accès à l’eau en fauteuil.",
                "text": (
                    "Au nord du grau, la plage s’étire sans une maison derrière elle. Les dunes sont en train de se "
                    "refaire : on les traverse par les caillebotis, jamais autrement. Plus on marche vers le nord, moins on "
                    "est nombreux.\n\n"
                    "Au poste de secours, deux fauteuils de mise à l’eau et un guidage sonore pour les nageurs malvoyants se "
                    "réservent gratuitement. Douches, toilettes et point d’eau potable près du parking ; la ligne de bus A "
                    "s’arrête à deux cents mètres. Les chiens y sont admis tôt le matin, hors saison de baignade."
                ),
            },
            "en": {
                "name": "Grau beach",
                "summary": "Six kilometres of fine sand, protected dunes and wheelchair access to the water.",
                "text": (
                    "North of the channel the beach runs on without a house behind it. The dunes are rebuilding themselves: "
                    "cross them on the boardwalks and nowhere else. The further north you walk, the fewer people you meet.\n\n"
                    "At the lifeguard post, two sea wheelchairs and an audio guidance system for swimmers with sight loss "
                    "can be booked free of charge. Showers, toilets and drinking water are by the car park, and bus A stops "
                    "two hundred metres away. Dogs are allowed early in the morning outside the bathing season."
                ),
            },
            "ca": {
                "name": "Platja de la Gola",
                "summary": "Sis quilòmetres de sorra fina, dunes protegides i accés a l’aigua amb cadira de rodes.",
                "text": (
                    "Al nord de la gola, la platja s’allarga sense cap casa al darrere. Les dunes s’estan refent: "
                    "travesseu-les per les passeres, i enlloc més. Com més es camina cap al nord, menys gent s’hi troba.\n\n"
                    "Al lloc de socors es reserven gratuïtament dues cadires amfíbies i un guiatge sonor per a nedadors amb "
                    "baixa visió. Dutxes, lavabos i aigua potable al costat de l’aparcament; el bus A para a dos-cents "
                    "metres. Fora de temporada de bany, s’hi admeten gossos a primera hora."
                ),
            },
        },
    },
    {
        "code": "crique-pescadors",
        "kind": "beach",
        "commune": "port-aurelle",
        "address": "Sentier du littoral, 99100 Port-Aurelle",
        "latitude": 42.4075,
        "longitude": 3.272,
        "phone": "",
        "email": "",
        "website": "",
        "accessibility": [],
        "opening": {
            "periods": [],
            "note": {
                "fr": "Pas de surveillance. Accès à pied seulement.",
                "en": "No lifeguard. Access on foot only.",
                "ca": "Sense vigilància. Accés només a peu.",
            },
        },
        "picture": "coast-path",
        "pictures": ["fishing-nets"],
        "family": True,
        "words": {
            "fr": {
                "name": "Crique dels Pescadors",
                "summary": "Des galets, une eau claire et trois cabanes de pêcheurs au bout d’un sentier.",
                "text": (
                    "On y vient par le sentier du littoral, à quarante minutes de la route du cap. Les galets sont ronds, "
                    "l’eau descend vite et le fond se lit comme une carte : un masque suffit pour croiser girelles et "
                    "saupes.\n\n"
                    "Il n’y a ni buvette, ni poubelle, ni ombre après onze heures ; on apporte son eau et l’on remporte le "
                    "reste. Les trois cabanes appartiennent à des familles du port, qui y ravaudent encore leurs filets. Par "
                    "vent d’est, choisissez une autre plage."
                ),
            },
            "en": {
                "name": "Pescadors cove",
                "summary": "Pebbles, clear water and three fishermen’s huts at the end of a path.",
                "text": (
                    "You reach it by the coast path, forty minutes from the cape road. The pebbles are round, the water "
                    "deepens quickly and the bottom is as clear as a map: a mask is all you need to meet wrasse and salema.\n\n"
                    "There is no café, no bin and no shade after eleven, so carry your water in and everything else out. The "
                    "three huts belong to families from the harbour, who still mend their nets there. When the wind is in "
                    "the east, choose another beach."
                ),
            },
            "ca": {
                "name": "Cala dels Pescadors",
                "summary": "Còdols, aigua clara i tres barraques de pescadors al cap d’un camí.",
                "text": (
                    "S’hi va pel camí de ronda, a quaranta minuts de la carretera del cap. Els còdols són rodons, l’aigua es "
                    "fa fonda de seguida i el fons es llegeix com un mapa: amb unes ulleres n’hi ha prou per veure donzelles "
                    "i salpes.\n\n"
                    "No hi ha guingueta, ni paperera, ni ombra passades les onze; cal dur aigua i endur-se la resta. Les "
                    "tres barraques són de famílies del port, que encara hi adoben les xarxes. Amb llevant, trieu una altra "
                    "platja."
                ),
            },
        },
    },
    {
        "code": "station-mont-clar",
        "kind": "leisure",
        "commune": "mont-clar",
        "address": "Place du Téléski, 99160 Mont-Clar",
        "latitude": 42.588,
        "longitude": 2.96,
        "phone": "+33 4 65 71 02 07",
        "email": "pistes@mont-clar.example",
        "website": "https://station-mont-clar.example/",
        "accessibility": ["motor"],
        "opening": {
            "periods": [
                {
                    "from": "12-01",
                    "until": "04-15",
                    "hours": {
                        "mon": [["09:00", "17:00"]],
                        "tue": [["09:00", "17:00"]],
                        "wed": [["09:00", "17:00"]],
                        "thu": [["09:00", "17:00"]],
                        "fri": [["09:00", "17:00"]],
                        "sat": [["09:00", "17:00"]],
                        "sun": [["09:00", "17:00"]],
                    },
                },
                {
                    "from": "07-01",
                    "until": "08-31",
                    "hours": {
                        "wed": [["10:00", "18:00"]],
                        "thu": [["10:00", "18:00"]],
                        "fri": [["10:00", "18:00"]],
                        "sat": [["10:00", "18:00"]],
                        "sun": [["10:00", "18:00"]],
                    },
                },
            ],
            "note": {
                "fr": "Dates d’ouverture selon l’enneigement. Deux fauteuils-ski en prêt.",
                "en": "Opening depends on snow cover. Two sit-skis available on loan.",
                "ca": "Obertura segons la neu. Es deixen dues cadires d’esquí.",
            },
        },
        "picture": "ski-slope",
        "pictures": ["snowshoe-forest"],
        "family": True,
        "words": {
            "fr": {
                "name": "Station de Mont-Clar",
                "summary": "Quatorze pistes entre 1 540 et 2 050 m, deux itinéraires de raquettes, et pas de file d’attente.",
                "text": (
                    "Une petite station, assumée comme telle : quatorze pistes, cinq remontées, un jardin d’enfants au "
                    "soleil et des tarifs de village. Les débutants restent au pied des chalets, les autres trouvent du "
                    "caractère sous le pic du Clar.\n\n"
                    "Deux boucles de raquettes et douze kilomètres de fond traversent la pinède. Hors neige, le télésiège "
                    "monte les marcheurs et leurs vélos. La navette C relie la gare des Bains en trente-cinq minutes, "
                    "gratuite sur présentation du forfait."
                ),
            },
            "en": {
                "name": "Mont-Clar resort",
                "summary": "Fourteen pistes between 1,540 and 2,050 m, two snowshoe trails, and no queues.",
                "text": (
                    "A small resort and content to be one: fourteen pistes, five lifts, a sunny nursery slope and village "
                    "prices. Beginners stay by the chalets, while others will find steeper ground below Pic du Clar.\n\n"
                    "Two snowshoe loops and twelve kilometres of cross-country track wind through the pines. When there is "
                    "no snow, the chairlift carries walkers and bikes. Shuttle C runs from Les Bains station in thirty-five "
                    "minutes and is free with a ski pass."
                ),
            },
            "ca": {
                "name": "Estació de Mont-Clar",
                "summary": "Catorze pistes entre 1.540 i 2.050 m, dos itineraris de raquetes i cap cua.",
                "text": (
                    "Una estació petita i contenta de ser-ho: catorze pistes, cinc remuntadors, un jardí de neu assolellat i "
                    "preus de poble. Els debutants es queden al peu dels xalets; els altres troben pendent sota el pic del "
                    "Clar.\n\n"
                    "Dues voltes amb raquetes i dotze quilòmetres d’esquí de fons travessen la pineda. Quan no hi ha neu, el "
                    "telecadira puja caminants i bicicletes. El bus C ve de l’estació dels Banys en trenta-cinc minuts i és "
                    "gratuït amb el forfet."
                ),
            },
        },
    },
    {
        "code": "bains-font-calda",
        "kind": "leisure",
        "commune": "les-bains-de-vernet-haut",
        "address": "1 avenue des Thermes, 99150 Les Bains-de-Vernet-Haut",
        "latitude": 42.4945,
        "longitude": 2.9622,
        "phone": "+33 4 65 71 02 08",
        "email": "accueil@font-calda.example",
        "website": "https://font-calda.example/",
        "accessibility": ["motor", "hearing", "sight"],
        "opening": {
            "periods": [
                {
                    "from": "01-01",
                    "until": "12-31",
                    "hours": {
                        "mon": [["10:00", "20:00"]],
                        "tue": [["10:00", "20:00"]],
                        "wed": [["10:00", "20:00"]],
                        "thu": [["10:00", "20:00"]],
                        "fri": [["10:00", "22:30"]],
                        "sat": [["10:00", "22:30"]],
                        "sun": [["10:00", "19:00"]],
                    },
                },
            ],
            "note": {
                "fr": "Fermeture technique une semaine par an. Enfants à partir de 3 ans.",
                "en": "Closed one week a year for maintenance. Children from age 3.",
                "ca": "Tancat una setmana l’any per manteniment. Infants a partir de 3 anys.",
            },
        },
        "picture": "thermal-pools",
        "pictures": ["grand-hotel"],
        "family": True,
        "words": {
            "fr": {
                "name": "Bains de la Font Calda",
                "summary": "Trois bassins à ciel ouvert entre 34 et 38 °C, une salle voûtée et la montagne tout autour.",
                "text": (
                    "L’eau sort à 41 °C d’une source que les bergers connaissaient bien avant les médecins. On la laisse "
                    "tiédir dans trois bassins en terrasses, dont un réservé au calme, puis dans la grande salle voûtée de "
                    "1887.\n\n"
                    "Deux heures suffisent pour en sortir détendu. Un fauteuil de mise à l’eau est à disposition, et un "
                    "vestiaire familial permet de se changer ensemble. Le vendredi et le samedi soir, les lumières baissent "
                    "et l’on se baigne sous les étoiles."
                ),
            },
            "en": {
                "name": "Font Calda Baths",
                "summary": "Three open-air pools between 34 and 38 °C, a vaulted hall and mountains all round.",
                "text": (
                    "The water rises at 41 °C from a spring that shepherds knew long before doctors did. It cools in three "
                    "terraced pools, one of them kept for quiet, and then in the great vaulted hall of 1887.\n\n"
                    "Two hours are enough to leave thoroughly rested. A pool hoist chair is available, and a family changing "
                    "room lets everyone stay together. On Friday and Saturday evenings the lights are lowered and you bathe "
                    "beneath the stars."
                ),
            },
            "ca": {
                "name": "Banys de la Font Calda",
                "summary": "Tres basses a l’aire lliure entre 34 i 38 °C, una sala de volta i la muntanya tot al voltant.",
                "text": (
                    "L’aigua brolla a 41 °C d’una font que els pastors coneixien molt abans que els metges. Es refreda en "
                    "tres basses esglaonades, una de reservada al silenci, i després a la gran sala de volta del 1887.\n\n"
                    "Amb dues hores n’hi ha prou per sortir-ne ben descansat. Hi ha una cadira per entrar a l’aigua i un "
                    "vestidor familiar per canviar-se plegats. Els divendres i dissabtes al vespre s’abaixen els llums i el "
                    "bany es fa sota els estels."
                ),
            },
        },
    },
    {
        "code": "voile-aurelle",
        "kind": "leisure",
        "commune": "estany-sur-mer",
        "address": "Avenue du Grau, 99110 Estany-sur-Mer",
        "latitude": 42.561,
        "longitude": 3.2385,
        "phone": "+33 4 65 71 02 50",
        "email": "ecole@voile-aurelle.example",
        "website": "https://voile-aurelle.example/",
        "accessibility": ["motor", "hearing"],
        "opening": {
            "periods": [
                {
                    "from": "04-01",
                    "until": "10-31",
                    "hours": {
                        "mon": [["09:00", "18:30"]],
                        "tue": [["09:00", "18:30"]],
                        "wed": [["09:00", "18:30"]],
                        "thu": [["09:00", "18:30"]],
                        "fri": [["09:00", "18:30"]],
                        "sat": [["09:00", "18:30"]],
                        "sun": [["09:00", "18:30"]],
                    },
                },
            ],
            "note": {
                "fr": "Réservation la veille avant 18 h, selon le vent.",
                "en": "Book the day before by 6 pm, wind permitting.",
                "ca": "Reserva el dia abans fins a les 18 h, segons el vent.",
            },
        },
        "picture": "kitesurf-bay",
        "pictures": ["lateen-regatta"],
        "family": True,
        "words": {
            "fr": {
                "name": "Voile d’Aurelle, école nautique",
                "summary": "Catamaran, planche, kayak et voile latine, du premier bord à la sortie du soir.",
                "text": (
                    "L’école navigue sur deux plans d’eau : l’étang pour débuter, parce qu’on y a pied presque partout, et "
                    "la mer dès que l’on sait virer. Les groupes ne dépassent pas huit personnes et les moniteurs parlent "
                    "quatre langues.\n\n"
                    "Deux voiliers à double commande accueillent des équipiers en situation de handicap moteur. Le samedi "
                    "soir, quand le vent tombe, la barque catalane sort à la voile latine jusqu’à la pointe, avec douze "
                    "passagers et un panier de muscat."
                ),
            },
            "en": {
                "name": "Voile d’Aurelle sailing school",
                "summary": "Catamarans, boards, kayaks and lateen sailing, from a first tack to an evening cruise.",
                "text": (
                    "The school sails on two waters: the lagoon for beginners, since you can stand up almost everywhere, and "
                    "the sea as soon as you can tack. Groups are never larger than eight, and the instructors speak four "
                    "languages between them.\n\n"
                    "Two dual-control boats welcome crew members with reduced mobility. On Saturday evenings, when the wind "
                    "drops, the traditional fishing boat sails under lateen rig to the point, with twelve passengers and a "
                    "basket of Muscat grapes."
                ),
            },
            "ca": {
                "name": "Voile d’Aurelle, escola nàutica",
                "summary": "Catamarà, planxa, caiac i vela llatina, de la primera bordada a la sortida del vespre.",
                "text": (
                    "L’escola navega en dues aigües: l’estany per començar, perquè s’hi toca peu gairebé pertot, i el mar "
                    "així que se sap virar. Els grups no passen de vuit persones i els monitors parlen quatre llengües.\n\n"
                    "Dos velers de doble comandament acullen tripulants amb mobilitat reduïda. El dissabte al vespre, quan "
                    "cau el vent, la barca catalana surt amb vela llatina fins a la punta, amb dotze passatgers i un cistell "
                    "de moscatell."
                ),
            },
        },
    },
]
