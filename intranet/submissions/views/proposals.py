"""The long form: shown, saved, compared with another tab's, previewed, sent."""

import uuid
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from accounts.permissions import members_only
from common.text import row_key
from destination.agenda.models import Event
from destination.agenda.permissions import may_see_event
from intranet.submissions.actions.drafts import (
    AlreadySent,
    Stale,
    discard_draft,
    restore_draft,
    save_draft,
    typed_fields,
)
from intranet.submissions.actions.proposals import Outcome, event_to_edit, send_draft, would_correct
from intranet.submissions.differences.drafts import form_differences, merged_fields
from intranet.submissions.forms.initial import fields_of, fields_of_copy, starting_fields
from intranet.submissions.forms.proposal import Proposal
from intranet.submissions.forms.rows import next_number
from intranet.submissions.forms.section import Fields, as_query
from intranet.submissions.forms.tokens import BadFormToken, FormToken, read_form_token
from intranet.submissions.models import Draft
from intranet.submissions.permissions import changeable_event
from intranet.submissions.presenters.moderation_lists import Pile, pile_of
from intranet.submissions.uploads.pictures import PictureRefused, keep_picture


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
    begun = Draft.objects.filter(event=event, author=request.user, sent_at=None, discarded_at=None).first()
    if begun:
        return redirect("submissions:draft", key=begun.key)
    fields = fields_of(event_to_edit(event)) | {"base": [str(event.latest_revision_id or "")]}
    return show_form(request, Draft(key=uuid.uuid4(), author=request.user, event=event, fields=fields))


@csrf_exempt  # the signed ticket protects as well, and survives signing in again: see `tickets`
@login_not_required  # a form sent after the session ended is stored, then its author signs in
def draft_page(request, key):
    if request.method == "POST":
        return receive_form(request, key)
    if not request.user.is_authenticated:
        return to_sign_in(key)
    draft = own_draft(request.user, key)
    if draft.sent_at:
        return already_sent(request, draft)
    return show_form(request, draft, checked="verifier" in request.GET)


def own_draft(user, key) -> Draft:
    return get_object_or_404(Draft.objects.select_related("event", "author__organisation"), key=key, author=user)


def to_sign_in(key) -> HttpResponse:
    return redirect(f"{reverse('account_login')}?next={reverse('submissions:draft', args=[key])}")


def show_form(request, draft: Draft, *, checked: bool = False, proposal: Proposal | None = None, status: int = 200, **context):
    proposal = proposal or Proposal(draft.fields, draft.author, event=draft.event, checked=checked)
    return render(
        request,
        "submissions/proposal.html",
        {
            "draft": draft,
            "proposal": proposal,
            "sections": proposal.by_slug,
            "ticket": str(FormToken.of(draft)),
            "tab": uuid.uuid4().hex,
            "base": (draft.fields.get("base") or [""])[0],
            "dropped": draft.fields.get("dropped", []),
            "corrects": bool(draft.event) and would_correct(draft.event, draft.author),
            "saved_at": draft.saved_at if draft.pk else None,
            **context,
        },
        status=status,
    )


def receive_form(request, key):
    """A POST of the form, from a person signed in or not."""
    try:
        post, files = request.POST, request.FILES
    except (SuspiciousOperation, BadRequest):
        return render(request, "submissions/too_much.html", status=413)
    try:
        ticket = read_form_token(post.get("ticket", ""))
    except BadFormToken:
        return without_ticket(request, key)
    owner = User.objects.filter(pk=ticket.person_id, is_active=True).first()
    if ticket.key != key or not owner or not owner.is_member:
        raise Http404
    action = post.get("action", "save")
    fields = typed_fields(post)
    try:
        version = int(post.get("version") or 0)
        draft = save_draft(ticket, fields, version=version, tab=post.get("tab", ""))
    except ValueError:
        raise Http404 from None
    except AlreadySent as sent:
        return already_sent(request, sent.draft, quietly=action == "autosave")
    except Stale as stale:
        return changed_elsewhere(request, owner, stale.draft, fields, quietly=action == "autosave")
    if request.user != owner:
        return saved_for_owner(request, draft, quietly=action == "autosave")
    if action == "autosave":
        return saved_quietly(draft)
    if upload := files.get("picture_file"):
        return receive_picture(request, draft, upload)
    return act(request, draft, action)


