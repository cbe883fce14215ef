"""The words of a text as the search knows them: one code for what is indexed, what is sought and what is highlighted.

Every engine is given words made here, so that « marche » finds « marché » in the same way on all of them. A word is kept
in two forms: *folded* (no capitals, no accents) and *stemmed*. Accents carry grammar (« randonnée »), but people leave them
out: the word is stemmed both with and without them.
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import Stemmer
from django.conf import settings

from common.names import ABBREVIATIONS
from common.text import fold_accents
from search.analysis.french import base_forms
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
# Raised when the words of a text are made otherwise: the clock then has every entry written anew, and the old ones answer
# meanwhile.
WORDS_FORMAT = 5
# No word of ours is longer; a longer one is an address or a joke.
LONGEST_WORD = 40
# Letters of a whole title that tell it from others.
MOST_OF_TITLE = 60
# A page of twenty thousand characters is read to its end; what comes after that is no longer what the page is about, and is found
# without weighing. Different words of so many letters together are a book's; PostgreSQL takes a megabyte of them.
LONGEST_TEXT, MOST_FURTHER_LETTERS = 20_000, 100_000
# The Catalan geminate, as it is written and as it is typed: col·lecció, col•lecció, col.lecció.
GEMINATE = "(?<=l)[·•‧∙.](?=l)"
# What nobody sees in a text pasted from elsewhere: soft hyphens, spaces without width, marks of direction.
UNSEEN = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]"
# Signs that Unicode counts as letters and people write as apostrophes, U+02BC first of all.
NO_LETTER = "\u02b9-\u02bf\u02c8\u02ca\u02cb\ua78c"
WORD = re.compile(rf"(?:[^\W_{NO_LETTER}]|[\u0300-\u036f]|{UNSEEN}|{GEMINATE})+", re.IGNORECASE)
INSIDE = re.compile(rf"{GEMINATE}|{UNSEEN}", re.IGNORECASE)
# Letters and figures part, so that « GR10 » and « GR 10 », « 18h30 » and « 18 h 30 » are the same; « 12e » and « 1st » are one
# word.
ORDINAL = r"\d+(?:er|ers|re|res|ère|ères|ere|eres|e|es|eme|emes|ème|èmes|nd|nde|st|rd|th|n|r|t|è|a)(?![^\W\d_])"
FIGURE, FIGURES = re.compile(r"\d"), re.compile(r"\d+")
PIECE = re.compile(rf"{ORDINAL}|\d+|[^\d]+", re.IGNORECASE)
# « 12e », « 12ème » and « XIIe » are one; numerals of small letters are so from four letters on, since « vie » is a word.
RANK = re.compile(rf"(?P<figures>{ORDINAL})|(?P<numeral>(?=[IVX])X{{0,3}}(?:IX|IV|V?I{{0,3}}))(?:e|ème|eme|er|re|ère)s?", re.I)
NUMERALS = {"I": 1, "V": 5, "X": 10}
SHORTEST_SMALL_NUMERAL = 4
# What hyphens part may be written as one word: e-bike and ebike, col-lecció and col·lecció; thousands are parted by spaces, and
# the letters of a short name by points: 2 000 and 2000, V.T.T. and VTT.
HYPHENS = "-\u2010\u2011"
COMPOUND = re.compile(
    rf"[^\W\d_{NO_LETTER}]+(?:[{HYPHENS}][^\W\d_{NO_LETTER}]+)+|(?:presqu|aujourd|grand|entr|prud)['’ʼ´][^\W\d_]+"
    r"|(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)",
    re.I,
)
HYPHENATED = re.compile(rf"[{HYPHENS}]|[’'ʼ´]|\d[ \u00a0\u202f]\d{{3}}|\b\w\.\w\b")
JOINT = re.compile(rf"[{HYPHENS}’'ʼ´. \u00a0\u202f]")
# Plurals that the stemmers do not follow. Catalan changes the letter before the feminine one and adds an n after an accent:
# música, músiques; platja, platges; turó, turons. In French -ons is taken for the end of a verb: vigneron, vignerons.
PLURALS = {
    "ca": (("ques", "ca"), ("gues", "ga"), ("ges", "ja"), ("ces", "ca"), ("ons", "o"), ("ins", "i"), ("ans", "a"), ("ens", "e")),
    "fr": (("ons", "on"),),
}

_stemmers = threading.local()


class Token(NamedTuple):
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
        # Most words are of letters alone.
        pieces = PIECE.finditer(text, match.start(), match.end()) if FIGURE.search(match.group()) else (match,)
        for piece in pieces:
            lowered, folded = _forms(piece.group())
            if folded:
                yield Token(piece.start(), piece.end(), lowered, folded)


@lru_cache(maxsize=50_000)
def _forms(word: str) -> tuple[str, str]:
    word = INSIDE.sub("", word)
    if (rank := RANK.fullmatch(word)) and (number := _number(rank)):
        return word.lower(), f"{number}e"
    folded = fold(word.lower())
    return word.lower(), ABBREVIATIONS.get(folded, folded)  # « St-Jean » is Saint-Jean


def _number(rank: re.Match[str]) -> int:
    """Of « 12e » or « XIIe »; 0 where it is a word."""
    if rank["figures"]:
        return int(FIGURES.match(rank["figures"])[0])
    if not rank["numeral"].isupper() and len(rank[0]) < SHORTEST_SMALL_NUMERAL:
        return 0
    values = [NUMERALS[letter] for letter in rank["numeral"].upper()]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def compounds(text: str) -> Iterator[Token]:
    """What hyphens part in `text`, and the few words that hold an apostrophe, as one word each: « ebike », « aujourdhui »."""
    if not HYPHENATED.search(text):
        return
    for match in COMPOUND.finditer(text):
        if match.end() - match.start() <= LONGEST_WORD:
            lowered = INSIDE.sub("", JOINT.sub("", match.group().lower()))
            if folded := fold(lowered):
                yield Token(match.start(), match.end(), lowered, folded)


@lru_cache(maxsize=1)
def _all_stop_words() -> frozenset[str]:
    return frozenset().union(*(STOP_WORDS.get(code, frozenset()) for code, _name in settings.LANGUAGES))


def is_stop_word(folded: str) -> bool:
    """A French title may be read, and sought, by an English reader: the stop words of every language of the site count."""
    return folded in _all_stop_words()


def without_stop_words(tokens: list[Token]) -> list[Token]:
    """The telling words; all of them where there are no others."""
    return [token for token in tokens if not is_stop_word(token.folded)] or tokens


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
    if language == "fr":
        forms += base_forms(forms[1])
    made = [fold(stemmer.stemWord(form)) for form in forms]
    if language == "fr" and forms[1].endswith("it"):
        made.append(forms[1])  # the stemmer takes « petit » for a verb, and « petite » not
    return tuple(stem for stem in dict.fromkeys(made) if stem)


# What the engine is given. Each word carries the language of the reader it is shown to, so that one index holds all
# languages and none is ever found by another's reader; a stem carries the language it was made in as well.


def folded_term(folded: str, language: str) -> str:
    return f"{fold(language)}0{folded}"


def stem_term(stem: str, language: str, words_language: str) -> str:
    return f"{fold(language)}1{fold(words_language)}1{stem}"


@lru_cache(maxsize=4)
def _indexed(text: str) -> tuple[tuple[str, str], ...]:
    """(lowered, folded) of each word. The same text is asked for by the readers of each language, one after the other."""
    first, further = text[:LONGEST_TEXT], _further_words(text)
    words = chain(tokenise(first), compounds(first), tokenise(further), compounds(further))
    return tuple((word.lowered, word.folded) for word in words)


def _further_words(text: str) -> str:
    """What a text says after its first LONGEST_TEXT letters, each word once: it is found, and weighs no more for being long."""
    if len(text) <= LONGEST_TEXT:
        return ""
    rest, room, words = text[LONGEST_TEXT - LONGEST_WORD :], MOST_FURTHER_LETTERS, []  # a word may stand across the cut
    for word in dict.fromkeys(match.group() for match in chain(WORD.finditer(rest), COMPOUND.finditer(rest))):
        room -= len(word)
        if room < 0:
            break
        words.append(word)
    return " ".join(words)


def whole_title(title: str, language: str) -> str:
    """The term of a title as a whole, without the words that say nothing; empty for a title without words. Who types just this
    name means this thing."""
    words = [token.folded for token in tokenise(title)]
    telling = [word for word in words if not is_stop_word(word)] or words
    return title_term("".join(telling), language) if telling else ""


def title_term(joined: str, language: str) -> str:
    return f"{fold(language)}2{joined[:MOST_OF_TITLE]}"


def dated_term(language: str) -> str:
    """The term of everything that happens on days: what is sought where a question names a moment and nothing else."""
    return f"{fold(language)}3dated"


def feast_term(code: str, year: int, language: str) -> str:
    """The term of what happens at a feast or in a season of a year (`search.analysis.feasts`)."""
    return f"{fold(language)}3{fold(code)}{year}"


def feast_name_term(code: str, language: str) -> str:
    """The term of what names a feast, in any language."""
    return f"{fold(language)}3{fold(code)}"


def index_words(text: str, language: str, stop_words: bool = False) -> str:
    """The folded words of `text` as the engine keeps them for the readers of `language`."""
    return " ".join(
        folded_term(folded, language) for _lowered, folded in _indexed(text) if stop_words or not is_stop_word(folded)
    )


def index_stems(text: str, language: str, words_language: str) -> str:
    """The stems of `text`, written in `words_language`, as the engine keeps them for the readers of `language`."""
    return " ".join(
        stem_term(stem, language, words_language)
        for lowered, folded in _indexed(text)
        if not is_stop_word(folded)
        for stem in stems(lowered, words_language)
    )


def request_key(text: str) -> str:
    """What makes two questions one: their telling words, folded, in alphabetical order; empty where there is no word."""
    tokens = {token.folded: None for token in tokenise(text)}
    return " ".join(sorted([word for word in tokens if not is_stop_word(word)] or tokens))
