"""The orders of editions that wait for an office, on the members' first page."""

from django.utils.translation import ngettext_lazy

from common.waiting import Line, Waiting, register
from pro_portal.documents.models import EditionOrder


def _orders_of_office(user):
    return EditionOrder.objects.waiting().filter(office=user.organisation_id) if user.organisation_id else None


register(
    Waiting(
        "edition_orders",
        ngettext_lazy("%(count)d commande d’éditions à préparer", "%(count)d commandes d’éditions à préparer", "count"),
        icon="inbox", url_name="portal_documents:orders", order=150,
        rows=_orders_of_office,
        line=lambda order: Line(order.establishment, order.get_absolute_url()),
    )
)  # fmt: skip
