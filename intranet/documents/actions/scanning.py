"""Who is told that the virus scanner holds a document that was stored before (`common.scanning`)."""

from common.models import DocumentVersion, SharedDocument
from common.scanning import when_held
from intranet.documents.notifications import DocumentHeld
from notifications.actions import notify


@when_held(SharedDocument)
def tell_of_document(document: SharedDocument) -> None:
    """That of an article has no page of its own: the article says it."""
    if document.shared_at:
        notify(DocumentHeld(document))


@when_held(DocumentVersion)
def tell_of_version(version: DocumentVersion) -> None:
    if version.document.shared_at:
        notify(DocumentHeld(version.document, version=version.number))
