"""The results of a search as the page shows them."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from common.models import Picture, fetch_substitutes, picture_for_keys
from destination.agenda.models import state_of
from search.analysis.highlights import Marker
from search.analysis.terms import make_term, query_terms
from search.analysis.words import tokenise
from search.engines import Engine, EngineQuery, EngineResult, Facets, current_engine
from search.engines.corrections import FEW, corrected_terms, corrected_text, with_corrections
from search.filters import MOST_TERMS, SearchFilters
from search.models import Entry, Span

PAGE_SIZE = 15
SUGGESTIONS = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """One result. `label` says what it is, `icon` stands where it has no day, `state` is an event's as the
    components know it, « confirmed » for what has none, `row_class` and `lang` are attributes of its row."""

    entry: Entry
    title: SafeString
    excerpt: SafeString
    next_day: date | None
    past: bool
    picture: Picture | None
    label: str
    state: str

    @property
    def icon(self) -> str:
        return "pin" if self.entry.kind == "place" else "file"

    @property
    def row_class(self) -> str:
        return {"cancelled": " row-event--off", "past": " row-event--past"}.get(self.state, "")

    @property
    def lang(self) -> SafeString | str:
        return format_html(' lang="{}"', self.entry.lang) if self.entry.lang else ""


@dataclass(frozen=True)
class Results:
    """`corrected` is the question that was answered instead, `suggestion` one that may have been meant (both as text);
    `loosened` says that no entry held every word and that some of them were enough."""

    filters: SearchFilters
    total: int
    facets: Facets
    hits: list[Hit]
    corrected: str = ""
    suggestion: str = ""
    loosened: bool = False


def search(filters: SearchFilters, keys: frozenset[str], language: str, today: date | None = None) -> Results:
    """The results for a reader who holds `keys`. Raises `EngineUnreachable` where a separate engine does not answer."""
    today, engine = today or timezone.localdate(), current_engine()
    terms = query_terms(filters.text, language, MOST_TERMS)
    if not terms:
        return Results(filters, 0, Facets(), [])
    query = EngineQuery(
        tuple(terms), keys, language, today, filters.windows(today), filters.kind, filters.commune, filters.days(today)
    )
    result = _find(engine, query, filters.page)
    corrected = suggestion = ""
    loosened = False
    if not filters.exactly and result.total < FEW and not (result.total and filters.narrows):
        corrections = corrected_terms(engine, query)
        if corrections:
            corrected_query = with_corrections(query, corrections)
            corrected_result = _find(engine, corrected_query, filters.page)
            text = corrected_text(filters.text, corrections)
            if not result.total and corrected_result.total:
                result, query, corrected = corrected_result, corrected_query, text
            elif corrected_result.total > result.total:
                suggestion = text
    if not result.total and len(terms) > 1:
        result = _find(engine, replace(query, every_term=False), filters.page)
        loosened = bool(result.total)
    marker = Marker(list(query.terms), language)
    hits = hits_of(result.ids, keys, today, marker)
    return Results(filters, result.total, result.facets, hits, corrected, suggestion, loosened)


def suggest(text: str, keys: frozenset[str], language: str, today: date | None = None) -> list[Hit]:
    """The things whose title begins like what is being typed."""
    today = today or timezone.localdate()
    tokens = {token.folded: token for token in tokenise(text)}
    terms = [make_term(token.lowered, token.folded, language) for token in tokens.values()][:MOST_TERMS]
    if not terms or len(terms[-1].folded) < 2 and len(terms) == 1:
        return []
    query = EngineQuery(tuple(terms), keys, language, today, {})
    return hits_of(current_engine().complete(query, SUGGESTIONS), keys, today, Marker(terms, language))


def hits_of(ids: list[int], keys: frozenset[str], today: date, marker: Marker) -> list[Hit]:
    """The entries in this order, as they are shown; the keys are asked again, so that no stale index opens anything."""
    entries_by_id = (
        Entry.objects.open_to(keys)
        .shown_on(today)
        .select_related("picture")
        .defer("title_words", "title_stems", "text_words", "text_stems")
        .in_bulk(ids)
    )
    entries = [entries_by_id[pk] for pk in ids if pk in entries_by_id]
    fetch_substitutes(entry.picture for entry in entries)
    next_days = _next_days(entries, today)
    kind_labels = {"event": _("Événement"), "place": _("Lieu")}
    hits = []
    for entry in entries:
        past = entry.last_on is not None and entry.last_on < today
        label = kind_labels.get(entry.kind) or _("Page")
        hits.append(
            Hit(
                entry,
                marker.mark(entry.title, entry.words_language),
                marker.excerpt(entry.text, entry.words_language),
                next_days.get((entry.kind, entry.thing)),
                past,
                picture_for_keys(entry.picture, keys),
                f"{label} · {entry.label}" if entry.label and entry.kind != "page" else label,
                state_of(entry.state, is_over=past).component,
            )
        )
    return hits


def _find(engine: Engine, query: EngineQuery, page: int) -> EngineResult:
    """One page of results; the last one where there are fewer."""
    result = engine.find(query, (page - 1) * PAGE_SIZE, PAGE_SIZE)
    if result.total and not result.ids and page > 1:
        result = engine.find(query, (result.total - 1) // PAGE_SIZE * PAGE_SIZE, PAGE_SIZE)
    return result


def _next_days(entries: list[Entry], today: date) -> dict[tuple[str, str], date]:
    """For each thing that happens, the day to show: the next one, today while it lasts, else the last one."""
    dated = [entry for entry in entries if entry.last_on is not None]
    days = {(entry.kind, entry.thing): entry.last_on for entry in dated if entry.last_on < today}
    coming = [entry for entry in dated if entry.last_on >= today]
    if coming:
        spans = Span.objects.filter(
            kind__in={entry.kind for entry in coming}, thing__in=[entry.thing for entry in coming], last_day__gte=today
        )
        for kind, thing, first_day in spans.order_by("first_day").values_list("kind", "thing", "first_day"):
            days.setdefault((kind, thing), max(first_day, today))
    return days
