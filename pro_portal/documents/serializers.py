"""The orders of editions as a table that a French spreadsheet opens."""

import csv
import io
from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from common.text import spreadsheet_cell
from pro_portal.documents.models import EditionOrder


def orders_csv(orders: Iterable[EditionOrder]) -> bytes:
    """One line for each edition of each order: UTF-8 with its mark, cells apart by « ; », days as ISO 8601."""
    target = io.StringIO()
    table = csv.writer(target, delimiter=";", lineterminator="\r\n")
    table.writerow((
        _("Commandé le"), _("Édition"), _("Exemplaires"), _("À recevoir avant le"), _("Établissement"), _("Nom"), _("Courriel"),
        _("Téléphone"), _("Adresse"), _("Code postal"), _("Commune"), _("Message"), _("Office"), _("Faite le"),
    ))  # fmt: skip
    for order in orders:
        for line in order.lines.all():
            table.writerow([
                spreadsheet_cell(value)
                for value in (
                    _day(order.ordered_at), line.title, line.quantity, order.needed_by, order.establishment, order.name,
                    order.email, order.phone, " ".join(order.address.split()), order.postcode, order.town,
                    " ".join(order.message.split()), order.office, _day(order.done_at),
                )
            ])  # fmt: skip
    return target.getvalue().encode("utf-8-sig")


def _day(moment) -> str:
    return timezone.localdate(moment).isoformat() if moment else ""
