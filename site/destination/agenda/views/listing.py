"""The agenda as a list, a week, a month, a map: the same filters in another form."""

from datetime import date, timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from common.date_formats import formats_of
from common.filters import FIRST_DAY, LAST_DAY
from common.templatetags.components import drawn_once
from destination.agenda.facets import index
from destination.agenda.filters import AgendaFilters
from destination.agenda.presenters import chips
from destination.agenda.presenters.head import crumbs_to, list_head
from destination.agenda.presenters.listing import MONTH_SHOWN, WEEK_SHOWN, Listing, month_of, week_of
from destination.agenda.presenters.points import points_in_full, points_of
from destination.agenda.schedule.sentences import day_in_words, days_in_words
from destination.places.presenters.distances import nearness

POINT_FACTS = ("title", "url", "day", "place", "latitude", "longitude", "state", "state_words")


@require_safe
@login_not_required
def agenda_list(request):
    """By day, with sticky headings; what lasts for weeks stands above."""
    filters = AgendaFilters.from_query(request.GET)
    listing = Listing(filters, request.user)
    days, ongoing = listing.days()
    context = _shared(request, listing, "agenda:list") | {"days": days, "ongoing": ongoing, "page": listing.page}
    context["over_url"] = _over_url(filters)
    if not filters.ongoing:
        context |= _more_ongoing(listing, ongoing, filters)
    context |= _around_day(filters)
    if not days and not ongoing:
        context["next_days"] = _links_to_days(listing)
    return render(request, "agenda/list.html", context)


