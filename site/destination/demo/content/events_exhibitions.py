"""Events of the demo destination: exhibitions."""

EVENTS = [
    {
        "code": "expo-affiches",
        "place": "musee-aurelle",
        "commune": "castelnou-d-aurelle",
        "categories": ["exhibition"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "tuesday", "weeks": -3}, "days": 1, "start": "10:00", "end": "18:00"}],
            "rule": {
                "frequency": "weekly",
                "interval": 1,
                "weekdays": ["tue", "wed", "thu", "fri", "sat", "sun"],
                "until": {"in_days": 55},
            },
            "excluded": [{"nth_occurrence": 12}],
        },
        "free": False,
        "prices": [
            {"code": "full", "amount": "6.00"},
            {"code": "reduced", "amount": "4.00"},
            {"code": "child", "amount": "0.00"},
        ],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": True,
        "accessibility": ["motor", "hearing", "sight"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "exhibition-room",
        "words": {
            "fr": {
                "title": "En voiture : les affiches du chemin de fer",
                "summary": "Soixante affiches qui ont donné envie de partir, et les dessinateurs oubliés qui les ont signées.",
                "text": (
                    "Avant la photographie, c’est l’affiche qui faisait rêver : un pin, une mer, un train minuscule. "
                    "L’exposition montre les pierres lithographiques, les épreuves corrigées par la compagnie et trois "
                    "projets refusés. Une borne tactile fait sentir les aplats de couleur. Fermé le lundi."
                ),
            },
            "en": {
                "title": "All Aboard: Railway Posters",
                "summary": "Sixty posters that made people want to leave home, and the forgotten artists who signed them.",
                "text": (
                    "Before photography it was the poster that set people dreaming: one pine tree, one sea, one tiny train. "
                    "The exhibition shows the lithographic stones, proofs marked up by the railway company and three "
                    "rejected designs. A tactile panel lets you feel the blocks of colour. Closed on Mondays."
                ),
            },
            "ca": {
                "title": "Viatgers al tren: els cartells del ferrocarril",
                "summary": "Seixanta cartells que van fer venir ganes de marxar, i els dibuixants oblidats que els van signar.",
                "text": (
                    "Abans de la fotografia, era el cartell el que feia somiar: un pi, un mar, un tren menut. L’exposició "
                    "mostra les pedres litogràfiques, les proves corregides per la companyia i tres projectes rebutjats. Un "
                    "plafó tàctil fa sentir les taques de color. Tancat els dilluns."
                ),
            },
        },
    },
    {
        "code": "expo-reflets",
        "place": "musee-aurelle",
        "commune": "castelnou-d-aurelle",
        "categories": ["exhibition"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "wednesday", "weeks": 8}, "days": 1, "start": "10:00", "end": "18:00"}],
            "rule": {
                "frequency": "weekly",
                "interval": 1,
                "weekdays": ["tue", "wed", "thu", "fri", "sat", "sun"],
                "until": {"in_days": 110},
            },
            "excluded": [],
        },
        "free": False,
        "prices": [
            {"code": "full", "amount": "6.00"},
            {"code": "reduced", "amount": "4.00"},
            {"code": "child", "amount": "0.00"},
        ],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": True,
        "accessibility": ["motor", "sight"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "pottery-workshop",
        "words": {
            "fr": {
                "title": "Reflets : mille ans de céramique",
                "summary": "Du plat de mariage au carreau de cuisine, cent pièces et le geste qui va avec.",
                "text": (
                    "Les potiers d’Aurelle savaient donner à la terre l’éclat du cuivre. L’exposition suit leur recette, des "
                    "ateliers andalous au dernier four de la rue des Potiers, et donne à toucher des copies cuites pour "
                    "l’occasion. Les deux potières de Castelnou tournent sur place le samedi à quinze heures."
                ),
            },
            "en": {
                "title": "Lustre: A Thousand Years of Pottery",
                "summary": "From wedding dish to kitchen tile, one hundred pieces and the hands behind them.",
                "text": (
                    "The potters of Aurelle knew how to give clay the shine of copper. The exhibition follows their recipe "
                    "from Andalusian workshops to the last kiln in Rue des Potiers, with copies fired specially for visitors "
                    "to handle. Castelnou’s two potters work at the wheel here on Saturdays at three."
                ),
            },
            "ca": {
                "title": "Reflexos: mil anys de ceràmica",
                "summary": "De la plata de noces a la rajola de cuina, cent peces i el gest que hi ha al darrere.",
                "text": (
                    "Els terrissaires d’Aurelle sabien donar al fang la lluïssor del coure. L’exposició en segueix la "
                    "recepta, dels tallers andalusins a l’últim forn del carrer dels Terrissaires, i deixa tocar còpies "
                    "cuites expressament. Les dues terrissaires de Castelnou treballen al torn cada dissabte a les tres."
                ),
            },
        },
    },
    {
        "code": "expo-gens-de-l-etang",
        "place": "maison-etang",
        "commune": "estany-sur-mer",
        "categories": ["exhibition"],
        "organisation": "ot-cote",
        "author": "corentin@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "wednesday", "weeks": -2}, "days": 1, "start": "10:00", "end": "18:00"}],
            "rule": {
                "frequency": "weekly",
                "interval": 1,
                "weekdays": ["mon", "wed", "thu", "fri", "sat", "sun"],
                "until": {"in_days": 40},
            },
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": True,
        "accessibility": ["motor", "hearing", "sight", "cognitive"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": "fish-table",
        "words": {
            "fr": {
                "title": "Gens de l’étang",
                "summary": "Trente portraits de pêcheurs, sauniers et chasseurs d’images, avec leur voix à écouter.",
                "text": (
                    "Une photographe a passé un an dans les cabanes. Elle en rapporte trente visages, pris à la chambre, et "
                    "autant d’enregistrements : on décroche un combiné, on entend le clapot, puis quelqu’un raconte. Textes "
                    "en grands caractères et en version facile à lire. Fermé le mardi."
                ),
            },
            "en": {
                "title": "People of the Lagoon",
                "summary": "Thirty portraits of fishers, salt makers and bird photographers, with their voices to listen to.",
                "text": (
                    "A photographer spent a year among the huts. She has brought back thirty faces taken with a plate camera "
                    "and as many recordings: pick up a receiver, hear the water lapping, and someone begins to talk. Texts "
                    "are in large print and in an easy-to-read version. Closed on Tuesdays."
                ),
            },
        },
    },
    {
        "code": "expo-gravures",
        "place": "le-bastion",
        "commune": "port-aurelle",
        "categories": ["exhibition"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "thursday", "weeks": 1}, "days": 1, "start": "14:00", "end": "18:00"}],
            "rule": {
                "frequency": "weekly",
                "interval": 1,
                "weekdays": ["tue", "wed", "thu", "fri", "sat"],
                "until": {"in_days": 45},
            },
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": "storm-coast",
        "words": {
            "fr": {
                "title": "Vents contraires, gravures",
                "summary": "Une artiste du port grave le vent dans le bois : quarante planches et leur encre noire.",
                "text": (
                    "Elle travaille dans un ancien atelier de voilerie et connaît les huit vents par leur nom. Ses planches "
                    "de poirier montrent des volets, des draps, des gens penchés. Dans le hall du Bastion, la presse est "
                    "installée : on repart avec la petite gravure que l’on a tirée soi-même."
                ),
            },
            "en": {
                "title": "Headwinds, woodcuts",
                "summary": "A harbour artist carves the wind in wood: forty prints and plenty of black ink.",
                "text": (
                    "She works in a former sail loft and knows all eight winds by name. Her pearwood blocks show shutters, "
                    "bed sheets and people leaning. The press has been set up in the foyer of Le Bastion, so you can take "
                    "home a small print that you have pulled yourself."
                ),
            },
            "ca": {
                "title": "Vents de cara, gravats",
                "summary": "Una artista del port grava el vent a la fusta: quaranta planxes i molta tinta negra.",
                "text": (
                    "Treballa en un antic taller de veles i coneix els vuit vents pel nom. Les seves planxes de perer "
                    "mostren porticons, llençols, gent decantada. Al vestíbul del Bastion hi ha la premsa a punt: cadascú "
                    "s’endú un gravat petit que ha tirat amb les seves mans."
                ),
            },
        },
    },
    {
        "code": "expo-photos-lune",
        "place": "ot-les-bains",
        "commune": "les-bains-de-vernet-haut",
        "categories": ["exhibition"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "unknown_hour",
            "slots": [{"day": {"in_days": -45}, "days": 20, "start": None, "end": None}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": True,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": "mountain-hut-stars",
        "words": {
            "fr": {
                "title": "La montagne la nuit",
                "summary": "Vingt photographies prises sans flash, entre minuit et l’aube, au-dessus de Mont-Clar.",
                "text": (
                    "Le gardien du gîte de la Jasse photographie depuis dix ans ce qu’il voit en sortant fermer les volets : "
                    "une mer de nuages sous la lune, les lampes frontales d’une cordée, un renard qui attend. Vingt tirages, "
                    "accrochés dans le hall de l’office, aux heures d’ouverture."
                ),
            },
        },
    },
]
