"""The queue of the moderators, and the addresses that receive their decisions."""

from functools import wraps
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from common.text import row_key
from common.waiting import next_to_decide
from destination.agenda.models import Event
from destination.agenda.permissions import may_see_event
from intranet.submissions.actions import comments_and_claims, decisions
from intranet.submissions.actions.workflow import ModerationError
from intranet.submissions.models import CannedReason, Claim, Decision
from intranet.submissions.permissions import moderators_only
from intranet.submissions.presenters.moderation_detail import detail_of, message_of
from intranet.submissions.presenters.moderation_lists import (
    Kind,
    ModerationFilters,
    Pile,
    counters,
    filter_choices,
    line_of,
    pile_of,
    with_line_rows,
)

BY_PAGE = 25
MOST_SHOWN_AGAIN = 20_000  # four times what is accepted: enough to shorten it, not enough to choke a browser
KEPT_IN_ADDRESS = ("liste", "commune", "categorie", "organisme", "nature", "page")


def _query(values, **changes) -> str:
    parts = {name: values.get(name, "") for name in KEPT_IN_ADDRESS} | changes
    return urlencode({name: value for name, value in parts.items() if value})


def _pile(request) -> Pile:
    text = request.GET.get("liste", "")
    return Pile(text) if text in Pile.values else Pile.WAITING


@require_safe
@moderators_only
def queue(request):
    """`?liste=` one of the four lists, filters, `?evenement=12` the one to decide on, `?fait=34` the decision just taken."""
    return show_queue(request)


def show_queue(request, status=200, **context):
    pile, filters = _pile(request), ModerationFilters.from_query(request.GET)
    everything = pile_of(pile)
    events = filters.applied_to(everything)
    # Their keys first: joined to all that a line shows, PostgreSQL would read every event to find the few that wait.
    page = Paginator(list(events.values_list("pk", flat=True)), BY_PAGE).get_page(request.GET.get("page"))
    lines = [line_of(event, request.user) for event in with_line_rows(events.filter(pk__in=page.object_list))]
    selected = context.pop("selected", None) or _selected(request)
    return render(
        request,
        "submissions/moderation/queue.html",
        {
            "pile": pile,
            "tabs": _tabs(pile),
            "lines": [(line, f"?{_query(request.GET, evenement=line['event'].pk)}") for line in lines],
            "page": page,
            "filters": filters,
            "choices": filter_choices(everything),
            "kinds": Kind.choices,
            "typed_words": "",
            "preview": "",
            "list_url": f"{reverse('submissions:queue')}?{_query(request.GET)}",
            "selected": selected,
            "next_pk": next_to_decide([line["event"].pk for line in lines], selected and selected.pk),
            **(detail_of(selected, request) if selected else {}),
            **_undo(request),
            **context,
        },
        status=status,
    )


def _tabs(pile: Pile) -> list[dict]:
    counted, address = counters(), reverse("submissions:queue")
    return [
        {"title": tab.label, "url": f"{address}?liste={tab.value}", "is_current": tab == pile, "count": counted[tab]}
        for tab in Pile
    ]


def _selected(request) -> Event | None:
    pk = row_key(request.GET.get("evenement"))
    event = _with_detail().filter(pk=pk).first() if pk else None
    return event if event and may_see_event(request.user, event) else None


def _with_detail():
    return Event.objects.with_words().select_related("latest_revision__user", "author", "claim__person")


def _undo(request) -> dict:
    """The decision just taken, with its undo while it can be taken back."""
    pk = row_key(request.GET.get("fait"))
    decision = pk and Decision.objects.filter(pk=pk, person=request.user).select_related("event").first()
    if not decision:
        return {}
    sentence = _("« %(title)s » : %(verb)s.") % {"title": decision.event.title, "verb": decision.get_verb_display()}
    undo = reverse("submissions:take_back", args=[decision.pk]) if decisions.may_take_back(decision) else ""
    return {"toast": sentence, "undo_url": undo}


# ---- decisions --------------------------------------------------------------------------------------------------------


def _to_queue(request, **changes):
    return redirect(f"{reverse('submissions:queue')}?{_query(request.POST, **changes)}")


def _decided(request, decision: Decision):
    """On to the next of the list."""
    return _to_queue(request, fait=decision.pk, page="", evenement=row_key(request.POST.get("next")))


def _revision(request) -> int | None:
    return row_key(request.POST.get("revision"))


def deciding(view):
    """A moderator's POST: an error stands as a sentence on the event it concerns, with what was typed."""

    @require_POST
    @moderators_only
    @wraps(view)
    def guarded(request, pk):
        event = get_object_or_404(Event, pk=pk)
        if not may_see_event(request.user, event):
            raise Http404
        try:
            return view(request, event)
        except ModerationError as error:
            return _again(request, event, status=409, problem=str(error))

    return guarded


def _again(request, event: Event, **context):
    """The same proposal once more, with what was typed."""
    request.GET = request.POST  # the list is shown as it was: its filters came with the form
    fields = {
        "refusing": "words" in request.POST,
        "typed_words": request.POST.get("words", "")[:MOST_SHOWN_AGAIN],
        "typed_reason": request.POST.get("reason", "")[:50],
    }
    return show_queue(request, selected=_with_detail().get(pk=event.pk), **fields, **context)


@deciding
def accept(request, event):
    return _decided(request, decisions.accept(event, request.user, _revision(request)))


@deciding
def refuse(request, event):
    if "preview" in request.POST:
        return _preview(request, event)
    return _decided(request, decisions.refuse(event, request.user, _message(request, event), _revision(request)))


@deciding
def send_back(request, event):
    return _decided(request, decisions.send_back(event, request.user, _message(request, event), _revision(request)))


def _message(request, event: Event) -> str:
    reason = CannedReason.objects.filter(code=request.POST.get("reason", "")[:50].replace("\x00", "")).first()
    return message_of(event, reason, request.POST.get("words", ""))


def _preview(request, event: Event):
    """Without JavaScript: what the author will read."""
    return _again(request, event, preview=_message(request, event)[:MOST_SHOWN_AGAIN])


@deciding
def mark_seen(request, event):
    return _decided(request, comments_and_claims.mark_seen(event, request.user))


@deciding
def claim(request, event):
    if "release" in request.POST:
        comments_and_claims.release(event, request.user)
    else:
        lasts = Claim.LASTS_BY_SIGNS if "alive" in request.POST else Claim.LASTS
        comments_and_claims.claim(event, request.user, lasts)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    return _to_queue(request, evenement=event.pk)


@require_POST
@moderators_only
def take_back(request, pk):
    decision = get_object_or_404(Decision.objects.select_related("event"), pk=pk)
    try:
        decisions.take_back(decision, request.user)
    except ModerationError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("La décision est reprise : la proposition attend de nouveau."))
    return _to_queue(request, evenement=decision.event_id)