@require_safe
@login_not_required
def agenda_over(request):
    """What is over today: the fold of the list asks for it when it is opened; without JavaScript it is a page of its own."""
    filters = AgendaFilters.from_query(request.GET)
    listing = Listing(filters.without_days().replace(day="today", page=filters.page), request.user)
    page, events = listing.over_lines()
    title = _("Terminés aujourd’hui")
    context = {
        "title": title,
        "today": listing.today,
        "crumbs": crumbs_to(title),
        "events": events,
        "page": page,
        "list_url": reverse("agenda:list") + filters.replace().query(),
        "over_url": _over_url(filters),
    }
    response = render(request, "agenda/_over.html" if request.htmx else "agenda/over.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
@login_not_required
def agenda_week(request):
    filters, rows = AgendaFilters.from_query(request.GET), index.current()
    week = week_of(rows.bounds(filters)[0])
    listing = Listing(filters.replace(day=None, first=week[0], last=week[-1]), request.user, rows)
    heading = days_in_words(week[0], week[-1], get_language())
    context = _shared(request, listing, "agenda:week", heading) | {
        "cells": _with_links(listing.cells(week, WEEK_SHOWN), filters),
        "past_count": _past_days(week, listing.today),
        "heading": heading,
        **_ongoing(listing, filters),
        **_around(filters, "agenda:week", week[0] - timedelta(days=7), week[0] + timedelta(days=7)),
    }
    return render(request, "agenda/week.html", context)


@require_safe
@login_not_required
def agenda_month(request):
    filters, rows = AgendaFilters.from_query(request.GET), index.current()
    day = rows.bounds(filters)[0]
    weeks = month_of(day)
    days = [day for week in weeks for day in week]
    listing = Listing(filters.replace(day=None, first=days[0], last=days[-1]), request.user, rows)
    cells = _with_links(listing.cells(days, MONTH_SHOWN), filters)
    formats = formats_of(get_language())
    this_month = [each for each in days if each.month == day.month]
    past_count = _past_days(this_month, listing.today)
    for cell in cells:
        cell["is_other"] = cell["date"].month != day.month
        cell["is_folded"] = cell["is_past"] and past_count > 0
    heading = f"{formats.months[day.month - 1]} {day.year}"
    context = _shared(request, listing, "agenda:month", heading) | {
        "past_count": past_count,
        "weeks": [cells[start : start + 7] for start in range(0, len(cells), 7)],
        "weekdays": formats.weekdays,
        "heading": heading,
        **_ongoing(listing, filters),
        "month_total": sum(cell["count"] for cell in cells if not cell["is_other"]),
        **_around(filters, "agenda:month", days[6].replace(day=1) - timedelta(days=1), day.replace(day=28) + timedelta(days=4)),
    }
    return render(request, "agenda/month.html", context)


@require_safe
@login_not_required
def agenda_map(request):
    """The next events that have a position, on a map beside their list."""
    listing = Listing(AgendaFilters.from_query(request.GET), request.user)
    rows = points_in_full(listing)
    context = _shared(request, listing, "agenda:map") | {
        "points": rows,
        "dots": sorted({(point["latitude"], point["longitude"]) for point in rows}),
        "points_url": reverse("agenda:points") + listing.filters.query(),
    }
    return render(request, "agenda/map.html", context)


@require_safe
@login_not_required
def points(request):
    """`{"points": [{"id", "title", "lang", "url", "day", "place", "latitude", "longitude", "state", "state_words"}], "total"}`,
    degrees WGS 84; `state` as the components know it, `state_words` empty where there is nothing to say."""
    listing = Listing(AgendaFilters.from_query(request.GET), request.user)
    rows = [
        {"id": point["pk"], **{name: point[name] for name in POINT_FACTS}, "lang": point["lang"] or get_language()}
        for point in points_of(listing)
    ]
    response = JsonResponse({"points": rows, "total": listing.total})
    response["Cache-Control"] = "private, max-age=60"
    return response


def _shared(request, listing: Listing, view: str, heading: str = "") -> dict:
    """What every form of the agenda shows around its events; `heading` is the week or the month shown."""
    filters, url = listing.filters, reverse(view)
    address_filters = AgendaFilters.from_query(request.GET)
    kept = _with_filters(listing, address_filters)
    described = Listing(address_filters, request.user, listing.events) if address_filters != filters else listing
    follows_days = view in ("agenda:list", "agenda:map")
    feed = filters.query(near=False, page=False) if follows_days else address_filters.lasting_query()
    # Where nothing narrows the list, no chip is on, and none needs to be made to know it.
    chosen = _chosen_chips(kept, url) if address_filters.narrows else ()
    return {
        "tools": _drawn_tools(kept, described, view, listing.total),
        "total": listing.total,
        "other_days": not listing.holds_today,
        "period": chips.period_in_words(listing) if follows_days else "",
        "subscribe_url": reverse("agenda:subscribe") + address_filters.lasting_query(),
        "share_url": reverse("agenda:share") + address_filters.lasting_query(),
        "rss_url": reverse("agenda:rss") + feed,
        "atom_url": reverse("agenda:atom") + feed,
        "head": list_head(listing, address_filters, view, heading, *chosen),
    }


def _drawn_tools(listing: Listing, described: Listing, view: str, total: int) -> SafeString:
    """Drawn anew only where something of it differs: the filters, the numbers beside them, the names to choose from."""
    numbers = tuple(listing.counts.items()), tuple(described.counts.items()), total
    key = view, listing.filters, numbers, listing.user.is_authenticated, listing.today, listing.events.names
    return drawn_once("agenda/_tools.html", key, lambda: _tools(listing, described, view, total))


def _tools(listing: Listing, described: Listing, view: str, total: int) -> dict:
    """What `agenda/_tools.html` shows: shortcuts, a date, the forms of the agenda, filters."""
    filters, url = listing.filters, reverse(view)
    # A day chosen leads out of the week or month to the list of that day.
    list_url = url if view == "agenda:map" else reverse("agenda:list")
    shortcuts, first = chips.shortcuts(described, list_url), chips.first_chips(listing, url)
    groups, removable = chips.groups(listing, url), chips.removable(listing, url)
    sheet_groups = [{"title": _("Que cherchez-vous ?"), "chips": first}, *groups]
    if view in ("agenda:list", "agenda:map"):
        sheet_groups.insert(0, {"title": _("Quand"), "chips": shortcuts, "in_sight": True})
    return {
        "filters": filters,
        "sheet": filters.sheet(url, sheet_groups, removable, ("near", "km", "from", "to")),
        "chosen_day": filters.day.isoformat() if isinstance(filters.day, date) else "",
        "chosen_from": filters.first.isoformat() if filters.first else "",
        "chosen_to": filters.last.isoformat() if filters.last else "",
        "total": total,
        "shortcuts": shortcuts,
        "first_chips": first,
        "groups": groups,
        "removable": removable,
        "views": chips.views(filters.replace(), view),
        "list_url": list_url,
        "hidden_fields": [pair for pair in filters.parameters(page=False) if pair[0] not in ("day", "from", "to")],
        "clear_url": url + AgendaFilters(day=filters.day, first=filters.first, last=filters.last).query(),
        "near": nearness(filters, url, listing.events.communes),
    }


def _chosen_chips(listing: Listing, url: str) -> list[list[dict]]:
    groups = (group["chips"] for group in chips.groups(listing, url))
    return [chips.first_chips(listing, url), *groups, chips.removable(listing, url)]


def _over_url(filters: AgendaFilters) -> str:
    return reverse("agenda:over") + filters.without_days().query()


def _with_filters(listing: Listing, filters: AgendaFilters) -> Listing:
    """The same counts (those of the week or month shown), whose chips keep the filters of the address."""
    if filters == listing.filters:
        return listing
    result = Listing(filters, listing.user, listing.events)
    result.counts = listing.counts
    return result


def _ongoing(listing: Listing, filters: AgendaFilters) -> dict:
    """What goes on above a week or a month: a few lines, and the way to all of them."""
    ongoing = listing.now_on()
    return {
        "ongoing": ongoing,
        **_more_ongoing(listing, ongoing, filters.replace(first=listing.first, last=listing.last, day=None)),
    }


def _more_ongoing(listing: Listing, ongoing: list[dict], filters: AgendaFilters) -> dict:
    if not ongoing or len(listing.now_on_ids) <= len(ongoing):
        return {}
    return {
        "ongoing_url": reverse("agenda:list") + filters.replace(ongoing=True).query(),
        "ongoing_count": len(listing.now_on_ids),
    }


def _around(filters: AgendaFilters, view: str, before: date, after: date) -> dict:
    url = reverse(view)
    return {
        "before_url": url + filters.replace(day=before, first=None, last=None).query(),
        "after_url": url + filters.replace(day=after, first=None, last=None).query(),
        "now_url": url + filters.without_days().query(),
        "has_today": before < timezone.localdate() < after,
    }


def _around_day(filters: AgendaFilters) -> dict:
    """The way to the days before and after where the list is that of one day; nothing elsewhere."""
    today = timezone.localdate()
    day = today if filters.day == "today" else filters.day
    if not isinstance(day, date) or not FIRST_DAY < day < LAST_DAY:
        return {}
    url, language = reverse("agenda:list"), get_language()
    before, after = day - timedelta(days=1), day + timedelta(days=1)

    def words(other: date) -> str:
        return day_in_words(other, language, with_year=other.year != today.year)

    return {
        "before_url": url + filters.replace(day=before).query(),
        "before_words": words(before),
        "after_url": url + filters.replace(day=after).query(),
        "after_words": words(after),
        "now_url": url + filters.replace(day="today").query(),
        "has_today": day == today,
    }


def _past_days(days: list[date], today: date) -> int:
    """How many days a telephone folds away: those before today, where today is one of these days."""
    return sum(day < today for day in days) if today in days else 0


def _with_links(cells: list[dict], filters: AgendaFilters) -> list[dict]:
    url = reverse("agenda:list")
    for cell in cells:
        cell["url"] = url + filters.replace(day=cell["date"], first=None, last=None).query()
    return cells


def _links_to_days(listing: Listing) -> list[dict]:
    url, language = reverse("agenda:list"), get_language()
    filters = listing.filters if listing.bits else AgendaFilters()
    return [
        {
            "label": day_in_words(day, language, with_year=day.year != listing.today.year),
            "url": url + filters.replace(day=day, first=None, last=None).query(),
        }
        for day in listing.next_days()
    ]