def act(request, draft: Draft, action: str):
    """What the pressed button asks for, once everything typed is safe."""
    page = reverse("submissions:draft", args=[draft.key])
    match action:
        case "send":
            return send(request, draft)
        case "preview":
            return redirect("submissions:preview", key=draft.key)
        case "add_date" | "add_price":
            prefix, first, anchor = ("date", "day", "quand") if action == "add_date" else ("price", "label", "tarifs")
            number = next_number(as_query(draft.fields), prefix)
            rewrite(draft, draft.fields | {f"{prefix}-{number}-{first}": [""]})
            return redirect(f"{page}#{anchor}")
        case "remove_picture":
            rewrite(draft, draft.fields | {"picture": [""]})
            return redirect(f"{page}#photo")
    messages.success(request, _("Brouillon enregistré à %(hour)s. Cette adresse y ramène.") % {"hour": hour_of(draft)})
    return redirect(page)


def rewrite(draft: Draft, fields: Fields) -> Draft:
    """Change a draft on behalf of the page that has just saved it."""
    return save_draft(FormToken.of(draft), fields, version=draft.version, tab=draft.tab)


def hour_of(draft: Draft) -> str:
    return time_format(timezone.localtime(draft.saved_at), "TIME_FORMAT")


def saved_quietly(draft: Draft) -> JsonResponse:
    return JsonResponse(
        {
            "version": draft.version,
            "words": _("Enregistré à %(hour)s") % {"hour": hour_of(draft)},
            "url": reverse("submissions:draft", args=[draft.key]),
        }
    )


def send(request, draft: Draft):
    proposal = Proposal(draft.fields, request.user, event=draft.event, checked=True)
    if not proposal.is_valid():
        return show_form(request, draft, proposal=proposal, status=422)
    if draft.event and (base := (draft.fields.get("base") or [""])[0]) and base != str(draft.event.latest_revision_id or ""):
        return event_changed(request, draft)
    try:
        event, outcome = send_draft(draft, proposal, request.user)
    except AlreadySent as sent:
        return already_sent(request, sent.draft)
    except Stale as stale:
        return changed_elsewhere(request, request.user, stale.draft, draft.fields)
    if outcome == Outcome.CORRECTED:
        return on_to_the_next(event)
    if outcome == Outcome.PUBLISHED:
        messages.success(request, _("« %(title)s » est publié.") % {"title": event.title})
    else:
        messages.success(
            request, _("« %(title)s » est envoyé à la modération. Vous serez prévenu de sa décision.") % {"title": event.title}
        )
    return redirect("submissions:mine")


def on_to_the_next(event: Event):
    """A correction is a decision: the queue confirms it, and shows what waits."""
    query = {"fait": event.decisions.last().pk, "evenement": pile_of(Pile.WAITING).values_list("pk", flat=True).first() or ""}
    return redirect(f"{reverse('submissions:queue')}?{urlencode(query)}")


def receive_picture(request, draft: Draft, upload):
    """A picture sent with the form, without JavaScript."""
    try:
        picture = keep_picture(upload, request.user)
    except PictureRefused as refused:
        return show_form(request, draft, picture_problem=refused.message, status=422)
    fields = draft.fields
    changes = {"picture": [str(picture.pk)], "dropped": [*fields.get("dropped", []), str(picture.pk)]}
    if picture.credit and not "".join(fields.get("picture_credit", [])):
        changes["picture_credit"] = [picture.credit]
    rewrite(draft, fields | changes)
    return redirect(f"{reverse('submissions:draft', args=[draft.key])}#photo")


