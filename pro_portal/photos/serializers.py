"""What was taken in a month, as a table that a French spreadsheet opens."""

import csv
import io
from collections import defaultdict
from datetime import date

from django.utils.translation import gettext as _

from common.text import spreadsheet_cell
from pro_portal.photos.models import Photo, Taking
from pro_portal.photos.rights.choices import Use


def figures_csv(month: date, photos) -> bytes:
    """One line for each photo that was taken in the month of this day, the most taken first, and one for all of them: how often
    for each use, in all, and by how many people, establishments or partners. UTF-8 with its mark, cells apart by « ; ». `photos`:
    those of which the reader may know."""
    uses, takers = defaultdict(lambda: defaultdict(int)), defaultdict(set)
    rows = Taking.objects.filter(at__year=month.year, at__month=month.month, picture__in=photos.values("pk"))
    for pk, use, *taker in rows.values_list("picture", "use", "organisation", "person", "name").iterator():
        uses[pk][use] += 1
        takers[pk].add(tuple(taker))
    total = {pk: sum(numbers.values()) for pk, numbers in uses.items()}
    photo_rows = Photo.objects.select_related("picture", "commune").in_bulk(total)
    target = io.StringIO()
    table = csv.writer(target, delimiter=";", lineterminator="\r\n")
    titles = [_("Photo"), _("Crédit"), _("Thème"), _("Commune"), *(use.label for use in Use), _("En tout"), _("Preneurs")]
    table.writerow([f"{month:%Y-%m}", *titles])
    for pk in sorted(total, key=lambda pk: (-total[pk], pk)):
        photo = photo_rows[pk]
        words = (photo, photo.picture.names, photo.get_theme_display(), photo.commune)
        numbers = (*(uses[pk][use] for use in Use), total[pk], len(takers[pk]))
        table.writerow([pk, *map(spreadsheet_cell, words), *numbers])
    everything = [sum(numbers[use] for numbers in uses.values()) for use in Use]
    every_taker = set().union(*takers.values())
    table.writerow(["", _("En tout"), "", "", "", *everything, sum(total.values()), len(every_taker)])
    return target.getvalue().encode("utf-8-sig")
