"""Sharing documents: files on their way, the form of a lot, a note without a file."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import members_only
from common.models import DocumentFolder, SharedDocument
from common.text import row_key
from common.views.uploads import METHODS, create_upload, receive_upload
from intranet.documents.actions.sharing import share_lot, share_note
from intranet.documents.actions.uploads import begin_upload, queue_reading, receive_files, remove_upload
from intranet.documents.forms.sharing import NoteForm, SharingForm, first_answers
from intranet.documents.models import DocumentUpload
from intranet.documents.permissions import allowed_document, may_change
from intranet.documents.presenters.pages import address_of_folder, crumbs
from intranet.documents.presenters.uploads import upload_rows


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def share(request):
    """The lot in hand: its files and the form for all of them."""
    try:
        action = request.POST.get("action", "") if request.method == "POST" else ""
    except (SuspiciousOperation, BadRequest):
        return render(request, "documents/too_much.html", status=413)
    files = request.FILES.getlist("files")
    if files or action == "files":
        say_refusals(request, receive_files(request.user, files), has_files=bool(files))
    form = _sharing_form(request, SharingForm, is_sent=bool(action))
    uploads = list(DocumentUpload.objects.open_to(request.user).select_related("document"))
    usable = [upload for upload in uploads if upload.state in (upload.State.ARRIVED, upload.State.READ)]
    if action == "share" and form.is_valid():
        if usable:
            documents = share_lot(usable, form.facts())
            _say_shared(request, len(documents), len(usable) - len(documents))
            return redirect(address_of_folder(form.cleaned_data["folder"]))
        if DocumentUpload.objects.shared_lately(request.user).exists():  # a double click, or the same lot in another tab
            messages.info(request, _("Vos fichiers d’avant sont déjà partagés. Il n’y en a pas de nouveau à partager."))
        else:
            messages.error(request, _("Choisissez d’abord des fichiers."))
    context = {"form": form, "uploads": upload_rows(uploads, request.user), "crumbs": crumbs(_("Partager des documents"))}
    return render(request, "documents/share.html", context, status=422 if action == "share" else 200)


def _sharing_form(request, form_class, *, is_sent: bool):
    if is_sent:
        return form_class(request.POST, person=request.user)
    folder_key = row_key(request.GET.get("dossier"))
    folder = DocumentFolder.objects.visible_to(request.user).filter(pk=folder_key).first() if folder_key else None
    return form_class(initial=first_answers(request.user, folder, row_key(request.GET.get("groupe"))), person=request.user)


def _say_shared(request, number: int, waiting: int) -> None:
    if number:
        words = ngettext("%(count)d document partagé.", "%(count)d documents partagés.", number)
        messages.success(request, words % {"count": number})
    if waiting:
        words = ngettext(
            "%(count)d document est encore en cours de lecture : il sera partagé dans un instant, sans rien faire de plus.",
            "%(count)d documents sont encore en cours de lecture : ils seront partagés dans un instant, sans rien faire de plus.",
            waiting,
        )
        messages.info(request, words % {"count": waiting})


def say_refusals(request, refusals: dict[str, str], *, has_files: bool) -> None:
    """Of the files of an ordinary form (`receive_files`)."""
    sentences = {
        "too_large": _("Trop lourd (200 Mo au plus) : %(names)s"),
        "too_many": _("Trop de fichiers à la fois (100 au plus) : partagez d’abord ceux d’avant, puis %(names)s"),
        "office_full": _(
            "Votre office a atteint la place que l’administration lui donne pour ses documents : demandez-en davantage, ou "
            "supprimez d’anciens documents. Non reçu : %(names)s"
        ),
        "empty": _("Vide : %(names)s"),
        "files_away": _("Ne peut pas être rangé en ce moment, choisissez-le de nouveau dans une minute : %(names)s"),
    }
    for code, sentence in sentences.items():
        if names := [name for name, refusal in refusals.items() if refusal == code]:
            messages.error(request, sentence % {"names": ", ".join(names)[:500]})
    if not has_files:
        messages.error(request, _("Choisissez d’abord des fichiers."))


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def new_note(request):
    """A note without a file."""
    form = _sharing_form(request, NoteForm, is_sent=request.method == "POST")
    if form.is_bound and form.is_valid():
        document = share_note(request.user, form.cleaned_data["title"], form.cleaned_data["link"], form.facts())
        messages.success(request, _("La note est partagée."))
        return redirect(document)
    context = {"form": form, "crumbs": crumbs(_("Partager une note"))}
    return render(request, "documents/note.html", context, status=422 if form.is_bound else 200)


# ---- files on their way -----------------------------------------------------------------------------------------------
def _replaced(request) -> SharedDocument | None:
    """The document of which `?document=` says that the file is the next version; None for a file of a lot."""
    if "document" not in request.GET:
        return None
    return allowed_document(request.user, row_key(request.GET["document"]) or 0, may_change)


@require_POST
@members_only
def new_upload(request):
    begin = partial(begin_upload, request.user, replaces=_replaced(request))
    return create_upload(request, begin, lambda upload: reverse("documents:upload", args=[upload.pk]))


def _own_upload(request, pk) -> DocumentUpload:
    """A file opens to who is sending it and to nobody else."""
    uploads = DocumentUpload.objects.select_related("document")
    return get_object_or_404(uploads, pk=pk, person=request.user, facts__isnull=True)


@require_http_methods(METHODS)
@members_only
def upload(request, pk):
    return receive_upload(request, _own_upload(request, pk), queue_reading, remove_upload)


@require_POST
@members_only
def remove(request, pk):
    """Take a file out of its form, without JavaScript."""
    upload = _own_upload(request, pk)
    remove_upload(upload)
    return redirect("documents:new_version", pk=upload.replaces_id) if upload.replaces_id else redirect("documents:share")


@require_safe
@members_only
def upload_states(request):
    """The files of the form in hand, for the page that watches them being read."""
    uploads = DocumentUpload.objects.open_to(request.user, _replaced(request)).select_related("document")
    return JsonResponse({"files": upload_rows(uploads, request.user)})
