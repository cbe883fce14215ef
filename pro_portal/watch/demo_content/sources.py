THEMES = {
    "numerique": {"fr": "Numérique", "en": "Digital", "ca": "Digital"},
    "e-reputation": {"fr": "E-réputation", "en": "Online reputation", "ca": "Reputació en línia"},
    "reglementation": {"fr": "Réglementation", "en": "Rules and law", "ca": "Normativa"},
    "clienteles": {"fr": "Clientèles", "en": "Visitors", "ca": "Públics"},
    "durable": {"fr": "Développement durable", "en": "Sustainability", "ca": "Sostenibilitat"},
    "photo-video": {"fr": "Photo et vidéo", "en": "Photo and video", "ca": "Foto i vídeo"},
}

# code → kind, name, address, themes, usual audience, in the letter by default
SOURCES = {
    "carnet": (
        "feed",
        "Le Carnet du tourisme numérique",
        "https://carnet-numerique.example/fil.xml",
        ["numerique"],
        "public",
        True,
    ),
    "avis": ("feed", "Avis et réputation", "https://avis-reputation.example/rss", ["e-reputation"], "professionals", True),
    "droit": (
        "feed",
        "Droit du tourisme pratique",
        "https://droit-tourisme.example/atom.xml",
        ["reglementation"],
        "professionals",
        False,
    ),
    "durable": ("feed", "Hôtes et territoires durables", "https://hotes-durables.example/feed", ["durable"], "public", False),
    "observatoire": ("newsletter", "La lettre de l’observatoire", "", ["clienteles"], "professionals", True),
}
