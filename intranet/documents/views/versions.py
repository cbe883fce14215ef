"""The versions of a document: the next one, those before, what changed."""

from functools import partial

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import members_only
from common.models import SharedDocument
from common.models.scans import PASSED
from intranet.documents.actions.sharing import VersionConflict, restore_version, share_lot
from intranet.documents.actions.uploads import receive_files
from intranet.documents.forms.keeping import VersionForm
from intranet.documents.models import DocumentUpload
from intranet.documents.permissions import allowed_document, may_change, visible_document
from intranet.documents.presenters.pages import crumbs
from intranet.documents.presenters.uploads import upload_rows
from intranet.documents.presenters.versions import compare_versions, version_lines
from intranet.documents.tasks import read_content
from intranet.documents.views.sharing import say_refusals


def _with_file(document: SharedDocument) -> SharedDocument:
    if document.is_note:
        raise Http404
    return document


def _crumbs(document: SharedDocument, title: str) -> list[dict]:
    return crumbs((document.title, document.get_absolute_url()), title)


@require_safe
@members_only
def versions(request, pk):
    document = _with_file(visible_document(request.user, pk))
    context = {
        "document": document,
        "versions": version_lines(document),
        "may_change": may_change(request.user, document),
        "crumbs": _crumbs(document, _("Versions")),
    }
    return render(request, "documents/versions.html", context)


@require_safe
@members_only
def compare(request, pk, number):
    """An earlier version beside the current one, word by word."""
    document = _with_file(visible_document(request.user, pk))
    version = get_object_or_404(document.versions, number=number)
    context = {
        "document": document,
        "version": version,
        "comparison": compare_versions(document, version.number, document.version),
        "crumbs": crumbs(
            (document.title, document.get_absolute_url()),
            (_("Versions"), reverse("documents:versions", args=[pk])),
            _("Ce qui a changé"),
        ),
    }
    return render(request, "documents/compare.html", context)


@require_POST
@members_only
def restore(request, pk, number):
    """An earlier version is the current one again; the one between stays among the versions."""
    document = _with_file(allowed_document(request.user, pk, may_change))
    version = get_object_or_404(document.versions.filter(scan_state__in=PASSED), number=number)
    seen = request.POST.get("on_version", "")
    try:
        with transaction.atomic():
            restore_version(document, version, request.user, int(seen) if seen.isdecimal() and len(seen) < 10 else 0)
            transaction.on_commit(partial(read_content.enqueue, pk))
    except VersionConflict:
        messages.error(request, _("Une autre version est arrivée entre-temps : regardez la liste, puis choisissez de nouveau."))
    else:
        messages.success(request, _("La version %(number)s est de nouveau la version courante.") % {"number": number})
    return redirect("documents:versions", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def new_version(request, pk):
    """The next version: one file, and what changed."""
    document = _with_file(allowed_document(request.user, pk, may_change))
    action = request.POST.get("action", "") if request.method == "POST" else ""
    files = request.FILES.getlist("files")
    if files or action == "files":
        say_refusals(request, receive_files(request.user, files[:1], document), has_files=bool(files))
    initial = {"on_version": document.version}
    form = VersionForm(request.POST if action else None, initial=initial)
    uploads = list(DocumentUpload.objects.open_to(request.user, document).select_related("document"))
    usable = [upload for upload in uploads if upload.state in (upload.State.ARRIVED, upload.State.READ)]
    if action == "share" and form.is_valid():
        if form.cleaned_data["on_version"] != document.version:
            form.data = form.data.copy()
            form.data["on_version"] = document.version
            form.add_error(None, _(
                "Un collègue a mis une autre version pendant ce temps. Votre fichier est gardé : lisez la sienne, puis envoyez "
                "la vôtre si elle la remplace."
            ))  # fmt: skip
        elif usable:
            shared = share_lot(usable[-1:], form.facts())
            _say_version(request, usable[-1], is_current=bool(shared))
            return redirect(document)
        elif not files:
            messages.error(request, _("Choisissez d’abord un fichier."))
    context = {
        "document": document,
        "document_key": str(document.pk),
        "form": form,
        "uploads": upload_rows(uploads, request.user),
        "crumbs": _crumbs(document, _("Nouvelle version")),
    }
    return render(request, "documents/new_version.html", context, status=422 if action == "share" else 200)


def _say_version(request, upload: DocumentUpload, *, is_current: bool) -> None:
    upload.refresh_from_db()
    if is_current:
        messages.success(request, _("La nouvelle version est en place. L’ancienne est gardée."))
    elif upload.facts is None:
        messages.error(request, " ".join(upload.warnings))
    else:
        messages.info(request, _("Le fichier est encore en cours de lecture : il prendra sa place dans un instant."))
