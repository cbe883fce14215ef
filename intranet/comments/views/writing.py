"""Writing a comment, answering, changing and deleting one's own. Each form has an address of its own; a page puts it in place.

A form sent after its session ended is kept in the browser's new session until its author has signed in again.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import Http404, HttpResponseForbidden, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import reswap, retarget

from common.text import row_key
from common.views.site import csrf_failure
from intranet.comments.actions.writing import (
    OtherThing,
    TalkClosed,
    delete_comment,
    edit_comment,
    restore_comment,
    write_comment,
)
from intranet.comments.forms import BadMark, CommentForm, FormMark
from intranet.comments.limits import LONGEST_TEXT
from intranet.comments.models import MemberComment
from intranet.comments.permissions import comment_or_404, may_change, may_comment, thing_or_404
from intranet.comments.presenters import comment_html, talk_of
from intranet.comments.registry import commentable_of
from intranet.comments.views.talks import is_whole, talk_address, thread_fragment
from intranet.mentions.links import MentionLinks

LATE_TEXT = "comment"  # in the session: [the person, the path, the text]


def taking_late_forms(view):
    """For the views that take a text: who sent one after the session ended signs in, and finds it again."""

    @csrf_exempt  # the signed mark protects as well, and survives signing in again: see `forms.FormMark`
    @login_not_required
    @require_http_methods(["GET", "HEAD", "POST"])
    def guarded(request, *args, **kwargs):
        mark = None
        if request.method == "POST":
            try:
                mark = FormMark.read(request.POST.get("mark", ""), request.path)
            except BadMark:
                if request.user.is_authenticated:
                    return csrf_failure(request)
        if not request.user.is_authenticated:
            if mark:
                request.session[LATE_TEXT] = [mark.person_id, request.path, request.POST.get("text", "")[: LONGEST_TEXT * 2]]
            return redirect(f"{reverse('account_login')}?{urlencode({'next': request.path})}")
        if mark and mark.person_id != request.user.pk:
            return HttpResponseForbidden()  # somebody else signed in meanwhile: nobody writes in another's name
        return view(request, *args, mark=mark, **kwargs)

    return guarded


def late_text(request) -> str:
    """What this person typed here before the session ended; given once."""
    person_id, path, text = request.session.get(LATE_TEXT, (None, "", ""))
    if person_id != request.user.pk or path != request.path or request.method == "POST":
        return ""
    del request.session[LATE_TEXT]
    messages.info(
        request, _("Votre session avait expiré : votre texte est là. Relisez-le, joignez de nouveau vos fichiers, puis envoyez.")
    )
    return text


@taking_late_forms
def talk(request, kind, pk, mark):
    """The whole talk, and the form of a new comment."""
    commentable, thing = thing_or_404(request.user, kind, pk)
    return _write(request, thing, None, mark)


@taking_late_forms
def answer(request, pk, mark):
    answers_to = comment_or_404(request.user, pk)
    return _write(request, answers_to.thing, answers_to, mark)


def _write(request, thing, answers_to: MemberComment | None, mark: FormMark | None):
    problem, keys = "", thing.audience_keys()
    form = CommentForm(initial={"text": late_text(request)}, author=request.user, keys=keys)
    if mark:
        form = CommentForm(request.POST, request.FILES, author=request.user, keys=keys)
        if not may_comment(request.user, thing):
            raise Http404
        if form.is_valid():
            try:
                comment = _written_once(thing, request.user, form, answers_to, mark)
                return _done(request, comment, _("Votre commentaire est publié."))
            except TalkClosed:
                problem = _("Les commentaires viennent d’être fermés. Votre texte est encore là : copiez-le pour le garder.")
            except OtherThing:
                problem = _(
                    "Le commentaire auquel vous répondez vient d’être retiré. Votre texte est encore là : copiez-le, ou écrivez "
                    "un nouveau commentaire."
                )
        if problem:
            form.add_error(None, problem)
    return _form_page(request, thing, form, answers_to=answers_to)


def _written_once(thing, author, form: CommentForm, answers_to, mark: FormMark) -> MemberComment:
    """Pressed twice, the second finds the first's comment."""
    words = form.cleaned_data
    try:
        return write_comment(thing, author, words["text"], answers_to, words["files"], mark.once)
    except IntegrityError:
        return MemberComment.objects.get(once=mark.once, user=author)


