"""Propose from a calendar file: give it, see what was understood, choose, complete, propose."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import Territory
from accounts.permissions import members_only
from common.text import row_key
from destination.agenda.models import Category
from destination.agenda.permissions import may_see_event
from destination.agenda.schedule import ScheduleError
from destination.agenda.schedule.sentences import schedule_in_words
from destination.agenda.schedule.serialization import schedule_from_json
from destination.places.models import Place
from intranet.submissions.actions.cancellations import cancellation_of
from intranet.submissions.actions.imports import (
    Choice,
    events_by_uid,
    keep_choices,
    known_uid,
    propose_rows,
    report_in_words,
    understand,
    usual_commune,
    why_not,
)
from intranet.submissions.forms.imports import CalendarForm, ForAllForm, RowForm
from intranet.submissions.models import CalendarImport
from intranet.submissions.models.state_changes import slots_in_words
from intranet.submissions.presenters.duplicates import MOST_DAYS, likely_duplicates
from intranet.submissions.views.suggestions import days_of

BY_PAGE = 25
# What is chosen for all rows, and its name in an address.
FOR_ALL = {"category": "categorie", "commune": "commune"}
HIDDEN_PROBLEMS_FROM = 6


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def import_calendar(request):
    try:
        form = CalendarForm(request.POST, request.FILES) if request.method == "POST" else CalendarForm()
    except (SuspiciousOperation, BadRequest):
        return render(request, "submissions/too_much.html", status=413)
    if form.is_bound and form.is_valid():
        cleaned = form.cleaned_data
        calendar = understand(cleaned["content"], cleaned["name"] or "", request.user, address=cleaned.get("address") or "")
        return redirect("submissions:import_rows", key=calendar.key)
    earlier = CalendarImport.objects.filter(author=request.user).defer("rows", "problems")[:5]
    return render(request, "submissions/import.html", {"form": form, "earlier": earlier}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def import_rows(request, key):
    calendar = get_object_or_404(CalendarImport, key=key, author=request.user)
    page = Paginator(range(len(calendar.rows)), BY_PAGE).get_page(request.GET.get("page"))
    numbers = list(page.object_list)
    initial = {"commune": usual_commune(request.user)} | _for_all_in(request.GET)
    for_all = ForAllForm(request.POST or None, initial=initial, prefix="all")
    forms = {
        number: RowForm(request.POST or None, prefix=f"row-{number}", initial=_initial(calendar.rows[number]))
        for number in numbers
    }
    if request.method == "POST" and for_all.is_valid() and not any(form.errors for form in forms.values()):
        keep_choices(calendar, {number: _kept(form.cleaned_data) for number, form in forms.items()})
        if other := row_key(request.POST.get("page")):
            return redirect(_page_address(key, other, for_all.cleaned_data))
        choices = _choices(request, calendar, for_all.cleaned_data)
        if choices:
            report = propose_rows(calendar, request.user, choices)
            is_done = report.proposed or report.cancelled
            (messages.success if is_done else messages.warning)(request, report_in_words(report))
        else:
            messages.warning(request, _("Cochez au moins un événement."))
        return redirect(_page_address(key, page.number, for_all.cleaned_data))
    existing = events_by_uid([calendar.rows[number] for number in numbers])
    lines = [_line(calendar.rows[number], forms[number], existing, request.user) for number in numbers]
    return render(
        request,
        "submissions/import_rows.html",
        {
            "calendar": calendar,
            "page": page,
            "lines": lines,
            "for_all": for_all,
            "number": len(calendar.rows),
            "problems": calendar.problems[:HIDDEN_PROBLEMS_FROM],
            "more_problems": calendar.problems[HIDDEN_PROBLEMS_FROM:],
            "proposed": sum(bool(row.get("event")) for row in calendar.rows),
            "is_over": all(line["is_known"] and not line["cancellation"] for line in lines) and not page.has_next(),
        },
        status=422 if request.method == "POST" else 200,
    )


def _page_address(key, number: int, for_all: dict) -> str:
    """A page of the rows, with what was chosen for all of them."""
    chosen = {FOR_ALL[name]: row.pk for name, row in for_all.items() if row}
    return f"{reverse('submissions:import_rows', args=[key])}?{urlencode({'page': number} | chosen)}"


def _for_all_in(query) -> dict:
    chosen = {name: row_key(query.get(parameter)) for name, parameter in FOR_ALL.items()}
    return {name: key for name, key in chosen.items() if key}


def _initial(row: dict) -> dict:
    """What was ticked and completed before the pages were turned, else what the file says."""
    return {"place_name": row["place_text"], "commune": row["commune"] if not row["place"] else None} | row.get("choice", {})


def _kept(cleaned: dict) -> dict:
    rows = {name: cleaned[name].pk if cleaned[name] else None for name in ("category", "commune")}
    return {name: cleaned[name] for name in ("chosen", "place_name", "create_place")} | rows


def _choices(request, calendar: CalendarImport, for_all: dict) -> dict[int, Choice]:
    """The rows ticked on this page and on those that were turned before it; with « propose all », also every row of a page that
    was not looked at and is worth it."""
    takes_all = request.POST.get("action") == "all"
    existing = events_by_uid(calendar.rows) if takes_all else {}
    kept = {number: row["choice"] for number, row in enumerate(calendar.rows) if "choice" in row}
    categories = Category.objects.in_bulk([choice["category"] for choice in kept.values() if choice["category"]])
    communes = Territory.objects.defer("outline", "presentation").in_bulk(
        [choice["commune"] for choice in kept.values() if choice["commune"]]
    )
    choices = {}
    for number, row in enumerate(calendar.rows):
        if choice := kept.get(number):
            if choice["chosen"]:
                name = choice["place_name"] if choice["place_name"] != row["place_text"] else ""
                category = categories.get(choice["category"], for_all["category"])
                commune = communes.get(choice["commune"], for_all["commune"])
                choices[number] = Choice(category, name, commune, choice["create_place"])
        elif takes_all and known_uid(row) not in existing and not why_not(row):
            choices[number] = Choice(for_all["category"], "", for_all["commune"])
    return choices


def _line(row: dict, form: RowForm, existing: dict, person) -> dict:
    event = existing.get(known_uid(row))
    cancellation = cancellation_of(row, event, person) if event else None
    if cancellation and not may_see_event(person, event):
        cancellation = None
    try:
        schedule = schedule_from_json(row["schedule"])
        sentence, days = schedule_in_words(schedule, get_language()), days_of(schedule)
    except ScheduleError as problem:
        sentence, days = str(problem.message), []
    reason = "" if event else why_not(row)
    duplicates = [] if event or reason else likely_duplicates(person, row["title"], days[:MOST_DAYS], place_id=row["place"])
    if cancellation:
        form.fields["chosen"].label = _("Annuler ces dates") if cancellation.keys else _("Annuler cet événement")
    if not form.is_bound and "chosen" not in form.initial:
        form.initial["chosen"] = cancellation.is_allowed if cancellation else not (event or reason or duplicates)
    return {
        "row": row,
        "form": form,
        "sentence": sentence,
        "event": event if event and may_see_event(person, event) else None,
        "is_known": event is not None,
        "cancellation": cancellation,
        "cancelled_days": slots_in_words(cancellation.slots, get_language()) if cancellation else "",
        "waits": event is not None and not event.live and not event.removed_at,
        "reason": reason,
        "duplicates": duplicates,
        "place": Place.objects.filter(pk=row["place"]).prefetch_related("words").first() if row["place"] else None,
        "failure": row.get("failure", ""),
    }
