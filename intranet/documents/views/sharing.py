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

from common.models import DocumentFolder
from common.text import row_key
from common.views.uploads import METHODS, create_upload, receive_upload
from intranet.documents.actions.sharing import share_lot, share_note
from intranet.documents.actions.uploads import begin_upload, mark_arrived, receive_files, remove_upload
from intranet.documents.forms.sharing import NoteForm, SharingForm, first_answers
from intranet.documents.models import DocumentUpload
from intranet.documents.permissions import members_only
from intranet.documents.presenters.pages import crumbs
from intranet.documents.presenters.uploads import upload_rows


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def share(request):
    """The lot in hand: its files and the form for all of them."""
    try:
        action = request.POST.get("action", "") if request.method == "POST" else ""
    except (SuspiciousOperation, BadRequest):
        return render(request, "documents/too_much.html", status=413)
    if request.FILES.getlist("files") or action == "files":
        _receive(request)
    form = _sharing_form(request, SharingForm, is_sent=bool(action))
    uploads = list(DocumentUpload.objects.open_to(request.user).select_related("document"))
    usable = [upload for upload in uploads if upload.state in (upload.State.ARRIVED, upload.State.READ)]
    if action == "share" and form.is_valid():
        if usable:
            documents = share_lot(request.user, usable, form.facts())
            _say_shared(request, len(documents), len(usable) - len(documents))
            return redirect(_place(form))
        messages.error(request, _("Choisissez d’abord des fichiers."))
    context = {"form": form, "uploads": upload_rows(uploads, request.user), "crumbs": crumbs(_("Partager des documents"))}
    return render(request, "documents/share.html", context, status=422 if action == "share" else 200)


def _sharing_form(request, form_class, *, is_sent: bool):
    if is_sent:
        return form_class(request.POST, person=request.user)
    folder_key = row_key(request.GET.get("dossier"))
    folder = DocumentFolder.objects.visible_to(request.user).filter(pk=folder_key).first() if folder_key else None
    return form_class(initial=first_answers(request.user, folder), person=request.user)


def _place(form: SharingForm) -> str:
    """Where what was shared is seen."""
    folder = form.cleaned_data["folder"]
    return folder.get_absolute_url() if folder else reverse("documents:list")


def _say_shared(request, number: int, waiting: int) -> None:
    if number:
        words = ngettext("%(count)d document partagé.", "%(count)d documents partagés.", number)
        messages.success(request, words % {"count": number})
    if waiting:
        words = ngettext(
            "%(count)d document est encore en cours de lecture : il sera partagé dans un instant, sans rien faire de plus.",
            "%(count)d documents sont encore en cours de lecture : ils seront partagés dans un instant, sans rien faire de plus.",
            waiting,
        )
        messages.info(request, words % {"count": waiting})


def _receive(request) -> None:
    files = request.FILES.getlist("files")
    refusals = receive_files(request.user, files)
    sentences = {
        "too_large": _("Trop lourd (200 Mo au plus), ou trop de fichiers à la fois : %(names)s"),
        "empty": _("Vide : %(names)s"),
        "files_away": _("Ne peut pas être rangé en ce moment, choisissez-le de nouveau dans une minute : %(names)s"),
    }
    for code, sentence in sentences.items():
        if names := [name for name, refusal in refusals.items() if refusal == code]:
            messages.error(request, sentence % {"names": ", ".join(names)[:500]})
    if not files:
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
@require_POST
@members_only
def new_upload(request):
    return create_upload(
        request, partial(begin_upload, request.user), lambda upload: reverse("documents:upload", args=[upload.pk])
    )


def _own_upload(request, pk) -> DocumentUpload:
    """A file opens to who is sending it and to nobody else."""
    return get_object_or_404(DocumentUpload.objects.filter(facts__isnull=True), pk=pk, person=request.user)


@require_http_methods(METHODS)
@members_only
def upload(request, pk):
    return receive_upload(request, _own_upload(request, pk), mark_arrived, remove_upload)


@require_POST
@members_only
def remove(request, pk):
    """Take a file out of the lot, without JavaScript."""
    remove_upload(_own_upload(request, pk))
    return redirect("documents:share")


@require_safe
@members_only
def upload_states(request):
    """The files of the lot in hand, for the page that watches them being read."""
    rows = upload_rows(DocumentUpload.objects.open_to(request.user).select_related("document"), request.user)
    return JsonResponse({"files": rows})
