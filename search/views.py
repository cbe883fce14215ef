"""The page of results, the same for everybody: what differs is the keys that the reader holds."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from common.access import reader_keys
from search.engines import EngineUnreachable, IndexMissing
from search.facets import facet_groups
from search.filters import SearchFilters
from search.presenters import PAGE_SIZE, Results, search, suggest

logger = logging.getLogger("escale.search")


@login_not_required
@require_safe
def results(request):
    """`?q=` the words; `kind`, `commune`, `when` or `from` and `to` the filters; `page`; `room=1` keeps one's room."""
    filters = SearchFilters.from_query(request.GET)
    in_room = filters.room and request.user.is_authenticated
    context = {"filters": filters, "results": None, "unreachable": False}
    if filters.text:
        try:
            answer = search(filters, reader_keys(request.user), get_language())
        except EngineUnreachable as problem:
            logger.warning("The search engine does not answer: %s", problem)
            context |= {"unreachable": True, "index_missing": isinstance(problem, IndexMissing), "reason": str(problem)}
        else:
            context |= _results_context(answer)
    response = render(request, "search/results_room.html" if in_room else "search/results_public.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _results_context(results: Results) -> dict:
    filters = results.filters
    return {
        "filters": filters,
        "results": results,
        "page": Paginator(range(results.total), PAGE_SIZE).get_page(filters.page),
        "facets": facet_groups(results),
        "exact_address": filters.replace(exactly=True).query(),
        "suggested_address": filters.replace(text=results.suggestion).query(),
        "cleared_address": filters.replace(kind="", commune="", when="", first=None, last=None).query(),
    }


@login_not_required
@require_safe
def suggestions(request):
    """The options of the search box while one types, as a fragment; empty where there is nothing to propose."""
    filters = SearchFilters.from_query(request.GET)
    try:
        hits = suggest(filters.text, reader_keys(request.user), get_language())
    except EngineUnreachable as problem:
        logger.warning("The search engine does not answer: %s", problem)
        hits = []
    response = render(request, "search/_suggestions.html", {"hits": hits, "filters": filters})
    response["X-Robots-Tag"] = "noindex"
    return response
