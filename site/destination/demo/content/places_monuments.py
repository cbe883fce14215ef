"""Places of the demo destination: monuments."""

PLACES = [
    {
        "code": "chateau-roca",
        "kind": "monument",
        "commune": "sant-miquel-de-la-roca",
        "address": "Montée du Château, 99140 Sant Miquel de la Roca",
        "latitude": 42.4068,
        "longitude": 3.0052,
        "phone": "+33 4 65 71 02 03",
        "email": "chateau@sant-miquel.example",
        "website": "https://chateau-roca.example/",
        "accessibility": ["hearing", "cognitive"],
        "opening": {
            "periods": [
                {
                    "from": "04-01",
                    "until": "10-31",
                    "hours": {
                        "mon": [["10:00", "18:30"]],
                        "tue": [["10:00", "18:30"]],
                        "wed": [["10:00", "18:30"]],
                        "thu": [["10:00", "18:30"]],
                        "fri": [["10:00", "18:30"]],
                        "sat": [["10:00", "18:30"]],
                        "sun": [["10:00", "18:30"]],
                    },
                },
                {
                    "from": "11-01",
                    "until": "03-31",
                    "hours": {
                        "wed": [["10:00", "17:00"]],
                        "thu": [["10:00", "17:00"]],
                        "fri": [["10:00", "17:00"]],
                        "sat": [["10:00", "17:00"]],
                        "sun": [["10:00", "17:00"]],
                    },
                },
            ],
            "note": {
                "fr": "Fermé par vent de plus de 80 km/h. 143 marches jusqu’au donjon.",
                "en": "Closed when winds exceed 80 km/h. 143 steps to the top of the keep.",
                "ca": "Tancat amb vent de més de 80 km/h. 143 graons fins a dalt de la torre.",
            },
        },
        "picture": "hill-village-castle",
        "pictures": ["castle-moonlight"],
        "family": True,
        "words": {
            "fr": {
                "name": "Château de la Roca",
                "summary": "Un donjon du XIIe siècle, une citerne où l’on descend, et la mer au bout de la vue.",
                "text": (
                    "Les seigneurs de la Roca surveillaient d’ici le chemin du sel. Du château restent le donjon, la salle "
                    "des gardes, la chapelle et une citerne voûtée où l’on descend par un escalier de vingt marches : on y "
                    "entend l’eau goutter, et sa propre voix.\n\n"
                    "La terrasse du donjon montre tout le pays, des crêtes du Mont-Clar au phare. Un livret-jeu fait "
                    "chercher aux enfants les marques des tailleurs de pierre. La cour basse, seule, est accessible en "
                    "fauteuil."
                ),
            },
            "en": {
                "name": "La Roca Castle",
                "summary": "A twelfth-century keep, a cistern you can walk down into, and the sea at the end of the view.",
                "text": (
                    "From here the lords of La Roca kept watch over the salt road. What remains is the keep, the guardroom, "
                    "the chapel and a vaulted cistern reached by twenty steps, where you hear water dripping and your own "
                    "voice coming back.\n\n"
                    "The top of the keep takes in the whole area, from the ridges of Mont-Clar to the lighthouse. An "
                    "activity booklet sends children looking for masons’ marks. Only the lower courtyard can be reached in a "
                    "wheelchair."
                ),
            },
            "ca": {
                "name": "Castell de la Roca",
                "summary": "Una torre mestra del segle XII, una cisterna on es pot baixar i el mar al fons de la vista.",
                "text": (
                    "Els senyors de la Roca vigilaven d’aquí estant el camí de la sal. Del castell queden la torre mestra, "
                    "la sala dels guardes, la capella i una cisterna de volta on es baixa per una escala de vint graons: "
                    "s’hi sent degotar l’aigua, i l’eco de la pròpia veu.\n\n"
                    "Des del terrat de la torre es veu tot el país, de les carenes del Mont-Clar fins al far. Un quadern de "
                    "jocs convida la mainada a buscar les marques dels picapedrers. Només el pati baix és accessible amb "
                    "cadira de rodes."
                ),
            },
        },
    },
    {
        "code": "remparts-castelnou",
        "kind": "monument",
        "commune": "castelnou-d-aurelle",
        "address": "Porte de France, 99120 Castelnou-d’Aurelle",
        "latitude": 42.4762,
        "longitude": 3.0915,
        "phone": "+33 4 65 71 02 04",
        "email": "remparts@castelnou.example",
        "website": "https://remparts-castelnou.example/",
        "accessibility": [],
        "opening": {
            "periods": [
                {
                    "from": "04-01",
                    "until": "10-31",
                    "hours": {
                        "mon": [["09:00", "20:00"]],
                        "tue": [["09:00", "20:00"]],
                        "wed": [["09:00", "20:00"]],
                        "thu": [["09:00", "20:00"]],
                        "fri": [["09:00", "20:00"]],
                        "sat": [["09:00", "20:00"]],
                        "sun": [["09:00", "20:00"]],
                    },
                },
                {
                    "from": "11-01",
                    "until": "03-31",
                    "hours": {
                        "mon": [["09:00", "17:30"]],
                        "tue": [["09:00", "17:30"]],
                        "wed": [["09:00", "17:30"]],
                        "thu": [["09:00", "17:30"]],
                        "fri": [["09:00", "17:30"]],
                        "sat": [["09:00", "17:30"]],
                        "sun": [["09:00", "17:30"]],
                    },
                },
            ],
            "note": {
                "fr": "Accès libre. Le chemin de ronde ferme par temps de pluie.",
                "en": "Free access. The wall walk closes in wet weather.",
                "ca": "Accés lliure. El camí de ronda tanca quan plou.",
            },
        },
        "picture": "walled-village",
        "pictures": [],
        "family": True,
        "words": {
            "fr": {
                "name": "Remparts de Castelnou",
                "summary": "Neuf tours, deux portes et huit cents mètres de chemin de ronde au-dessus de la rivière.",
                "text": (
                    "L’enceinte date de 1294. Elle n’a jamais été prise, dit-on, parce que personne n’a vraiment essayé. On "
                    "monte par la porte de France et l’on suit le chemin de ronde de tour en tour, avec les jardins d’un "
                    "côté et l’Aurelle de l’autre.\n\n"
                    "Le tour complet demande trois quarts d’heure. Le parapet est haut, mais le sol inégal : de bonnes "
                    "chaussures sont utiles, et une main pour les plus petits. La meilleure lumière vient en fin "
                    "d’après-midi, depuis la tour du Corbeau."
                ),
            },
            "en": {
                "name": "Castelnou ramparts",
                "summary": "Nine towers, two gates and eight hundred metres of wall walk above the river.",
                "text": (
                    "The walls date from 1294. They were never taken, the story goes, because nobody really tried. Climb up "
                    "at the Porte de France and follow the walk from tower to tower, with gardens on one side and the River "
                    "Aurelle on the other.\n\n"
                    "The full circuit takes three quarters of an hour. The parapet is high but the floor uneven: wear good "
                    "shoes, and keep small children by the hand. The best light comes late in the afternoon, from the "
                    "Raven’s Tower."
                ),
            },
            "ca": {
                "name": "Muralles de Castelnou",
                "summary": "Nou torres, dues portes i vuit-cents metres de camí de ronda damunt del riu.",
                "text": (
                    "El recinte és del 1294. Diuen que no l’ha pres mai ningú, perquè ningú no ho ha provat de debò. S’hi "
                    "puja per la porta de França i se segueix el camí de ronda de torre en torre, amb els horts a un costat "
                    "i l’Aurelle a l’altre.\n\n"
                    "La volta sencera demana tres quarts d’hora. El parapet és alt, però el terra és desigual: porteu bon "
                    "calçat i doneu la mà als més petits. La millor llum arriba a última hora de la tarda, des de la torre "
                    "del Corb."
                ),
            },
        },
    },
    {
        "code": "phare-cap-aurelle",
        "kind": "monument",
        "commune": "port-aurelle",
        "address": "Route du Cap, 99100 Port-Aurelle",
        "latitude": 42.425,
        "longitude": 3.2855,
        "phone": "+33 4 65 71 02 06",
        "email": "phare@port-aurelle.example",
        "website": "https://phare-aurelle.example/",
        "accessibility": [],
        "opening": {
            "periods": [
                {
                    "from": "04-01",
                    "until": "09-30",
                    "hours": {
                        "wed": [["10:00", "12:00"], ["15:00", "19:00"]],
                        "thu": [["10:00", "12:00"], ["15:00", "19:00"]],
                        "fri": [["10:00", "12:00"], ["15:00", "19:00"]],
                        "sat": [["10:00", "12:00"], ["15:00", "19:00"]],
                        "sun": [["10:00", "12:00"], ["15:00", "19:00"]],
                    },
                },
                {"from": "10-01", "until": "03-31", "hours": {"sat": [["14:00", "17:00"]], "sun": [["14:00", "17:00"]]}},
            ],
            "note": {
                "fr": "Dix-neuf personnes à la fois. Enfants à partir de 6 ans.",
                "en": "Nineteen people at a time. Children from age 6.",
                "ca": "Dinou persones alhora. Infants a partir de 6 anys.",
            },
        },
        "picture": "lighthouse-dusk",
        "pictures": ["storm-coast"],
        "family": True,
        "words": {
            "fr": {
                "name": "Phare du cap d’Aurelle",
                "summary": "Cent douze marches pour voir la côte entière, et le gardien qui n’est jamais tout à fait parti.",
                "text": (
                    "Allumé en 1861, le phare porte à vingt-deux milles. Il est automatique depuis longtemps, mais "
                    "l’association qui l’ouvre au public compte deux anciens gardiens : demandez-leur la nuit de la grande "
                    "tempête.\n\n"
                    "On y vient à pied par le sentier du littoral, en une heure et quart depuis le port, ou par la navette "
                    "du cap aux beaux jours. En haut, la galerie fait le tour de la lanterne. Par vent de terre, on aperçoit "
                    "les sommets enneigés derrière les vignes."
                ),
            },
            "en": {
                "name": "Cap d’Aurelle lighthouse",
                "summary": "One hundred and twelve steps for a view of the whole coast, and keepers who never quite left.",
                "text": (
                    "First lit in 1861, the lighthouse can be seen from twenty-two miles out. It has long been automatic, "
                    "but the association that opens it counts two former keepers among its members: ask them about the night "
                    "of the great storm.\n\n"
                    "Walk here along the coast path in an hour and a quarter from the harbour, or take the cape shuttle in "
                    "fine weather. A gallery runs round the lantern. When the wind blows off the land you can see snowy "
                    "peaks beyond the vineyards."
                ),
            },
            "ca": {
                "name": "Far del cap d’Aurelle",
                "summary": "Cent dotze graons per veure tota la costa, i uns faroners que mai no se n’han anat del tot.",
                "text": (
                    "Encès el 1861, el far es veu a vint-i-dues milles. Fa temps que és automàtic, però l’associació que "
                    "l’obre al públic té dos antics faroners: demaneu-los que us expliquin la nit del gran temporal.\n\n"
                    "S’hi va a peu pel camí de ronda, en una hora i quart des del port, o amb el bus del cap quan fa bon "
                    "temps. A dalt, una galeria volta la llanterna. Amb vent de terra es veuen els cims nevats darrere de "
                    "les vinyes."
                ),
            },
        },
    },
]
