"""The eight invented communes; neighbours share the points of their common border, the sea lies to the east."""

# fmt: off
# An outline reads better as rows of points than as one point a line.
COMMUNES = [
    {
        "code": "port-aurelle",
        "name": "Port-Aurelle",
        "insee": "99101",
        "postcode": "99100",
        "latitude": 42.4475,
        "longitude": 3.236,
        "outline": [
            [3.176, 42.486], [3.1972, 42.4933], [3.2307, 42.4955], [3.252, 42.503], [3.2641, 42.4896], [3.2672, 42.4771],
            [3.2467, 42.4571], [3.2443, 42.4452], [3.2541, 42.4376], [3.2886, 42.4257], [3.2852, 42.4131], [3.2745, 42.4052],
            [3.276, 42.388], [3.254, 42.3878], [3.2212, 42.3829], [3.1973, 42.3837], [3.1707, 42.3699], [3.148, 42.371],
            [3.1439, 42.3853], [3.148, 42.4015], [3.1461, 42.4161], [3.1547, 42.429], [3.153, 42.443], [3.159, 42.4563],
            [3.1719, 42.4735], [3.176, 42.486],
        ],
        "summary": {
            "fr": (
                "Port de pêche et de plaisance au creux d’une baie fermée par le cap d’Aurelle. La criée, les barques "
                "catalanes et le marché du jeudi y donnent l’heure."
            ),
            "en": (
                "A fishing and sailing harbour in a bay sheltered by Cap d’Aurelle. The fish auction, the painted boats and "
                "the Thursday market set its pace."
            ),
            "ca": (
                "Port de pesca i d’esbarjo dins d’una badia arrecerada pel cap d’Aurelle. La llotja, les barques catalanes i "
                "el mercat del dijous en marquen el ritme."
            ),
        },
    },
    {
        "code": "sant-miquel-de-la-roca",
        "name": "Sant Miquel de la Roca",
        "insee": "99102",
        "postcode": "99140",
        "latitude": 42.406,
        "longitude": 3.006,
        "outline": [
            [2.921, 42.441], [2.943, 42.4438], [2.9578, 42.447], [2.9795, 42.4507], [2.997, 42.4641], [3.018, 42.464],
            [3.0339, 42.4454], [3.0531, 42.4383], [3.069, 42.424], [3.0621, 42.4104], [3.0611, 42.3959], [3.058, 42.3797],
            [3.0573, 42.3679], [3.058, 42.352], [3.0355, 42.3635], [3.004, 42.3586], [2.9835, 42.3732], [2.962, 42.374],
            [2.9473, 42.3918], [2.9433, 42.4087], [2.9291, 42.4208], [2.921, 42.441],
        ],
        "summary": {
            "fr": (
                "Un village de schiste serré autour de son château, à 412 m d’altitude. Du donjon, la vue porte des neiges "
                "du Mont-Clar jusqu’à la mer."
            ),
            "en": (
                "A schist-built village gathered round its castle at 412 m. From the keep the view runs from the snows of "
                "Mont-Clar to the sea."
            ),
            "ca": (
                "Un poble d’esquist arrapat al seu castell, a 412 m d’altitud. Des de la torre mestra, la vista va de les "
                "neus del Mont-Clar fins al mar."
            ),
        },
    },
    {
        "code": "vallbona-les-vignes",
        "name": "Vallbona-les-Vignes",
        "insee": "99103",
        "postcode": "99130",
        "latitude": 42.398,
        "longitude": 3.105,
        "outline": [
            [3.069, 42.424], [3.0847, 42.4302], [3.1001, 42.4338], [3.1212, 42.4338], [3.1381, 42.4421], [3.153, 42.443],
            [3.1547, 42.429], [3.1461, 42.4161], [3.148, 42.4015], [3.1439, 42.3853], [3.148, 42.371], [3.1319, 42.3657],
            [3.1073, 42.3676], [3.0905, 42.3609], [3.0738, 42.3586], [3.058, 42.352], [3.0573, 42.3679], [3.058, 42.3797],
            [3.0611, 42.3959], [3.0621, 42.4104], [3.069, 42.424],
        ],
        "summary": {
            "fr": (
                "Trois combes plantées de grenache et de carignan, une chapelle blanche parmi les ceps et une cave "
                "coopérative toujours tenue par ses vignerons."
            ),
            "en": (
                "Three small valleys planted with Grenache and Carignan, a white chapel among the vines and a cooperative "
                "winery still run by its growers."
            ),
            "ca": (
                "Tres fondalades plantades de garnatxa i carinyena, una capella blanca entre els ceps i un celler cooperatiu "
                "que encara porten els mateixos vinyaters."
            ),
        },
    },
    {
        "code": "castelnou-d-aurelle",
        "name": "Castelnou-d’Aurelle",
        "insee": "99104",
        "postcode": "99120",
        "latitude": 42.475,
        "longitude": 3.092,
        "outline": [
            [3.046, 42.522], [3.0595, 42.5294], [3.082, 42.5285], [3.096, 42.5295], [3.1153, 42.5419], [3.131, 42.541],
            [3.1405, 42.524], [3.1602, 42.5018], [3.176, 42.486], [3.1719, 42.4735], [3.159, 42.4563], [3.153, 42.443],
            [3.1381, 42.4421], [3.1212, 42.4338], [3.1001, 42.4338], [3.0847, 42.4302], [3.069, 42.424], [3.0531, 42.4383],
            [3.0339, 42.4454], [3.018, 42.464], [3.0286, 42.4779], [3.035, 42.4939], [3.0326, 42.5079], [3.046, 42.522],
        ],
        "summary": {
            "fr": (
                "Une enceinte de neuf tours au-dessus de la rivière, des ruelles pavées de galets et la place des Arcades, "
                "où l’on danse la sardane."
            ),
            "en": (
                "A ring of nine towers above the river, lanes paved with pebbles, and the arcaded square where people dance "
                "the sardana."
            ),
            "ca": (
                "Un recinte de nou torres damunt del riu, carrerons empedrats amb còdols i la plaça de les Arcades, on es "
                "ballen sardanes."
            ),
        },
    },
    {
        "code": "les-bains-de-vernet-haut",
        "name": "Les Bains-de-Vernet-Haut",
        "insee": "99105",
        "postcode": "99150",
        "latitude": 42.493,
        "longitude": 2.963,
        "outline": [
            [2.903, 42.541], [2.9217, 42.5451], [2.9449, 42.5431], [2.9652, 42.5448], [2.9913, 42.5435], [3.012, 42.551],
            [3.024, 42.5399], [3.0387, 42.5325], [3.046, 42.522], [3.0326, 42.5079], [3.035, 42.4939], [3.0286, 42.4779],
            [3.018, 42.464], [2.997, 42.4641], [2.9795, 42.4507], [2.9578, 42.447], [2.943, 42.4438], [2.921, 42.441],
            [2.9112, 42.4622], [2.9034, 42.4898], [2.9128, 42.5135], [2.903, 42.541],
        ],
        "summary": {
            "fr": (
                "Une station thermale de la Belle Époque au pied des gorges. L’eau y sort de terre à 41 °C, les tilleuls "
                "bordent le parc, le casino est devenu théâtre."
            ),
            "en": (
                "A Belle Époque spa town below the gorge. The water rises at 41 °C, lime trees line the park and the casino "
                "is now a theatre."
            ),
            "ca": (
                "Un poble termal de la Belle Époque al peu de les gorges. L’aigua hi brolla a 41 °C, els til·lers voregen el "
                "parc i el casino s’ha convertit en teatre."
            ),
        },
    },
    {
        "code": "mont-clar",
        "name": "Mont-Clar",
        "insee": "99106",
        "postcode": "99160",
        "latitude": 42.585,
        "longitude": 2.962,
        "outline": [
            [2.937, 42.621], [2.9617, 42.6312], [2.9804, 42.628], [3.0038, 42.6316], [3.0235, 42.6435], [3.051, 42.647],
            [3.0336, 42.6265], [3.0315, 42.6104], [3.0316, 42.5887], [3.0255, 42.5691], [3.012, 42.551], [2.9913, 42.5435],
            [2.9652, 42.5448], [2.9449, 42.5431], [2.9217, 42.5451], [2.903, 42.541], [2.9074, 42.5586], [2.9206, 42.5748],
            [2.929, 42.5884], [2.9251, 42.6036], [2.937, 42.621],
        ],
        "summary": {
            "fr": (
                "Le village le plus haut du pays, à 1 540 m. On y skie, on y marche vers les lacs, et le ciel y est assez "
                "noir pour les astronomes."
            ),
            "en": (
                "The highest village of the area, at 1,540 m. People come to ski, to walk up to the lakes, and for a sky "
                "dark enough for astronomers."
            ),
            "ca": (
                "El poble més alt del país, a 1.540 m. S’hi esquia, s’hi camina fins als llacs i el cel és prou fosc per als "
                "astrònoms."
            ),
        },
    },
    {
        "code": "estany-sur-mer",
        "name": "Estany-sur-Mer",
        "insee": "99107",
        "postcode": "99110",
        "latitude": 42.564,
        "longitude": 3.217,
        "outline": [
            [3.158, 42.616], [3.1742, 42.6161], [3.1872, 42.6249], [3.2074, 42.6226], [3.222, 42.628], [3.2352, 42.6085],
            [3.2428, 42.5862], [3.2431, 42.5794], [3.2465, 42.5731], [3.2493, 42.5467], [3.2527, 42.5248], [3.252, 42.503],
            [3.2307, 42.4955], [3.1972, 42.4933], [3.176, 42.486], [3.1602, 42.5018], [3.1405, 42.524], [3.131, 42.541],
            [3.1342, 42.5573], [3.1486, 42.5678], [3.1421, 42.5852], [3.1449, 42.6023], [3.158, 42.616],
        ],
        "summary": {
            "fr": (
                "Un village de pêcheurs entre l’étang de la Sargue et six kilomètres de sable. Les flamants y passent, et "
                "beaucoup y restent."
            ),
            "en": (
                "A fishing village between the Sargue lagoon and six kilometres of sand. Flamingos pass through, and many of "
                "them stay."
            ),
            "ca": (
                "Un poble de pescadors entre l’estany de la Sarga i sis quilòmetres de sorra. Els flamencs hi passen, i "
                "molts s’hi queden."
            ),
        },
    },
    {
        "code": "la-tour-des-oliviers",
        "name": "La Tour-des-Oliviers",
        "insee": "99108",
        "postcode": "99170",
        "latitude": 42.583,
        "longitude": 3.085,
        "outline": [
            [3.051, 42.647], [3.0795, 42.641], [3.1097, 42.6338], [3.1261, 42.6182], [3.158, 42.616], [3.1449, 42.6023],
            [3.1421, 42.5852], [3.1486, 42.5678], [3.1342, 42.5573], [3.131, 42.541], [3.1153, 42.5419], [3.096, 42.5295],
            [3.082, 42.5285], [3.0595, 42.5294], [3.046, 42.522], [3.0387, 42.5325], [3.024, 42.5399], [3.012, 42.551],
            [3.0255, 42.5691], [3.0316, 42.5887], [3.0315, 42.6104], [3.0336, 42.6265], [3.051, 42.647],
        ],
        "summary": {
            "fr": (
                "Autour d’une tour de guet, 18 000 oliviers en terrasses. Le moulin presse encore à la meule de granit, et "
                "se visite."
            ),
            "en": (
                "Round an old watchtower, 18,000 olive trees on terraces. The mill still presses with a granite stone, and "
                "welcomes visitors."
            ),
            "ca": (
                "Al voltant d’una torre de guaita, 18.000 oliveres en feixes. El molí encara premsa amb mola de granit, i es "
                "pot visitar."
            ),
        },
    },
]
