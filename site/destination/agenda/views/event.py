"""The page of one event, its QR code, and the way to report a mistake in it."""

from datetime import date, datetime
from io import BytesIO

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from common.absolute_urls import absolute, in_every_language, language_links
from common.access import Audience
from common.models import shown_picture
from common.rate_limits import allows_message
from common.registry import call_hook, hook
from common.slugs import slug_of
from common.templatetags.components import drawn_once
from common.translations import fallback_in_words, origin_in_words
from destination.agenda.actions import refresh_occurrences, report_mistake
from destination.agenda.filters import AgendaFilters
from destination.agenda.forms.visitors import ReportForm
from destination.agenda.ical.links import add_links
from destination.agenda.models import Event, EventState, Occurrence, event_state, is_over
from destination.agenda.presenters.event_cards import (
    announced_place,
    card,
    listed_dates,
    listed_events,
    place_in_words,
    place_of_dates,
    place_to_go,
    shown_place,
)
from destination.agenda.presenters.event_page import (
    dates_in_words,
    dates_sentence,
    facts,
    notice,
    prices,
)
from destination.agenda.presenters.head import crumbs_to, event_head
from destination.agenda.presenters.listing import Listing
from destination.agenda.presenters.related import next_edition, similar_events
from destination.agenda.schedule import MAX_OCCURRENCES
from destination.agenda.serializers.structured_data import event_json
from destination.places.presenters.directions import directions
from destination.places.presenters.place_page import access, address_lines
from destination.places.presenters.situation import situation

OCCURRENCES_SHOWN = 12
ALSO_SHOWN = 3


@require_safe
@login_not_required
def event_page(request, slug, pk):
    event = _event_or_404(request, pk)
    if slug != _slug(event):
        return redirect(event.get_absolute_url(), permanent=True)
    talk = call_hook("agenda.event_talk", request, event)
    return render(request, "agenda/event.html", _context(request, event, ReportForm()) | {"event_talk": talk})


@hook("agenda.event_preview")
def preview(request, event: Event, language: str):
    """The page of an event that is perhaps not saved, for who writes or decides on it, whatever its audience: it is saved as if
    published, shown, and the transaction is undone."""
    language = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    with translation.override(language), transaction.atomic():
        event.live = True
        event.save()
        refresh_occurrences(event)
        shown = Event.objects.with_words().select_related("place__commune").get(pk=event.pk)
        response = render(request, "agenda/event.html", _context(request, shown, ReportForm()))
        transaction.set_rollback(True)
    response["Content-Language"] = language
    return response


@require_safe
@login_not_required
def event_map(request, slug, pk):
    """The large map with the event's place in its middle, and what lies around it."""
    event, now = _event_or_404(request, pk), timezone.now()
    _last, _to_come, dates = _shown_dates(event, now)
    spots = _place(event, event_state(event, dates, now), dates)["dots"]
    if not spots:
        raise Http404
    words, arguments = event.words_in(get_language()), {"slug": _slug(event), "pk": event.pk}
    title, url = words.title if words else event.title, event.get_absolute_url()
    context = situation(request.user, title, url, "agenda:event_map", arguments, spots[0])
    return render(request, "places/situation.html", context)


@require_safe
@login_not_required
def event_dates(request, slug, pk):
    """All the dates of a series, each with its state, those to come first."""
    event = _event_or_404(request, pk)
    if slug != _slug(event):
        return redirect("agenda:event_dates", slug=_slug(event), pk=pk, permanent=True)
    now, language = timezone.now(), get_language()
    occurrences = event.occurrences.order_by("starts_at")[:MAX_OCCURRENCES]
    coming, past = [], []
    for occurrence in occurrences:
        (past if is_over(occurrence, now) else coming).append(occurrence)
    addresses = in_every_language(lambda: reverse("agenda:event_dates", kwargs={"slug": _slug(event), "pk": pk}))
    context = {
        "event": event,
        "words": event.words_in(language),
        "when": dates_sentence(event.schedule_data, language),
        "state": event_state(event).component,
        "notice": notice(event, [], language),
        "dates": dates_in_words(coming, language),
        "past_dates": dates_in_words(past[::-1], language),
        "ics_url": reverse("agenda:event_ics", kwargs={"slug": _slug(event), "pk": pk}),
        "languages_here": language_links(addresses),
        "crumbs": [
            *crumbs_to("")[:-1],
            {"title": event.title, "url": event.get_absolute_url()},
            {"title": _("Toutes les dates"), "url": ""},
        ],
    }
    return render(request, "agenda/dates.html", context)


