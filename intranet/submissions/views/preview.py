"""The event as visitors will see it, before it is sent: the agenda's own page, over a row that is never committed."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.conf import settings
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from accounts.permissions import members_only
from destination.agenda.views.event import preview as show_unsaved
from intranet.submissions.actions.proposals import event_for
from intranet.submissions.forms.proposal import Proposal
from intranet.submissions.models import DraftToken
from intranet.submissions.views.proposals import own_draft, show_form


def _language(request) -> str:
    code = request.GET.get("langue", settings.LANGUAGE_CODE)
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


@require_safe
@members_only
def preview(request, key):
    """The frame around the page, with the way back and the button that sends."""
    draft = own_draft(request.user, key)
    if draft.sent_at:
        return redirect("submissions:mine")
    proposal = Proposal(draft.fields, request.user, event=draft.event, checked=True)
    if not proposal.is_valid():
        return show_form(request, draft, proposal=proposal, status=422)
    language = _language(request)
    address = reverse("submissions:preview", args=[key])
    tabs = [
        {"title": name, "url": f"{address}?langue={code}", "is_current": code == language, "lang": code}
        for code, name in settings.LANGUAGES
    ]
    frame = f"{reverse('submissions:preview_page', args=[key])}?langue={language}"
    fields = [(name, value) for name, values in draft.fields.items() for value in values]
    return render(
        request,
        "submissions/preview.html",
        {"draft": draft, "tabs": tabs, "frame": frame, "ticket": str(DraftToken.of(draft)), "fields": fields},
    )


@require_safe
@members_only
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})
def preview_page(request, key):
    """The public page of the draft's event."""
    draft = own_draft(request.user, key)
    proposal = Proposal(draft.fields, request.user, event=draft.event, checked=True)
    if draft.sent_at or not proposal.is_valid():
        raise Http404
    with transaction.atomic():
        event = event_for(draft)
        proposal.fill(event)
        if event.place and not event.place.pk:
            event.place.save()
            event.place = event.place
        response = show_unsaved(request, event, _language(request))
        transaction.set_rollback(True)
    return response
