"""A lot is signed and given."""

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from common.media import Licence, Use
from notifications.actions import notify
from pro_portal.photos.actions.facts import write_facts
from pro_portal.photos.models import Contribution, Photo, Upload
from pro_portal.photos.notifications import PhotosGiven


class NothingToGive(Exception):
    """No picture of the lot has arrived."""


def transfer_in_words(contribution: Contribution) -> str:
    """The transfer of rights as it is read and signed, made of the answers of the form; one paragraph for each thing."""
    said = contribution.facts
    uses = ", ".join(str(use.label).lower() for use in Use if use in said.get("uses", []))
    licence = Licence(said.get("licence", Licence.UNKNOWN))
    parts = [
        _("Je suis l’auteur de ces photos, ou je peux en céder les droits au nom de leur auteur, « %(credit)s ».")
        % {"credit": said.get("credit", "")}
    ]
    if licence == Licence.ALL_RIGHTS:
        parts.append(
            _(
                "Je cède gratuitement à l’office de tourisme, sans exclusivité et pour le monde entier, le droit de les reproduire et de les montrer pour : %(uses)s."
            )
            % {"uses": uses}
        )
    else:
        parts.append(_("Je les donne sous la licence %(licence)s, pour : %(uses)s.") % {"licence": licence.label, "uses": uses})
    parts.append(
        _("Elles peuvent être recadrées et retouchées.")
        if said.get("changes_allowed")
        else _("Elles sont montrées sans recadrage ni retouche.")
    )
    parts.append(
        _("Les professionnels et les partenaires de la destination peuvent les reprendre aux mêmes conditions.")
        if said.get("offered")
        else _("L’office ne les cède à personne d’autre.")
    )
    if until := said.get("valid_until"):
        parts.append(
            _("Ce droit vaut jusqu’au %(day)s compris.")
            % {"day": date_format(timezone.datetime.fromisoformat(until), "DATE_FORMAT")}
        )
    else:
        parts.append(_("Ce droit vaut pour toute la durée légale du droit d’auteur."))
    if said.get("people") == "yes":
        parts.append(_("Les personnes que l’on y reconnaît ont donné leur accord par écrit, et je peux le montrer."))
    parts.append(_("Mon nom est cité à côté de chaque photo."))
    return "\n\n".join(parts)


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
