"""Signing a contribution: the transfer of rights in words, and giving the pictures to the office."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from common.choices import Licence
from common.models import Picture
from common.signals import shown_changed
from notifications.actions import notify
from pro_portal.photos.actions.facts import write_facts
from pro_portal.photos.models import Contribution, Photo, Upload
from pro_portal.photos.notifications import PhotosGiven
from pro_portal.photos.rights.choices import Use

# Of the words in `_paragraphs`: another text is another version, so that what was signed is told from what is signed today.
TRANSFER_VERSION = 1


class NothingToGive(Exception):
    """No picture of the lot has arrived."""


def transfer_in_words(contribution: Contribution) -> str:
    """The transfer of rights to read and sign, written from the answers of the form; one paragraph for each subject."""
    answers = contribution.facts
    names = {
        "credit": answers.get("credit", ""),
        "uses": ", ".join(str(use.label).lower() for use in Use if use in answers.get("uses", [])),
        "licence": Licence(answers.get("licence", Licence.UNKNOWN)).label,
        "day": date_format(date.fromisoformat(answers["valid_until"]), "DATE_FORMAT") if answers.get("valid_until") else "",
    }
    return "\n\n".join(str(part) % names for part in _paragraphs(answers))


def _paragraphs(answers: dict):
    yield _("Je suis l’auteur de ces photos, ou je peux en céder les droits au nom de leur auteur, « %(credit)s ».")
    if answers.get("licence") == Licence.ALL_RIGHTS:
        yield _(
            "Je cède gratuitement à l’office de tourisme, sans exclusivité et pour le monde entier, le droit de les reproduire "
            "et de les montrer pour : %(uses)s."
        )
    else:
        yield _("Je les donne sous la licence %(licence)s, pour : %(uses)s.")
    if answers.get("changes_allowed"):
        yield _("Elles peuvent être recadrées et retouchées.")
    else:
        yield _("Elles sont montrées sans recadrage ni retouche.")
    if answers.get("offered"):
        yield _("Les professionnels et les partenaires de la destination peuvent les reprendre aux mêmes conditions.")
    else:
        yield _("L’office ne les cède à personne d’autre.")
    if answers.get("valid_until"):
        yield _("Ce droit vaut jusqu’au %(day)s compris.")
    else:
        yield _("Ce droit vaut pour toute la durée légale du droit d’auteur.")
    if answers.get("people") == "yes":
        yield _("Les personnes que l’on y reconnaît ont donné leur accord par écrit, et je peux le montrer.")
    yield _("Mon nom est cité à côté de chaque photo.")


@transaction.atomic
def sign(contribution: Contribution, name: str) -> None:
    """Sign the contribution and give it to the office. Incomplete uploads are left out; signing twice changes nothing. Raises
    `NothingToGive` where no upload is complete."""
    locked = Contribution.objects.select_for_update().get(pk=contribution.pk)
    if locked.state != Contribution.State.OPEN:
        return
    complete_uploads = locked.uploads.filter(state__in=(Upload.State.ARRIVED, Upload.State.READ))
    if not complete_uploads.exists():
        raise NothingToGive
    for upload in locked.uploads.filter(state__in=(Upload.State.ARRIVING, Upload.State.REFUSED)):
        upload.drop_pieces()
        upload.delete()
    locked.signed_name, locked.signed_text, locked.signed_at = name, transfer_in_words(locked), timezone.now()
    locked.signed_version = TRANSFER_VERSION
    locked.state = Contribution.State.GIVEN
    locked.save()
    write_facts(locked, Photo.objects.filter(contribution=locked).select_related("picture"))
    notify(PhotosGiven(locked, actor=locked.author, count=complete_uploads.count()))


def contributions_to_hand_over(person):
    """The lots somebody who leaves answers for; one that was never signed goes by itself."""
    return Contribution.objects.given().looked_after_by(person).order_by("pk")


@transaction.atomic
def give_contributions(lots: Iterable[Contribution], colleague) -> int:
    """When somebody leaves: make `colleague` answer for these lots, hear what is decided and see the pictures that are shown to
    nobody yet; gives how many. The giver's signature, their name on the lot and each picture's credit stay."""
    number = 0
    for lot in lots:
        lot.keeper = None if lot.author_id == colleague.pk else colleague
        lot.save(update_fields=["keeper"])
        pictures = Picture.objects.filter(photo__contribution=lot)
        # Nothing is drawn or written into a file again: only who sees them in any case is another.
        pictures.update(author=colleague)
        for picture in pictures:
            shown_changed.send(sender=Picture, instance=picture)
        number += 1
    return number
