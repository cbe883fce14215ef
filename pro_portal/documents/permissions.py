"""Who places a document on a shelf, and which ones."""

from django.http import Http404

from accounts.models import User
from common.access import Audience
from common.models import SharedDocument
from common.models.documents import SharedDocumentQuerySet
from common.responsibility import is_allowed

EDIT_ANY = SharedDocumentQuerySet.edit_any
#: Only these readers come to the portal.
FOR_PROFESSIONALS = (Audience.PROFESSIONALS, Audience.PUBLIC)


def may_place(user: User, document: SharedDocument) -> bool:
    """Who may change it among the members, and editors."""
    return user.is_authenticated and is_allowed(user, document, document.changeable_by, EDIT_ANY)


def document_to_place(user: User, pk: int) -> SharedDocument:
    """The document that this person may place on a shelf or take off one, else 404."""
    documents = SharedDocument.objects.shared().visible_to(user).select_related("organisation", "portal_place__letter")
    document = documents.filter(pk=pk).first()
    if document is None or not may_place(user, document):
        raise Http404
    return document


def documents_to_place(user: User):
    """The documents open to professionals that this person may place and that stand on no shelf yet, the latest first."""
    documents = SharedDocument.objects.shared().visible_to(user).changeable_by(user)
    return documents.filter(audience__in=FOR_PROFESSIONALS, portal_place=None).order_by("-shared_at", "-pk")
