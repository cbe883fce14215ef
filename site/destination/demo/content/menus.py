"""The menus of the demo site: a target is the French slug of a page, or agenda, or places."""

MAIN_MENU = [
    {"label": {"fr": "Découvrir", "en": "Discover", "ca": "Descobrir"}, "target": "decouvrir"},
    {"label": {"fr": "À faire", "en": "Things to do", "ca": "Què fer"}, "target": "a-faire"},
    {"label": {"fr": "Agenda", "en": "What’s on", "ca": "Agenda"}, "target": "agenda"},
    {"label": {"fr": "Séjourner", "en": "Stay", "ca": "Allotjar-se"}, "target": "sejourner"},
    {"label": {"fr": "Pratique", "en": "Practical", "ca": "Informació pràctica"}, "target": "pratique"},
]

FOOTER_MENU = [
    {"label": {"fr": "Lieux et adresses", "en": "Places and addresses", "ca": "Llocs i adreces"}, "target": "places"},
    {
        "label": {"fr": "Venir sans voiture", "en": "Getting here without a car", "ca": "Venir sense cotxe"},
        "target": "venir-sans-voiture",
    },
    {
        "label": {"fr": "Visiter avec un handicap", "en": "Visiting with a disability", "ca": "Visitar amb discapacitat"},
        "target": "venir-avec-un-handicap",
    },
    {"label": {"fr": "Nous écrire", "en": "Write to us", "ca": "Escriviu-nos"}, "target": "contact"},
    {"label": {"fr": "Mentions légales", "en": "Legal notice", "ca": "Avís legal"}, "target": "mentions-legales"},
    {
        "label": {
            "fr": "Accessibilité : partiellement conforme",
            "en": "Accessibility: partially conforming",
            "ca": "Accessibilitat: parcialment conforme",
        },
        "target": "accessibilite",
    },
]
