"""What became of an event: for its author, their office and the moderators; and what they may do about it."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import WorkflowState

from common.absolute_urls import next_address
from destination.agenda.models import Event
from destination.agenda.permissions import may_change_event
from destination.agenda.presenters.event_page import dates_sentence
from intranet.submissions.actions import comments_and_claims, proposals
from intranet.submissions.actions import states as state_actions
from intranet.submissions.actions.workflow import ModerationError
from intranet.submissions.choices import TONES, Stage
from intranet.submissions.models import Decision
from intranet.submissions.notifications import TOLD_BY_HISTORY
from intranet.submissions.permissions import is_own
from intranet.submissions.presenters.moderation_lists import Pile
from intranet.submissions.querysets.events import with_stage
from notifications.actions import look_at

Verb = Decision.Verb
# Verbs that the opposite verb undoes, offered just after.
UNDONE_BY = {
    Verb.REMOVED: "submissions:restore",
    Verb.CANCELLED: "submissions:reinstate",
    Verb.WITHDRAWN: "submissions:propose_again",
    Verb.ANNOUNCED: "submissions:take_back_change",
}
# « Annuler l’action » would be read as one more cancellation.
GIVEN_BACK = (Verb.CANCELLED, Verb.ANNOUNCED, Verb.REMOVED)


def _event_or_404(request, pk: int) -> Event:
    events = with_stage(Event.objects.with_words().select_related("author", "latest_revision"))
    event = get_object_or_404(events, pk=pk)
    if not may_change_event(request.user, event):
        raise Http404
    return event


@require_safe
def history(request, pk):
    event = _event_or_404(request, pk)
    look_at(request.user, event, *TOLD_BY_HISTORY)
    return show_history(request, event)


def show_history(request, event: Event, status=200, **context):
    proposed = event.latest_revision.as_object() if event.latest_revision else event
    stage = Stage(event.stage)
    state = event.current_workflow_state
    return render(
        request,
        "submissions/moderation/history.html",
        {
            "event": event,
            "proposed": proposed,
            "stage": stage,
            "tone": TONES[stage],
            "when": dates_sentence(proposed.schedule_data),
            "steps": list(event.decisions.select_related("person")),
            "typed_words": "",
            "is_author": event.author_id == request.user.pk,
            "may_withdraw": state is not None and is_own(request.user, event),
            **_for_moderator(request.user, event, state),
            "may_announce": event.live and not event.removed_at,
            "may_reinstate": not event.removed_at and event.state == Event.State.CANCELLED,
            "change_waits": event.live and state is not None,
            **_undo(request, event),
            **context,
        },
        status=status,
    )


def _for_moderator(person, event: Event, state) -> dict:
    """Where a moderator decides on it, and the list from which they may have come."""
    if not person.is_moderator or event.removed_at:
        return {}
    in_queue = state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS
    to_see = not in_queue and event.decisions.filter(to_see=True).exists()
    if not in_queue and not to_see:
        return {}
    query = {"liste": (Pile.TO_SEE if to_see else Pile.WAITING).value, "evenement": event.pk}
    return {"may_decide": in_queue, "queue_url": f"{reverse('submissions:queue')}?{urlencode(query)}"}


def _undo(request, event: Event) -> dict:
    """After a withdrawal, a cancellation or a deletion: the way back."""
    verb = request.GET.get("fait", "")
    if verb not in UNDONE_BY:
        return {}
    last = event.decisions.exclude(verb=Verb.COMMENTED).last()
    if last is None or last.verb != verb:
        return {}
    sentence = _("« %(title)s » : %(verb)s.") % {"title": event.title, "verb": last.in_words}
    return {
        "toast": sentence,
        "undo_url": reverse(UNDONE_BY[Verb(verb)], args=[event.pk]),
        "undo_words": _("Rétablir") if verb in GIVEN_BACK else "",
    }


def acting(verb: Callable[..., Decision], *, with_message: bool = False):
    """The view of a POST by which `verb(event, person)`, or `verb(event, person, message)`, is done by who may change the event.
    An error stands in words on the event's page, with what was typed."""

    @require_POST
    def view(request, pk):
        event = _event_or_404(request, pk)
        message = request.POST.get("words", "")
        try:
            decision = verb(event, request.user, *([message] if with_message else []))
        except ModerationError as error:
            current = _event_or_404(request, pk)
            return show_history(request, current, status=409, problem=str(error), typed_words=message[:20_000])
        return _onwards(request, event, decision)

    return view


def _onwards(request, event: Event, decision: Decision):
    if address := next_address(request, ""):
        messages.success(request, _("C’est fait : %(verb)s.") % {"verb": decision.in_words})
        return HttpResponseRedirect(address)
    return redirect(f"{reverse('submissions:history', args=[event.pk])}?fait={decision.verb}")


withdraw = acting(proposals.withdraw)
propose_again = acting(proposals.propose_again)
remove = acting(proposals.remove)
restore = acting(proposals.restore)
reinstate = acting(proposals.reinstate)
take_back_change = acting(state_actions.take_back_change)
comment = acting(comments_and_claims.comment, with_message=True)
