"""What the worker reads of a document: what the virus scanner says of it, and the words inside."""

from dataclasses import replace

from django.db import transaction

from common.documents import virus_scanner
from common.documents.choices import Kind, ScanState, TextState
from common.documents.client import NoPicture, Reading, read_document
from common.documents.libre_office import as_pdf
from common.imaging.client import local_copy
from common.models import DocumentContent, DocumentPage, SharedDocument
from intranet.documents.actions.previews import draw_pages, is_converted, note_refusal
from intranet.documents.limits import MOST_CONVERTED
from intranet.documents.notifications import DocumentHeld
from intranet.documents.querysets import REFUSED
from notifications.actions import notify


def read_current_version(pk: int) -> None:
    """Scan and read the file that a document has now, if it waits for that; where the scanner is away, it goes on waiting."""
    document = SharedDocument.objects.filter(pk=pk, text_state=TextState.WAITING).exclude(file="").first()
    if document is None:
        return
    version = document.version
    try:
        with local_copy(document.file) as path:
            if document.scan_state != ScanState.CLEAN:
                _scan(document, path)
            if document.is_held:
                return
            reading = _read(document, path)
    except FileNotFoundError:  # lost; a storage that does not answer raises another error, and is asked again
        reading = Reading(TextState.DAMAGED, Kind(document.kind or Kind.OTHER))
    _store(document, version, reading)
    draw_pages(pk, version)


def _read(document: SharedDocument, path: str) -> Reading:
    """Of an old office document what LibreOffice makes of it, where it is named: its pages, with their words."""
    if not is_converted(document.kind):
        return read_document(path, document.kind or Kind.OTHER)
    try:
        with as_pdf(path, document.kind) as pdf:
            return replace(read_document(pdf, Kind.PDF), kind=Kind(document.kind))
    except NoPicture as refused:
        note_refusal(document, refused.code, 1, MOST_CONVERTED)
        return read_document(path, document.kind)


def read_again(document: SharedDocument) -> bool:
    """Have an old office document read that was stored before LibreOffice was named, or while it could not be converted; the
    caller queues the task. False where it is read, or being read."""
    waiting = SharedDocument.objects.filter(pk=document.pk, version=document.version, pages=None, text_state=TextState.NOT_READ)
    return bool(waiting.update(text_state=TextState.WAITING))


def _scan(document: SharedDocument, path: str) -> None:
    with open(path, "rb") as file:
        answer = virus_scanner.scan(file, document.file_size or 0)
    document.scan_state, document.scan_result = answer.state, answer.name[:200]
    with transaction.atomic():
        rows = SharedDocument.objects.filter(pk=document.pk, version=document.version)
        changed = rows.exclude(scan_state=document.scan_state).update(
            scan_state=document.scan_state, scan_result=document.scan_result
        )
        if changed and document.shared_at and document.scan_state in REFUSED:
            notify(DocumentHeld(document))


@transaction.atomic
def _store(document: SharedDocument, version: int, reading: Reading) -> None:
    current = SharedDocument.objects.select_for_update().filter(pk=document.pk, version=version).first()
    if current is None:  # a new version came meanwhile, and is read by its own task
        return
    DocumentPage.objects.filter(document=current, version=version).delete()
    DocumentPage.objects.bulk_create(
        DocumentPage(document=current, version=version, number=page.number, title=page.title[:200], text=page.text)
        for page in reading.pages
    )
    shown = {
        "version": version, "html": reading.html, "sheets": [vars(sheet) for sheet in reading.sheets],
        "is_cut": reading.is_cut, "is_html_cut": reading.is_html_cut,
    }  # fmt: skip
    DocumentContent.objects.update_or_create(document=current, defaults=shown)
    current.text_state, current.pages = reading.state, reading.page_count
    current.save(update_fields=["text_state", "pages"])
