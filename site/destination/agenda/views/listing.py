"""The agenda as a list, a week, a month, a map: the same filters in another form."""

from datetime import date, timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from common.absolute_urls import absolute, filtered_in_every_language
from common.date_formats import formats_of
from destination.agenda.filters import AgendaFilters
from destination.agenda.presenters import chips
from destination.agenda.presenters.listing import MONTH_SHOWN, WEEK_SHOWN, Listing, month_of, week_of, with_times_and_prices
from destination.agenda.schedule.sentences import day_in_words, days_in_words

POINT_FACTS = ("title", "url", "day", "place", "latitude", "longitude")


@require_safe
@login_not_required
def agenda_list(request):
    """By day, with sticky headings; what lasts for weeks stands above."""
    filters = AgendaFilters.from_query(request.GET)
    listing = Listing(filters, request.user)
    days, ongoing = listing.days()
    context = _shared(request, listing, "agenda:list") | {"days": days, "ongoing": ongoing, "page": listing.page}
    more = len(listing.ongoing_ids) - len(ongoing)
    if ongoing and more > 0 and not filters.ongoing:
        context["ongoing_url"] = reverse("agenda:list") + filters.replace(ongoing=True).query()
        context["ongoing_count"] = len(listing.ongoing_ids)
    if not days and not ongoing:
        context["next_days"] = _links_to_days(listing)
    return render(request, "agenda/list.html", context)


@require_safe
@login_not_required
def agenda_week(request):
    filters = AgendaFilters.from_query(request.GET)
    day = _shown_day(filters, request.user)
    week = week_of(day)
    listing = Listing(filters.replace(day=None, first=week[0], last=week[-1]), request.user)
    context = _shared(request, listing, "agenda:week") | {
        "cells": _with_links(listing.cells(week, WEEK_SHOWN), filters),
        "heading": days_in_words(week[0], week[-1], get_language()),
        **_around(filters, "agenda:week", week[0] - timedelta(days=7), week[0] + timedelta(days=7)),
    }
    return render(request, "agenda/week.html", context)


@require_safe
@login_not_required
def agenda_month(request):
    filters = AgendaFilters.from_query(request.GET)
    day = _shown_day(filters, request.user)
    weeks = month_of(day)
    days = [day for week in weeks for day in week]
    listing = Listing(filters.replace(day=None, first=days[0], last=days[-1]), request.user)
    cells = _with_links(listing.cells(days, MONTH_SHOWN), filters)
    for cell in cells:
        cell["is_other"] = cell["date"].month != day.month
    formats = formats_of(get_language())
    context = _shared(request, listing, "agenda:month") | {
        "weeks": [cells[start : start + 7] for start in range(0, len(cells), 7)],
        "weekdays": formats.weekdays,
        "heading": f"{formats.months[day.month - 1]} {day.year}",
        "month_total": sum(cell["count"] for cell in cells if not cell["is_other"]),
        **_around(filters, "agenda:month", days[6].replace(day=1) - timedelta(days=1), day.replace(day=28) + timedelta(days=4)),
    }
    return render(request, "agenda/month.html", context)


@require_safe
@login_not_required
def agenda_map(request):
    """The next events that have a position, on a map beside their list."""
    listing = Listing(AgendaFilters.from_query(request.GET), request.user)
    rows = _with_days(with_times_and_prices(listing.points()))
    context = _shared(request, listing, "agenda:map") | {
        "points": rows,
        "dots": sorted({(point["latitude"], point["longitude"]) for point in rows}),
        "points_url": reverse("agenda:points") + listing.filters.query(),
    }
    return render(request, "agenda/map.html", context)


@require_safe
@login_not_required
def points(request):
    """`{"points": [{"id", "title", "lang", "url", "day", "place", "latitude", "longitude"}], "total"}`, degrees WGS 84."""
    listing = Listing(AgendaFilters.from_query(request.GET), request.user)
    rows = [
        {"id": point["pk"], **{name: point[name] for name in POINT_FACTS}, "lang": point["lang"] or get_language()}
        for point in _with_days(listing.points())
    ]
    response = JsonResponse({"points": rows, "total": listing.total})
    response["Cache-Control"] = "private, max-age=60"
    return response


def _shared(request, listing: Listing, view: str) -> dict:
    """What every form of the agenda shows around its events."""
    filters, url = listing.filters, reverse(view)
    address_filters = AgendaFilters.from_query(request.GET)
    kept = _with_filters(listing, address_filters)
    described = Listing(address_filters, request.user, listing.events) if address_filters != filters else listing
    feed = filters.query(near=False, page=False) if view in ("agenda:list", "agenda:map") else address_filters.lasting_query()
    period = chips.period_in_words(listing) if view in ("agenda:list", "agenda:map") else ""
    # A day chosen leads out of the week or month to the list of that day.
    list_url = url if view == "agenda:map" else reverse("agenda:list")
    return {
        "filters": address_filters,
        "chosen_day": address_filters.day.isoformat() if isinstance(address_filters.day, date) else "",
        "chosen_from": address_filters.first.isoformat() if address_filters.first else "",
        "chosen_to": address_filters.last.isoformat() if address_filters.last else "",
        "total": listing.total,
        "period": period,
        "shortcuts": chips.shortcuts(described, list_url),
        "first_chips": chips.first_chips(kept, url),
        "groups": chips.groups(kept, url),
        "removable": chips.removable(kept, url),
        "views": chips.views(address_filters.replace(), view),
        "list_url": list_url,
        "here_url": url,
        "hidden_fields": [pair for pair in address_filters.parameters(page=False) if pair[0] not in ("day", "from", "to")],
        "clear_url": url + AgendaFilters(day=address_filters.day, first=address_filters.first, last=address_filters.last).query(),
        "subscribe_url": reverse("agenda:subscribe") + address_filters.lasting_query(),
        "share_url": reverse("agenda:share") + address_filters.lasting_query(),
        "rss_url": reverse("agenda:rss") + feed,
        "atom_url": reverse("agenda:atom") + feed,
        "ics_url": reverse("agenda:ics") + feed,
        "near_url": url + address_filters.replace(near=None).query(),
        "canonical": absolute(url + address_filters.query(near=False)),
        **filtered_in_every_language(lambda: reverse(view), address_filters),
    }


def _with_filters(listing: Listing, filters: AgendaFilters) -> Listing:
    """The same counts (those of the week or month shown), whose chips keep the filters of the address."""
    if filters == listing.filters:
        return listing
    result = Listing(filters, listing.user, listing.events)
    result.counts = listing.counts
    return result


def _shown_day(filters: AgendaFilters, user) -> date:
    """The day whose week or month is shown: the first of the filters, or today."""
    return Listing(filters, user).first


def _around(filters: AgendaFilters, view: str, before: date, after: date) -> dict:
    url = reverse(view)
    return {
        "before_url": url + filters.replace(day=before, first=None, last=None).query(),
        "after_url": url + filters.replace(day=after, first=None, last=None).query(),
        "now_url": url + filters.without_days().query(),
    }


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


def _with_days(points: list[dict]) -> list[dict]:
    language = get_language()
    labels: dict[date, str] = {}
    for point in points:
        day = point["date"]
        if day not in labels:
            labels[day] = day_in_words(day, language, with_year=False)
        point["day"] = labels[day]
    return points
