"""Who shares, changes and deletes the members' documents; who sees them is the rule of audiences alone.

Professionals read what is for them in the portal; a provider of a working group reads what is for that group here, as its
members do. For others a page does not exist: a refusal is a 404.
"""

from django.db.models import prefetch_related_objects
from django.http import Http404

from common.access import Audience, can_see
from common.models import DocumentFolder, SharedDocument
from common.models.documents import SharedDocumentQuerySet
from common.responsibility import is_allowed

EDIT_ANY = SharedDocumentQuerySet.edit_any


def reads_here(user, document: SharedDocument) -> bool:
    """Whether the page of a document that this person may see is theirs to read, rather than its shelf in the portal."""
    return user.is_member or document.audience == Audience.GROUP


def readable_here(user):
    """The shared documents whose page, with what is said under it, this person reads in this room."""
    documents = SharedDocument.objects.shared().visible_to(user)
    return documents if user.is_member else documents.filter(audience=Audience.GROUP)


def group_of_reader(document: SharedDocument, person):
    """The first of the groups it is for to which this person belongs; None where there is none."""
    return next((group for group in document.audience_groups.all() if group.pk in person.work_group_ids), None)


def is_editor(user) -> bool:
    """Whether they correct and pin whatever document they may see, and put folders in order."""
    return user.has_perm(EDIT_ANY)


def may_change(user, document: SharedDocument) -> bool:
    return is_allowed(user, document, document.changeable_by, EDIT_ANY)


def may_delete(user, document: SharedDocument) -> bool:
    return is_allowed(user, document, document.deletable_by, EDIT_ANY)


def may_pin(user, document: SharedDocument) -> bool:
    return is_editor(user) and can_see(user, document)


def may_see_downloads(user, document: SharedDocument) -> bool:
    """Who took it: for who looks after it, and for editors."""
    return user.is_member and can_see(user, document) and (document.responsible_id == user.pk or is_editor(user))


def may_change_folder(user, folder: DocumentFolder) -> bool:
    """Who made it, their office for its own, and editors."""
    if not user.is_member or not can_see(user, folder):
        return False
    own_office = folder.organisation_id is not None and folder.organisation_id == user.organisation_id
    return folder.author_id == user.pk or own_office or is_editor(user)


def visible_document(user, pk: int) -> SharedDocument:
    """The shared document if this person may see it, else 404."""
    found = SharedDocument.objects.shared().visible_to(user).with_page().filter(pk=pk)
    document = next(iter(found), None)  # `first` puts one row in order: a third of its cost, for so many columns
    if document is None:
        raise Http404
    if document.audience == Audience.GROUP:
        prefetch_related_objects([document], "audience_groups")
    return document


def allowed_document(user, pk: int, test) -> SharedDocument:
    """The document if `test(user, document)` lets this person act on it, else 404."""
    document = visible_document(user, pk)
    if not test(user, document):
        raise Http404
    return document


def visible_folder(user, pk: int) -> DocumentFolder:
    """The folder if this person may see it, else 404."""
    folder = DocumentFolder.objects.visible_to(user).select_related("parent").filter(pk=pk).first()
    if folder is None:
        raise Http404
    return folder
