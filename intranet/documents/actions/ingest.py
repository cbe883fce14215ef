"""A file that arrived becomes a document that its sender alone sees, and what the form of its lot asked is done; or a refusal."""

from pathlib import PurePath

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.utils.file import hash_filelike

from common.access import Audience
from common.documents import virus_scanner
from common.documents.kinds import FileKind, file_kind
from common.documents.names import clean_file_name
from common.models import SharedDocument
from common.uploads import UploadState, display_name
from intranet.documents.actions.content import read_current_version
from intranet.documents.actions.sharing import apply_form
from intranet.documents.models import DocumentUpload

UNNAMED = "document"  # a file whose name says nothing


def take_in(pk: str) -> None:
    """Look at one file that arrived, read it, do what its form asked. Done twice, or by two workers, it gives one document."""
    upload = DocumentUpload.objects.select_related("person", "document").filter(pk=pk).first()
    if upload is None or upload.state not in (UploadState.ARRIVED, UploadState.READ):
        return
    if upload.state == UploadState.ARRIVED:
        _look_at(upload)
    if upload.document_id and not upload.replaces_id:
        finish(upload.pk)  # it is seen before its words are found
    if upload.document_id:
        read_current_version(upload.document_id)
        finish(upload.pk)


@transaction.atomic
def finish(pk) -> None:
    """Do what the form of an upload asked, if it was sent."""
    upload = DocumentUpload.objects.select_for_update(of=("self",)).select_related("document", "person").filter(pk=pk).first()
    if upload is not None:
        apply_form(upload)


def _look_at(upload: DocumentUpload) -> None:
    try:
        with upload.local_copy() as path, open(path, "rb") as file:
            kind = file_kind(file, upload.name)
            if kind.is_usable:
                _store(upload, kind, File(file))
            else:
                _refuse(upload, " ".join(str(words) for words in kind.warnings))
    except FileNotFoundError:  # a piece is lost; a storage that does not answer raises another error, and is asked again
        _refuse(upload, _("Ce fichier n’est pas arrivé entier. Envoyez-le de nouveau."))
    upload.drop_pieces()


def _refuse(upload: DocumentUpload, sentence: str) -> None:
    waiting = DocumentUpload.objects.filter(pk=upload.pk, state=UploadState.ARRIVED)
    waiting.update(state=UploadState.REFUSED, refusal=sentence[:300])


def _store(upload: DocumentUpload, kind: FileKind, file: File) -> None:
    name = clean_file_name(upload.name)
    document = SharedDocument(
        title=title_of(upload.name), audience=Audience.PRIVATE, author=upload.person, uploaded_by_user=upload.person,
        kind=kind.kind, scan_state=virus_scanner.first_state(),
    )  # fmt: skip
    document.file.save(name, file, save=False)
    document.file_size = upload.size
    file.seek(0)
    document.file_hash = hash_filelike(file)
    with transaction.atomic():
        waiting = DocumentUpload.objects.filter(pk=upload.pk, state=UploadState.ARRIVED)
        if not waiting.update(state=UploadState.READ):
            document.file.delete(save=False)
            return
        document.save()
        upload.document, upload.warnings, upload.state = document, [str(words) for words in kind.warnings], UploadState.READ
        upload.save(update_fields=["document", "warnings"])


def title_of(name: str) -> str:
    """« Plan d’accès » of « Plan_d’accès.pdf »."""
    return PurePath(display_name(name, UNNAMED)).stem.replace("_", " ").strip()[:200] or UNNAMED
