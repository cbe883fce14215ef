"""The sheet that travels with the pictures: whose they are, what for, until when, who took them."""

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.absolute_urls import absolute
from common.choices import Licence
from common.mail import office_name
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
        "office": office_name(),
        "title": _("Conditions des photos"),
        "facts": [
            {"label": _("Données par"), "value": office_name()},
            {"label": _("Prises par"), "value": who},
            {"label": _("Le"), "value": date_format(timezone.localdate(), "DATE_FORMAT")},
            {"label": _("Taille"), "value": str(size.label)},
            {"label": _("Usage de cette taille"), "value": str(size.use.label)},
            *([{"label": _("Pour"), "value": bundle.purpose}] if bundle.purpose else []),
        ],
        "heads": [_("Photo"), _("Crédit et licence"), _("Ce qui est permis"), _("Jusqu’au")],
        "lines": [_line(photo, size) for photo in photos[:MOST_LINES]],
        "text_title": str(text),
        "signature": [_("Lu et accepté par"), _("Le")],
        "text": text.text.split("\n\n"),
    }
    return typeset("photos/licences.typ", values, get_language() or settings.LANGUAGE_CODE)


def _line(photo: Photo, size: DownloadSize) -> dict:
    """title, file, url (of its page), credit, licence, rights (lines), until."""
    picture = photo.picture
    licence = Licence(picture.licence)
    territory = picture.use_territory or _("Monde entier")
    changes = _("Peut être recadrée ou retouchée") if picture.may_be_cropped else _("Sans recadrage ni modification")
    return {
        "title": str(photo),
        "file": file_name(picture, size),
        "url": absolute(photo.get_absolute_url()),
        "credit": f"© {picture.names}" if picture.names else "–",
        "licence": "" if licence == Licence.UNKNOWN else str(licence.label),
        "rights": [", ".join(uses_in_words(picture)), changes, _("Territoire : %(name)s") % {"name": territory}],
        "until": date_format(picture.last_day, "SHORT_DATE_FORMAT") if picture.last_day else _("sans fin"),
    }
