"""Events of the demo destination: guided visits and walks, part 1."""

EVENTS = [
    {
        "code": "balade-remparts",
        "place": "remparts-castelnou",
        "commune": "castelnou-d-aurelle",
        "categories": ["visit", "walk"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "sunday", "weeks": 0}, "days": 1, "start": "10:30", "end": "12:00"}],
            "rule": {"frequency": "monthly", "nth": 1, "weekday": "sun", "count": 12},
            "excluded": [],
        },
        "free": False,
        "prices": [
            {"code": "full", "amount": "7.00"},
            {"code": "reduced", "amount": "4.00"},
            {"code": "child", "amount": "0.00"},
        ],
        "booking_url": "",
        "registration": True,
        "ages": [6, 99],
        "setting": "outdoors",
        "family": True,
        "accessibility": [],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "walled-village",
        "words": {
            "fr": {
                "title": "Castelnou par ses remparts",
                "summary": "Le premier dimanche du mois, le tour de l’enceinte avec un guide et la clé de la tour du Corbeau.",
                "text": (
                    "Le guide ouvre une porte que l’on ne voit pas et raconte le reste : le siège qui n’eut pas lieu, les "
                    "jardins pris sur les fossés, le boulanger qui avait son four dans une tour. Huit cents mètres de chemin "
                    "de ronde, des marches inégales, et la vue sur la vallée pour finir."
                ),
            },
            "en": {
                "title": "Castelnou from its walls",
                "summary": "On the first Sunday of the month, walk the ramparts with a guide and the key to the Raven’s Tower.",
                "text": (
                    "Your guide opens a door you would never notice and tells the rest: the siege that did not happen, the "
                    "gardens won from the moat, the baker who kept his oven in a tower. Eight hundred metres of wall walk, "
                    "some uneven steps, and a view over the valley to finish."
                ),
            },
            "ca": {
                "title": "Castelnou des de les muralles",
                "summary": "El primer diumenge de mes, la volta al recinte amb guia i amb la clau de la torre del Corb.",
                "text": (
                    "La guia obre una porta que no es veu i explica la resta: el setge que no va ser, els horts guanyats als "
                    "fossats, el forner que tenia el forn dins d’una torre. Vuit-cents metres de camí de ronda, graons "
                    "desiguals i, per acabar, la vista damunt la vall."
                ),
            },
        },
    },
    {
        "code": "phare-au-couchant",
        "place": "phare-cap-aurelle",
        "commune": "port-aurelle",
        "categories": ["visit"],
        "organisation": "ot-cote",
        "author": "ondine@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "full",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "friday", "weeks": 1}, "days": 1, "start": "19:00", "end": "20:30"}],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "8.00"}, {"code": "reduced", "amount": "5.00"}],
        "booking_url": "https://billetterie.aurelle.example/phare-au-couchant/",
        "registration": True,
        "ages": [8, 99],
        "setting": "outdoors",
        "family": False,
        "accessibility": [],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": "lighthouse-dusk",
        "words": {
            "fr": {
                "title": "Le phare au couchant",
                "summary": "Monter avec un ancien gardien à l’heure où la lanterne s’allume, par groupes de dix-neuf.",
                "text": (
                    "L’heure varie avec le soleil ; on vous la confirme par message. La montée se fait sans lampe, la "
                    "lanterne s’allume, et l’ancien gardien parle des nuits de veille en regardant sa montre, par habitude. "
                    "Cent douze marches. La navette du cap attend les visiteurs à la descente."
                ),
            },
            "en": {
                "title": "The lighthouse at sunset",
                "summary": "Climb with a former keeper at the hour when the lantern is lit, in groups of nineteen.",
                "text": (
                    "The time moves with the sun and will be confirmed by message. You climb without a torch, the lantern "
                    "comes on, and the former keeper talks about nights on watch while glancing at his clock, out of habit. "
                    "One hundred and twelve steps. The cape shuttle waits for visitors afterwards."
                ),
            },
            "ca": {
                "title": "El far a la posta",
                "summary": "Pujar amb un antic faroner a l’hora que s’encén la llanterna, en grups de dinou.",
                "text": (
                    "L’hora canvia amb el sol; us la confirmarem amb un missatge. Es puja sense llum, s’encén la llanterna i "
                    "l’antic faroner parla de les nits de guàrdia tot mirant el rellotge, per costum. Cent dotze graons. A "
                    "la baixada, el bus del cap espera els visitants."
                ),
            },
        },
    },
    {
        "code": "abbaye-chapiteaux",
        "place": "abbaye-sainte-eulalie",
        "commune": "sant-miquel-de-la-roca",
        "categories": ["visit"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "saturday", "weeks": 0}, "days": 1, "start": "15:00", "end": "16:15"}],
            "rule": {"frequency": "monthly", "nth": 3, "weekday": "sat", "count": 10},
            "excluded": [],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "6.00"}, {"code": "reduced", "amount": "4.00"}],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "indoors",
        "family": False,
        "accessibility": ["motor", "hearing"],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "abbey-cloister",
        "words": {
            "fr": {
                "title": "Lire les chapiteaux de l’abbaye",
                "summary": (
                    "Quarante-huit chapiteaux, une lampe rasante et une historienne de l’art : le cloître comme un livre."
                ),
                "text": (
                    "Chaque troisième samedi du mois, une historienne de l’art éclaire les chapiteaux de côté et l’on voit "
                    "soudain les visages. Pourquoi une sirène à deux queues ? Qui a payé le vendangeur ? La visite se fait à "
                    "petits pas, avec des sièges pliants, et elle est doublée en langue des signes sur demande."
                ),
            },
            "en": {
                "title": "Reading the abbey capitals",
                "summary": "Forty-eight capitals, a raking light and an art historian: the cloister as a book.",
                "text": (
                    "On the third Saturday of the month an art historian lights the capitals from the side, and faces "
                    "suddenly appear. Why a mermaid with two tails? Who paid for the grape picker? The tour goes gently, "
                    "with folding stools, and can be interpreted in French Sign Language on request."
                ),
            },
            "ca": {
                "title": "Llegir els capitells de l’abadia",
                "summary": "Quaranta-vuit capitells, una llum rasant i una historiadora de l’art: el claustre com un llibre.",
                "text": (
                    "Cada tercer dissabte de mes, una historiadora de l’art il·lumina els capitells de costat i de cop se’n "
                    "veuen les cares. Per què una sirena de dues cues? Qui va pagar el veremador? La visita es fa a poc a "
                    "poc, amb tamborets, i es pot interpretar en llengua de signes francesa si es demana."
                ),
            },
        },
    },
    {
        "code": "flambeaux-chateau",
        "place": "chateau-roca",
        "commune": "sant-miquel-de-la-roca",
        "categories": ["visit", "walk", "children"],
        "organisation": "ot-vignoble",
        "author": "queralt@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [
                {"day": {"next": "saturday", "weeks": 2}, "days": 1, "start": "21:00", "end": "22:30"},
                {"day": {"next": "saturday", "weeks": 6}, "days": 1, "start": "21:00", "end": "22:30"},
            ],
            "rule": None,
            "excluded": [],
        },
        "free": False,
        "prices": [
            {"code": "full", "amount": "9.00"},
            {"code": "child", "amount": "5.00"},
            {"code": "family", "amount": "24.00"},
        ],
        "booking_url": "https://billetterie.aurelle.example/flambeaux-chateau/",
        "registration": True,
        "ages": None,
        "setting": "outdoors",
        "family": True,
        "accessibility": [],
        "organiser": "Office de tourisme du Vignoble et des Villages",
        "phone": "+33 4 65 71 01 20",
        "email": "villages@aurelle.example",
        "picture": "castle-moonlight",
        "words": {
            "fr": {
                "title": "Le château aux flambeaux",
                "summary": "La montée au donjon à la lueur des torches, avec un conteur et trois musiciens.",
                "text": (
                    "On se retrouve sur la place, on reçoit une lanterne et l’on monte en silence jusqu’à la première halte. "
                    "Dans la citerne, une voix chante ; dans la salle des gardes, on apprend ce que mangeait la garnison. "
                    "Prenez des chaussures fermées et un vêtement chaud, le vent aime ce château."
                ),
            },
            "en": {
                "title": "The castle by torchlight",
                "summary": "Climb to the keep by the light of lanterns, with a storyteller and three musicians.",
                "text": (
                    "Meet on the square, take a lantern and climb in silence to the first halt. A voice sings in the "
                    "cistern; in the guardroom you learn what the garrison ate. Wear closed shoes and something warm, for "
                    "the wind is fond of this castle."
                ),
            },
            "ca": {
                "title": "El castell a la llum de les torxes",
                "summary": "La pujada a la torre mestra amb fanals, un contista i tres músics.",
                "text": (
                    "Ens trobem a la plaça, cadascú rep un fanal i pugem en silenci fins a la primera parada. Dins la "
                    "cisterna canta una veu; a la sala dels guardes s’explica què menjava la guarnició. Porteu calçat tancat "
                    "i roba d’abric, que al vent li agrada aquest castell."
                ),
            },
        },
    },
    {
        "code": "matin-flamants",
        "place": "maison-etang",
        "commune": "estany-sur-mer",
        "categories": ["walk", "visit"],
        "organisation": "ot-cote",
        "author": "corentin@aurelle.example",
        "audience": "public",
        "circle": None,
        "state": "confirmed",
        "status": "published",
        "schedule": {
            "timing": "timed",
            "slots": [{"day": {"next": "saturday", "weeks": -4}, "days": 1, "start": "08:00", "end": "10:00"}],
            "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["sat"], "until": {"in_days": 150}},
            "excluded": [{"nth_occurrence": 6}],
        },
        "free": False,
        "prices": [{"code": "full", "amount": "6.00"}, {"code": "child", "amount": "3.00"}],
        "booking_url": "",
        "registration": True,
        "ages": None,
        "setting": "outdoors",
        "family": True,
        "accessibility": ["motor", "sight", "cognitive"],
        "organiser": "Office de tourisme de la Côte d’Aurelle",
        "phone": "+33 4 65 71 01 10",
        "email": "cote@aurelle.example",
        "picture": "flamingo-lagoon",
        "words": {
            "fr": {
                "title": "Le matin des flamants",
                "summary": "Deux heures au bord de la lagune avec une guide naturaliste, jumelles fournies.",
                "text": (
                    "À cette heure-là, les oiseaux mangent près de la rive et le vent dort encore. La guide installe sa "
                    "longue-vue, fait compter les enfants et distingue pour vous l’avocette de l’échasse. Le parcours suit "
                    "le sentier sur pilotis, sans marche. Habits sombres conseillés ; chiens à la maison."
                ),
            },
            "en": {
                "title": "Morning with the flamingos",
                "summary": "Two hours beside the lagoon with a naturalist guide, binoculars provided.",
                "text": (
                    "At this hour the birds are feeding close to the bank and the wind is still asleep. The guide sets up "
                    "her telescope, gets the children counting and shows you how to tell an avocet from a stilt. The route "
                    "follows the step-free boardwalk. Wear dull colours and leave dogs at home."
                ),
            },
            "ca": {
                "title": "El matí dels flamencs",
                "summary": "Dues hores a la vora de la llacuna amb una guia naturalista, binocles inclosos.",
                "text": (
                    "A aquesta hora els ocells mengen prop de la riba i el vent encara dorm. La guia planta el telescopi, fa "
                    "comptar la mainada i us ensenya a distingir el bec d’alena del cames llargues. El recorregut segueix la "
                    "passera, sense graons. Porteu roba de colors apagats i deixeu els gossos a casa."
                ),
            },
        },
    },
]
