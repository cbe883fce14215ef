"""Folders put in order: what moves where, and what becomes of what is inside a folder that goes."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from common.models import DocumentFolder, SharedDocument
from common.recycle_bin import CannotTakeBack
from intranet.documents.limits import DEEPEST_FOLDER
from intranet.documents.permissions import may_change, may_change_folder


class MoveRefused(ValueError):
    """Why a folder cannot stand there, as a sentence."""


def locked_folders() -> dict[int, DocumentFolder]:
    """All folders by their key: two moves at once could make a ring, so the second waits for the first."""
    return {folder.pk: folder for folder in DocumentFolder.objects.select_for_update().order_by("pk")}


def check_place(folder: DocumentFolder, parent: DocumentFolder | None, folders: dict[int, DocumentFolder]) -> None:
    """Raise `MoveRefused` where `folder`, saved or not, would stand inside itself or too deep."""
    above = _chain(parent.pk if parent else None, folders)
    if folder.pk in above:
        raise MoveRefused(_("Un dossier ne peut pas être rangé dans lui-même."))
    height = max((len(_chain(key, folders, until=folder.pk)) for key in folders if folder.pk in _chain(key, folders)), default=1)
    if len(above) + height > DEEPEST_FOLDER:
        raise MoveRefused(_("Trop profond : %(most)s dossiers l’un dans l’autre au plus.") % {"most": DEEPEST_FOLDER})


def _chain(key: int | None, folders: dict[int, DocumentFolder], until: int | None = None) -> list[int]:
    """The keys of a folder and of those around it, `until` the last."""
    chain: list[int] = []
    while key in folders and key not in chain:
        chain.append(key)
        if key == until:
            break
        key = folders[key].parent_id
    return chain


@transaction.atomic
def save_folder(folder: DocumentFolder, parent: DocumentFolder | None, groups: Iterable) -> None:
    """Store a new or a changed folder. Raises `MoveRefused`."""
    check_place(folder, parent, locked_folders())
    folder.parent = parent
    folder.save()
    folder.audience_groups.set(groups)


@transaction.atomic
def move(person: User, documents: QuerySet, folders: QuerySet, target: DocumentFolder | None) -> tuple[int, int]:
    """Put documents and folders into `target`, None for the top. Gives how many went, and how many this person may not move.
    Raises `MoveRefused`, and moves nothing, where a folder cannot stand there."""
    everything = locked_folders()
    moved = refused = 0
    for folder in folders:
        if not may_change_folder(person, folder):
            refused += 1
            continue
        check_place(folder, target, everything)
        folder.parent = target
        folder.save(update_fields=["parent"])
        everything[folder.pk].parent_id = folder.parent_id
        moved += 1
    for document in documents:
        if may_change(person, document):
            document.folder = target
            document.save(update_fields=["folder"])
            moved += 1
        else:
            refused += 1
    return moved, refused


def visible_inside(folder: DocumentFolder, person: User) -> int:
    """How many documents and folders directly in it this person sees."""
    documents = SharedDocument.objects.shared().visible_to(person).filter(folder=folder)
    return documents.count() + DocumentFolder.objects.visible_to(person).filter(parent=folder).count()


@transaction.atomic
def throw_folder_away(folder: DocumentFolder, person: User) -> None:
    """Into the bin. It is empty for who does it; what is hidden from them there goes one floor up."""
    _raise_content(folder)
    folder.throw_away(person)


def take_folder_back(folder: DocumentFolder, person: User) -> None:
    if folder.parent is not None and folder.parent.deleted_at is not None:
        raise CannotTakeBack(_("Le dossier dans lequel il était est supprimé lui aussi : reprenez d’abord celui-là."))
    folder.take_back()


@transaction.atomic
def destroy_folder(folder: DocumentFolder) -> None:
    """For good. What came into it in the bin, by a form that was open, goes one floor up."""
    _raise_content(folder)
    folder.delete()


def _raise_content(folder: DocumentFolder) -> None:
    """What stands in a folder, the bin's things too, goes into the one around it."""
    for document in SharedDocument.objects.filter(folder=folder):
        document.folder_id = folder.parent_id
        document.save(update_fields=["folder"])
    DocumentFolder.objects.filter(parent=folder).update(parent=folder.parent_id)
