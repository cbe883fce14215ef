"""The words of a text as the search knows them: one code for what is indexed, what is sought and what is highlighted.

Every engine is given words made here, so that « marche » finds « marché » in the same way on all of them. A word is kept
in two forms: *folded* (no capitals, no accents) and *stemmed*. Accents carry grammar (« randonnée »), but people leave them
out: the word is stemmed both with and without them.
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer
from django.conf import settings

from common.text import fold_accents
from search.analysis.stop_words import STOP_WORDS

ALGORITHMS = {
    "fr": "french",
    "en": "english",
    "ca": "catalan",
    "es": "spanish",
    "de": "german",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
}
# No word of ours is longer; a longer one is an address or a joke.
LONGEST_WORD = 40
# A page of twenty thousand characters is read to its end; what comes after that is no longer what the page is about.
LONGEST_TEXT = 20_000
# The Catalan geminate, as it is written and as it is typed: col·lecció, col•lecció, col.lecció.
GEMINATE = "(?<=l)[·•‧∙.](?=l)"
WORD = re.compile(rf"(?:[^\W_]|[\u0300-\u036f]|{GEMINATE})+", re.IGNORECASE)
GEMINATE_MARK = re.compile(GEMINATE, re.IGNORECASE)
# Plurals that the stemmers do not follow. Catalan changes the letter before the feminine one and adds an n after an accent:
# música, músiques; platja, platges; turó, turons. In French -ons is taken for the end of a verb: vigneron, vignerons.
PLURALS = {
    "ca": (("ques", "ca"), ("gues", "ga"), ("ges", "ja"), ("ces", "ca"), ("ons", "o"), ("ins", "i"), ("ans", "a"), ("ens", "e")),
    "fr": (("ons", "on"),),
}

_stemmers = threading.local()


@dataclass(frozen=True)
class Token:
    """A word of a text: where it stands in it, and its two forms without language."""

    start: int
    end: int
    lowered: str
    folded: str


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The word without capitals, accents and ligatures."""
    return "".join(letter for letter in fold_accents(word) if letter.isalnum())


def tokenise(text: str) -> Iterator[Token]:
    """The words of `text` in order. Apostrophes and hyphens part words, so that « l’été » is found by « été »."""
    for match in WORD.finditer(text):
        if match.end() - match.start() > LONGEST_WORD:
            continue
        lowered = GEMINATE_MARK.sub("", match.group().lower())
        if folded := fold(lowered):
            yield Token(match.start(), match.end(), lowered, folded)


@lru_cache(maxsize=1)
def _all_stop_words() -> frozenset[str]:
    return frozenset().union(*(STOP_WORDS.get(code, frozenset()) for code, _name in settings.LANGUAGES))


def is_stop_word(folded: str) -> bool:
    """A French title may be read, and sought, by an English reader: the stop words of every language of the site count."""
    return folded in _all_stop_words()


def _stemmer(language: str):
    # A stemmer keeps a state of its own while it works: one for each thread.
    if not hasattr(_stemmers, language):
        setattr(_stemmers, language, Stemmer.Stemmer(ALGORITHMS[language], 0) if language in ALGORITHMS else None)
    return getattr(_stemmers, language)


@lru_cache(maxsize=50_000)
def stems(lowered: str, language: str) -> tuple[str, ...]:
    """The stems of a word in `language`: with its accents and without, mostly the same; none for a language without stemmer."""
    stemmer = _stemmer(language)
    if stemmer is None:
        return ()
    forms = [unicodedata.normalize("NFC", lowered), fold(lowered)]
    endings = PLURALS.get(language, ())
    forms += [forms[1].removesuffix(plural) + singular for plural, singular in endings if forms[1].endswith(plural)]
    return tuple(dict.fromkeys(stem for form in forms if (stem := fold(stemmer.stemWord(form)))))


# What the engine is given. Each word carries the language of the reader it is shown to, so that one index holds all
# languages and none is ever found by another's reader; a stem carries the language it was made in as well.


def folded_term(folded: str, language: str) -> str:
    return f"{fold(language)}0{folded}"


def stem_term(stem: str, language: str, words_language: str) -> str:
    return f"{fold(language)}1{fold(words_language)}1{stem}"


def index_words(text: str, language: str, stop_words: bool = False) -> str:
    """The folded words of `text` as the engine keeps them for the readers of `language`."""
    return " ".join(
        folded_term(token.folded, language)
        for token in tokenise(text[:LONGEST_TEXT])
        if stop_words or not is_stop_word(token.folded)
    )


def index_stems(text: str, language: str, words_language: str) -> str:
    """The stems of `text`, written in `words_language`, as the engine keeps them for the readers of `language`."""
    return " ".join(
        stem_term(stem, language, words_language)
        for token in tokenise(text[:LONGEST_TEXT])
        if not is_stop_word(token.folded)
        for stem in stems(token.lowered, words_language)
    )


@dataclass(frozen=True)
class Term:
    """One word sought: as it was typed, and every form under which the engine may hold it."""

    lowered: str
    folded: str
    words: tuple[str, ...]
    stems: tuple[str, ...]


def make_term(lowered: str, folded: str, language: str) -> Term:
    forms = tuple(stem_term(stem, language, code) for code, _name in settings.LANGUAGES for stem in stems(lowered, code))
    return Term(lowered, folded, (folded_term(folded, language),), forms)


def query_terms(text: str, language: str, most: int) -> list[Term]:
    """What a reader of `language` seeks by `text`: at most `most` different words, stop words only alone."""
    tokens = {token.folded: token for token in tokenise(text)}
    telling = [token for token in tokens.values() if not is_stop_word(token.folded)] or list(tokens.values())
    return [make_term(token.lowered, token.folded, language) for token in telling[:most]]


def request_key(text: str) -> str:
    """What makes two questions one: their telling words, folded, in alphabetical order; empty where there is no word."""
    tokens = {token.folded: None for token in tokenise(text)}
    return " ".join(sorted([word for word in tokens if not is_stop_word(word)] or tokens))
