"""What mistyped words may have meant, told by what the reader may see."""

from dataclasses import replace
from itertools import chain

from search.analysis.spelling import neighbours
from search.analysis.terms import Term, make_term
from search.analysis.words import compounds, tokenise
from search.engines.protocol import Engine, EngineQuery
from search.models import Entry

# So few results may come from a slip that someone else made too.
FEW = 3
# Looking for what a word may have meant costs; in a long question the first unknown words tell.
MOST_CORRECTED = 3


def corrected_terms(engine: Engine, query: EngineQuery) -> dict[str, Term]:
    """For the words (folded) that no visible entry holds, or hardly any: the likeliest word that some visible entries hold."""
    unknown = [term.folded for term in query.terms if not term.is_moment][:MOST_CORRECTED]
    candidates = {word: neighbours(word, query.language) for word in unknown}
    words = sorted({other for slips in candidates.values() for other in slips} | set(candidates))
    counts = engine.count_words(words, query) if any(candidates.values()) else {}
    likeliest: dict[str, tuple[str, int]] = {}
    for word, slips in candidates.items():
        count = counts.get(word, (0, 0))[0]
        commoner = [other for other in slips if counts.get(other, (0, 0))[0] > count * 3]
        if count < FEW and commoner:
            best = min(commoner, key=lambda other: (slips[other], other[0] != word[0], -counts[other][0], other))
            likeliest[word] = (best, counts[best][1])
    return {word: _with_accents(best, entry, query.language) for word, (best, entry) in likeliest.items()}


def _with_accents(folded: str, entry: int, language: str) -> Term:
    """The word with the accents it has in an entry that the reader may see: the index knows it without."""
    row = Entry.objects.filter(pk=entry).values_list("title", "text").first() or ("", "")
    for text in row:
        for token in chain(tokenise(text), compounds(text)):
            if token.folded == folded:
                # A word that hyphens part is proposed as it is written.
                return replace(make_term(token.lowered, folded, language), lowered=text[token.start : token.end].lower())
    return make_term(folded, folded, language)


def with_corrections(query: EngineQuery, corrections: dict[str, Term]) -> EngineQuery:
    return replace(query, terms=tuple(corrections.get(term.folded, term) for term in query.terms))


def corrected_text(text: str, corrections: dict[str, Term]) -> str:
    """The question with its mistyped words corrected, the rest as it was typed."""
    parts, end = [], 0
    for token in tokenise(text):
        if token.folded in corrections:
            parts += [text[end : token.start], corrections[token.folded].lowered]
            end = token.end
    return "".join([*parts, text[end:]])
