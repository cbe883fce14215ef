"""Paths, questions and opinions of the demo."""

PATHS = [
    {
        "slug": "mes-premiers-pas-en-ligne",
        "picture": "hot-air-balloons",
        "tutorials": ["fiche-google", "photos-telephone", "repondre-aux-avis", "qr-codes-et-mobile"],
        "words": {
            "fr": {
                "title": "Mes premiers pas en ligne",
                "text": "Quatre tutoriels pour être trouvé, montrer votre maison sous son meilleur jour et répondre à ceux qui en parlent. Une matinée en tout.",
                "certificate": "et sait désormais tenir la fiche de son établissement, le photographier, répondre aux avis et guider ses visiteurs vers une page utile.",
            },
            "en": {
                "title": "My first steps online",
                "text": "Four tutorials to be found, to show your place at its best and to answer those who talk about it. One morning in all.",
                "certificate": "and can now look after a business profile, photograph the place, answer reviews and lead visitors to a useful page.",
            },
            "ca": {
                "title": "Els meus primers passos en línia",
                "text": "Quatre tutorials perquè us trobin, mostrar el vostre establiment en el seu millor moment i respondre a qui en parla. Un matí en total.",
                "certificate": "i ara sap tenir al dia la fitxa del seu establiment, fotografiar-lo, respondre a les ressenyes i guiar els visitants cap a una pàgina útil.",
            },
        },
    },
    {
        "slug": "mon-site-et-mes-ventes",
        "picture": "market-awnings",
        "tutorials": [
            "site-internet-essentiel",
            "referencement-bases",
            "email-qui-fidelise",
            "reservation-en-ligne",
            "mesurer-sans-cookies",
        ],
        "words": {
            "fr": {
                "title": "Mon site et mes ventes en direct",
                "text": "Pour qui a déjà un site : le rendre clair et trouvable, écrire à ses clients, vendre jour et nuit, mesurer ce qui sert.",
                "certificate": "et sait désormais améliorer son site, le faire trouver, fidéliser par l’e-mail, vendre en ligne et mesurer sa fréquentation dans le respect des visiteurs.",
            },
        },
    },
]

QUESTIONS = [
    {
        "tutorial": "fiche-google",
        "step": 2,
        "asker": "clotilde@trois-combes.example",
        "text": "Notre cave n’a pas de numéro dans la rue, seulement un lieu-dit. Que montrer dans la vidéo ?",
        "answer": "Filmez le panneau du lieu-dit ou le carrefour le plus proche, puis marchez sans couper jusqu’à l’enseigne. Une facture d’électricité à cette adresse, montrée à la fin, aide aussi. Et demandez un numéro à la mairie : les pompiers et les livreurs vous remercieront.",
    },
    {
        "tutorial": "repondre-aux-avis",
        "step": 4,
        "name": "Basile Tournebroche",
        "email": "basile@table-du-puig.example",
        "text": "Un client a écrit que la cuisine était froide alors qu’il est arrivé avec une heure de retard. Puis-je le dire ?",
        "shown_text": "Un client se plaint d’un plat froid alors qu’il est arrivé très en retard. Puis-je le dire ?",
        "answer": "Dites le fait sans l’accuser : « Votre table vous attendait depuis une heure et nous avons préféré vous servir plutôt que de vous refuser. » Qui lira comprendra, et vous restez accueillant.",
    },
    {
        "tutorial": "photos-telephone",
        "step": 4,
        "name": "Violette Desruches",
        "email": "violette@miel-clar.example",
        "text": "Pour une photo du marché avec beaucoup de monde, faut-il l’accord de chacun ?",
        "answer": "Non, si la photo montre le marché et que personne n’en est le sujet. Dès que quelqu’un est reconnaissable au premier plan, demandez-lui. Et retirez la photo si une personne vous le demande : c’est plus simple que d’avoir raison.",
    },
    {
        "tutorial": "reservation-en-ligne",
        "step": 4,
        "asker": "hazel@voile-aurelle.example",
        "text": "Nous vendons des sorties de deux heures, pas des nuits. Un gestionnaire de canaux sait-il faire cela ?",
    },
    {
        "tutorial": "mesurer-sans-cookies",
        "step": 3,
        "name": "Honorine Bellecase",
        "email": "honorine@gite-jasse.example",
        "text": "Mon site est fait avec un service tout en un qui n’accepte pas Matomo. Que puis-je regarder ?",
    },
]

OPINIONS = [
    {"tutorial": "fiche-google", "useful": True, "why": "Fait en une soirée, vérifiée quatre jours après."},
    {"tutorial": "fiche-google", "useful": True, "why": ""},
    {"tutorial": "photos-telephone", "useful": True, "why": "La grille ! Dix ans que je photographie de travers."},
    {"tutorial": "email-qui-fidelise", "useful": False, "why": "SPF et DKIM : je n’ai pas su à qui demander."},
]
