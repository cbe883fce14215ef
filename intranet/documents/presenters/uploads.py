"""The files of a lot, as the page of sharing shows them."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from common.models import SharedDocument
from intranet.documents.models import DocumentUpload


def upload_rows(uploads: Iterable[DocumentUpload], reader) -> list[dict]:
    """pk, name, size, offset, state, refusal, twin and warnings in words, url. Two queries for however many."""
    uploads = list(uploads)
    twins = _twins(uploads, reader)
    return [_row(upload, twins.get(upload.document.file_hash) if upload.document else None) for upload in uploads]


def _twins(uploads: list[DocumentUpload], reader) -> dict[str, SharedDocument]:
    """By the mark of their file: documents that are there already and that this reader may see."""
    marks = {upload.document.file_hash for upload in uploads if upload.document} - {""}
    same = SharedDocument.objects.shared().visible_to(reader).filter(file_hash__in=marks) if marks else ()
    return {document.file_hash: document for document in same}


def _row(upload: DocumentUpload, twin: SharedDocument | None) -> dict:
    return {
        "pk": str(upload.pk),
        "name": upload.name,
        "size": upload.size,
        "offset": upload.offset,
        "state": upload.state,
        "refusal": upload.refusal,
        "warnings": " ".join(upload.warnings),
        "twin": _("Ce fichier est déjà là : « %(title)s »") % {"title": twin.title} if twin else "",
        "twin_url": twin.get_absolute_url() if twin else "",
        "url": reverse("documents:upload", args=[upload.pk]),
    }
