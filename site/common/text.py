"""What two people write differently and mean alike: one folding of accents for search boxes, comparisons and sorting."""

import unicodedata

#: Letters that Unicode does not take apart, and the apostrophe that keyboards do not have.
UNDECOMPOSED = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "’": "'"})


def fold_accents(text: str) -> str:
    """The text without capitals, accents and ligatures: « L’Œuvre d’été » gives « l'oeuvre d'ete ». Spaces and punctuation
    stay where they are."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(UNDECOMPOSED))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
