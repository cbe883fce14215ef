"""The themes of the agenda. The code names the drawing; an office may change the names."""

# code → names, in the order they are offered
CATEGORIES: dict[str, dict[str, str]] = {
    "music": {"fr": "Concerts", "en": "Music", "ca": "Concerts"},
    "stage": {"fr": "Spectacles", "en": "Theatre and shows", "ca": "Espectacles"},
    "festival": {"fr": "Festivals", "en": "Festivals", "ca": "Festivals"},
    "exhibition": {"fr": "Expositions", "en": "Exhibitions", "ca": "Exposicions"},
    "market": {"fr": "Marchés", "en": "Markets", "ca": "Mercats"},
    "food": {"fr": "Saveurs", "en": "Food and drink", "ca": "Gastronomia"},
    "visit": {"fr": "Visites", "en": "Tours", "ca": "Visites"},
    "walk": {"fr": "Balades", "en": "Walks", "ca": "Passejades"},
    "sport": {"fr": "Sport", "en": "Sport", "ca": "Esport"},
    "workshop": {"fr": "Ateliers", "en": "Workshops", "ca": "Tallers"},
    "talk": {"fr": "Conférences", "en": "Talks", "ca": "Conferències"},
    "feast": {"fr": "Fêtes", "en": "Celebrations", "ca": "Festes"},
    "cinema": {"fr": "Cinéma", "en": "Cinema", "ca": "Cinema"},
    "children": {"fr": "Jeune public", "en": "For children", "ca": "Públic infantil"},
}