@taking_late_forms
def edit(request, pk, mark):
    comment = comment_or_404(request.user, pk)
    if not may_change(request.user, comment):
        raise Http404
    arguments = {"author": request.user, "keys": comment.audience_keys(), "stored_files": comment.files.all()}
    form = CommentForm(initial={"text": late_text(request) or comment.comment}, **arguments)
    if mark:
        form = CommentForm(request.POST, request.FILES, **arguments)
        if form.is_valid():
            words = form.cleaned_data
            edit_comment(comment, request.user, words["text"], words["files"], words.get("remove", ()))
            return _done(request, comment, _("Votre commentaire est modifié."))
    return _form_page(request, comment.thing, form, edits=comment)


def _form_page(request, thing, form: CommentForm, answers_to=None, edits=None):
    """The form as a page, or alone for a page that puts it in place."""
    kind, slot = commentable_of(thing), answers_to or edits
    if request.htmx:
        form.fields["text"].widget.attrs["autofocus"] = True
    is_open = bool(edits) or (kind.takes_comments(thing) and may_comment(request.user, thing))
    context = {
        "thing": thing,
        "title": kind.title(thing),
        "form": form,
        "mark": FormMark.new(request.user, request.path),
        "answers_to": answers_to,
        "edits": edits,
        "is_open": is_open or form.is_bound,
        "form_id": f"ecrire-{slot.pk}" if slot else "ecrire",
        "place": f"place-{slot.pk}" if slot else "place-nouveau",
        "whole": is_whole(request),
    }
    status = 422 if form.errors else 200
    if request.htmx:
        return render(request, "intranet_comments/_form.html", context, status=status)
    if answers_to:
        context["quote"] = comment_html(answers_to, MentionLinks([answers_to], request.user))
    if answers_to or edits:
        return render(request, "intranet_comments/form.html", context, status=status)
    context |= {"talk": talk_of(thing, request.user, whole=True), "whole": True, **_undo(request, thing)}
    return render(request, "intranet_comments/talk.html", context, status=status)


def _done(request, comment: MemberComment, sentence: str):
    if request.htmx:  # sent from its place in the page: what comes back is the whole talk
        return reswap(retarget(thread_fragment(request, comment.thing, comment, sentence), "#commentaires"), "outerHTML")
    messages.success(request, sentence)
    return redirect(comment)


@require_POST
def delete(request, pk):
    comment = comment_or_404(request.user, pk)
    if not may_change(request.user, comment):
        raise Http404
    delete_comment(comment, request.user)
    return after_deed(request, comment.thing, _("Votre commentaire est supprimé."), comment)


@require_POST
def restore(request, pk):
    comment = comment_or_404(request.user, pk, shown=False)
    if comment.user_id != request.user.pk or comment.deleted_at is None:
        raise Http404
    restore_comment(comment, request.user)
    return _done(request, comment, _("Votre commentaire est rétabli."))


def after_deed(request, thing, sentence: str, deletion: MemberComment | None = None):
    """Back under the thing; a deletion says how to undo it."""
    if request.htmx:
        undo_url = reverse("intranet_comments:restore", args=[deletion.pk]) if deletion else ""
        return thread_fragment(request, thing, toast=sentence, undo_url=undo_url)
    address = talk_address(thing)
    if deletion:
        return HttpResponseRedirect(f"{address}?retire={deletion.pk}#commentaires")
    messages.success(request, sentence)
    return HttpResponseRedirect(f"{address}#commentaires")


def _undo(request, thing) -> dict:
    """After a deletion without scripts, the way back."""
    pk = row_key(request.GET.get("retire"))
    if pk and MemberComment.objects.of(thing).filter(pk=pk, user=request.user, deleted_at__isnull=False).exists():
        return {"toast": _("Votre commentaire est supprimé."), "undo_url": reverse("intranet_comments:restore", args=[pk])}
    return {}
