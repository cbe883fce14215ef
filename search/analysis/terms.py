"""What is sought, as engines are asked for it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.conf import settings

from search.analysis.stop_words import QUESTION_WORDS
from search.analysis.synonyms import Group, expand
from search.analysis.words import Token, compounds, folded_term, is_stop_word, stem_term, stems, tokenise, without_stop_words


@dataclass(frozen=True)
class Term:
    """One word sought: as it was typed, and every form under which the engine may hold it. `phrases`: other words for it,
    each the terms that must stand together in one thing. `is_moment`: it names a feast, so it is no slip, and seeks nothing
    but what happens then."""

    lowered: str
    folded: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    phrases: tuple[tuple["Term", ...], ...] = ()
    is_moment: bool = False


def make_term(lowered: str, folded: str, language: str) -> Term:
    forms = tuple(stem_term(stem, language, code) for code, _name in settings.LANGUAGES for stem in stems(lowered, code))
    return Term(lowered, folded, (folded_term(folded, language),), tuple(dict.fromkeys(forms)))


def query_terms(text: str, language: str, most: int, synonyms: tuple[Group, ...] = ()) -> list[Term]:
    """What a reader of `language` seeks by `text`: at most `most` different words; stop words and the words of questions only
    where there are no others."""
    tokens = _telling(list(tokenise(text)), language)
    alternatives = expand([token.lowered for token in tokens], synonyms)
    terms: dict[str, Term] = {}
    for place, token in enumerate(tokens):
        if token.folded not in terms and len(terms) < most:
            term = make_term(token.lowered, token.folded, language)
            terms[token.folded] = with_alternatives(term, alternatives.get(place, ()), language)
    for token in compounds(text):
        parts = [part.folded for part in tokenise(text[token.start : token.end])]
        whole = make_term(token.lowered, token.folded, language)
        for part in parts:
            if part in terms:
                words, stems_ = terms[part].words + whole.words, terms[part].stems + whole.stems
                terms[part] = replace(terms[part], words=words, stems=stems_)
    return list(terms.values())


def tells_something(text: str, language: str) -> bool:
    """Whether a text has a word that says what is sought."""
    questions = QUESTION_WORDS.get(language, frozenset())
    return any(not is_stop_word(token.folded) and token.folded not in questions for token in tokenise(text))


def _telling(tokens: list[Token], language: str) -> list[Token]:
    questions = QUESTION_WORDS.get(language, frozenset())
    without_stops = _without_whole_hours(without_stop_words(tokens))
    return [token for token in without_stops if token.folded not in questions] or without_stops


def _without_whole_hours(tokens: list[Token]) -> list[Token]:
    """« 18h00 » is « 18 h »."""
    return [
        token
        for before, token in zip([None, *tokens], tokens, strict=False)
        if not (before and before.folded == "h" and token.folded == "00")
    ]


def with_alternatives(term: Term, phrases: Iterable[str], language: str) -> Term:
    """The term, which these phrases may stand for too: less than the word itself, as its other forms do."""
    forms, further = list(term.stems), []
    for phrase in phrases:
        words = tuple(make_term(token.lowered, token.folded, language) for token in without_stop_words(list(tokenise(phrase))))
        if len(words) == 1:
            forms += words[0].stems
        elif words:
            further.append(words)
    return replace(term, stems=tuple(dict.fromkeys(forms)), phrases=(*term.phrases, *further))
