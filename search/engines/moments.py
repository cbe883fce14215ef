"""The moment that a question names, as a limit for an engine."""

from dataclasses import replace
from datetime import date, timedelta

from search.analysis.moments import Moment, understand
from search.analysis.synonyms import Group
from search.analysis.terms import Term, query_terms, tells_something
from search.analysis.words import dated_term, feast_name_term, feast_term, tokenise
from search.engines.protocol import Engine, EngineQuery

# Where nothing happens at the moment that was named alone, what happens within these days is offered.
AFTERWARDS = timedelta(days=13)


def with_moment(
    engine: Engine, query: EngineQuery, text: str, most: int, synonyms: tuple[Group, ...] = ()
) -> tuple[EngineQuery, Moment | None]:
    """The query limited to the moment that its question names, and that moment; as it was, and None, where it names none, or
    where a title holds all these words: « Un week-end sans voiture » is the name of a page."""
    moment = understand(text, query.language, query.today)
    if moment is None:
        return query, None
    if moment.feast:
        return replace(query, terms=_with_feast(query, moment), around=moment.days), moment
    has_words = tells_something(moment.text, query.language)
    if has_words and engine.complete(query, 1):
        return query, None
    terms = query_terms(moment.text, query.language, most, synonyms) if has_words else [moment_term(query.language)]
    return replace(query, terms=tuple(terms), days=moment.days, hours=moment.hours), moment


def _with_feast(query: EngineQuery, moment: Moment) -> tuple[Term, ...]:
    """The terms of the question, with one for the name of the feast: it seeks what names it, or happens at it."""
    code, year = moment.feast
    folded = {token.folded for token in tokenise(moment.words)}
    name = "".join(each.folded for each in query.terms if each.folded in folded)
    others = [(place, each) for place, each in enumerate(query.terms) if each.folded not in folded]
    words, stems = (feast_name_term(code, query.language),), (feast_term(code, year, query.language),)
    first = next((place for place, each in enumerate(query.terms) if each.folded in folded), len(query.terms))
    feast = (first, Term(moment.words.lower(), name, words, stems, is_moment=True))
    return tuple(term for _place, term in sorted([*others, feast], key=lambda placed: placed[0]))


def without_moment(query: EngineQuery, moment: Moment, most: int, synonyms: tuple[Group, ...] = ()) -> EngineQuery:
    """For where that moment has nothing: the other words at any time; where it was named alone, the days that follow."""
    if moment.feast:
        has_words = tells_something(moment.text, query.language)
        terms = query_terms(moment.text, query.language, most, synonyms) if has_words else [moment_term(query.language)]
        query = replace(query, terms=tuple(terms), around=None, days=moment.days)
    if not query.by_day:
        return replace(query, days=None, hours=None)
    first = query.days[0] if query.days else query.today
    first = min(first, date.max - AFTERWARDS)  # « 31/12/9999 »
    return replace(query, days=(first, first + AFTERWARDS), hours=None)


def moment_term(language: str) -> Term:
    """Everything that happens."""
    return Term("", "", (dated_term(language),), ())
