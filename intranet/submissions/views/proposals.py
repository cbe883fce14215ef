"""The long form: shown, saved, compared with another tab's, previewed, sent."""

import uuid
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import members_only
from common.drafts import AlreadySent, Fields, Stale, as_query, discard_draft, restore_draft
from common.text import row_key
from common.views.drafts import DraftScreens
from destination.agenda.models import Event
from destination.agenda.permissions import may_see_event
from intranet.submissions.actions.proposals import Outcome, event_to_edit, is_trusted, send_draft, would_correct
from intranet.submissions.differences.drafts import GROUPS, form_differences
from intranet.submissions.forms.initial import fields_of, fields_of_copy, starting_fields
from intranet.submissions.forms.proposal import Proposal
from intranet.submissions.forms.rows import next_number
from intranet.submissions.models import Draft, DraftToken
from intranet.submissions.permissions import changeable_event
from intranet.submissions.presenters.moderation_lists import Pile, pile_of


class ProposalScreens(DraftScreens):
    model, token, groups = Draft, DraftToken, GROUPS
    related = ("event", "author__organisation")
    page, choose_page = "submissions:draft", "submissions:choose_version"
    overview, overview_words = "submissions:mine", gettext_lazy("Mes événements")
    two_versions = gettext_lazy("Deux versions de cet événement")
    already_sent_words = gettext_lazy("Cette proposition est déjà partie : rien n’a été envoyé deux fois.")
    spent_words = gettext_lazy(
        "Cette proposition était déjà partie. Ce que vous avez écrit depuis est un nouveau brouillon : relisez, puis proposez."
    )
    besides_files = ("preview", "add_date", "add_price")

    def show(self, request, draft, *, checked=False, proposal=None, status=200, **context):
        proposal = proposal or Proposal(draft.fields, draft.author, event=draft.event, checked=checked)
        return render(
            request,
            "submissions/proposal.html",
            {
                "draft": draft,
                "proposal": proposal,
                "sections": proposal.by_slug,
                "ticket": str(DraftToken.of(draft)),
                "tab": uuid.uuid4().hex,
                "base": draft.first("base"),
                "dropped": draft.fields.get("dropped", []),
                "corrects": bool(draft.event) and would_correct(draft.event, draft.author),
                "is_trusted": is_trusted(draft.event or draft.author),
                "saved_at": draft.saved_at if draft.pk else None,
                "picture_problem": "",
                **context,
            },
            status=status,
        )

    def act(self, request, draft, action):
        match action:
            case "send":
                return send(request, draft)
            case "preview":
                return redirect("submissions:preview", key=draft.key)
            case "add_date" | "add_price":
                prefix, first, anchor = ("date", "day", "quand") if action == "add_date" else ("price", "label", "tarifs")
                number = next_number(as_query(draft.fields), prefix)
                self.rewrite(draft, draft.fields | {f"{prefix}-{number}-{first}": [""]})
                return redirect(f"{self.url(draft)}#{anchor}")
        return self.saved(request, draft)

    def starting_fields(self, person, fields):
        return starting_fields(person)

    def differences(self, draft, mine: Fields, theirs: Fields, person):
        return form_differences(mine, theirs, Proposal(theirs, person, event=draft.event))


screens = ProposalScreens()
show_form, own_draft = screens.show, screens.own_draft


@require_safe
@members_only
def new_event(request):
    """An empty form, or with `?copie=12` one filled from an event. Nothing is stored before the first word."""
    fields = starting_fields(request.user)
    if copied := row_key(request.GET.get("copie")):
        event = Event.objects.with_words().filter(pk=copied).first()
        if not event or not may_see_event(request.user, event):
            raise Http404
        fields = {
            **starting_fields(request.user),
            **fields_of_copy(event_to_edit(event) if event.author_id == request.user.pk else event),
        }
    draft = Draft(key=uuid.uuid4(), author=request.user, fields=fields)
    return show_form(request, draft)


@require_safe
@members_only
def edit_event(request, pk):
    """The form filled from the event; a draft already begun by the same person is taken up again."""
    event = changeable_event(request.user, pk)
    begun = Draft.objects.in_progress_of(request.user).filter(event=event).first()
    if begun:
        return redirect("submissions:draft", key=begun.key)
    fields = fields_of(event_to_edit(event)) | {"base": [str(event.latest_revision_id or "")]}
    return show_form(request, Draft(key=uuid.uuid4(), author=request.user, event=event, fields=fields))


@csrf_exempt  # the signed ticket protects as well, and survives signing in again: see `common.drafts`
@login_not_required  # a form sent after the session ended is stored, then its author signs in
def draft_page(request, key):
    return screens.draft_page(request, key)


def send(request, draft: Draft):
    proposal = Proposal(draft.fields, request.user, event=draft.event, checked=True)
    if not proposal.is_valid():
        return show_form(request, draft, proposal=proposal, status=422)
    if draft.event and (base := draft.first("base")) and base != str(draft.event.latest_revision_id or ""):
        return event_changed(request, draft)
    try:
        event, outcome = send_draft(draft, proposal, request.user)
    except AlreadySent as sent:
        return screens.already_sent(request, sent.draft)
    except Stale as stale:
        return screens.changed_elsewhere(request, request.user, stale.draft, draft.fields)
    if outcome == Outcome.CORRECTED:
        return on_to_the_next(event)
    if outcome == Outcome.PUBLISHED:
        messages.success(request, _("« %(title)s » est publié.") % {"title": event.title})
    elif request.user.is_moderator:  # often the only one who would be told
        sentence = _("« %(title)s » attend dans la modération : vous pouvez l’y accepter.")
        messages.success(request, sentence % {"title": event.title})
    else:
        messages.success(
            request, _("« %(title)s » est envoyé à la modération. Vous serez prévenu de sa décision.") % {"title": event.title}
        )
    return redirect("submissions:mine")


def on_to_the_next(event: Event):
    """A correction is a decision: the queue confirms it, and shows what waits."""
    query = {"fait": event.decisions.last().pk, "evenement": pile_of(Pile.WAITING).values_list("pk", flat=True).first() or ""}
    return redirect(f"{reverse('submissions:queue')}?{urlencode(query)}")


def event_changed(request, draft: Draft):
    """The event itself was changed by someone else since this draft was begun."""
    latest = fields_of(event_to_edit(draft.event)) | {"base": [str(draft.event.latest_revision_id)]}
    if by := draft.event.latest_revision.user:
        intro = _("%(person)s a modifié l’événement depuis que vous avez commencé.") % {"person": by}
    else:
        intro = _("L’événement a été modifié depuis que vous avez commencé.")
    return screens.show_choice(request, draft, draft.fields, latest, intro=intro)


@require_POST
@members_only
def choose_version(request, key):
    return screens.choose_version(request, key)


# ---- drafts thrown away ---------------------------------------------------------------------------------------------


@require_POST
@members_only
def discard(request, key):
    draft = own_draft(request.user, key)
    discard_draft(draft)
    return redirect(f"{reverse('submissions:mine')}?jete={draft.key}")


@require_POST
@members_only
def restore(request, key):
    draft = own_draft(request.user, key)
    restore_draft(draft)
    messages.success(request, _("Le brouillon « %(title)s » est de retour.") % {"title": draft.title})
    return redirect("submissions:mine")
