"""Slugs from names."""

import re
from functools import lru_cache

from django.utils.text import slugify

from common.text import fold_accents

# An elision parts words, as in the search: « l’été » gives « l-ete ».
APOSTROPHES = re.compile("['’‘ʼ´`]")


@lru_cache(maxsize=8192)  # an agenda asks for those of the same hundreds of titles at every request
def slug_of(name: str, default: str) -> str:
    """The name in small Latin letters and hyphens, or the default where nothing of it is left."""
    return slugify(fold_accents(APOSTROPHES.sub(" ", name))) or default
