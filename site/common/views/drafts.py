"""The screens of a long form: shown, saved as typed, taken up again after the session ended, compared with another tab's.

A room derives `DraftScreens` and says what its form shows and what its buttons do; nothing typed is ever lost or overwritten.
"""

import json
import uuid
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from common.differences import FormDifference, FormGroups
from common.drafts import AlreadySent, BadFormToken, Fields, FormDraft, FormToken, Stale, save_draft, typed_fields
from common.forms.documents import offered_documents
from common.forms.uploaded_pictures import PictureRefused, keep_picture


def as_typed(fields: Fields) -> Fields:
    """What somebody wrote or chose, without what is empty and what the page carries for itself: the version it began from, and
    whether there was an editor (`<name>-format`)."""
    typed = {name: values for name, values in fields.items() if name != "base" and not name.endswith("-format")}
    filled = {name: [value for value in values if value.strip()] for name, values in typed.items()}
    return {name: values for name, values in filled.items() if values}


class DraftScreens:
    """`page` is the name of the draft's address (it has a `key`), `overview` of the list of the person's own things, whose name
    is `overview_words`; `related` is what the form reads of a draft."""

    model: type[FormDraft]
    token: type[FormToken]
    groups: FormGroups
    related: tuple[str, ...] = ("author__organisation",)
    page = ""
    choose_page = ""
    overview = ""
    overview_words: Any = ""
    # What two versions are of: « Deux versions de cet événement ».
    two_versions: Any = ""
    already_sent_words: Any = ""
    # Of a form that was sent and then written in again: what became of the new words.
    spent_words: Any = ""
    # Buttons that do something besides taking the file that was chosen.
    besides_files: tuple[str, ...] = ("preview",)

    # ---- what a room says ------------------------------------------------------------------------------------------
    def show(self, request, draft: FormDraft, *, status: int = 200, **context) -> HttpResponse:
        """The form; `too_old` and `picture_problem` may be in the context."""
        raise NotImplementedError

    def act(self, request, draft: FormDraft, action: str) -> HttpResponse:
        """What the pressed button asks for, once everything typed is safe."""
        raise NotImplementedError

    def differences(self, draft: FormDraft, mine: Fields, theirs: Fields, person) -> list[FormDifference]:
        raise NotImplementedError

    def starting_fields(self, person, fields: Fields) -> Fields:
        """A form in which nothing is typed yet, begun where the one with these `fields` was."""
        raise NotImplementedError

    def document_context(self, request) -> dict:
        """What `components/documents.html` shows of files that are there already: nothing before somebody searched."""
        if (words := request.GET.get("fichiers")) is None:
            return {"document_words": "", "document_choices": None}
        return {"document_words": words, "document_choices": offered_documents(request.user, words)}

    def choose_documents(self, request, draft: FormDraft, action: str) -> HttpResponse | None:
        """The answer to the buttons of `components/documents.html`, without JavaScript; None to others."""
        name, _dash, key = action.partition("-")
        keys = [value for value in draft.fields.get("document", []) if value != key]
        if name == "add_document":
            keys.append(key)
        elif name not in ("remove_document", "find_documents"):
            return None
        if key:
            self.rewrite(draft, draft.fields | {"document": keys})
        words = urlencode({"fichiers": request.POST.get("document_words", "")[:200]})
        return redirect(f"{self.url(draft)}{'' if name == 'remove_document' else f'?{words}'}#fichiers")

    def receive_files(self, request, draft: FormDraft) -> HttpResponse | None:
        """The answer to files sent with the form, without JavaScript; None where there are none."""
        upload = request.FILES.get("picture_file")
        return self.receive_picture(request, draft, upload) if upload else None

    # ---- the draft -------------------------------------------------------------------------------------------------
    def url(self, draft: FormDraft) -> str:
        return reverse(self.page, args=[draft.key])

    def own_draft(self, user, key) -> FormDraft:
        return get_object_or_404(self.model.objects.select_related(*self.related), key=key, author=user)

    def to_sign_in(self, key) -> HttpResponse:
        return redirect(f"{reverse('account_login')}?next={reverse(self.page, args=[key])}")

    def hour_of(self, draft: FormDraft) -> str:
        return time_format(localtime(draft.saved_at), "TIME_FORMAT")

    def rewrite(self, draft: FormDraft, fields: Fields) -> FormDraft:
        """Change a draft on behalf of the page that has just saved it."""
        return save_draft(self.model, self.token.of(draft), fields, version=draft.version, tab=draft.tab)

    # ---- shown and received ----------------------------------------------------------------------------------------
    def draft_page(self, request, key) -> HttpResponse:
        if request.method == "POST":
            return self.receive(request, key)
        if not request.user.is_authenticated:
            return self.to_sign_in(key)
        draft = self.own_draft(request.user, key)
        if draft.sent_at:
            return self.already_sent(request, draft)
        return self.show(request, draft, checked="verifier" in request.GET)

    def receive(self, request, key) -> HttpResponse:
        """A POST of the form, from a person signed in or not."""
        try:
            post, _files = request.POST, request.FILES
        except (SuspiciousOperation, BadRequest):
            context = {"overview": reverse(self.overview), "overview_words": self.overview_words}
            return render(request, "common/drafts/too_much.html", context, status=413)
        try:
            ticket = self.token.read(post.get("ticket", ""))
        except BadFormToken:
            return self.without_ticket(request, key)
        owner = get_user_model().objects.filter(pk=ticket.person_id, is_active=True).first()
        if ticket.key != key or not owner or not owner.is_member:
            raise Http404
        action = post.get("action", "save")
        fields = typed_fields(post)
        if action in ("autosave", "save", "send", "preview") and not request.FILES and self.is_untouched(ticket, owner, fields):
            return self.nothing_typed(request, owner, ticket, fields, action)
        try:
            version = int(post.get("version") or 0)
            draft = save_draft(self.model, ticket, fields, version=version, tab=post.get("tab", ""))
        except ValueError:
            raise Http404 from None
        except AlreadySent as sent:
            if as_typed(fields) != as_typed(sent.draft.fields):
                return self.written_after(request, owner, ticket, fields, quietly=action == "autosave")
            return self.already_sent(request, sent.draft, quietly=action == "autosave")
        except Stale as stale:
            return self.changed_elsewhere(request, owner, stale.draft, fields, quietly=action == "autosave")
        if request.user != owner:
            return self.saved_for_owner(request, draft, quietly=action == "autosave")
        if action == "autosave":
            return self.saved_quietly(draft)
        if answer := self.receive_files(request, draft):
            if answer.status_code != HTTPStatus.FOUND or action not in self.besides_files:
                return answer
            draft = self.own_draft(owner, key)  # with the file
        if action == "remove_picture":
            self.rewrite(draft, draft.fields | {"picture": [""]})
            return redirect(f"{self.url(draft)}#photo")
        return self.choose_documents(request, draft, action) or self.act(request, draft, action)

    def is_untouched(self, ticket: FormToken, owner, fields: Fields) -> bool:
        """Whether a form was sent in which nobody wrote: nothing is stored of it."""
        if ticket.thing_id or as_typed(fields) != as_typed(self.starting_fields(owner, fields)):
            return False
        return not self.model.objects.filter(key=ticket.key).exists()

    def nothing_typed(self, request, owner, ticket: FormToken, fields: Fields, action: str) -> HttpResponse:
        if action == "autosave":
            return HttpResponse(status=HTTPStatus.NO_CONTENT)
        if request.user != owner:
            return self.to_sign_in(ticket.key)
        draft = self.model(key=ticket.key, author=owner, fields=fields)
        is_checked = action != "save"
        return self.show(request, draft, checked=is_checked, status=422 if is_checked else 200)

    def saved(self, request, draft: FormDraft) -> HttpResponse:
        messages.success(request, _("Brouillon enregistré à %(hour)s. Cette adresse y ramène.") % {"hour": self.hour_of(draft)})
        return redirect(self.url(draft))

    def saved_quietly(self, draft: FormDraft) -> JsonResponse:
        words = _("Enregistré à %(hour)s") % {"hour": self.hour_of(draft)}
        return JsonResponse({"version": draft.version, "words": words, "url": self.url(draft)})

    def receive_picture(self, request, draft: FormDraft, upload) -> HttpResponse:
        """A picture sent with the form, without JavaScript."""
        try:
            picture = keep_picture(upload, request.user)
        except PictureRefused as refused:
            return self.show(request, draft, picture_problem=refused.message, status=422)
        fields = draft.fields
        changes = {"picture": [str(picture.pk)], "dropped": [*fields.get("dropped", []), str(picture.pk)]}
        if picture.credit and not "".join(fields.get("picture_credit", [])):
            changes["picture_credit"] = [picture.credit]
        self.rewrite(draft, fields | changes)
        return redirect(f"{self.url(draft)}#photo")

    def upload_picture(self, request) -> HttpResponse:
        """One picture at a time, so that each has its own bar. Answers its key, address and metadata."""
        try:
            owner = self.token.read(request.POST.get("ticket", "")).person_id
            upload = request.FILES.get("picture_file")
        except (BadFormToken, SuspiciousOperation, BadRequest):
            return HttpResponse(status=403)
        if owner != request.user.pk or upload is None:
            return HttpResponse(status=403)
        try:
            picture = keep_picture(upload, request.user)
        except PictureRefused as refused:
            return JsonResponse({"problem": str(refused.message)}, status=422)
        return JsonResponse(
            {
                "id": picture.pk,
                "title": picture.title,
                "url": picture.url_for(480, "jpeg"),
                "width": picture.width,
                "height": picture.height,
                "credit": picture.credit,
                "licence": "" if picture.licence == "unknown" else picture.licence,
            }
        )

    # ---- when something came between -------------------------------------------------------------------------------
    def without_ticket(self, request, key) -> HttpResponse:
        """A form without a good ticket writes nothing; what it holds is given back to who is signed in."""
        if not request.user.is_authenticated:
            return self.to_sign_in(key)
        if not request.user.is_member:
            raise Http404
        draft = self.model(key=uuid.uuid4(), author=request.user, fields=typed_fields(request.POST))
        return self.show(request, draft, too_old=True, status=403)

    def saved_for_owner(self, request, draft: FormDraft, *, quietly: bool = False) -> HttpResponse:
        """The session ended, or another person has signed in since: the words are safe in the draft of their author."""
        if quietly:
            message = _("Votre session est terminée. Reconnectez-vous dans un autre onglet : rien n’est perdu.")
            sign_in = self.to_sign_in(draft.key).url
            return JsonResponse({"words": message, "version": draft.version, "sign_in": sign_in}, status=401)
        if request.user.is_authenticated:
            context = {"overview": reverse(self.overview), "overview_words": self.overview_words}
            return render(request, "common/drafts/other_person.html", context, status=403)
        messages.info(
            request, _("Votre session était terminée. Ce que vous aviez écrit est enregistré : reconnectez-vous pour continuer.")
        )
        return self.to_sign_in(draft.key)

    def written_after(self, request, owner, ticket: FormToken, fields: Fields, *, quietly: bool = False) -> HttpResponse:
        """A form that was sent from another tab, or by “Back”, and holds other words now: they become a draft of their own. While
        they are typed nothing is stored: a late request of the page that was sent must not make one."""
        if quietly:
            message = _("Ce formulaire est déjà parti. Ce que vous écrivez maintenant peut devenir un nouveau brouillon.")
            return JsonResponse({"words": message, "url": reverse(self.overview), "differs": True}, status=410)
        # Sent twice, the same words are one draft.
        key = uuid.uuid5(ticket.key, json.dumps(as_typed(fields), sort_keys=True))
        token = self.token(key, owner.pk, ticket.thing_id)
        try:
            draft = save_draft(self.model, token, fields, version=0, tab="")
        except AlreadySent as sent:
            return self.already_sent(request, sent.draft)
        except Stale as stale:
            draft = stale.draft
        if request.user != owner:
            return self.saved_for_owner(request, draft)
        messages.info(request, str(self.spent_words))
        return redirect(self.url(draft))

    def already_sent(self, request, draft: FormDraft, *, quietly: bool = False) -> HttpResponse:
        message = str(self.already_sent_words)
        if quietly:
            return JsonResponse({"words": message, "url": reverse(self.overview)}, status=410)
        if not request.user.is_authenticated:
            return self.to_sign_in(draft.key)
        messages.info(request, message)
        return redirect(self.overview)

    def changed_elsewhere(self, request, owner, draft: FormDraft, fields: Fields, *, quietly: bool = False) -> HttpResponse:
        """Two tabs: both values are shown, the person chooses; nothing is overwritten silently."""
        if quietly:
            message = _("Ce brouillon a été changé dans un autre onglet à %(hour)s.") % {"hour": self.hour_of(draft)}
            return JsonResponse({"words": message}, status=409)
        if request.user != owner:
            # Who is not signed in cannot choose now: their texts are stored in a draft of their own.
            token = self.token(uuid.uuid4(), owner.pk, getattr(draft, draft.thing_attribute))
            return self.saved_for_owner(request, save_draft(self.model, token, fields, version=0, tab=""))
        return self.show_choice(request, draft, fields, draft.fields)

    def show_choice(self, request, draft: FormDraft, mine: Fields, theirs: Fields, *, intro: str = "", **context) -> HttpResponse:
        """Both versions; `intro` says how the other came about, by default that it was saved from another tab."""
        intro = intro or _("Ce brouillon a été enregistré depuis un autre onglet à %(hour)s.") % {"hour": self.hour_of(draft)}
        return render(
            request,
            "common/drafts/choose_version.html",
            {
                "draft": draft,
                "ticket": str(self.token.of(draft)),
                "differences": self.differences(draft, mine, theirs, request.user),
                "mine": mine,
                "theirs": theirs,
                "title": self.two_versions,
                "intro": intro,
                "choose_url": reverse(self.choose_page, args=[draft.key]),
                **context,
            },
            status=409,
        )

    def choose_version(self, request, key) -> HttpResponse:
        """The answer to the question of two versions, value by value."""
        draft = self.own_draft(request.user, key)
        fields = self.groups.merged(request.POST)
        if fields is None:
            raise Http404
        try:
            version = int(request.POST.get("version") or 0)
            save_draft(self.model, self.token.of(draft), fields, version=version, tab=uuid.uuid4().hex)
        except Stale as stale:
            return self.show_choice(request, stale.draft, fields, stale.draft.fields)
        except (AlreadySent, ValueError):
            return self.already_sent(request, draft)
        messages.success(request, _("Vos choix sont enregistrés. Relisez, puis envoyez."))
        return redirect(self.url(draft))
