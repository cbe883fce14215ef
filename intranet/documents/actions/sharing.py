"""Sharing what was sent, and putting the next version in the place of a document's file."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Self

from django.db import transaction
from django.utils import timezone

from accounts.models import User, WorkGroup
from common.access import Audience
from common.choices import AllowedPeople
from common.models import DocumentFolder, DocumentVersion, SharedDocument
from common.uploads import UploadState
from intranet.documents.models import DocumentUpload


class VersionConflict(ValueError):
    """Somebody put another version meanwhile."""


@dataclass(frozen=True)
class Facts:
    """The answers of the form of a lot, of a note, or of a new version; as JSON in an upload that is still to be looked at."""

    note: str = ""
    folder: int | None = None
    tags: list[str] = field(default_factory=list)
    audience: str = Audience.MEMBERS.value
    groups: list[int] = field(default_factory=list)
    changeable_by: str = AllowedPeople.AUTHOR.value
    deletable_by: str = AllowedPeople.AUTHOR.value
    review_on: str = ""  # a day as ISO 8601, "" for none
    what_changed: str = ""  # of a new version
    on_version: int | None = None  # of a new version: that which its sender saw

    @classmethod
    def read(cls, answers: dict) -> Self:
        return cls(**answers)

    def as_json(self) -> dict:
        return asdict(self)


@transaction.atomic
def share_lot(person, uploads: list[DocumentUpload], facts: Facts) -> list[SharedDocument]:
    """Share the files of a lot. Gives the documents that are shared now; what the worker has not looked at yet follows by itself.
    Sent twice, it is done once."""
    documents = []
    for upload in DocumentUpload.objects.select_for_update().filter(pk__in=[upload.pk for upload in uploads], facts__isnull=True):
        upload.facts = facts.as_json()
        upload.save(update_fields=["facts"])
        if document := carry_out(upload):
            documents.append(document)
    return documents


@transaction.atomic
def share_note(person, title: str, link: str, facts: Facts) -> SharedDocument:
    """A note without a file, with its link."""
    document = SharedDocument(title=title, link=link, author=person, uploaded_by_user=person)
    document.save()
    give_facts(document, facts, person)
    return document


def carry_out(upload: DocumentUpload) -> SharedDocument | None:
    """Do what the form of this upload asked, once its file is looked at; None where one of the two is missing."""
    if upload.facts is None or upload.state != UploadState.READ or upload.document is None:
        return None
    facts = Facts.read(upload.facts)
    if upload.replaces is not None:
        return put_version(upload, facts)
    if upload.document.shared_at is None:
        give_facts(upload.document, facts, upload.person)
    return upload.document


def give_facts(document: SharedDocument, facts: Facts, person: User) -> None:
    """Write the answers of a form into a document; it is shared if it was not."""
    document.note, document.audience = facts.note, facts.audience
    document.changeable_by, document.deletable_by = facts.changeable_by, facts.deletable_by
    document.folder = DocumentFolder.objects.visible_to(person).filter(pk=facts.folder).first() if facts.folder else None
    document.review_on = date.fromisoformat(facts.review_on) if facts.review_on else None
    if document.shared_at is None:
        document.shared_at = document.changed_at = timezone.now()
        document.organisation = person.organisation
    document.save()
    document.audience_groups.set(WorkGroup.objects.filter(pk__in=facts.groups))
    document.tags.set(facts.tags)


def put_version(upload: DocumentUpload, facts: Facts) -> SharedDocument:
    """The file of an upload becomes the current one of the document that it replaces; the former one is kept as a version. Raises
    `VersionConflict` where it is not the version that the sender saw."""
    document = SharedDocument.objects.select_for_update().get(pk=upload.replaces_id)
    if facts.on_version is not None and facts.on_version != document.version:
        raise VersionConflict
    newcomer = upload.document
    keep_version(document)
    document.file = newcomer.file.name
    for name in ("file_size", "file_hash", "kind", "scan_state", "scan_result", "text_state", "pages"):
        setattr(document, name, getattr(newcomer, name))
    document.version += 1
    document.what_changed, document.changed_at, document.uploaded_by_user = facts.what_changed, timezone.now(), upload.person
    document.save()
    newcomer.page_texts.update(document=document, version=document.version)
    newcomer.file = ""  # its file is the document's now
    newcomer.delete()
    upload.document = document
    upload.save(update_fields=["document"])
    return document


def keep_version(document: SharedDocument) -> None:
    """Note the file that a document has now as an earlier version."""
    DocumentVersion.objects.create(
        document=document, number=document.version, file=document.file.name, filename=document.filename,
        file_size=document.file_size or 0, file_hash=document.file_hash, kind=document.kind, pages=document.pages,
        what_changed=document.what_changed, author=document.uploaded_by_user,
        given_at=document.changed_at or document.created_at,
    )  # fmt: skip
