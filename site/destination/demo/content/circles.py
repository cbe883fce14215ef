"""The working groups of the demo intranet and who belongs to them."""

CIRCLES = [
    {
        "code": "animation-fetes",
        "name": "Animation et fêtes",
        "summary": (
            "Le calendrier des fêtes, des festivals et des marchés : on y évite les doublons et l’on s’y prête du matériel."
        ),
        "members": [
            "mirabelle@aurelle.example",
            "ondine@aurelle.example",
            "garance@aurelle.example",
            "queralt@aurelle.example",
            "anselme@aurelle.example",
        ],
    },
    {
        "code": "numerique",
        "name": "Numérique",
        "summary": (
            "Le site, les fiches en ligne, les photos et les statistiques : les réglages communs et les questions pratiques."
        ),
        "members": [
            "administration@aurelle.example",
            "gaudric@aurelle.example",
            "philippine@aurelle.example",
            "corentin@aurelle.example",
        ],
    },
    {
        "code": "pleine-nature",
        "name": "Pleine nature",
        "summary": (
            "Les sentiers, l’étang, les pistes et la baignade : l’état des lieux, les fermetures et les sorties à proposer."
        ),
        "members": ["gaudric@aurelle.example", "corentin@aurelle.example", "anselme@aurelle.example", "queralt@aurelle.example"],
    },
]
