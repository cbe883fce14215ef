"""What the form asks for while someone types. Nothing here changes anything."""

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import members_only
from common.drafts import BadFormToken, as_query, typed_fields
from destination.agenda.schedule import Schedule, default_horizon
from destination.agenda.schedule.checks import schedule_remarks
from destination.agenda.schedule.sentences import schedule_in_words
from destination.places.models import Place
from intranet.submissions.forms.when import When
from intranet.submissions.models import DraftToken
from intranet.submissions.presenters.duplicates import MOST_DAYS, likely_duplicates, nearby_that_day, position_of
from intranet.submissions.querysets.places import places_named, places_offered
from intranet.submissions.views.proposals import screens

DAYS_SHOWN = 6


def _fields(request):
    """What was typed so far, None when it is too much to be looked at while typing."""
    try:
        return typed_fields(request.POST)
    except (SuspiciousOperation, BadRequest):
        return None


def days_of(schedule: Schedule | None) -> list:
    """The first days of a schedule from today on, or its first ones when all are past."""
    if not schedule:
        return []
    horizon = default_horizon(timezone.localdate(), schedule.first_day)
    to_come = schedule.occurrences(horizon, horizon_start=timezone.localdate(), limit=MOST_DAYS)
    return [occurrence.day for occurrence in to_come or schedule.occurrences(horizon, limit=MOST_DAYS)]


@csrf_exempt  # reads only, and goes on answering in a page that was open before signing in again
@require_POST
@members_only
def schedule_sentence(request):
    """The dates as a sentence, with remarks about them."""
    fields = _fields(request)
    if fields is None:
        return HttpResponse(status=413)
    section = When(as_query(fields), checked=True, person=request.user)
    section.all_errors()
    days = days_of(section.schedule)
    return render(
        request,
        "submissions/_sentence.html",
        {
            "sentence": schedule_in_words(section.schedule, get_language()) if section.schedule else "",
            "remarks": schedule_remarks(section.schedule) if section.schedule else [],
            "days": days[:DAYS_SHOWN] if len(days) > 1 else [],
            "more": len(days) > DAYS_SHOWN,
        },
    )


@csrf_exempt  # reads only
@require_POST
@members_only
def similar_events(request):
    """Likely duplicates of what is being typed, and events nearby on the same day."""
    fields = _fields(request)
    if fields is None:
        return HttpResponse(status=413)
    raw = as_query(fields)
    section = When(raw, checked=True, person=request.user)
    section.all_errors()
    days = days_of(section.schedule)
    place = _place(raw, request.user)
    title = next((raw[name] for name in raw if name.endswith("-title") and raw[name].strip()), "")[:200]
    try:
        own_event = DraftToken.read(request.POST.get("ticket", "")).thing_id
    except BadFormToken:
        own_event = None
    same = likely_duplicates(request.user, title, days, place_id=place.pk if place else None, without=own_event)
    shown_already = tuple(similar.event.pk for similar in same) + ((own_event,) if own_event else ())
    nearby = nearby_that_day(request.user, days[0], position_of(place), without=shown_already) if days and place else []
    return render(request, "submissions/_similar.html", {"same": same, "nearby": nearby})


def _place(raw, person) -> Place | None:
    name = raw.get("place_name", "")[:200]
    matches = places_named(name, person) if name.strip() else []
    return next((place for place in matches if str(place.pk) == raw.get("place")), matches[0] if len(matches) == 1 else None)


@require_safe
@members_only
def offer_places(request):
    places = places_offered(request.GET.get("q", "")[:100], request.user)
    return JsonResponse(
        {
            "places": [
                {"id": place.pk, "name": place.name, "commune": str(place.commune), "kind": place.get_kind_display()}
                for place in places
            ]
        }
    )


@csrf_exempt  # the ticket of the form stands for the token, as in `proposals.draft_page`
@require_POST
@members_only
def upload_picture(request):
    return screens.upload_picture(request)
