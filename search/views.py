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
from search.queries import SearchQuery
from search.results import PAGE_SIZE, Results, search, suggest

logger = logging.getLogger("escale.search")


@login_not_required
@require_safe
def results(request):
    """`?q=` the words; `kind`, `commune`, `when` or `from` and `to` the filters; `page`; `room=1` keeps one's room."""
    query = SearchQuery.read(request.GET)
    in_room = query.room and request.user.is_authenticated
    context = {"query": query, "results": None, "unreachable": False}
    if query.text:
        try:
            answer = search(query, reader_keys(request.user), get_language())
        except EngineUnreachable as problem:
            logger.warning("The search engine does not answer: %s", problem)
            context |= {"unreachable": True, "index_missing": isinstance(problem, IndexMissing), "reason": str(problem)}
        else:
            context |= _answer_context(answer)
    response = render(request, "search/results_room.html" if in_room else "search/results_public.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _answer_context(answer: Results) -> dict:
    page = Paginator(range(answer.total), PAGE_SIZE).get_page(answer.query.page)
    return {
        "query": answer.query,
        "results": answer,
        "page": page,
        "facets": facet_groups(answer),
        "exact_address": answer.query.changed(exactly=True).address(),
        "suggested_address": answer.query.changed(text=answer.suggestion).address(),
        "cleared_address": answer.query.changed(kind="", commune="", when="", first=None, last=None).address(),
    }


@login_not_required
@require_safe
def suggestions(request):
    """The options of the search box while one types, as a fragment; empty where there is nothing to propose."""
    query = SearchQuery.read(request.GET)
    try:
        hits = suggest(query.text, reader_keys(request.user), get_language())
    except EngineUnreachable as problem:
        logger.warning("The search engine does not answer: %s", problem)
        hits = []
    response = render(request, "search/_suggestions.html", {"hits": hits, "query": query})
    response["X-Robots-Tag"] = "noindex"
    return response
