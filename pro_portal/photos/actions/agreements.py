"""Signed agreements that a contributor attaches to a lot, for an editor to read and record."""

from collections.abc import Iterable

from django.db import transaction

from common.documents.virus_scanner import scan_at_door
from common.storages import StorageAway
from common.uploads import display_name
from notifications.actions import notify
from pro_portal.photos.models import AttachedAgreement, Contribution
from pro_portal.photos.notifications import AgreementsAttached
from pro_portal.photos.rights.documents import LARGEST_DOCUMENT, MOST_DOCUMENTS, document_ending

UNNAMED = "accord"  # a file whose name says nothing


@transaction.atomic
def attach_agreements(contribution: Contribution, files: Iterable) -> dict[str, str]:
    """Store these uploaded files with the lot. Gives those refused: their name, and `too_large`, `too_many`, `wrong_kind`,
    `files_away`, or `scan_` and a `ScanState`. Whoever decides on a lot that is given already is told."""
    locked = Contribution.objects.select_for_update().get(pk=contribution.pk)
    stored, refusals = 0, {}
    place_left = MOST_DOCUMENTS - locked.agreements.count()
    for file in files:
        name = display_name(file.name, UNNAMED)
        if code := _refusal(file, place_left - stored):
            refusals[name] = code
            continue
        agreement = AttachedAgreement(contribution=locked, name=name)
        try:
            with transaction.atomic():
                agreement.file.save(f"accord.{document_ending(file)}", file)
        except StorageAway:
            refusals[name] = "files_away"
            continue
        stored += 1
    if stored and locked.state != Contribution.State.OPEN:
        notify(AgreementsAttached(locked, actor=locked.responsible, count=stored))
    return refusals


def _refusal(file, place_left: int) -> str:
    if file.size > LARGEST_DOCUMENT:
        return "too_large"
    if not document_ending(file):
        return "wrong_kind"
    if place_left <= 0:
        return "too_many"
    answer = scan_at_door(file)
    return "" if answer.may_be_given else f"scan_{answer.state}"


def remove_agreement(agreement: AttachedAgreement) -> None:
    agreement.file.delete(save=False)
    agreement.delete()
