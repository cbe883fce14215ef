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
from intranet.documents.querysets import limit_of, stored_bytes
from intranet.documents.tasks import read_upload

REFUSALS = {413: "too_large", 429: "too_many", 422: "office_full", 503: "files_away", 400: "empty"}


@transaction.atomic
def begin_upload(person, name: str, size: int, replaces: SharedDocument | None = None) -> DocumentUpload:
    """Create the upload of a file of `size` bytes; raises `UploadRefused`: 413 where it is empty or too large, 429 where the lot
    has too many, 422 where the office has stored as much as it may."""
    if not 0 < size <= LARGEST_BYTES:
        raise UploadRefused(413)
    if DocumentUpload.objects.open_to(person, replaces).count() >= MOST_FILES:
        raise UploadRefused(429)
    if not has_room(replaces.organisation_id if replaces else person.organisation_id, size):
        raise UploadRefused(422)
    return DocumentUpload.objects.create(person=person, replaces=replaces, name=display_name(name, UNNAMED), size=size)


def has_room(organisation_id: int | None, size: int) -> bool:
    """Whether an office may store so many bytes more; inside the transaction that stores them (`limit_of`)."""
    limit = limit_of(organisation_id) if organisation_id else None
    return limit is None or stored_bytes(organisation_id) + size <= limit


def queue_reading(upload: DocumentUpload) -> None:
    """Of one that is whole; what is lost with its task is queued again (`cleanup`)."""
    transaction.on_commit(partial(read_upload.enqueue, str(upload.pk)))


def receive_files(person, files: Iterable, replaces: SharedDocument | None = None) -> dict[str, str]:
    """Store the files of an ordinary form. Gives those refused: their name, and a word of `REFUSALS`."""
    refusals = {}
    for file in files:
        try:
            upload = begin_upload(person, file.name, file.size, replaces)
        except UploadRefused as refused:
            refusals[display_name(file.name, UNNAMED)] = REFUSALS[refused.status if file.size else 400]
            continue
        try:
            if upload.keep_piece(0, upload.size, file):
                queue_reading(upload)
        except StorageAway:
            upload.delete()
            refusals[upload.name] = REFUSALS[503]
    return refusals


@transaction.atomic
def remove_upload(upload: DocumentUpload) -> None:
    """Delete an upload, with the document made of it while it is not shared. One whose form was sent meanwhile, from another tab,
    stays."""
    uploads = DocumentUpload.objects.select_for_update(of=("self",)).select_related("document")
    seen, upload = upload, uploads.filter(pk=upload.pk).first()
    if upload is None or seen.facts is None and upload.facts is not None:
        return
    if upload.document and not upload.document.shared_at:
        upload.document.delete()
    upload.drop_pieces()
    upload.delete()
