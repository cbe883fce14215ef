"""A lot is signed and given."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from common.choices import Licence
from notifications.actions import notify
from pro_portal.photos.actions.facts import write_facts
from pro_portal.photos.models import Contribution, Photo, Upload
from pro_portal.photos.notifications import PhotosGiven
from pro_portal.photos.rights.choices import Use


class NothingToGive(Exception):
    """No picture of the lot has arrived."""


def transfer_in_words(contribution: Contribution) -> str:
    """The transfer of rights as it is read and signed, made of the answers of the form; one paragraph for each thing."""
    said = contribution.facts
    names = {
        "credit": said.get("credit", ""),
        "uses": ", ".join(str(use.label).lower() for use in Use if use in said.get("uses", [])),
        "licence": Licence(said.get("licence", Licence.UNKNOWN)).label,
        "day": date_format(date.fromisoformat(said["valid_until"]), "DATE_FORMAT") if said.get("valid_until") else "",
    }
    return "\n\n".join(str(part) % names for part in _paragraphs(said))


def _paragraphs(said: dict):
    yield _("Je suis l’auteur de ces photos, ou je peux en céder les droits au nom de leur auteur, « %(credit)s ».")
    if said.get("licence") == Licence.ALL_RIGHTS:
        yield _(
            "Je cède gratuitement à l’office de tourisme, sans exclusivité et pour le monde entier, le droit de les reproduire "
            "et de les montrer pour : %(uses)s."
        )
    else:
        yield _("Je les donne sous la licence %(licence)s, pour : %(uses)s.")
    if said.get("changes_allowed"):
        yield _("Elles peuvent être recadrées et retouchées.")
    else:
        yield _("Elles sont montrées sans recadrage ni retouche.")
    if said.get("offered"):
        yield _("Les professionnels et les partenaires de la destination peuvent les reprendre aux mêmes conditions.")
    else:
        yield _("L’office ne les cède à personne d’autre.")
    if said.get("valid_until"):
        yield _("Ce droit vaut jusqu’au %(day)s compris.")
    else:
        yield _("Ce droit vaut pour toute la durée légale du droit d’auteur.")
    if said.get("people") == "yes":
        yield _("Les personnes que l’on y reconnaît ont donné leur accord par écrit, et je peux le montrer.")
    yield _("Mon nom est cité à côté de chaque photo.")


@transaction.atomic
def sign(contribution: Contribution, name: str) -> None:
    """Give the lot to the office. Files that did not arrive whole are left out; signing twice changes nothing. Raises
    `NothingToGive` where no file is there."""
    locked = Contribution.objects.select_for_update().get(pk=contribution.pk)
    if locked.state != Contribution.State.OPEN:
        return
    whole = locked.uploads.filter(state__in=(Upload.State.ARRIVED, Upload.State.READ))
    if not whole.exists():
        raise NothingToGive
    for upload in locked.uploads.filter(state__in=(Upload.State.ARRIVING, Upload.State.REFUSED)):
        upload.path.unlink(missing_ok=True)
        upload.delete()
    locked.signed_name, locked.signed_text, locked.signed_at = name, transfer_in_words(locked), timezone.now()
    locked.state = Contribution.State.GIVEN
    locked.save()
    write_facts(locked, Photo.objects.filter(contribution=locked).select_related("picture"))
    notify(PhotosGiven(locked, actor=locked.author, count=whole.count()))
