"""Events of the demo destination: theatre, dance and cinema, part 2."""

EVENTS = [
    {
        "code": "cinema-chateau",
        "place": "chateau-roca",
        "commune": "sant-miquel-de-la-roca",
        "categories": ["cinema"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [
                {"day": {"in_days": 16}, "days": 1, "start": "21:30", "end": "23:30"},
                {"day": {"in_days": 23}, "days": 1, "start": "21:30", "end": "23:30"},
            ],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "5.00"}, {"code": "child", "amount": "3.00"}],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "outdoors",
        "family": True,
        "accessibility": ["hearing"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "open-air-cinema",
        "words": {
            "fr": {
                "title": "Cinéma au château",
                "summary": "Deux films sur grand écran dans la cour basse, plaids et transats compris.",
                "text": (
                    "L’écran se tend entre deux échauguettes. Premier soir, une comédie muette accompagnée au piano ; second "
                    "soir, un film d’animation sans paroles que les parents aiment autant que les enfants. Apportez un pull. "
                    "La cour est accessible en fauteuil par le chemin de ronde bas."
                ),
            },
            "en": {
                "title": "Cinema at the castle",
                "summary": "Two films on a big screen in the lower courtyard, with blankets and deckchairs provided.",
                "text": (
                    "The screen is hung between two turrets. On the first night, a silent comedy with live piano; on the "
                    "second, an animated film without words that parents like as much as children do. Bring a jumper. The "
                    "courtyard can be reached in a wheelchair by the lower wall walk."
                ),
            },
            "ca": {
                "title": "Cinema al castell",
                "summary": "Dues pel·lícules en pantalla gran al pati baix, amb mantes i gandules.",
                "text": (
                    "La pantalla es penja entre dues torretes. El primer vespre, una comèdia muda amb piano en directe; el "
                    "segon, una pel·lícula d’animació sense paraules que agrada tant als pares com a la mainada. Porteu un "
                    "jersei. S’hi arriba amb cadira de rodes pel camí de ronda baix."
                ),
            },
        },
    },
    {
        "code": "cine-club-tour",
        "place": "salle-oliviers",
        "commune": "la-tour-des-oliviers",
        "categories": ["cinema"],
        "organisation": "ot-vignoble",
        "author": "garance@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "thursday", "weeks": 0}, "days": 1, "start": "20:30", "end": "22:45"}],
            "rule": {"frequency": "monthly", "nth": 4, "weekday": "thu", "count": 9},
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "5.00"}],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor", "hearing"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "village-ball",
        "words": {
            "fr": {
                "title": "Le ciné-club de La Tour",
                "summary": "Le quatrième jeudi du mois, un film en version originale et une conversation autour d’une tarte.",
                "text": (
                    "Le projecteur est plus vieux que la plupart des spectateurs, mais les copies sont neuves. Le film est "
                    "choisi par un habitant, qui explique pourquoi en trois minutes, montre en main. Sous-titres français "
                    "pour tous les films. On discute ensuite, ou l’on mange sa part en silence."
                ),
            },
            "en": {
                "title": "La Tour film club",
                "summary": "On the fourth Thursday of each month, a film in its original language and a conversation over tart.",
                "text": (
                    "The projector is older than most of the audience, but the prints are new. A local resident chooses the "
                    "film and explains why in three minutes, by the clock. All films have French subtitles. Afterwards "
                    "people talk it over, or eat their slice in silence."
                ),
            },
        },
    },
    {
        "code": "marionnettes-place",
        "place": "place-arcades",
        "commune": "castelnou-d-aurelle",
        "categories": ["children", "stage"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 4}, "days": 1, "start": "16:00", "end": "16:45"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": [3, 10],
        "setting": "outdoors",
        "family": True,
        "accessibility": ["motor", "cognitive"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "puppet-theatre",
        "words": {
            "fr": {
                "title": "Guignol chez les dragons",
                "summary": "Un castelet sous le platane, un dragon enrhumé et des enfants qui savent toujours où il se cache.",
                "text": (
                    "Le marionnettiste joue seul et fait neuf voix. Le dragon de Castelnou ne crache plus de feu ; il faut "
                    "trouver un remède, et le public a des idées. Quarante-cinq minutes, sans rien d’effrayant. Tapis au sol "
                    "pour les petits, bancs pour les grands, ombre pour tous."
                ),
            },
            "en": {
                "title": "Punch meets the dragons",
                "summary": (
                    "A booth under the plane tree, a dragon with a cold, and children who always know where it is hiding."
                ),
                "text": (
                    "The puppeteer works alone and does nine voices. The Castelnou dragon can no longer breathe fire; a "
                    "remedy must be found, and the audience has ideas. Forty-five minutes in simple French, with nothing "
                    "frightening. Mats on the ground for little ones, benches for grown-ups, shade for all."
                ),
            },
            "ca": {
                "title": "Titelles amb drac",
                "summary": "Un teatret sota el plàtan, un drac refredat i una mainada que sempre sap on s’amaga.",
                "text": (
                    "El titellaire actua sol i fa nou veus. El drac de Castelnou ja no treu foc; cal trobar-hi remei, i el "
                    "públic té idees. Quaranta-cinc minuts, sense res que faci por. Estores a terra per als petits, bancs "
                    "per als grans i ombra per a tothom."
                ),
            },
        },
    },
]
