"""Sharing what was sent, and putting the next version in the place of a document's file."""

from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User, WorkGroup
from common.access import Audience
from common.choices import AllowedPeople
from common.documents import virus_scanner
from common.documents.choices import ScanState, TextState
from common.models import DocumentContent, DocumentFolder, DocumentVersion, SharedDocument
from common.uploads import UploadState
from intranet.documents.models import DocumentUpload
from intranet.documents.permissions import may_change
from intranet.documents.querysets import REFUSED
from intranet.mentions.actions import note_mentions


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


# Nobody writes the same note again so soon.
DOUBLE_CLICK = timedelta(minutes=1)


@transaction.atomic
def share_lot(uploads: list[DocumentUpload], facts: Facts) -> list[SharedDocument]:
    """Share the files of a lot. Gives the documents that are shared now; what the worker has not looked at yet follows by itself.
    Sent twice, it is done once."""
    documents = []
    for upload in DocumentUpload.objects.select_for_update().filter(pk__in=[upload.pk for upload in uploads], facts__isnull=True):
        upload.facts = asdict(facts)
        upload.save(update_fields=["facts"])
        if document := apply_form(upload):
            documents.append(document)
    return documents


@transaction.atomic
def share_note(person, title: str, link: str, facts: Facts) -> SharedDocument:
    """A note without a file, with its link. Sent twice within `DOUBLE_CLICK`, it is shared once."""
    User.objects.select_for_update().get(pk=person.pk)  # the second waits for the first
    same = {"author": person, "title": title, "link": link, "note": facts.note, "file": ""}
    recent = SharedDocument.objects.shared().filter(shared_at__gte=timezone.now() - DOUBLE_CLICK, **same)
    if first := recent.first():
        return first
    document = SharedDocument(title=title, link=link, author=person, uploaded_by_user=person)
    document.save()
    give_facts(document, facts, person)
    return document


def apply_form(upload: DocumentUpload) -> SharedDocument | None:
    """Do what the form of this upload asked, once its file is looked at; None where one of the two is missing, or where it cannot
    be done: the upload says why then, and waits again for its form."""
    if upload.facts is None or upload.state != UploadState.READ or upload.document is None:
        return None
    facts = Facts(**upload.facts)
    if upload.replaces_id is not None:
        return _apply_version(upload, facts)
    if upload.document.shared_at is None:
        give_facts(upload.document, facts, upload.person)
    return upload.document


def _apply_version(upload: DocumentUpload, facts: Facts) -> SharedDocument | None:
    if upload.document_id == upload.replaces_id:  # done already
        return upload.document
    incoming = SharedDocument.objects.get(pk=upload.document_id)
    # The worker is at it, and comes back here.
    if incoming.text_state == TextState.WAITING and incoming.scan_state not in REFUSED:
        return None
    if incoming.is_held:  # the document stays open with the version that it has, until the scanner passed the next
        _give_back(upload, infection_sentence(incoming))
        return None
    if not may_change(upload.person, SharedDocument.objects.get(pk=upload.replaces_id)):  # since the file was sent
        _give_back(upload, _("Vous ne pouvez plus modifier ce document : votre fichier n’a pas pris sa place."))
        return None
    try:
        return put_version(upload, facts)
    except VersionConflict:
        _give_back(upload, _("Une autre version est arrivée entre-temps : lisez-la, puis envoyez la vôtre de nouveau."))
        return None


def _give_back(upload: DocumentUpload, sentence: str) -> None:
    upload.facts, upload.warnings = None, [str(sentence)]
    upload.save(update_fields=["facts", "warnings"])


def infection_sentence(document: SharedDocument) -> str:
    """What the virus scanner found, and what becomes of the file; empty for one that it passed or has not looked at."""
    if document.scan_state == ScanState.INFECTED:
        return _("L’antivirus y a trouvé « %(virus)s » : personne d’autre que vous ne le voit, et il ne peut pas être pris.") % {
            "virus": document.scan_result
        }
    if document.scan_state == ScanState.TOO_LARGE:
        return _("Trop grand pour l’antivirus : personne d’autre que vous ne le voit, et il ne peut pas être pris.")
    return ""


FACT_COLUMNS = (
    "title", "link", "note", "audience", "changeable_by", "deletable_by", "folder", "review_on", "reminded_on", "shared_at",
    "changed_at", "organisation", "uploaded_by_user",
)  # fmt: skip


