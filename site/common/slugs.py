"""Slugs from names."""

import re
from collections.abc import Container
from functools import lru_cache
from itertools import count

from django.utils.text import slugify

from common.text import fold_accents

# An elision parts words, as in the search: « l’été » gives « l-ete ».
APOSTROPHES = re.compile("['’‘ʼ´`]")


@lru_cache(maxsize=8192)  # an agenda asks for those of the same hundreds of titles at every request
def slug_of(name: str, default: str) -> str:
    """The name in small Latin letters and hyphens, or the default where nothing of it is left."""
    return slugify(fold_accents(APOSTROPHES.sub(" ", name))) or default


def free_slug(slug: str, taken: Container[str]) -> str:
    """The slug, or the first that is free of `marche-2`, `marche-3`…"""
    return next(name for number in count(1) if (name := slug if number == 1 else f"{slug}-{number}") not in taken)
