"""“This date is cancelled, postponed, full, elsewhere”: said by who may change the event, read by visitors at once."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from destination.agenda.actions import occurrences_to_show
from destination.agenda.models import Event, event_state
from destination.agenda.presenters.event_page import dates_in_words, notice
from destination.agenda.schedule import ScheduleError
from intranet.submissions.actions.states import NothingChanged, announce_change
from intranet.submissions.actions.workflow import ModerationError
from intranet.submissions.forms.states import StateForm
from intranet.submissions.models import Decision
from intranet.submissions.models.state_changes import DateGone, StateChange, apply_change
from intranet.submissions.permissions import changeable_event

PREVIEWED = 6


@require_http_methods(["GET", "HEAD", "POST"])
def states(request, pk):
    """`?date=` chooses a date beforehand. A POST with `action=preview` shows what visitors would read, and changes nothing."""
    event = changeable_event(request.user, pk)
    if not event.live:  # nobody reads it yet: its form says it all
        raise Http404
    if request.method != "POST":
        return _page(request, event, StateForm(event, initial={"dates": request.GET.getlist("date")}))
    form = StateForm(event, request.POST)
    if not form.is_valid():
        return _page(request, event, form, status=422)
    if request.POST.get("action") == "preview":
        return _page(request, event, form, preview=_preview(event, form.change))
    try:
        verb = announce_change(event, request.user, form.change).verb
    except NothingChanged:  # the second click of two, or the second tab
        verb = Decision.Verb.ANNOUNCED
    except ModerationError as error:
        event = changeable_event(request.user, pk)
        return _page(request, event, StateForm(event, request.POST), status=409, problem=str(error))
    return redirect(f"{reverse('submissions:history', args=[event.pk])}?fait={verb}")


def _page(request, event: Event, form: StateForm, status=200, **context):
    context = {"problem": "", "preview": None} | context
    return render(request, "submissions/states.html", {"event": event, "form": form} | context, status=status)


def _preview(event: Event, change: StateChange) -> dict | None:
    """The banner and the dates as visitors would read them; None where the dates changed meanwhile, which the answer to the form
    says."""
    try:
        apply_change(event, change)
        dates = occurrences_to_show(event)
    except (DateGone, ScheduleError):
        return None
    days = {key[:10] for key in change.keys}
    chosen = [each for each in dates if not days or each.original_day.isoformat() in days] or dates
    state = event_state(event, chosen)
    lines = dates_in_words(chosen[:PREVIEWED], get_language())
    return {"state": state.component, "notice": notice(event, chosen, get_language()), "dates": lines if change.keys else []}
