"""The files of a lot, as the page of sharing shows them."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from common.models import SharedDocument
from intranet.documents.actions.sharing import infection_sentence
from intranet.documents.models import DocumentUpload


def upload_rows(uploads: Iterable[DocumentUpload], reader) -> list[dict]:
    """pk, name, size, offset, state, refusal, twin and warnings in words, url. One query for however many."""
    uploads = list(uploads)
    twins = _twins(uploads, reader)
    rows, marks = [], set()
    for upload in uploads:
        mark = upload.document.file_hash if upload.document else ""
        rows.append(_row(upload, twins.get(mark), is_again=mark in marks))
        marks |= {mark} - {""}
    return rows


def _twins(uploads: list[DocumentUpload], reader) -> dict[str, SharedDocument]:
    """By the mark of their file: documents that are there already and that this reader may see."""
    marks = {upload.document.file_hash for upload in uploads if upload.document} - {""}
    same = SharedDocument.objects.shared().visible_to(reader).filter(file_hash__in=marks) if marks else ()
    return {document.file_hash: document for document in same}


def _row(upload: DocumentUpload, twin: SharedDocument | None, *, is_again: bool) -> dict:
    warnings = [*upload.warnings]
    if upload.document and not upload.replaces_id:
        warnings.append(infection_sentence(upload.document))
    if is_again:
        warnings.append(_("Ce fichier est deux fois dans votre envoi."))
    if twin is not None:
        is_current = twin.pk == upload.replaces_id
        same = _("C’est le fichier de la version actuelle.") if is_current else _("Ce fichier est déjà là : « %(title)s »")
    return {
        "pk": str(upload.pk),
        "name": upload.name,
        "size": upload.size,
        "offset": upload.offset,
        "state": upload.state,
        "refusal": upload.refusal,
        "warnings": " ".join(filter(None, warnings)),
        "twin": same % {"title": twin.title} if twin else "",
        "twin_url": twin.get_absolute_url() if twin else "",
        "url": reverse("documents:upload", args=[upload.pk]),
    }
