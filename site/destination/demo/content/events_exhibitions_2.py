"""Events of the demo destination: exhibitions, part 2."""

EVENTS = [
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
                "summary": (
                    "Une artiste du port grave le vent dans le bois : quarante planches et leur encre noire."
                ),
                "text": (
                    "Elle travaille dans un ancien atelier de voilerie et connaît les huit vents par leur "
                    "nom. Ses planches de poirier montrent des volets, des draps, des gens penchés. Dans le "
                    "hall du Bastion, la presse est installée : on repart avec la petite gravure que l’on a "
                    "tirée soi-même."
                ),
            },
            "en": {
                "title": "Headwinds, woodcuts",
                "summary": "A harbour artist carves the wind in wood: forty prints and plenty of black ink.",
                "text": (
                    "She works in a former sail loft and knows all eight winds by name. Her pearwood blocks "
                    "show shutters, bed sheets and people leaning. The press has been set up in the foyer of "
                    "Le Bastion, so you can take home a small print that you have pulled yourself."
                ),
            },
            "ca": {
                "title": "Vents de cara, gravats",
                "summary": (
                    "Una artista del port grava el vent a la fusta: quaranta planxes i molta tinta negra."
                ),
                "text": (
                    "Treballa en un antic taller de veles i coneix els vuit vents pel nom. Les seves planxes "
                    "de perer mostren porticons, llençols, gent decantada. Al vestíbul del Bastion hi ha la "
                    "premsa a punt: cadascú s’endú un gravat petit que ha tirat amb les seves mans."
                ),
            },
        },
    },
    {
        "code": "expo-costumes",
        "place": "casino-theatre",
        "commune": "les-bains-de-vernet-haut",
        "categories": ["exhibition"],
        "organisation": "ot-vallees",
        "author": "anselme@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [
                {"day": {"next": "saturday", "weeks": -3}, "days": 1, "start": "14:00", "end": "18:00"},
            ],
            "rule": {
                "frequency": "weekly",
                "interval": 1,
                "weekdays": ["wed", "thu", "fri", "sat", "sun"],
                "until": {"in_days": 28},
            },
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "4.00"}, {"code": "child", "amount": "0.00"}],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor", "hearing"],
        "organiser": "Office de tourisme des Hautes Vallées",
        "phone": "+33 4 65 71 01 30",
        "email": "vallees@aurelle.example",
        "picture": None,
        "words": {
            "fr": {
                "title": "Côté coulisses, les costumes du Casino",
                "summary": (
                    "Soixante-dix ans d’opérette, de plumes et de reprises, retrouvés dans les malles du "
                    "grenier."
                ),
                "text": (
                    "Quand les habitants ont sauvé le théâtre, ils ont ouvert les malles. Robes du soir "
                    "taillées dans des rideaux, uniformes d’armées qui n’existent pas, chaussures "
                    "numérotées : les couturières ont tout nettoyé et laissent voir l’envers. Visite de la "
                    "machinerie à seize heures, par petits groupes."
                ),
            },
            "en": {
                "title": "Behind the Scenes: Casino Costumes",
                "summary": "Seventy years of operetta, feathers and mending, found in trunks in the attic.",
                "text": (
                    "When local people saved the theatre, they opened the trunks. Evening gowns cut from "
                    "curtains, uniforms of armies that never existed, numbered shoes: the seamstresses have "
                    "cleaned everything and left the linings on view. Small groups can see the stage "
                    "machinery at four o’clock."
                ),
            },
            "ca": {
                "title": "Entre bastidors, el vestuari del Casino",
                "summary": (
                    "Setanta anys d’opereta, plomes i sargits, trobats dins dels bagulls de les golfes."
                ),
                "text": (
                    "Quan els veïns van salvar el teatre, van obrir els bagulls. Vestits de nit tallats de "
                    "cortines, uniformes d’exèrcits que no existeixen, sabates numerades: les cosidores ho "
                    "han netejat tot i en deixen veure el revers. A les quatre es visita la maquinària, en "
                    "grups reduïts."
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
                "summary": (
                    "Vingt photographies prises sans flash, entre minuit et l’aube, au-dessus de Mont-Clar."
                ),
                "text": (
                    "Le gardien du gîte de la Jasse photographie depuis dix ans ce qu’il voit en sortant "
                    "fermer les volets : une mer de nuages sous la lune, les lampes frontales d’une cordée, "
                    "un renard qui attend. Vingt tirages, accrochés dans le hall de l’office, aux heures "
                    "d’ouverture."
                ),
            },
        },
    },
]
