"""Zips of many documents, made in the background."""

from functools import partial

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import members_only
from common.absolute_urls import next_address
from common.text import row_keys
from common.views.media import NOT_STORED
from common.zips import size_of
from intranet.documents.actions.archives import ArchiveRefused, allowed_documents, begin_archive, make_anew
from intranet.documents.actions.reading import note_takings
from intranet.documents.models import DocumentArchive
from intranet.documents.presenters.listing import lines_of, visible_folders
from intranet.documents.presenters.pages import crumbs
from intranet.documents.tasks import make_archive


@require_POST
@members_only
def new_archive(request):
    """Of the documents that were ticked (`document`, once each)."""
    try:
        with transaction.atomic():
            archive = begin_archive(request.user, row_keys(request.POST.getlist("document")), get_language())
            transaction.on_commit(partial(make_archive.enqueue, str(archive.pk)))
    except ArchiveRefused as refused:
        messages.error(request, str(refused))
        return HttpResponseRedirect(next_address(request, reverse("documents:list")))
    return redirect("documents:archive", pk=archive.pk)


def _own(request, pk) -> DocumentArchive:
    """A zip opens to who asked for it and to nobody else."""
    return get_object_or_404(DocumentArchive, pk=pk, person=request.user)


@require_safe
@members_only
def archive(request, pk):
    """The page of a zip: being made, ready, or why not. Reloads itself while it waits."""
    shown, user = _own(request, pk), request.user
    documents = allowed_documents(user, shown.documents)
    response = render(
        request,
        "documents/archive.html",
        {
            "archive": shown,
            "lines": lines_of(documents, user, visible_folders(user)),
            "size": size_of(shown),
            "crumbs": crumbs(_("Documents ensemble")),
        },
    )
    if shown.state == DocumentArchive.State.WAITING:
        response["Refresh"] = "3"  # seconds
    return response


@require_safe
@members_only
def archive_file(request, pk):
    """The zip, as long as its person may see every document in it: else it is made again without those, as where its file is
    lost."""
    shown = _own(request, pk)
    if shown.state != DocumentArchive.State.READY or not shown.file:
        raise Http404
    documents = allowed_documents(request.user, shown.documents)
    try:
        content = shown.file.open("rb") if len(documents) == len(shown.documents) else None
    except FileNotFoundError:
        content = None
    if content is None:
        make_anew(shown)
        make_archive.enqueue(str(shown.pk))
        return redirect("documents:archive", pk=shown.pk)
    if request.method == "GET":
        note_takings([(document, document.version) for document in documents if document.file], request.user)
    return FileResponse(content, as_attachment=True, filename="documents.zip", headers=NOT_STORED)
