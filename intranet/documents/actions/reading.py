"""What a reader leaves behind: what they opened, what they took, which folders they follow."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from common.models import DocumentFolder, SharedDocument
from intranet.documents.limits import SAME_TAKING
from intranet.documents.models import DocumentDownload, DocumentReading, FolderFollow
from intranet.documents.querysets import took_lately


def note_opened(document: SharedDocument, reader) -> None:
    """Now; two tabs at once leave one line."""
    now = timezone.now()
    marks = DocumentReading.objects.filter(document=document, person=reader)
    if marks.update(opened_at=now):
        return
    try:
        with transaction.atomic():
            DocumentReading.objects.create(document=document, person=reader, opened_at=now)
    except IntegrityError:
        marks.update(opened_at=now)


def note_taking(document: SharedDocument, person, version: int | None = None) -> None:
    """This person took this version, the current one by default. Who resumes it is noted once; a visitor, not at all."""
    if not person.is_authenticated or document.shared_at is None:
        return
    version = version or document.version
    if not took_lately(person, document, version):
        DocumentDownload.objects.create(document=document, person=person, version=version)


def note_takings(takings: list[tuple[SharedDocument, int]], person) -> None:
    """The same of many, of shared documents and somebody who signed in."""
    since = timezone.now() - SAME_TAKING
    known = DocumentDownload.objects.filter(
        person=person, document__in=[document for document, _version in takings], at__gte=since
    )
    known = set(known.values_list("document_id", "version"))
    DocumentDownload.objects.bulk_create(
        DocumentDownload(document=document, person=person, version=version)
        for document, version in takings
        if (document.pk, version) not in known
    )


def set_following(folder: DocumentFolder, person, answer: str) -> None:
    """`follow`: hear of each new document in it; `mute`: hear of none; anything else: as every folder."""
    if answer in ("follow", "mute"):
        FolderFollow.objects.update_or_create(folder=folder, person=person, defaults={"muted": answer == "mute"})
    else:
        FolderFollow.objects.filter(folder=folder, person=person).delete()
