"""Pictures of the pages of documents: drawn by the worker, stored in the private storage, given by a guarded view.

Their names are `document-pages/<document>/<version>/<page>.webp`; only the current version has any. The first pages are drawn
when a document comes, the others when somebody asks for one of them, with those after it.
"""

from contextlib import suppress

from django.core.cache import cache
from django.core.files.base import ContentFile

from common.documents.choices import WITH_TEXT, Kind
from common.documents.client import NoPicture, draw_page
from common.documents.libre_office import as_pdf, converts
from common.imaging.client import local_copy
from common.models import SharedDocument
from common.registry import hook
from common.storages import StorageAway, private_storage
from intranet.documents.limits import FIRST_PAGES, MOST_CONVERTED, PAGES_AT_ONCE

FOLDER = "document-pages"
#: Seconds for which nobody asks again for pages that the worker was asked to draw, or that cannot be drawn.
ASKED_SECONDS, REFUSED_SECONDS = 60, 86_400


def picture_name(pk: int, version: int, number: int) -> str:
    return f"{FOLDER}/{pk}/{version}/{number}.webp"


@hook("documents.has_pictures")
def has_pictures(document: SharedDocument) -> bool:
    """Whether its pages are drawn: those of a PDF, and of an old office document, of which nothing else is shown, where
    LibreOffice makes a PDF of it."""
    return bool(document.file) and not document.is_held and (document.kind == Kind.PDF or is_converted(document.kind))


def is_converted(kind: str) -> bool:
    """Whether a document of this kind is read and drawn from the PDF that LibreOffice makes of it."""
    return converts(kind) and kind not in WITH_TEXT


def note_refusal(document: SharedDocument, code: str, first: int, last: int) -> None:
    """These pages cannot be drawn: nobody tries again for a day."""
    for number in range(first, last + 1):
        cache.set(_refusal_key(document.pk, document.version, number), code, REFUSED_SECONDS)


def refusal_of(document: SharedDocument, number: int) -> str:
    """Why a page cannot be drawn (a code of `NoPicture`), as it was found a moment ago; empty where nothing is known."""
    return cache.get(_refusal_key(document.pk, document.version, number)) or ""


def _refusal_key(pk: int, version: int, number: int) -> str:
    return f"document-page-refused-{pk}-{version}-{number}"


def first_to_ask(document: SharedDocument, number: int) -> bool:
    """Whether the worker is to be asked for this page now: another reader may have done so a moment ago."""
    return cache.add(f"document-page-asked-{document.pk}-{document.version}-{(number - 1) // PAGES_AT_ONCE}", True, ASKED_SECONDS)


def draw_pages(pk: int, version: int, first: int = 1, count: int = FIRST_PAGES) -> None:
    """Draw `count` pages from the page `first` on, those that are not there yet. Done twice, it gives the same; of a version that
    is no longer the current one, nothing."""
    document = SharedDocument.objects.filter(pk=pk, version=version).first()
    if document is None:
        return
    if first == 1:
        forget_pictures(pk, but=version)
    if not has_pictures(document) or refusal_of(document, first):
        return
    storage = private_storage()
    if document.kind != Kind.PDF:  # a conversion takes long: many are drawn at once
        count = MOST_CONVERTED
    last = min(first + count - 1, document.pages or first + count - 1)
    missing = [number for number in range(first, last + 1) if not storage.exists(picture_name(pk, version, number))]
    if not missing:
        return
    number = first
    try:
        with local_copy(document.file) as path, as_pdf(path, document.kind) as pdf:
            for number in missing:
                content = draw_page(pdf, number).content
                _store(storage, picture_name(pk, version, number), content)
    except FileNotFoundError:
        return
    except NoPicture as refused:  # the same for those after it: the file is damaged, locked, or ends there
        note_refusal(document, refused.code, number, last)
        last = number - 1
    if document.pages is None and last:  # nobody else has counted them
        SharedDocument.objects.filter(pk=pk, version=version, pages=None).update(pages=last)


def _store(storage, name: str, content: bytes) -> None:
    if not storage.exists(name):
        storage.save(name, ContentFile(content))


def forget_pictures(pk: int, but: int | None = None) -> None:
    """Delete the pictures of a document, but those of one version. What cannot be deleted now is found by nobody: the document is
    gone, or has another version."""
    storage, folder = private_storage(), f"{FOLDER}/{pk}"
    with suppress(FileNotFoundError, StorageAway):
        versions, _files = storage.listdir(folder)
        for version in versions:
            if version != str(but):
                for name in storage.listdir(f"{folder}/{version}")[1]:
                    storage.delete(f"{folder}/{version}/{name}")
