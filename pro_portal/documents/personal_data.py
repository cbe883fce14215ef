"""Professionals who order editions."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.personal_data import Basis, Kind, OnErasure, Recipients, Rows, register
from pro_portal.documents.limits import DONE_LIFETIME, WAITING_LIFETIME
from pro_portal.documents.models import EditionOrder


@register
class EditionOrders(Kind):
    key = "edition_orders"
    title = _("Commandes d’éditions")
    categories = _("Nom, établissement, adresse, courriel, téléphone, éditions commandées, message, raison d’une annulation")
    purpose = _("Envoyer les guides, cartes et dépliants que la personne a commandés.")
    legal_basis = Basis.CONTRACT
    recipients = Recipients.OFFICE
    term = _("Un an après l’envoi ou l’annulation ; sans suite, deux ans.")
    rows = (
        Rows(
            "portal_documents.EditionOrder",
            account=("person",),
            email=("email",),
            personal={"name": "", "establishment": "", "phone": "", "address": "", "postcode": "", "town": "", "message": ""},
            facts={
                "office": "", "needed_by": "", "done_at": "", "cancelled_at": "", "cancelled_because": "",
                "contents": _("éditions"),
            },
            at="ordered_at",
        ),
        Rows(
            "portal_documents.EditionOrder", account=("done_by",), facts={"establishment": ""}, at="done_at",
            on_erasure=OnErasure.BLANK,
        ),
        Rows(
            "portal_documents.EditionOrder", account=("cancelled_by",), facts={"establishment": ""}, at="cancelled_at",
            on_erasure=OnErasure.BLANK,
        ),
    )  # fmt: skip

    def expire(self, now):
        done = Q(done_at__lt=now - DONE_LIFETIME) | Q(cancelled_at__lt=now - DONE_LIFETIME)
        forgotten = Q(done_at=None, ordered_at__lt=now - WAITING_LIFETIME)
        old = EditionOrder.objects.filter(done | forgotten)
        number = old.count()
        old.delete()
        return number
