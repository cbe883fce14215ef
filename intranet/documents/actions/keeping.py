"""What becomes of a document: its facts, pins, « still true? », the bin."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common.models import SharedDocument
from common.responsibility import REVIEW_COLUMNS, mark_still_true
from intranet.documents.actions.sharing import Facts, give_facts


@transaction.atomic
def change_facts(document: SharedDocument, facts: Facts, person: User, *, title: str, link: str = "") -> None:
    """Write the answers of the form of a document; another day to look at it again is asked anew."""
    document.title, document.link = title, link
    if (document.review_on.isoformat() if document.review_on else "") != facts.review_on:
        document.reminded_on = None
    if document.is_note:  # its words are all there is of it
        document.changed_at, document.uploaded_by_user = timezone.now(), person
    give_facts(document, facts, person)


def rewrite_note(document: SharedDocument, change: Callable[[str], str]) -> None:
    """The name of somebody who left for good is taken out of a note: nobody is told."""
    document.note = change(document.note)
    document.save(update_fields=["note"])


def set_pinned(document: SharedDocument, pinned: bool) -> None:
    """On the shelf of useful documents, or off it."""
    document.pinned_at = timezone.now() if pinned else None
    document.save(update_fields=["pinned_at"])


def confirm(document: SharedDocument) -> None:
    """Still true: asked again after as long as before."""
    mark_still_true(document, since=document.changed_at or document.created_at)
    document.save(update_fields=REVIEW_COLUMNS)


@transaction.atomic
def destroy(document: SharedDocument) -> None:
    """Delete a document for good, with the files of all its versions."""
    for version in document.versions.all():
        version.delete()
    document.delete()
