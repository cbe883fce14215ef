"""What became of an event: for its author, their office and the moderators; and what they may do about it."""

from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from destination.agenda.models import Event
from destination.agenda.permissions import may_change_event
from destination.agenda.presenters.event_page import dates_sentence
from intranet.submissions.actions import comments_and_claims, proposals
from intranet.submissions.actions.workflow import ModerationError
from intranet.submissions.choices import TONES, Stage
from intranet.submissions.models import Decision
from intranet.submissions.querysets.events import with_stage

Verb = Decision.Verb
# What is undone by the opposite verb, said after it was done.
UNDONE_BY = {
    Verb.REMOVED: "submissions:restore",
    Verb.CANCELLED: "submissions:reinstate",
    Verb.WITHDRAWN: "submissions:propose_again",
}


def _event_or_404(request, pk: int) -> Event:
    events = with_stage(Event.objects.with_words().select_related("author", "latest_revision"))
    event = get_object_or_404(events, pk=pk)
    if not may_change_event(request.user, event):
        raise Http404
    return event


@require_safe
def history(request, pk):
    return show_history(request, _event_or_404(request, pk))


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
            "may_withdraw": state is not None,
            "may_cancel": not event.removed_at and event.state != Event.State.CANCELLED,
            "may_reinstate": not event.removed_at and event.state == Event.State.CANCELLED,
            "change_waits": event.live and state is not None,
            **_done(request, event),
            **context,
        },
        status=status,
    )


def _done(request, event: Event) -> dict:
    """After a withdrawal, a cancellation or a deletion: the way back."""
    done = request.GET.get("fait", "")
    if done not in UNDONE_BY:
        return {}
    last = event.decisions.exclude(verb=Verb.COMMENTED).last()
    if last is None or last.verb != done:
        return {}
    words = _("« %(title)s » : %(verb)s.") % {"title": event.title, "verb": last.get_verb_display()}
    return {"toast": words, "undo_url": reverse(UNDONE_BY[Verb(done)], args=[event.pk])}


def acting(view):
    """A POST of who may change the event: an error is said in words on its page, with what was typed."""

    @require_POST
    @wraps(view)
    def guarded(request, pk):
        event = _event_or_404(request, pk)
        try:
            decision = view(request, event)
        except ModerationError as error:
            fresh = _event_or_404(request, pk)
            words = request.POST.get("words", "")[:20_000]
            return show_history(request, fresh, status=409, problem=str(error), typed_words=words)
        return _onwards(request, event, decision)

    return guarded


def _onwards(request, event: Event, decision: Decision):
    address = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure()) and "\x00" not in address:
        messages.success(request, _("C’est fait : %(verb)s.") % {"verb": decision.get_verb_display()})
        return HttpResponseRedirect(address)  # not `redirect`, which takes a word without a slash for the name of a view
    return redirect(f"{reverse('submissions:history', args=[event.pk])}?fait={decision.verb}")


@acting
def withdraw(request, event):
    return proposals.withdraw(event, request.user)


@acting
def propose_again(request, event):
    return proposals.propose_again(event, request.user)


@acting
def remove(request, event):
    return proposals.remove(event, request.user)


@acting
def restore(request, event):
    return proposals.restore(event, request.user)


@acting
def cancel(request, event):
    return proposals.cancel(event, request.user, request.POST.get("words", ""))


@acting
def reinstate(request, event):
    return proposals.reinstate(event, request.user)


@acting
def comment(request, event):
    return comments_and_claims.comment(event, request.user, request.POST.get("words", ""))
