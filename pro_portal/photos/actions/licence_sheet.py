"""The sheet that travels with the pictures: whose they are, what for, until when, who took them."""

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.choices import Licence
from common.pdf import typeset
from pro_portal.photos.actions.downloads import file_name
from pro_portal.photos.models import Bundle, LicenceText, Photo
from pro_portal.photos.rights.choices import uses_in_words
from pro_portal.photos.rights.sizes import DownloadSize

MOST_LINES = 500


def licence_sheet(photos: list[Photo], size: DownloadSize, bundle: Bundle) -> bytes:
    """A PDF in the active language that names the provider, the uses and the end of each right."""
    text = LicenceText.current()
    who = str(bundle.organisation or "") or str(bundle.person or "") or bundle.name
    values = {
        "office": settings.WAGTAIL_SITE_NAME,
        "title": _("Conditions des photos"),
        "facts": [
            {"label": _("Prises par"), "value": who},
            {"label": _("Le"), "value": date_format(timezone.localdate(), "DATE_FORMAT")},
            {"label": _("Taille"), "value": str(size.label)},
            *([{"label": _("Pour"), "value": bundle.purpose}] if bundle.purpose else []),
        ],
        "heads": [_("Fichier"), _("Crédit"), _("Usages"), _("Jusqu’au")],
        "lines": [_line(photo, size) for photo in photos[:MOST_LINES]],
        "text_title": str(text),
        "text": text.text.split("\n\n"),
    }
    return typeset("photos/licences.typ", values, get_language() or settings.LANGUAGE_CODE)


def _line(photo: Photo, size: DownloadSize) -> list[str]:
    picture = photo.picture
    licence = Licence(picture.licence)
    uses = uses_in_words(picture) + ([] if picture.changes_allowed else [_("sans modification")])
    return [
        file_name(picture, size),
        " – ".join(
            filter(
                None, [f"© {picture.names}" if picture.names else "", "" if licence == Licence.UNKNOWN else str(licence.label)]
            )
        ),
        ", ".join(uses),
        date_format(picture.last_day, "SHORT_DATE_FORMAT") if picture.last_day else _("sans fin"),
    ]
