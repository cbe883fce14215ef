"""Other words for what is sought. Who keeps the groups gives them here; what they mean for an engine is made of it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings

from search.analysis.words import stems, tokenise, without_stop_words

#: Phrases that mean the same, in any language: ("plage", "beach", "platja").
Group = tuple[str, ...]
# A group that somebody fills without end must not make one word a question of a hundred.
MOST_ALTERNATIVES = 12


class Member(NamedTuple):
    """A phrase of a group: what each of its words is known by, and the other phrases."""

    words: tuple[frozenset[str], ...]
    others: tuple[str, ...]


def expand(words: Sequence[str], groups: tuple[Group, ...]) -> dict[int, tuple[str, ...]]:
    """For the words of a question in order, given in small letters: by their position the phrases that may stand in their
    place. A phrase of several words stands in the place of each of them."""
    members = _members(groups)
    if not members:
        return {}
    names = [word_names(word) for word in words]
    found: dict[int, list[str]] = {}
    for position, own in enumerate(names):
        for name in own:
            for member in members.get(name, ()):
                ahead = names[position : position + len(member.words)]
                if len(ahead) == len(member.words) and all(map(frozenset.intersection, member.words, ahead)):
                    for place in range(position, position + len(ahead)):
                        found.setdefault(place, []).extend(member.others)
    return {place: tuple(dict.fromkeys(phrases))[:MOST_ALTERNATIVES] for place, phrases in found.items()}


@lru_cache(maxsize=50_000)
def word_names(lowered: str) -> frozenset[str]:
    """What a word is known by whatever its form: its stem in each language of the site."""
    return frozenset(f"{code}1{stem}" for code, _name in settings.LANGUAGES for stem in stems(lowered, code)) or frozenset(
        (lowered,)
    )


@lru_cache(maxsize=8)
def _members(groups: tuple[Group, ...]) -> dict[str, tuple[Member, ...]]:
    """The phrases of all groups by each name of their first word."""
    members: dict[str, list[Member]] = {}
    for group in groups:
        for phrase in group:
            words = tuple(word_names(token.lowered) for token in without_stop_words(list(tokenise(phrase))))
            others = tuple(other for other in group if other != phrase)
            for name in words[0] if words else ():
                members.setdefault(name, []).append(Member(words, others))
    return {name: tuple(each) for name, each in members.items()}