# ---- when something came between ------------------------------------------------------------------------------------


def without_ticket(request, key):
    """A form without a good ticket writes nothing; what it holds is given back to who is signed in."""
    if not request.user.is_authenticated:
        return to_sign_in(key)
    if not request.user.is_member:
        raise Http404
    draft = Draft(key=uuid.uuid4(), author=request.user, fields=typed_fields(request.POST))
    return show_form(request, draft, too_old=True, status=403)


def saved_for_owner(request, draft: Draft, *, quietly: bool = False):
    """The session ended, or another person has signed in since: the words are safe in the draft of their author."""
    if quietly:
        message = _("Votre session est terminée. Reconnectez-vous dans un autre onglet : rien n’est perdu.")
        return JsonResponse({"words": message, "version": draft.version, "sign_in": to_sign_in(draft.key).url}, status=401)
    if request.user.is_authenticated:
        return render(request, "submissions/other_person.html", {"draft": draft}, status=403)
    messages.info(
        request, _("Votre session était terminée. Ce que vous aviez écrit est enregistré : reconnectez-vous pour continuer.")
    )
    return to_sign_in(draft.key)


def already_sent(request, draft: Draft, *, quietly: bool = False):
    message = _("Cette proposition est déjà partie : rien n’a été envoyé deux fois.")
    if quietly:
        return JsonResponse({"words": message, "url": reverse("submissions:mine")}, status=410)
    if not request.user.is_authenticated:
        return to_sign_in(draft.key)
    messages.info(request, message)
    return redirect("submissions:mine")


def changed_elsewhere(request, owner, draft: Draft, fields: Fields, *, quietly: bool = False):
    """Two tabs: both values are shown, the person chooses; nothing is overwritten silently."""
    if quietly:
        message = _("Ce brouillon a été changé dans un autre onglet à %(hour)s.") % {"hour": hour_of(draft)}
        return JsonResponse({"words": message}, status=409)
    if request.user != owner:
        # Who is not signed in cannot choose now: their texts are stored in a draft of their own.
        second_draft = save_draft(FormToken(uuid.uuid4(), owner.pk, draft.event_id), fields, version=0, tab="")
        return saved_for_owner(request, second_draft)
    return show_choice(request, draft, fields, draft.fields, saved_at=draft.saved_at)


def event_changed(request, draft: Draft):
    """The event itself was changed by someone else since this draft was begun."""
    latest = fields_of(event_to_edit(draft.event)) | {"base": [str(draft.event.latest_revision_id)]}
    return show_choice(request, draft, draft.fields, latest, by=draft.event.latest_revision.user)


def show_choice(request, draft: Draft, mine: Fields, theirs: Fields, **context):
    proposal = Proposal(theirs, request.user, event=draft.event)
    return render(
        request,
        "submissions/choose_version.html",
        {
            "draft": draft,
            "ticket": str(FormToken.of(draft)),
            "differences": form_differences(mine, theirs, proposal),
            "mine": mine,
            "theirs": theirs,
            **context,
        },
        status=409,
    )


@require_POST
@members_only
def choose_version(request, key):
    """The answer to the question of two versions, value by value."""
    draft = own_draft(request.user, key)
    fields = merged_fields(request.POST)
    if fields is None:
        raise Http404
    try:
        save_draft(FormToken.of(draft), fields, version=int(request.POST.get("version") or 0), tab=uuid.uuid4().hex)
    except Stale as stale:
        return show_choice(request, stale.draft, fields, stale.draft.fields, saved_at=stale.draft.saved_at)
    except (AlreadySent, ValueError):
        return already_sent(request, draft)
    messages.success(request, _("Vos choix sont enregistrés. Relisez, puis envoyez."))
    return redirect("submissions:draft", key=key)


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
