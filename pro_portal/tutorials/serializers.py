"""Who finished which tutorial and path, as a table for a spreadsheet."""

from django.utils.translation import gettext as _

from common.csv_tables import csv_table
from pro_portal.tutorials.presenters.follow_up import Standing


def follow_up_csv(tutorials: list[Standing], paths: list[Standing]) -> bytes:
    """One line for each tutorial and each path; numbers alone, nobody's name."""
    head = (
        _("Sorte"), _("Titre"), _("L’ont commencé"), _("L’ont terminé"), _("Où s’arrêtent les autres"),
        _("Certificats remis sans compte"),
    )  # fmt: skip
    lines = [(_("Tutoriel"), row, "") for row in tutorials] + [(_("Parcours"), row, row.visitors) for row in paths]
    return csv_table(
        head,
        (
            (kind, row.title, row.begun, row.finished, ", ".join(f"{where} ({number})" for where, number in row.stops), visitors)
            for kind, row, visitors in lines
        ),
    )
