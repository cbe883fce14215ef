"""The answer to a question: what was found, what the words may have meant, how each hit is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.safestring import SafeString

from common.models import Picture, fetch_substitutes, picture_for_keys
from destination.agenda.models import state_of
from search.analysis import Term, make_term, sought_terms, tokenise
from search.engines import Engine, Facets, Found, Wanted, current_engine
from search.highlights import Marker
from search.models import Entry, Span
from search.queries import MOST_TERMS, SearchQuery
from search.spelling import neighbours

PAGE_SIZE = 15
SUGGESTIONS = 6
# So few results may come from a slip that someone else made too.
FEW = 3
# Looking for what a word may have meant costs; in a long question the first unknown words tell.
MOST_CORRECTED = 3


@dataclass(frozen=True)
class Hit:
    entry: Entry
    title: SafeString
    excerpt: SafeString
    next_day: date | None
    past: bool
    picture: Picture | None

    @property
    def state(self) -> str:
        """What the components show of an event's state; « confirmed » for what has none."""
        return state_of(self.entry.state, is_over=self.past).component


@dataclass(frozen=True)
class Results:
    """`corrected` is the question that was answered instead, `suggestion` one that may have been meant (both as text);
    `loosened` says that no entry held every word and that some of them were enough."""

    query: SearchQuery
    found: Found
    hits: list[Hit]
    corrected: str = ""
    suggestion: str = ""
    loosened: bool = False

    @property
    def total(self) -> int:
        return self.found.total


def search(query: SearchQuery, keys: frozenset[str], language: str, today: date | None = None) -> Results:
    """Answer `query` for a reader who holds `keys`. Raises `EngineUnreachable` where a separate engine does not answer."""
    today, engine = today or timezone.localdate(), current_engine()
    terms = sought_terms(query.text, language, MOST_TERMS)
    if not terms:
        return Results(query, Found(0, [], Facets()), [])
    wanted = Wanted(tuple(terms), keys, language, today, query.windows(today), query.kind, query.commune, query.days(today))
    found = _find(engine, wanted, query.page)
    corrected = suggestion = ""
    loosened = False
    if not query.exactly and found.total < FEW and not (found.total and query.narrows):
        better = put_right(engine, wanted)
        if better:
            other = with_terms(wanted, better)
            other_found = _find(engine, other, query.page)
            words = reworded(query.text, better)
            if not found.total and other_found.total:
                found, wanted, corrected = other_found, other, words
            elif other_found.total > found.total:
                suggestion = words
    if not found.total and len(terms) > 1:
        loose = replace(wanted, every_term=False)
        found = _find(engine, loose, query.page)
        loosened = bool(found.total)
    marker = Marker(list(wanted.terms), language)
    return Results(query, found, hits_of(found.ids, keys, today, marker), corrected, suggestion, loosened)


def suggest(text: str, keys: frozenset[str], language: str, today: date | None = None) -> list[Hit]:
    """The things whose title begins like what is being typed."""
    today = today or timezone.localdate()
    terms = [
        make_term(token.lowered, token.folded, language) for token in {token.folded: token for token in tokenise(text)}.values()
    ][:MOST_TERMS]
    if not terms or len(terms[-1].folded) < 2 and len(terms) == 1:
        return []
    wanted = Wanted(tuple(terms), keys, language, today, SearchQuery().windows(today))
    ids = current_engine().complete(wanted, SUGGESTIONS)
    return hits_of(ids, keys, today, Marker(terms, language))


def hits_of(ids: list[int], keys: frozenset[str], today: date, marker: Marker) -> list[Hit]:
    """The entries in this order, as they are shown; the keys are asked again, so that no stale index opens anything."""
    entries = (
        Entry.objects.open_to(keys)
        .shown_on(today)
        .select_related("picture")
        .defer("title_words", "title_stems", "text_words", "text_stems")
        .in_bulk(ids)
    )
    shown = [entries[pk] for pk in ids if pk in entries]
    fetch_substitutes(entry.picture for entry in shown)
    next_days = _next_days(shown, today)
    return [
        Hit(
            entry,
            marker.mark(entry.title, entry.words_language),
            marker.excerpt(entry.text, entry.words_language),
            next_days.get((entry.kind, entry.thing)),
            entry.last_on is not None and entry.last_on < today,
            picture_for_keys(entry.picture, keys),
        )
        for entry in shown
    ]


def _find(engine: Engine, wanted: Wanted, page: int) -> Found:
    """One page of what is found; the last one where there are fewer."""
    found = engine.find(wanted, (page - 1) * PAGE_SIZE, PAGE_SIZE)
    if found.total and not found.ids and page > 1:
        found = engine.find(wanted, (found.total - 1) // PAGE_SIZE * PAGE_SIZE, PAGE_SIZE)
    return found


def _next_days(entries: list[Entry], today: date) -> dict[tuple[str, str], date]:
    """For each thing that happens, the day to show: the next one, today while it lasts, else the last one."""
    dated = [entry for entry in entries if entry.last_on is not None]
    days = {(entry.kind, entry.thing): entry.last_on for entry in dated if entry.last_on < today}
    coming = [entry for entry in dated if entry.last_on >= today]
    if coming:
        spans = Span.objects.filter(
            kind__in={entry.kind for entry in coming}, thing__in=[entry.thing for entry in coming], last_day__gte=today
        )
        for span in spans.order_by("first_day"):
            days.setdefault((span.kind, span.thing), max(span.first_day, today))
    return days


def put_right(engine: Engine, wanted: Wanted) -> dict[str, Term]:
    """For the words that no visible entry holds (or hardly any), the likeliest word that some visible entries hold."""
    candidates = {term.folded: neighbours(term.folded, wanted.language) for term in wanted.terms[:MOST_CORRECTED]}
    asked = sorted({word for found in candidates.values() for word in found} | set(candidates))
    counts = engine.count_words(asked, wanted) if any(candidates.values()) else {}
    better: dict[str, tuple[str, int]] = {}
    for word, slips in candidates.items():
        here = counts.get(word, (0, 0))[0]
        known = [other for other in slips if counts.get(other, (0, 0))[0] > here * 3]
        if here < FEW and known:
            best = min(known, key=lambda other: (slips[other], other[0] != word[0], -counts[other][0], other))
            better[word] = (best, counts[best][1])
    return {word: _as_written(best, entry, wanted.language) for word, (best, entry) in better.items()}


def _as_written(folded: str, entry: int, language: str) -> Term:
    """The word with the accents it has in an entry that the reader may see: the index knows it without."""
    row = Entry.objects.filter(pk=entry).values_list("title", "text").first() or ("", "")
    token = next((token for text in row for token in tokenise(text) if token.folded == folded), None)
    return make_term(token.lowered if token else folded, folded, language)


def with_terms(wanted: Wanted, better: dict[str, Term]) -> Wanted:
    """The same question with these words put right."""
    return replace(wanted, terms=tuple(better.get(term.folded, term) for term in wanted.terms))


def reworded(text: str, better: dict[str, Term]) -> str:
    """The question with its mistyped words put right, the rest as it was typed."""
    parts, done = [], 0
    for token in tokenise(text):
        if token.folded in better:
            parts += [text[done : token.start], better[token.folded].lowered]
            done = token.end
    return "".join([*parts, text[done:]])
