"""The files of documents, asked for by who reads them: the current version, an earlier one, the picture of a page."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from accounts.permissions import members_only, professionals_only
from common.documents.choices import Kind
from common.models import SharedDocument
from common.models.scans import PASSED
from common.registry import hook
from common.storages import private_storage
from common.views.media import NOT_STORED, document_file, stored_file, tile
from intranet.documents.actions.content import read_again
from intranet.documents.actions.previews import first_to_ask, has_pictures, picture_name, refusal_of
from intranet.documents.actions.reading import note_taking
from intranet.documents.limits import PAGES_AT_ONCE
from intranet.documents.permissions import reads_here
from intranet.documents.tasks import draw_document_pages, read_content

TILE = (800, 1131)  # pixels: a page of A4


def _visible(user, pk: int) -> SharedDocument:
    """`visible_document` without what its page shows: a file is asked for ten times where a page is once."""
    return get_object_or_404(SharedDocument.objects.shared().visible_to(user), pk=pk)


def _read_here(user, pk: int) -> SharedDocument:
    """That of a page which this person reads in this room, else 404."""
    document = _visible(user, pk)
    if not reads_here(user, document):
        raise Http404
    return document


@require_safe
@professionals_only
def download(request, pk):
    """`?voir`: shown in the page where it is a picture, a sound, a video or a PDF."""
    return document_file(request, _read_here(request.user, pk), inline="voir" in request.GET)


@require_safe
@members_only
def version_file(request, pk, number):
    """An earlier version, to whoever may see the document; the current one by its number too."""
    document = _visible(request.user, pk)
    if number == document.version:
        return document_file(request, document)
    if document.is_held:
        raise Http404
    version = get_object_or_404(document.versions.filter(scan_state__in=PASSED), number=number)
    response = stored_file(request, version.file, version.filename, version.file_size, version.kind, version.file_hash)
    response["Cache-Control"] = NOT_STORED["Cache-Control"]
    if response.status_code in (200, 206) and request.method == "GET":
        note_taking(document, request.user, version.number)
    return response


@require_safe
@professionals_only
def page_picture(request, pk, number):
    """The picture of a page of the current version."""
    return picture_of_page(request, _read_here(request.user, pk), number)


@hook("documents.page_picture")
def picture_of_page(request, document: SharedDocument, number: int):
    """The picture of a page of a document that its reader may see, else 404. No web thread draws: where it is not there, the
    worker is asked for it, and the answer is a tile (202) that `late-pictures.js` asks for again."""
    if number < 1 or number > (document.pages or 1_000) or not has_pictures(document):
        raise Http404
    try:
        content = private_storage().open(picture_name(document.pk, document.version, number))
    except FileNotFoundError:
        if refusal_of(document, number):
            raise Http404 from None
        if first_to_ask(document, number):
            if document.kind != Kind.PDF and read_again(document):
                read_content.enqueue(document.pk)
                return tile(request, *TILE)
            first = number - (number - 1) % PAGES_AT_ONCE
            draw_document_pages.enqueue(document.pk, document.version, first, PAGES_AT_ONCE)
        return tile(request, *TILE)
    return FileResponse(content, content_type="image/webp", headers=NOT_STORED)
