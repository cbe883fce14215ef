"""Places of the demo destination: nature."""

PLACES = [
    {
        "code": "etang-sargue",
        "kind": "nature",
        "commune": "estany-sur-mer",
        "address": "Observatoire des Roselières, 99110 Estany-sur-Mer",
        "latitude": 42.548,
        "longitude": 3.195,
        "phone": "",
        "email": "",
        "website": "https://maison-etang.example/sargue/",
        "accessibility": ["motor", "sight"],
        "opening": {
            "periods": [],
            "note": {
                "fr": "Accès libre toute l’année. Chiens tenus en laisse.",
                "en": "Open all year. Dogs on a lead.",
                "ca": "Accés lliure tot l’any. Gossos lligats.",
            },
        },
        "picture": "flamingo-lagoon",
        "pictures": [],
        "family": True,
        "words": {
            "fr": {
                "name": "Étang de la Sargue",
                "summary": "Deux cent soixante hectares d’eau calme, une boucle de sept kilomètres et trois observatoires.",
                "text": (
                    "La lagune communique avec la mer par un grau que les pêcheurs ouvrent et ferment selon le vent. Cette "
                    "eau ni douce ni salée nourrit les flamants, les mulets et tout ce qui vit des uns et des autres.\n\n"
                    "La boucle de sept kilomètres part du village et passe par trois observatoires de bois. Le matin, les "
                    "oiseaux sont près de la rive ; le soir, la lumière vient du bon côté. Restez sur le sentier : on niche "
                    "au sol, et de très près."
                ),
            },
            "en": {
                "name": "Sargue lagoon",
                "summary": "Two hundred and sixty hectares of still water, a seven-kilometre loop and three hides.",
                "text": (
                    "A channel that the fishers open and close with the wind joins the lagoon to the sea. Its water, neither "
                    "fresh nor quite salt, feeds flamingos, mullet and everything that lives off either.\n\n"
                    "The seven-kilometre loop leaves from the village and passes three wooden hides. In the morning the "
                    "birds are close to the bank; in the evening the light comes from the right side. Please stay on the "
                    "path: some of the nests are on the ground, and very near."
                ),
            },
            "ca": {
                "name": "Estany de la Sarga",
                "summary": "Dues-centes seixanta hectàrees d’aigua quieta, una volta de set quilòmetres i tres aguaits.",
                "text": (
                    "La llacuna es comunica amb el mar per una gola que els pescadors obren i tanquen segons el vent. "
                    "Aquesta aigua, ni dolça ni salada, alimenta els flamencs, les llisses i tot el que viu dels uns i de "
                    "les altres.\n\n"
                    "La volta de set quilòmetres surt del poble i passa per tres aguaits de fusta. Al matí, els ocells són a "
                    "prop de la riba; al vespre, la llum ve del bon costat. No sortiu del camí: hi ha nius a terra, i molt a "
                    "prop."
                ),
            },
        },
    },
    {
        "code": "etang-bleu",
        "kind": "nature",
        "commune": "mont-clar",
        "address": "Sentier du col, 99160 Mont-Clar",
        "latitude": 42.5985,
        "longitude": 2.956,
        "phone": "",
        "email": "",
        "website": "https://vallees.aurelle.example/etang-bleu/",
        "accessibility": [],
        "opening": {
            "periods": [],
            "note": {
                "fr": "Baignade interdite. Bivouac autorisé de 19 h à 9 h, sans feu.",
                "en": "No swimming. Overnight camping from 7 pm to 9 am, no fires.",
                "ca": "Prohibit banyar-s’hi. Es pot bivaquejar de 19 a 9 h, sense foc.",
            },
        },
        "picture": "mountain-lake",
        "pictures": ["summit-sunrise"],
        "family": True,
        "words": {
            "fr": {
                "name": "Étang Bleu",
                "summary": "Un lac à 1 980 m, à une heure et demie de marche du village, où le pic du Clar se regarde.",
                "text": (
                    "Le sentier quitte Mont-Clar par la fontaine, traverse une pinède puis monte en lacets réguliers : 440 m "
                    "de dénivelé, sans passage difficile. Au dernier replat, le lac apparaît d’un coup, avec le pic du Clar "
                    "posé dessus.\n\n"
                    "On y croise des marmottes, des juments et, tôt le matin, parfois un isard. L’orage vient vite en "
                    "montagne : partez de bonne heure, emportez une couche chaude et renoncez si le ciel se couvre. Le gîte "
                    "de la Jasse sert à boire au retour."
                ),
            },
            "en": {
                "name": "The Blue Tarn",
                "summary": "A lake at 1,980 m, an hour and a half’s walk from the village, with Pic du Clar reflected in it.",
                "text": (
                    "The path leaves Mont-Clar by the fountain, crosses a pine wood and climbs in even bends: 440 m of "
                    "ascent and nothing difficult. On the last rise the lake appears all at once, with Pic du Clar lying on "
                    "the water.\n\n"
                    "You will meet marmots, mares and, early in the day, perhaps an isard, the local chamois. Storms come "
                    "quickly in the mountains: start early, carry a warm layer and turn back if the sky clouds over. Gîte de "
                    "la Jasse serves drinks on the way down."
                ),
            },
            "ca": {
                "name": "Estany Blau",
                "summary": "Un llac a 1.980 m, a una hora i mitja a peu del poble, on s’emmiralla el pic del Clar.",
                "text": (
                    "El camí surt de Mont-Clar per la font, travessa una pineda i puja fent llaçades regulars: 440 m de "
                    "desnivell, sense cap pas difícil. Al darrer replà, l’estany apareix de cop, amb el pic del Clar al "
                    "damunt de l’aigua.\n\n"
                    "S’hi veuen marmotes, eugues i, de bon matí, potser algun isard. A muntanya la tempesta arriba de "
                    "pressa: sortiu d’hora, porteu roba d’abric i gireu cua si el cel s’ennuvola. A la tornada, l’alberg de "
                    "la Jaça serveix begudes."
                ),
            },
        },
    },
    {
        "code": "gorges-aurelle",
        "kind": "nature",
        "commune": "les-bains-de-vernet-haut",
        "address": "Chemin de la Cascade, 99150 Les Bains-de-Vernet-Haut",
        "latitude": 42.512,
        "longitude": 2.948,
        "phone": "",
        "email": "",
        "website": "https://vallees.aurelle.example/gorges/",
        "accessibility": [],
        "opening": {
            "periods": [],
            "note": {
                "fr": "Passerelles fermées en cas de crue ou de gel.",
                "en": "Walkways closed in flood or frost.",
                "ca": "Passeres tancades en cas de riuada o de glaçada.",
            },
        },
        "picture": "waterfall-gorge",
        "pictures": ["kayak-river"],
        "family": True,
        "words": {
            "fr": {
                "name": "Gorges de l’Aurelle",
                "summary": (
                    "Des passerelles au-dessus de l’eau vive, une cascade de trente-deux mètres et de l’ombre à toute heure."
                ),
                "text": (
                    "À vingt minutes à pied du parc thermal, la vallée se resserre. Des passerelles de bois suivent le "
                    "torrent jusqu’à la cascade de la Mariée, trente-deux mètres d’un seul jet dans un bassin vert.\n\n"
                    "L’aller-retour demande une heure et demie, un peu plus si l’on s’arrête à chaque martin-pêcheur. Les "
                    "poussettes restent à l’entrée. Il fait cinq degrés de moins qu’en ville, et l’on glisse sur les pierres "
                    "mouillées : prenez un gilet et des semelles qui tiennent."
                ),
            },
            "en": {
                "name": "Aurelle Gorge",
                "summary": "Walkways above fast water, a thirty-two-metre waterfall and shade at every hour.",
                "text": (
                    "Twenty minutes on foot from the spa park, the valley closes in. Wooden walkways follow the stream to "
                    "the Bride’s Fall, which drops thirty-two metres in a single leap into a green pool.\n\n"
                    "Allow an hour and a half there and back, a little more if you stop for every kingfisher and dipper. "
                    "Pushchairs must stay at the entrance. It is five degrees cooler than in town and the wet stones are "
                    "slippery: bring a jumper and shoes that grip."
                ),
            },
            "ca": {
                "name": "Gorges de l’Aurelle",
                "summary": "Passeres damunt d’aigua viva, una cascada de trenta-dos metres i ombra a totes hores.",
                "text": (
                    "A vint minuts a peu del parc termal, la vall s’estreny. Unes passeres de fusta segueixen el torrent "
                    "fins al salt de la Núvia, trenta-dos metres d’una sola tirada dins d’un gorg verd.\n\n"
                    "L’anada i tornada demana una hora i mitja, o una mica més si us atureu a cada merla d’aigua. Els "
                    "cotxets es queden a l’entrada. Hi fa cinc graus menys que al poble i les pedres molles rellisquen: "
                    "porteu un jersei i soles que agafin bé."
                ),
            },
        },
    },
]
