"""The search as other rooms use it for their own things: what `common.search_port` promises."""

import logging
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

from django.utils import timezone

from common.access import reader_keys
from common.registry import hook
from common.search_port import Names
from search.actions import fill_index
from search.analysis.passages import Passage, Passages
from search.analysis.terms import Term, query_terms
from search.analysis.words import is_stop_word, stems, tokenise
from search.engines import Engine, EngineQuery, EngineResult, EngineUnreachable, current_engine, database_engine
from search.engines.corrections import corrected_terms, with_corrections
from search.filters import MOST_TERMS
from search.models import Entry
from search.sources import BY_CODE

logger = logging.getLogger("escale.search")


@hook("search.find_things")
def find_things(kind: str, text: str, user, language: str, most: int) -> list[str]:
    """The `thing` of each entry of this kind that holds the words, best first; mistyped words are corrected where nothing holds
    them. Where a separate engine does not answer, the database does, which holds the same words. The caller
    reads the things themselves as the reader may see them: an index may be late."""
    terms = query_terms(text, language, MOST_TERMS)
    if not terms:
        return []
    query = _query(terms, kind, user, language)
    try:
        result = _find(current_engine(), query, most)
    except EngineUnreachable:
        result = _find(database_engine(), query, most)
    if result.things is not None:
        return result.things
    things = dict(Entry.objects.filter(pk__in=result.ids).values_list("pk", "thing"))
    return [things[pk] for pk in result.ids if pk in things]


@hook("search.find_all")
def find_all(kind: str, text: str, user, language: str, keep: Callable[[Names], Any], nothing: Any) -> Any:
    """The database holds the words on every installation, and gives thousands of names without weighing, counting or looking who
    may read them: `keep` knows that of all of them at once."""
    terms, engine = query_terms(text, language, MOST_TERMS), database_engine()
    if not terms:
        return nothing
    is_dated = BY_CODE[kind].dated
    if kept := keep(engine.names(terms, kind, is_dated)):
        return kept
    query = _query(terms, kind, user, language)
    corrections = corrected_terms(engine, query)
    return keep(engine.names(with_corrections(query, corrections).terms, kind, is_dated)) if corrections else kept


def _query(terms: list[Term], kind: str, user, language: str) -> EngineQuery:
    return EngineQuery(tuple(terms), reader_keys(user), language, timezone.localdate(), {}, kind, counted=False)


def _find(engine: Engine, query: EngineQuery, most: int) -> EngineResult:
    result = engine.find(query, 0, most)
    if not result.total and (corrections := corrected_terms(engine, query)):
        return engine.find(with_corrections(query, corrections), 0, most)
    return result


@hook("search.find_passages")
def find_passages(
    pages: Mapping[Hashable, Iterable[tuple[int, str]]], text: str, language: str, words_language: str
) -> dict[Hashable, Passage]:
    passages = Passages(query_terms(text, language, MOST_TERMS), language, words_language)
    best = {name: passages.best(of_one) for name, of_one in pages.items()}
    return {name: passage for name, passage in best.items() if passage}


@hook("search.word_keys")
def word_keys(text: str, language: str) -> frozenset[str]:
    words = (token for token in tokenise(text) if not is_stop_word(token.folded))
    return frozenset(key for word in words for key in stems(word.lowered, language) or (word.folded,))


@hook("search.ask_engine")
def ask_engine() -> str:
    engine = current_engine()
    if engine.needs_sending and not engine.is_ready():
        raise EngineUnreachable("its index is missing; it is made anew by the clock, or now by manage.py rebuild_search")
    return type(engine).__name__


@hook("search.fill_after_restore")
def fill_after_restore() -> None:
    """The built-in search came back with the database; an engine of its own holds what was there before."""
    engine = current_engine()
    if not engine.needs_sending:
        return
    try:
        fill_index(engine)
    except EngineUnreachable as problem:
        logger.warning("The search engine does not answer; run manage.py rebuild_search once it does. %s", problem)