def give_facts(document: SharedDocument, facts: Facts, person: User) -> None:
    """Write the answers of a form into a document; it is shared if it was not."""
    document.note, document.audience = facts.note, facts.audience
    document.changeable_by, document.deletable_by = facts.changeable_by, facts.deletable_by
    document.folder = folder_for(person, facts.folder, document)
    document.review_on = date.fromisoformat(facts.review_on) if facts.review_on else None
    if document.shared_at is None:
        document.shared_at = document.changed_at = timezone.now()
        document.organisation = person.organisation
    # The worker writes what it read of it at the same time.
    document.save(update_fields=FACT_COLUMNS)
    document.audience_groups.set(WorkGroup.objects.filter(pk__in=facts.groups))
    document.tags.set(facts.tags)
    # Who is named in the note of a new document is told with its readers (`announcing`).
    note_mentions(document, document.note, person, published=document.announced_at is not None and not document.is_held)


def folder_for(person: User, key: int | None, document: SharedDocument) -> DocumentFolder | None:
    """The folder that was chosen; where it is gone meanwhile, none. A folder that is hidden from who answers was not offered: the
    document stays in it."""
    visible = DocumentFolder.objects.visible_to(person)
    if key:
        return visible.filter(pk=key).first()
    hidden = document.folder_id and not visible.filter(pk=document.folder_id).exists()
    return document.folder if hidden else None


# ---- versions ---------------------------------------------------------------------------------------------------------
OF_FILE = ("file_size", "file_hash", "kind", "scan_state", "scan_result", "text_state", "pages")


@transaction.atomic
def put_version(upload: DocumentUpload, facts: Facts) -> SharedDocument:
    """The file of an upload becomes the current one of the document that it replaces; the former one is kept as a version. Raises
    `VersionConflict` where it is not the version that the sender saw."""
    document = SharedDocument.objects.select_for_update().get(pk=upload.replaces_id)
    if document.deleted_at or facts.on_version is not None and facts.on_version != document.version:
        raise VersionConflict
    incoming = upload.document
    keep_version(document)
    document.file = incoming.file.name
    for name in OF_FILE:
        setattr(document, name, getattr(incoming, name))
    document.version += 1
    document.what_changed, document.changed_at, document.uploaded_by_user = facts.what_changed, timezone.now(), upload.person
    document.save()
    incoming.page_texts.update(document=document, version=document.version)
    DocumentContent.objects.filter(document=document).delete()
    DocumentContent.objects.filter(document=incoming).update(document=document, version=document.version)
    upload.document = document
    upload.save(update_fields=["document"])
    incoming.file = ""  # its file is the document's now
    incoming.delete()
    return document


def keep_version(document: SharedDocument) -> None:
    """Note the file that a document has now as an earlier version. One that the scanner did not pass is deleted: a version opens
    to all who see the document."""
    if document.is_note:
        return
    if document.is_held:
        if not document.versions.filter(file=document.file.name).exists():
            transaction.on_commit(partial(document.file.storage.delete, document.file.name))
        document.page_texts.filter(version=document.version).delete()
        return
    DocumentVersion.objects.create(
        document=document, number=document.version, file=document.file.name, filename=document.filename,
        file_size=document.file_size or 0, file_hash=document.file_hash, kind=document.kind, pages=document.pages,
        what_changed=document.what_changed, author=document.uploaded_by_user,
        given_at=document.changed_at or document.created_at, scan_state=document.scan_state,
    )  # fmt: skip


@transaction.atomic
def restore_version(document: SharedDocument, version: DocumentVersion, person: User, on_version: int) -> SharedDocument:
    """Put an earlier file in the place of the current one, as a new version; the worker reads it. Raises `VersionConflict`
    where the document has another version than this person saw."""
    current = SharedDocument.objects.select_for_update().get(pk=document.pk)
    if current.version != on_version:
        raise VersionConflict
    keep_version(current)
    current.file = version.file.name
    for name in ("file_size", "file_hash", "kind", "pages"):
        setattr(current, name, getattr(version, name))
    current.scan_state, current.scan_result, current.text_state = virus_scanner.first_state(), "", TextState.WAITING
    current.version += 1
    current.what_changed = _("Version %(number)s rétablie") % {"number": version.number}
    current.changed_at, current.uploaded_by_user = timezone.now(), person
    current.save()
    DocumentContent.objects.filter(document=current).delete()
    return current
