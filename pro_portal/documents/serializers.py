"""The orders of editions as a table that a French spreadsheet opens."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from common.csv_tables import csv_table
from pro_portal.documents.models import EditionOrder


def orders_csv(orders: Iterable[EditionOrder]) -> bytes:
    """One line for each edition of each order; days as ISO 8601."""
    return csv_table(
        (
            _("Commandé le"), _("Édition"), _("Exemplaires"), _("À recevoir avant le"), _("Établissement"), _("Nom"),
            _("Courriel"), _("Téléphone"), _("Adresse"), _("Code postal"), _("Commune"), _("Message"), _("Office"), _("Faite le"),
            _("Annulée le"), _("Raison"),
        ),
        (
            (
                _day(order.ordered_at), line.title, line.quantity, order.needed_by, order.establishment, order.name,
                order.email, order.phone, " ".join(order.address.split()), order.postcode, order.town,
                " ".join(order.message.split()), order.office, _day(order.done_at),
                _day(order.cancelled_at), " ".join(order.cancelled_because.split()),
            )
            for order in orders
            for line in order.lines.all()
        ),
    )  # fmt: skip


def _day(moment) -> str:
    return timezone.localdate(moment).isoformat() if moment else ""
