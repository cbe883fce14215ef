"""A zip of documents: who asked for it must be allowed to see each of them when it is made, and again when it is given."""

import zipfile
from functools import partial

from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from common.documents.names import clean_file_name
from common.models import SharedDocument
from common.storages import StorageAway, delete_older_files, private_storage
from common.zips import add_chunks, delete_zips, lost_zips, own_name, store_zip
from intranet.documents.limits import ARCHIVE_LIFETIME, MOST_ARCHIVE_BYTES, MOST_IN_ARCHIVE
from intranet.documents.models import DocumentArchive


class ArchiveRefused(ValueError):
    """Why there is no zip of these documents, as a sentence."""


def begin_archive(person, ids: list[int], language: str) -> DocumentArchive:
    """The row of a zip of these documents, as far as this person may see them; the caller queues its making. Raises
    `ArchiveRefused`."""
    if len(ids) > MOST_IN_ARCHIVE:
        raise ArchiveRefused(_("Choisissez-en moins : %(most)s documents au plus.") % {"most": MOST_IN_ARCHIVE})
    documents = allowed_documents(person, ids)
    if not documents:
        raise ArchiveRefused(_("Cochez d’abord les documents à télécharger."))
    if sum(document.file_size or 0 for document in documents) > MOST_ARCHIVE_BYTES:
        raise ArchiveRefused(_("Ensemble, ces documents dépassent 2 Go : choisissez-en moins."))
    keys = [document.pk for document in documents]
    return DocumentArchive.objects.create(person=person, documents=keys, language=language)


def allowed_documents(person, ids: list[int]) -> list[SharedDocument]:
    """Those of these documents that this person may take now, in the order given; what is held is taken by nobody."""
    documents = SharedDocument.objects.shared().visible_to(person).in_bulk(ids)
    return [documents[pk] for pk in dict.fromkeys(ids) if pk in documents and not documents[pk].is_held]


def fill_archive(pk: str) -> None:
    """Write the zip of a row that waits. Done twice, it is made once; what its person may not see any more is left out."""
    archive = DocumentArchive.objects.select_related("person").filter(pk=pk, state=DocumentArchive.State.WAITING).first()
    if archive is None:
        return
    included: list[int] = []

    def write(target: zipfile.ZipFile) -> bool:
        names: set[str] = set()
        for document in allowed_documents(archive.person, archive.documents):
            if _add(target, document, names):
                included.append(document.pk)
        return bool(included)

    with translation.override(archive.language):
        store_zip(archive, write, lambda: _finish(archive, included))


def _add(target: zipfile.ZipFile, document: SharedDocument, names: set[str]) -> bool:
    """Copy one document into the zip, a note as a text; False where its file is lost."""
    if document.is_note:
        name = own_name(clean_file_name(f"{document.title}.txt"), document.pk, names)
        target.writestr(name, "\n\n".join(filter(None, (document.title, document.note, document.link))))
        return True
    name = own_name(clean_file_name(document.filename), document.pk, names)
    try:
        with document.file.open("rb") as content:
            add_chunks(target, name, content.chunks())
    except StorageAway:  # the task is done again: a zip lacks no document for that
        raise
    except FileNotFoundError:
        return False
    return True


@transaction.atomic
def _finish(archive: DocumentArchive, included: list[int]) -> bool:
    if not DocumentArchive.objects.select_for_update().filter(pk=archive.pk, state=DocumentArchive.State.WAITING).exists():
        return False
    archive.left_out += len(archive.documents) - len(included)
    if included:
        archive.documents = included  # what is inside: each is asked again before the zip is given
    archive.state = DocumentArchive.State.READY if included else DocumentArchive.State.FAILED
    archive.made_at = timezone.now()
    archive.save()
    return True


def make_anew(archive: DocumentArchive) -> None:
    """It holds what its person may not see any more, or its file is lost: it waits again; the caller queues its making."""
    archive.state, archive.made_at = DocumentArchive.State.WAITING, timezone.now()
    archive.save(update_fields=["state", "made_at"])


def delete_old_archives() -> None:
    """Those of more than a week, and files that a killed process left without a row."""
    delete_zips(DocumentArchive.objects.filter(asked_at__lt=timezone.now() - ARCHIVE_LIFETIME))
    named = set(DocumentArchive.objects.exclude(file="").values_list("file", flat=True))
    delete_older_files(private_storage(), DocumentArchive.FOLDER, ARCHIVE_LIFETIME, named)


def queue_lost_archives(enqueue) -> None:
    """Call `enqueue(pk)` for each zip whose task was lost (`common.zips.lost_zips`)."""
    archives = DocumentArchive.objects.annotate(since=Coalesce("made_at", "asked_at"))
    for pk in lost_zips(archives, since="since"):
        transaction.on_commit(partial(enqueue, pk))
