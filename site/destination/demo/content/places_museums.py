"""Places of the demo destination: museums, the abbey and the garden."""

PLACES = [
    {
        "code": "musee-aurelle",
        "kind": "museum",
        "commune": "castelnou-d-aurelle",
        "address": "7 rue du Four, 99120 Castelnou-d’Aurelle",
        "latitude": 42.4747,
        "longitude": 3.0931,
        "phone": "+33 4 65 71 02 01",
        "email": "musee@castelnou.example",
        "website": "https://musee-aurelle.example/",
        "accessibility": ["motor", "hearing", "sight"],
        "opening": {
            "periods": [
                {
                    "from": "04-01",
                    "until": "10-31",
                    "hours": {
                        "tue": [["10:00", "12:30"], ["14:00", "18:00"]],
                        "wed": [["10:00", "12:30"], ["14:00", "18:00"]],
                        "thu": [["10:00", "12:30"], ["14:00", "18:00"]],
                        "fri": [["10:00", "12:30"], ["14:00", "18:00"]],
                        "sat": [["10:00", "12:30"], ["14:00", "18:00"]],
                        "sun": [["10:00", "12:30"], ["14:00", "18:00"]],
                    },
                },
                {
                    "from": "11-01",
                    "until": "03-31",
                    "hours": {
                        "wed": [["14:00", "17:30"]],
                        "thu": [["14:00", "17:30"]],
                        "fri": [["14:00", "17:30"]],
                        "sat": [["14:00", "17:30"]],
                        "sun": [["14:00", "17:30"]],
                    },
                },
            ],
            "note": {
                "fr": "Dernière entrée quarante-cinq minutes avant la fermeture.",
                "en": "Last admission forty-five minutes before closing.",
                "ca": "Última entrada quaranta-cinc minuts abans de tancar.",
            },
        },
        "picture": "museum-facade",
        "pictures": ["exhibition-room"],
        "family": True,
        "words": {
            "fr": {
                "name": "Musée d’Aurelle",
                "summary": (
                    "De la pierre taillée aux affiches de la Belle Époque, l’histoire d’un pays de passage en neuf salles."
                ),
                "text": (
                    "Neuf salles racontent comment bergers, potiers, moines et marchands ont vécu d’un même territoire. On y "
                    "voit une charrue de bois, un retable remonté pièce par pièce et la plus complète collection de "
                    "céramiques à reflets de la région.\n\n"
                    "À l’étage, les affiches de la compagnie des chemins de fer rappellent qu’on venait déjà de loin prendre "
                    "les eaux. Une salle entière se touche : moulages, étoffes et outils sont à prendre en main. Comptez une "
                    "heure et quart."
                ),
            },
            "en": {
                "name": "Aurelle Museum",
                "summary": "From flint tools to Belle Époque posters, nine rooms on a land people have always passed through.",
                "text": (
                    "Nine rooms tell how shepherds, potters, monks and merchants all lived off the same land. Look out for a "
                    "wooden plough, an altarpiece reassembled piece by piece, and the fullest collection of lustreware in "
                    "the area.\n\n"
                    "Upstairs, the railway company’s posters are a reminder that people travelled a long way to take the "
                    "waters. One whole room is made for touching, with casts, cloth and tools to handle. Allow an hour and a "
                    "quarter."
                ),
            },
            "ca": {
                "name": "Museu d’Aurelle",
                "summary": "De la pedra tallada als cartells de la Belle Époque, la història d’un país de pas en nou sales.",
                "text": (
                    "Nou sales expliquen com pastors, terrissaires, monjos i marxants han viscut d’un mateix territori. S’hi "
                    "veu una arada de fusta, un retaule remuntat peça per peça i la col·lecció més completa de ceràmica de "
                    "reflexos de la contrada.\n\n"
                    "Al pis de dalt, els cartells de la companyia de ferrocarril recorden que ja es venia de lluny a prendre "
                    "les aigües. Hi ha una sala sencera per tocar: motlles, teixits i eines passen de mà en mà. Compteu una "
                    "hora i quart."
                ),
            },
        },
    },
    {
        "code": "maison-etang",
        "kind": "museum",
        "commune": "estany-sur-mer",
        "address": "2 chemin des Salins, 99110 Estany-sur-Mer",
        "latitude": 42.5562,
        "longitude": 3.212,
        "phone": "+33 4 65 71 02 02",
        "email": "contact@maison-etang.example",
        "website": "https://maison-etang.example/",
        "accessibility": ["motor", "hearing", "sight", "cognitive"],
        "opening": {
            "periods": [
                {
                    "from": "04-01",
                    "until": "10-31",
                    "hours": {
                        "mon": [["09:30", "12:30"], ["14:00", "18:30"]],
                        "wed": [["09:30", "12:30"], ["14:00", "18:30"]],
                        "thu": [["09:30", "12:30"], ["14:00", "18:30"]],
                        "fri": [["09:30", "12:30"], ["14:00", "18:30"]],
                        "sat": [["09:30", "12:30"], ["14:00", "18:30"]],
                        "sun": [["09:30", "12:30"], ["14:00", "18:30"]],
                    },
                },
                {
                    "from": "11-01",
                    "until": "03-31",
                    "hours": {"wed": [["13:30", "17:00"]], "sat": [["13:30", "17:00"]], "sun": [["13:30", "17:00"]]},
                },
            ],
            "note": {
                "fr": "Jumelles prêtées contre une pièce d’identité.",
                "en": "Binoculars lent against an identity document.",
                "ca": "Es deixen binocles a canvi d’un document d’identitat.",
            },
        },
        "picture": "salt-pans",
        "pictures": ["flamingo-lagoon"],
        "family": True,
        "words": {
            "fr": {
                "name": "Maison de l’Étang",
                "summary": (
                    "Une salle d’observation sur la lagune, deux longues-vues et des guides qui connaissent chaque oiseau."
                ),
                "text": (
                    "La Maison de l’Étang occupe l’ancien hangar des saliniers. Sa grande baie donne sur les vasières où se "
                    "nourrissent flamants, avocettes et échasses ; deux longues-vues sont réglées à hauteur d’enfant.\n\n"
                    "Une petite exposition explique comment l’eau douce et l’eau salée se partagent la lagune, et pourquoi "
                    "les pêcheurs d’anguilles surveillent la passe. Le sentier sur pilotis part de la terrasse : 1 200 m, "
                    "plat, accessible en fauteuil, avec un banc tous les deux cents mètres."
                ),
            },
            "en": {
                "name": "Lagoon Centre",
                "summary": "An observation room over the lagoon, two telescopes and guides who know every bird.",
                "text": (
                    "The Lagoon Centre occupies the salt workers’ old warehouse. Its wide window looks onto the mudflats "
                    "where flamingos, avocets and stilts feed; two of the telescopes are set at a child’s height.\n\n"
                    "A small exhibition explains how fresh and salt water share the lagoon, and why the eel fishers keep "
                    "such a close eye on the channel. The boardwalk starts from the terrace: 1,200 m, level, suitable for "
                    "wheelchairs, with a bench every two hundred metres."
                ),
            },
            "ca": {
                "name": "Casa de l’Estany",
                "summary": "Una sala d’observació damunt la llacuna, dos telescopis i guies que coneixen cada ocell.",
                "text": (
                    "La Casa de l’Estany ocupa l’antic magatzem dels saliners. El finestral dona als fangars on mengen "
                    "flamencs, becs d’alena i cames llargues; dos telescopis són a l’alçada dels infants.\n\n"
                    "Una petita exposició explica com l’aigua dolça i la salada es reparteixen la llacuna, i per què els "
                    "pescadors d’anguiles vigilen la gola. La passera de fusta surt de la terrassa: 1.200 m, plana, apta per "
                    "a cadires de rodes, amb un banc cada dos-cents metres."
                ),
            },
        },
    },
    {
        "code": "abbaye-sainte-eulalie",
        "kind": "church",
        "commune": "sant-miquel-de-la-roca",
        "address": "Chemin de l’Abbaye, 99140 Sant Miquel de la Roca",
        "latitude": 42.3895,
        "longitude": 3.021,
        "phone": "+33 4 65 71 02 05",
        "email": "accueil@sainte-eulalie.example",
        "website": "https://sainte-eulalie.example/",
        "accessibility": ["motor", "hearing"],
        "opening": {
            "periods": [
                {
                    "from": "04-01",
                    "until": "10-31",
                    "hours": {
                        "tue": [["10:00", "12:00"], ["14:00", "18:00"]],
                        "wed": [["10:00", "12:00"], ["14:00", "18:00"]],
                        "thu": [["10:00", "12:00"], ["14:00", "18:00"]],
                        "fri": [["10:00", "12:00"], ["14:00", "18:00"]],
                        "sat": [["10:00", "12:00"], ["14:00", "18:00"]],
                        "sun": [["10:00", "12:00"], ["14:00", "18:00"]],
                    },
                },
                {
                    "from": "11-01",
                    "until": "03-31",
                    "hours": {"fri": [["14:00", "17:00"]], "sat": [["14:00", "17:00"]], "sun": [["14:00", "17:00"]]},
                },
            ],
            "note": {
                "fr": "Pas de visite pendant les offices et les concerts.",
                "en": "No visits during services and concerts.",
                "ca": "No es visita durant els oficis i els concerts.",
            },
        },
        "picture": "romanesque-abbey",
        "pictures": ["abbey-cloister"],
        "family": False,
        "words": {
            "fr": {
                "name": "Abbaye Sainte-Eulalie",
                "summary": "Une église romane à l’acoustique rare, un cloître de marbre et le silence qui va avec.",
                "text": (
                    "Fondée en 1098 sur un éperon au-dessus des vignes, l’abbaye a gardé son église à trois nefs, sa tour "
                    "carrée et un cloître de quarante-huit chapiteaux. Aucun ne ressemble à un autre : on y croise un lion, "
                    "une sirène et un vendangeur.\n\n"
                    "La pierre rend le son avec quatre secondes de réverbération, ce que les chœurs viennent chercher de "
                    "loin. Un sentier d’un kilomètre et demi relie l’abbaye au village. Parking à trois cents mètres, "
                    "dépose-minute devant le porche."
                ),
            },
            "en": {
                "name": "Abbey of Sainte-Eulalie",
                "summary": "A Romanesque church with rare acoustics, a marble cloister and the silence that goes with them.",
                "text": (
                    "Founded in 1098 on a spur above the vines, the abbey has kept its three-aisled church, its square tower "
                    "and a cloister with forty-eight capitals. No two are alike: look for a lion, a mermaid and a grape "
                    "picker.\n\n"
                    "The stone holds a note for four seconds, which is what brings choirs here from far away. A path of a "
                    "mile or so links the abbey to the village. The car park is three hundred metres away, with a drop-off "
                    "point by the porch."
                ),
            },
            "ca": {
                "name": "Abadia de Santa Eulàlia",
                "summary": "Una església romànica d’acústica rara, un claustre de marbre i el silenci que hi escau.",
                "text": (
                    "Fundada el 1098 dalt d’un esperó damunt de les vinyes, l’abadia conserva l’església de tres naus, la "
                    "torre quadrada i un claustre de quaranta-vuit capitells. No n’hi ha dos d’iguals: s’hi veuen un lleó, "
                    "una sirena i un veremador.\n\n"
                    "La pedra aguanta el so durant quatre segons, i és això el que els cors venen a buscar de lluny. Un camí "
                    "d’un quilòmetre i mig enllaça l’abadia amb el poble. Aparcament a tres-cents metres, i parada curta "
                    "davant del porxo."
                ),
            },
        },
    },
    {
        "code": "jardin-orangers",
        "kind": "garden",
        "commune": "la-tour-des-oliviers",
        "address": "Chemin de l’Aqueduc, 99170 La Tour-des-Oliviers",
        "latitude": 42.579,
        "longitude": 3.079,
        "phone": "+33 4 65 71 02 17",
        "email": "jardin@la-tour.example",
        "website": "https://jardin-orangers.example/",
        "accessibility": ["motor", "sight", "cognitive"],
        "opening": {
            "periods": [
                {
                    "from": "03-15",
                    "until": "10-31",
                    "hours": {
                        "mon": [["10:00", "12:30"], ["14:30", "19:00"]],
                        "wed": [["10:00", "12:30"], ["14:30", "19:00"]],
                        "thu": [["10:00", "12:30"], ["14:30", "19:00"]],
                        "fri": [["10:00", "12:30"], ["14:30", "19:00"]],
                        "sat": [["10:00", "12:30"], ["14:30", "19:00"]],
                        "sun": [["10:00", "12:30"], ["14:30", "19:00"]],
                    },
                },
                {"from": "11-01", "until": "03-14", "hours": {"sat": [["14:00", "17:00"]], "sun": [["14:00", "17:00"]]}},
            ],
            "note": {
                "fr": "Entrée 4 €, gratuite avant 12 ans. Audioguide en trois langues.",
                "en": "Admission €4, free under 12. Audio guide in three languages.",
                "ca": "Entrada 4 €, gratuïta fins als 12 anys. Audioguia en tres llengües.",
            },
        },
        "picture": "citrus-garden",
        "pictures": ["aqueduct", "stone-tower-olives"],
        "family": True,
        "words": {
            "fr": {
                "name": "Jardin des Orangers",
                "summary": "Cinquante-trois variétés d’agrumes dans une cour d’eau, nourries par un aqueduc qui fuit un peu.",
                "text": (
                    "Un médecin revenu de voyage a planté ici ses premiers orangers en 1871. Ils sont cinquante-trois "
                    "aujourd’hui, du cédrat gros comme un melon au kumquat que l’on croque entier, rangés en pots autour "
                    "d’un long bassin.\n\n"
                    "L’eau arrive par l’aqueduc, que l’on aperçoit au fond du vallon. Allées larges et fermes, étiquettes en "
                    "gros caractères et en braille, bancs à l’ombre. La serre abrite un petit salon où l’on sert des sirops "
                    "et des confitures du jardin."
                ),
            },
            "en": {
                "name": "Orange Tree Garden",
                "summary": "Fifty-three kinds of citrus round a water court, fed by an aqueduct that leaks a little.",
                "text": (
                    "A doctor home from his travels planted the first orange trees here in 1871. There are fifty-three "
                    "varieties today, from citrons as big as melons to kumquats that you eat whole, set in pots around a "
                    "long pool.\n\n"
                    "The water comes by the aqueduct, which you can see at the end of the valley. Paths are wide and firm, "
                    "labels are in large print and braille, and there are benches in the shade. A small room in the "
                    "glasshouse serves the garden’s own cordials and jams."
                ),
            },
            "ca": {
                "name": "Jardí dels Tarongers",
                "summary": "Cinquanta-tres menes de cítrics en un pati d’aigua, que els porta un aqüeducte que perd una mica.",
                "text": (
                    "Un metge tornat de viatge hi va plantar els primers tarongers el 1871. Avui n’hi ha cinquanta-tres "
                    "varietats, des del poncem gros com un meló fins al kumquat que es menja sencer, en testos al voltant "
                    "d’una bassa llarga.\n\n"
                    "L’aigua arriba per l’aqüeducte, que es veu al fons de la vall. Camins amples i ferms, etiquetes amb "
                    "lletra grossa i en braille, bancs a l’ombra. A l’hivernacle hi ha una saleta on se serveixen xarops i "
                    "confitures del jardí."
                ),
            },
        },
    },
]