@require_safe
@login_not_required
def event_qr(request, slug, pk):
    """The event's address as a QR code, to print."""
    return qr_response(absolute(_event_or_404(request, pk).get_absolute_url()))


@require_POST
@login_not_required
def report(request, slug, pk):
    """A mistake in the event is mailed to its office; robots that fill every field are thanked and ignored."""
    event = _event_or_404(request, pk)
    form = ReportForm(request.POST)
    if not form.is_valid():
        return render(request, "agenda/event.html", _context(request, event, form), status=422)
    if not allows_message(request, "report"):
        form.add_error(None, _("Vous avez envoyé plusieurs signalements : réessayez dans une heure, ou appelez l’office."))
        return render(request, "agenda/event.html", _context(request, event, form), status=429)
    if not form.is_from_robot:
        report_mistake(event, form.cleaned_data["message"], form.cleaned_data["email"])
    messages.success(request, _("Merci. Votre signalement est parti à l’office de tourisme, qui va vérifier."))
    return redirect(event.get_absolute_url())


def qr_response(text: str) -> HttpResponse:
    drawing = BytesIO()
    segno.make(text, error="m").save(drawing, kind="svg", scale=6, border=2)
    response = HttpResponse(drawing.getvalue(), content_type="image/svg+xml")
    response["Cache-Control"] = "private, max-age=3600"
    return response


def _event_or_404(request, pk) -> Event:
    events = Event.objects.published().visible_to(request.user).with_words().select_related("place__commune")
    return get_object_or_404(events, pk=pk)


def _slug(event: Event) -> str:
    return slug_of(event.title, "evenement")


def _context(request, event: Event, form: ReportForm) -> dict:
    language, today, now = get_language(), timezone.localdate(), timezone.now()
    words = event.words_in(language)
    last, to_come, dates = _shown_dates(event, now)
    state = event_state(event, dates, now)
    is_public = event.audience == Audience.PUBLIC
    picture = shown_picture(event.picture, request.user)
    also_day = last.day if last and last.day >= today else today
    when = dates_sentence(event.schedule_data, language)
    title = state.marked(words.title if words else "")
    head = event_head(event, words, when, title)
    return {
        "event": event,
        "words": words,
        "words_lang": words.language if words and words.language != language else "",
        "fallback": fallback_in_words(words, language),
        "origin": origin_in_words(words),
        "tile_date": max(last.day, today) if last and last.last_day >= today else (last.day if last else None),
        "state": state.component,
        "notice": notice(event, dates, language),
        "past_too": state.is_over and state.is_struck,
        "when": when,
        "dates": dates_in_words(to_come[:OCCURRENCES_SHOWN], language) if len(to_come) > 1 else [],
        "shared_title": title,
        "more_dates": len(to_come) > OCCURRENCES_SHOWN,
        "facts": facts(event, state),
        "prices": prices(event),
        "booking_url": event.booking_url if state.is_bookable else "",
        "access": access(event, None if state.is_online else shown_place(event)),
        **_place(event, state, dates),
        "directions": _directions(event, state, dates),
        "categories": _categories(event, language),
        "category": event.categories.all()[0] if event.categories.all() else None,
        "picture": picture,
        "add_links": add_links(event, last, title, place_in_words(state, dates, announced_place(event)))
        if state.is_for_calendars
        else [],
        "absolute_url": absolute(event.get_absolute_url()),
        "map_url": reverse("agenda:event_map", kwargs={"slug": _slug(event), "pk": event.pk}),
        "qr_url": reverse("agenda:event_qr", kwargs={"slug": _slug(event), "pk": event.pk}),
        "report_url": reverse("agenda:report", kwargs={"slug": _slug(event), "pk": event.pk}),
        "form": form,
        # What nobody has filled in yet is the same for everybody.
        "report_fields": "" if form.is_bound else drawn_once("agenda/_report_fields.html", "", lambda: {"form": form}),
        **_also(request, event, also_day, state),
        "dates_url": reverse("agenda:event_dates", kwargs={"slug": _slug(event), "pk": event.pk}),
        "day_url": reverse("agenda:list") + AgendaFilters(day=also_day).query(),
        "json_ld": event_json(event, words, dates) if is_public else "",
        "head": head,
        "languages_here": language_links(in_every_language(event.get_absolute_url)),
        "crumbs": head.crumbs,
    }


