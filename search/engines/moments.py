"""The moment that a question names, as a limit for an engine."""

from dataclasses import replace
from datetime import timedelta

from search.analysis.moments import Moment, understand
from search.analysis.synonyms import Group
from search.analysis.terms import Term, query_terms, tells_something
from search.analysis.words import dated_term
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
    has_words = tells_something(moment.text, query.language)
    if has_words and engine.complete(query, 1):
        return query, None
    terms = query_terms(moment.text, query.language, most, synonyms) if has_words else [moment_term(query.language)]
    return replace(query, terms=tuple(terms), days=moment.days, hours=moment.hours), moment


def without_moment(query: EngineQuery) -> EngineQuery:
    """For where that moment has nothing: the same words at any time; where it was named alone, the days that follow."""
    if not query.by_day:
        return replace(query, days=None, hours=None)
    first = query.days[0] if query.days else query.today
    return replace(query, days=(first, first + AFTERWARDS), hours=None)


def moment_term(language: str) -> Term:
    """Everything that happens."""
    return Term("", "", (dated_term(language),), ())
