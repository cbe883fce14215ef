"""The orders of editions that wait for an office, on the members' first page."""

from django.utils.translation import ngettext_lazy

from common.waiting import Line, Waiting, register
from pro_portal.documents.models import EditionOrder

register(
    Waiting(
        "edition_orders",
        ngettext_lazy("%(count)d commande d’éditions à préparer", "%(count)d commandes d’éditions à préparer", "count"),
        icon="inbox", url_name="portal_documents:orders", order=150,
        rows=lambda user: EditionOrder.objects.waiting().filter(office=user.organisation_id), is_alike=True,
        line=lambda order: Line(order.establishment, order.get_absolute_url()),
    )
)  # fmt: skip