def _shown_dates(event: Event, now: datetime) -> tuple[Occurrence | None, list[Occurrence], list[Occurrence]]:
    """The next date, or else the last; those to come; and those of which the page speaks."""
    occurrences = list(event.occurrences.from_day(timezone.localdate()).order_by("starts_at")[: OCCURRENCES_SHOWN + 1])
    to_come = [occurrence for occurrence in occurrences if not is_over(occurrence, now)]
    last = to_come[0] if to_come else event.occurrences.order_by("-starts_at").first()
    return last, to_come, to_come or ([last] if last else [])


def _place(event: Event, state: EventState, dates: list[Occurrence]) -> dict:
    """The place's name, the language it is in, its address; nothing of a place that is not public, nor where the event takes
    place online instead."""
    if state.is_online:
        return {"is_online": True, "place_name": "", "dots": [], "address": ""}
    elsewhere, place = place_of_dates(dates), place_to_go(event, dates)
    if elsewhere and place is None:
        return {"place_name": elsewhere, "dots": [], "address": "", "place_slug": "", "place_pk": None}
    town = event.commune.name if event.commune else ""
    if place is None:
        return {"place_name": "", "dots": [], "address": town if event.meeting_point else ""}
    words = place.words_in()
    return {
        "place_name": place.name,
        "dots": [(place.latitude, place.longitude)] if place.has_position else [],
        "place_slug": slug_of(place.name, "lieu"),
        "place_pk": place.pk,
        "coming": words.coming if words else "",
        "place_lang": words.language if words and words.language != get_language() else "",
        "address": ", ".join(address_lines(place)),
    }


def _directions(event: Event, state: EventState, dates: list[Occurrence]) -> list[dict]:
    """How to go there: to the place, else to the meeting point in its commune. None where nobody goes: it is online, called off
    or over."""
    if not state.is_reachable:
        return []
    elsewhere, place = place_of_dates(dates), place_to_go(event, dates)
    if elsewhere and place is None:
        return directions(elsewhere, address=elsewhere)
    if place and place.has_position:
        return directions(place.name, place.latitude, place.longitude)
    town = event.commune.name if event.commune else ""
    address = ", ".join(address_lines(place)) if place else event.meeting_point
    words = ", ".join(filter(None, [address, town if town not in address else ""]))
    return directions(event.title, address=words)


def _categories(event: Event, language: str) -> list[dict]:
    url = reverse("agenda:list")
    return [
        {"name": category.name_in(language), "url": url + AgendaFilters(categories=(category.code,)).query()}
        for category in event.categories.all()
    ]


def _also(request, event: Event, day: date, state: EventState) -> dict:
    """`also`: what else takes place that day, in the same commune first. Of what is over: `next_edition`, and what comes of the
    same kind."""
    if not state.is_over:
        return {"next_edition": None, "also": _same_day(request, event, day)}
    edition = next_edition(event, request.user)
    return {"next_edition": edition, "also": similar_events(event, request.user, edition and edition["pk"])}


def _same_day(request, event: Event, day: date) -> list[dict]:
    listing = Listing(AgendaFilters(day=day), request.user)
    others = [pk for pk in listing.on_day(day) if pk != event.pk]
    if event.commune_id:
        near = set(listing.events.among(listing.events.having("commune", event.commune.slug), others))
        others.sort(key=lambda pk: pk not in near)
    ids = others[:ALSO_SHOWN]
    if not ids:
        return []
    events, times, now = listed_events(ids, request.user), listed_dates(ids, day, day), timezone.now()
    return [card(events[pk], times[pk], day, now) for pk in ids if pk in events]
