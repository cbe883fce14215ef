"""The search, as the other rooms ask it for their own things (`common.search_port`)."""

from django.utils import timezone

from common.access import reader_keys
from search.analysis import sought_terms
from search.engines import Engine, EngineUnreachable, Found, Wanted, current_engine, database_engine
from search.models import Entry
from search.queries import MOST_TERMS, SearchQuery
from search.results import put_right, with_terms


def find_names(kind: str, text: str, user, language: str, most: int) -> list[str]:
    """The names of the things of this kind, best first, mistyped words put right where nothing holds them. Where a separate
    engine does not answer, the database does, which holds the same words. Who asks reads the things themselves as the reader
    may see them: an index may be late."""
    today = timezone.localdate()
    query = SearchQuery(text=text, kind=kind)
    terms = sought_terms(query.text, language, MOST_TERMS)
    if not terms:
        return []
    wanted = Wanted(tuple(terms), reader_keys(user), language, today, {}, kind, "", None, counted=False)
    try:
        found = _find(current_engine(), wanted, most)
    except EngineUnreachable:
        found = _find(database_engine(), wanted, most)
    if found.things is not None:
        return found.things
    names = dict(Entry.objects.filter(pk__in=found.ids).values_list("pk", "thing"))
    return [names[pk] for pk in found.ids if pk in names]


def _find(engine: Engine, wanted: Wanted, most: int) -> Found:
    found = engine.find(wanted, 0, most)
    if not found.total and (better := put_right(engine, wanted)):
        return engine.find(with_terms(wanted, better), 0, most)
    return found
