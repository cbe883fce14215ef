"""What was taken in a month, as a table that a French spreadsheet opens."""

from collections import defaultdict
from datetime import date

from django.utils.translation import gettext as _

from common.csv_tables import csv_table
from pro_portal.photos.models import Photo, Taking
from pro_portal.photos.rights.choices import Use


def figures_csv(month: date, photos) -> bytes:
    """One line for each photo that was taken in the month of this day, the most taken first, and one for all of them: how often
    for each use, in all, and by how many people, establishments or partners. `photos`:
    those of which the reader may know."""
    uses, takers = defaultdict(lambda: defaultdict(int)), defaultdict(set)
    rows = Taking.objects.filter(at__year=month.year, at__month=month.month, picture__in=photos.values("pk"))
    for pk, use, *taker in rows.values_list("picture", "use", "organisation", "person", "name").iterator():
        uses[pk][use] += 1
        takers[pk].add(tuple(taker))
    total = {pk: sum(numbers.values()) for pk, numbers in uses.items()}
    photo_rows = Photo.objects.select_related("picture", "commune").in_bulk(total)
    head = [_("Photo"), _("Crédit"), _("Thème"), _("Commune"), *(use.label for use in Use), _("En tout"), _("Preneurs")]
    lines = [
        (pk, photo, photo.picture.names, photo.get_theme_display(), photo.commune)
        + (*(uses[pk][use] for use in Use), total[pk], len(takers[pk]))
        for pk, photo in sorted(photo_rows.items(), key=lambda row: (-total[row[0]], row[0]))
    ]
    everything = [sum(numbers[use] for numbers in uses.values()) for use in Use]
    every_taker = set().union(*takers.values())
    sums = ("", _("En tout"), "", "", "", *everything, sum(total.values()), len(every_taker))
    return csv_table([f"{month:%Y-%m}", *head], [*lines, sums])
