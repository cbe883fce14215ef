"""Whether another language has the words that hardly anything holds in the reader's own."""

from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings

from search.analysis.terms import query_terms
from search.analysis.words import stem_term, stems
from search.engines.protocol import Engine, EngineQuery


def count_in_other_languages(engine: Engine, query: EngineQuery, text: str, most_terms: int) -> dict[str, int]:
    """{language: number of entries written in that language that hold every word of `text`}, those of the same reader and room;
    without languages that have none. One statement for each language."""
    counts = {}
    for language, _name in settings.LANGUAGES:
        if language == query.language:
            continue
        # A reader of that language is shown French words too where there are no others: the stems tell what is written in it.
        terms = tuple(
            replace(term, words=(), stems=own)
            for term in query_terms(text, language, most_terms)
            if (own := tuple(stem_term(stem, language, language) for stem in stems(term.lowered, language)))
        )
        if terms:
            question = replace(query, terms=terms, language=language, counted=False, every_term=True)
            if number := engine.find(question, 0, 1).total:
                counts[language] = number
    return counts


def are_known_elsewhere(engine: Engine, query: EngineQuery, words: Iterable[str]) -> bool:
    """Whether one of these words (folded) stands, just as it was typed, in what this reader of another language would be shown:
    then it was not mistyped. A word of what is hidden from the reader changes nothing."""
    others = (code for code, _name in settings.LANGUAGES if code != query.language)
    return any(engine.count_words(list(words), replace(query, language=code)) for code in others)
