"""Documents on the portal's shelves, and orders of editions."""

from itertools import count

from django.core.files.base import ContentFile
from django.utils import timezone

from common.access import Audience
from common.documents.choices import Kind
from common.models import SharedDocument
from pro_portal.documents.choices import Shelf
from pro_portal.documents.models import EditionOrder, PortalDocument

_numbers = count(1)
PLACE = ("shelf", "year", "theme", "can_be_ordered", "in_letter", "letter")


def make_shared_document(title="Plan", work_groups=(), **facts) -> SharedDocument:
    """A document of the members, for professionals."""
    facts = {
        "audience": Audience.PROFESSIONALS, "shared_at": timezone.now(), "kind": Kind.PDF,
        "file": ContentFile(b"%PDF-1.4", name=f"portail-{next(_numbers)}.pdf"), **facts,
    }  # fmt: skip
    document = SharedDocument.objects.create(title=title, **facts)
    document.audience_groups.set(work_groups)
    return document


def make_edition(title="Plan", **facts) -> PortalDocument:
    """A document on a shelf, that of the editions by default; `facts` of the document and of its place."""
    place = {name: facts.pop(name) for name in PLACE if name in facts}
    return PortalDocument.objects.create(document=make_shared_document(title, **facts), **{"shelf": Shelf.EDITIONS, **place})


def make_edition_order(edition: PortalDocument, quantity=20, person=None, **facts) -> EditionOrder:
    facts = {
        "name": "Clotilde Vernazobre", "establishment": "Gîte des Combes", "email": "clotilde@gite.example",
        "address": "3, chemin du Moulin", "postcode": "66500", "town": "Prades", **facts,
    }  # fmt: skip
    order = EditionOrder.objects.create(
        key=f"order-{next(_numbers)}", office=edition.document.organisation, person=person, **facts
    )
    order.lines.create(edition=edition, title=edition.document.title, quantity=quantity)
    return order
