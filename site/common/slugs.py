"""Slugs from names."""

from django.utils.text import slugify

# Letters that Unicode does not take apart: without them « Chœur » would become “chur”.
LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"})


def slug_of(name: str, default: str) -> str:
    """The name in small Latin letters and hyphens, or the default where nothing of it is left."""
    return slugify(name.translate(LIGATURES)) or default
