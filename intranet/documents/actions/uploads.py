"""Uploads of the members' documents: receive a file in pieces or whole; the worker makes a document of it (`ingest`)."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction

from common.models import SharedDocument
from common.storages import StorageAway
from common.uploads import UploadRefused, display_name
from intranet.documents.actions.ingest import UNNAMED
from intranet.documents.limits import LARGEST_BYTES, MOST_FILES
from intranet.documents.models import DocumentUpload
from intranet.documents.tasks import read_upload


def begin_upload(person, name: str, size: int, replaces: SharedDocument | None = None) -> DocumentUpload:
    """Create the upload of a file of `size` bytes; raises `UploadRefused` (413) where it or the lot is too large."""
    if not 0 < size <= LARGEST_BYTES or DocumentUpload.objects.open_to(person, replaces).count() >= MOST_FILES:
        raise UploadRefused(413)
    return DocumentUpload.objects.create(person=person, replaces=replaces, name=display_name(name, UNNAMED), size=size)


def mark_arrived(upload: DocumentUpload) -> None:
    """The upload is whole: queue its reading."""
    if upload.mark_arrived():
        transaction.on_commit(partial(read_upload.enqueue, str(upload.pk)))


def receive_files(person, files: Iterable, replaces: SharedDocument | None = None) -> dict[str, str]:
    """Store the files of an ordinary form. Gives those refused: their name, and `too_large`, `empty` or `files_away`."""
    refusals = {}
    for file in files:
        try:
            upload = begin_upload(person, file.name, file.size, replaces)
        except UploadRefused:
            refusals[display_name(file.name, UNNAMED)] = "too_large" if file.size else "empty"
            continue
        try:
            if upload.keep_piece(0, upload.size, file):
                mark_arrived(upload)
        except StorageAway:
            upload.delete()
            refusals[upload.name] = "files_away"
    return refusals


def remove_upload(upload: DocumentUpload) -> None:
    """Delete an upload, with the document made of it while it is not shared."""
    if upload.document and not upload.document.shared_at and not upload.replaces_id:
        upload.document.delete()
    upload.drop_pieces()
    upload.delete()
