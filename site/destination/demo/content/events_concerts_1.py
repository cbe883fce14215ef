"""Events of the demo destination: concerts and music, part 1."""

EVENTS = [
    {
        "code": "choeur-abbaye",
        "place": "abbaye-sainte-eulalie",
        "commune": "sant-miquel-de-la-roca",
        "categories": ["music"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "saturday", "weeks": 1}, "days": 1, "start": "18:00", "end": "19:15"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [
            {"code": "full", "amount": "16.00"},
            {"code": "reduced", "amount": "11.00"},
            {"code": "child", "amount": "0.00"},
        ],
        "booking_url": "https://billetterie.aurelle.example/choeur-abbaye/",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor", "hearing"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "romanesque-abbey",
        "words": {
            "fr": {
                "title": "Chœur de chambre à l’abbaye",
                "summary": "Vingt-quatre voix, six siècles de musique et quatre secondes de réverbération.",
                "text": (
                    "Le programme va du Livre vermeil aux compositrices d’aujourd’hui, et les chanteurs se déplacent : "
                    "devant le chœur, puis au fond de la nef, puis tout autour du public. On ne sait plus d’où vient la "
                    "voix, et c’est voulu. Placement libre, coussins prêtés, parking à trois cents mètres."
                ),
            },
            "en": {
                "title": "Chamber choir at the abbey",
                "summary": "Twenty-four voices, six centuries of music and an echo of four seconds.",
                "text": (
                    "The programme runs from the Llibre Vermell to living women composers, and the singers move: in front of "
                    "the altar, then at the back of the nave, then all round the audience. You no longer know where the "
                    "voice is coming from, as intended. Unreserved seating, cushions lent, car park three hundred metres "
                    "away."
                ),
            },
            "ca": {
                "title": "Cor de cambra a l’abadia",
                "summary": "Vint-i-quatre veus, sis segles de música i quatre segons de ressonància.",
                "text": (
                    "El programa va del Llibre Vermell a les compositores d’avui, i els cantaires es desplacen: davant de "
                    "l’altar, després al fons de la nau, després tot al voltant del públic. Ja no se sap d’on ve la veu, i "
                    "és el que es busca. Seients lliures, coixins de préstec i aparcament a tres-cents metres."
                ),
            },
        },
    },
    {
        "code": "quatuor-abbaye",
        "place": "abbaye-sainte-eulalie",
        "commune": "sant-miquel-de-la-roca",
        "categories": ["music"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "cancelled",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "sunday", "weeks": 3}, "days": 1, "start": "17:00", "end": "18:30"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [
            {"code": "full", "amount": "16.00"},
            {"code": "reduced", "amount": "11.00"},
            {"code": "child", "amount": "0.00"},
        ],
        "booking_url": "https://billetterie.aurelle.example/quatuor-abbaye/",
        "registration": False,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "choir-apse",
        "words": {
            "fr": {
                "title": "Quatuor à cordes à la lueur des cierges",
                "summary": "Deux quatuors et une création, dans l’abside éclairée par cent vingt cierges.",
                "text": (
                    "Le concert est annulé : l’altiste est souffrante et le quatuor n’a pas souhaité la remplacer. Les "
                    "billets achetés en ligne sont remboursés sans démarche de votre part ; ceux de l’office le sont au "
                    "comptoir, sur présentation. Nous réinviterons ces musiciens dès que possible."
                ),
            },
            "en": {
                "title": "String quartet by candlelight",
                "summary": "Two quartets and a new work, in an apse lit by one hundred and twenty candles.",
                "text": (
                    "This concert is cancelled: the viola player is unwell and the quartet did not wish to replace her. "
                    "Tickets bought online will be refunded without your having to do anything; those bought at the tourist "
                    "office will be refunded at the desk. We shall invite the players again as soon as we can."
                ),
            },
            "ca": {
                "title": "Quartet de corda a la llum dels ciris",
                "summary": "Dos quartets i una estrena, en un absis il·luminat amb cent vint ciris.",
                "text": (
                    "El concert s’ha anul·lat: la viola no es troba bé i el quartet no l’ha volguda substituir. Les entrades "
                    "comprades en línia es retornen sense que hàgiu de fer res; les de l’oficina, al taulell, si les "
                    "presenteu. Tornarem a convidar aquests músics tan aviat com puguem."
                ),
            },
        },
    },
    {
        "code": "jazz-sur-le-quai",
        "place": "port-de-port-aurelle",
        "commune": "port-aurelle",
        "categories": ["music"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"in_days": 2}, "days": 1, "start": "19:30", "end": "22:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "outdoors",
        "family": False,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": "jazz-night",
        "words": {
            "fr": {
                "title": "Jazz sur le quai",
                "summary": (
                    "Un trio, une chanteuse et la lune sur le bassin : deux sets en plein air, entre les filets et les tables."
                ),
                "text": (
                    "Contrebasse, saxophone et piano droit sorti du Bastion pour la soirée. Le premier set s’écoute assis, "
                    "le second un verre à la main. Le quai est fermé aux voitures dès dix-huit heures et le Filet bleu sert "
                    "des assiettes à emporter. En cas de vent, le concert passe dans la salle."
                ),
            },
            "en": {
                "title": "Jazz on the quay",
                "summary": "A trio, a singer and the moon over the harbour: two open-air sets among the nets and tables.",
                "text": (
                    "Double bass, saxophone and an upright piano wheeled out of Le Bastion for the night. The first set is "
                    "for sitting and listening, the second for standing with a glass. The quay closes to cars from six, and "
                    "Le Filet bleu serves plates to take away. If it is windy, the concert moves indoors."
                ),
            },
            "ca": {
                "title": "Jazz al moll",
                "summary": (
                    "Un trio, una cantant i la lluna damunt la dàrsena: dues parts a l’aire lliure, entre xarxes i taules."
                ),
                "text": (
                    "Contrabaix, saxòfon i un piano vertical tret del Bastion per a l’ocasió. La primera part s’escolta "
                    "assegut; la segona, amb una copa a la mà. El moll es tanca als cotxes a partir de les sis i Le Filet "
                    "bleu serveix plats per emportar. Si fa vent, el concert es fa a la sala."
                ),
            },
        },
    },
    {
        "code": "cobla-concert",
        "place": "place-arcades",
        "commune": "castelnou-d-aurelle",
        "categories": ["music"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "sunday", "weeks": 4}, "days": 1, "start": "17:30", "end": "19:00"}],
            "rule": None,
            "excluded": [],
        },
        "free": True,
        "prices": [],
        "booking_url": "",
        "registration": False,
        "ages": None,
        "setting": "outdoors",
        "family": True,
        "accessibility": ["motor"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": None,
        "words": {
            "fr": {
                "title": "Concert de cobla",
                "summary": "Onze musiciens, douze instruments : les timbres de la musique catalane, à écouter avant de danser.",
                "text": (
                    "Tible, ténora, fiscorn, flabiol : la cobla a ses propres voix, et celle de la ténora porte à un "
                    "kilomètre. Le chef présente chaque instrument, puis l’ensemble joue des pièces de concert et quatre "
                    "sardanes. Une ronde d’initiation se forme près de la fontaine à l’entracte."
                ),
            },
            "en": {
                "title": "Cobla in concert",
                "summary": "Eleven players, twelve instruments: the sound of Catalan music, to hear before you dance.",
                "text": (
                    "Tible, tenora, fiscorn, flabiol: the cobla band has voices of its own, and the tenora’s carries for "
                    "half a mile. The conductor introduces each instrument before the band plays concert pieces and four "
                    "sardanas. At the interval, a beginners’ circle forms beside the fountain."
                ),
            },
            "ca": {
                "title": "Concert de cobla",
                "summary": "Onze músics, dotze instruments: els timbres de la música catalana, per escoltar abans de ballar.",
                "text": (
                    "Tible, tenora, fiscorn, flabiol: la cobla té veus pròpies, i la de la tenora se sent a un quilòmetre. "
                    "El director presenta cada instrument i després la formació toca peces de concert i quatre sardanes. A "
                    "la mitja part es fa una rotllana per aprendre’n, al costat de la font."
                ),
            },
        },
    },
]
