"""Groups of words that mean the same to a reader, as editors type them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from django.utils.translation import gettext as _

from search.analysis.words import tokenise
from search.choices import LONGEST_SYNONYM, MOST_GROUPS, MOST_SYNONYMS, MOST_WORDS_OF_SYNONYM

PARTED = re.compile(r"[,;\n\r]+")


@lru_cache(maxsize=1000)
def read_words(text: str) -> tuple[str, ...]:
    """The words and expressions of a group, parted by commas or lines, in order and each once."""
    expressions = (" ".join(part.replace("\x00", " ").split()) for part in PARTED.split(text))
    return tuple(dict.fromkeys(expression for expression in expressions if expression))


def faults(expressions: tuple[str, ...], other_groups: Iterable[tuple[str, ...]]) -> list[str]:
    """Why these expressions make no group beside the other ones of their language, as sentences; none where they do."""
    other_groups = list(other_groups)
    sentences = []
    if len(expressions) < 2:
        sentences.append(_("Un groupe a au moins deux mots."))
    if len(expressions) > MOST_SYNONYMS:
        sentences.append(_("Un groupe a au plus %(number)d mots : faites-en deux.") % {"number": MOST_SYNONYMS})
    if len(other_groups) >= MOST_GROUPS:
        sentences.append(_("Il y a déjà %(number)d groupes dans cette langue : enlevez-en un.") % {"number": MOST_GROUPS})
    groups_of = {_folded(expression): group for group in other_groups for expression in group}
    met: set[str] = set()
    for expression in expressions[: MOST_SYNONYMS * 2]:
        folded = _folded(expression)
        if len(expression) > LONGEST_SYNONYM or len(folded.split()) > MOST_WORDS_OF_SYNONYM:
            limits = {"words": f"{expression[:LONGEST_SYNONYM]}…", "letters": LONGEST_SYNONYM, "number": MOST_WORDS_OF_SYNONYM}
            sentences.append(_("« %(words)s » est trop long : %(number)d mots et %(letters)d lettres au plus.") % limits)
        elif not folded:
            sentences.append(_("« %(words)s » ne contient aucun mot.") % {"words": expression})
        elif folded in met:
            sentences.append(_("« %(words)s » est là deux fois.") % {"words": expression})
        elif group := groups_of.get(folded):
            told = {"words": expression, "group": ", ".join(group)}
            sentences.append(_("« %(words)s » est déjà dans un autre groupe : %(group)s.") % told)
        met.add(folded)
    return sentences


def _folded(expression: str) -> str:
    return " ".join(token.folded for token in tokenise(expression))
