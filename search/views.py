"""The page of results: what stands in it, and what below, is told by the reader's keys and room (`search.sources.rooms`)."""

import logging
import re

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from common.access import reader_keys
from common.rate_limits import client_address
from intranet.submissions.presenters.person_events import own_proposals
from search.engines import EngineUnreachable, IndexMissing
from search.facets import facet_groups, facet_sheet
from search.filters import SearchFilters
from search.models import SearchRequest
from search.presenters import PAGE_SIZE, Results, search, suggest
from search.sources.rooms import scopes_of

logger = logging.getLogger("escale.search")
# Crawlers name themselves; what they look for, nobody misses.
ROBOTS = re.compile(r"bot\b|bots?/|crawl|spider|slurp|preview|monitor|facebookexternalhit", re.IGNORECASE)


@login_not_required
@require_safe
def results(request):
    """`?q=` the words; `kind`, `commune`, `when` or `from` and `to` the filters; `page`; `room=1` keeps one's room."""
    filters = SearchFilters.from_query(request.GET)
    in_room = filters.room and request.user.is_authenticated
    context = {"filters": filters, "results": None, "unreachable": False, "own_proposals": []}
    if filters.text:
        try:
            keys = reader_keys(request.user)
            answer = search(filters, keys, get_language(), scopes=scopes_of(keys, filters.room))
        except EngineUnreachable as problem:
            logger.warning("The search engine does not answer: %s", problem)
            context |= {"unreachable": True, "index_missing": isinstance(problem, IndexMissing), "reason": str(problem)}
        else:
            context |= _results_context(answer)
            _note_unanswered(request, answer)
    if in_room and request.user.is_member and filters.text:
        context["own_proposals"] = own_proposals(request.user, filters.text)
    response = render(request, "search/results_room.html" if in_room else "search/results_public.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _note_unanswered(request, results: Results) -> None:
    """Only what visitors miss on the public site: who works here can say what they miss, and the words of a room stay in it."""
    agent = request.headers.get("User-Agent", "")
    is_visitor = not (request.user.is_authenticated or results.filters.room or ROBOTS.search(agent[:1000]))
    if results.is_unanswered and request.method == "GET" and is_visitor:
        SearchRequest.objects.note(results.filters.text, get_language(), client_address(request))


def _results_context(results: Results) -> dict:
    filters, facets = results.filters, facet_groups(results)
    return {
        "filters": filters,
        "results": results,
        "page": Paginator(range(results.total), PAGE_SIZE).get_page(filters.page),
        "facets": facets,
        "sheet": facet_sheet(results, facets),
        "exact_address": filters.replace(exactly=True).query(),
        "suggested_address": filters.replace(text=results.suggestion).query(),
        "elsewhere_address": filters.replace(room=not filters.room, kind="").query(),
        "cleared_address": filters.replace(kind="", commune="", when="", first=None, last=None).query(),
    }


@login_not_required
@require_safe
def suggestions(request):
    """The options of the search box while one types, as a fragment; empty where there is nothing to propose."""
    filters = SearchFilters.from_query(request.GET)
    try:
        keys = reader_keys(request.user)
        hits = suggest(filters.text, keys, get_language(), scopes=scopes_of(keys, filters.room))
    except EngineUnreachable as problem:
        logger.warning("The search engine does not answer: %s", problem)
        hits = []
    response = render(request, "search/_suggestions.html", {"hits": hits, "filters": filters})
    response["X-Robots-Tag"] = "noindex"
    return response
