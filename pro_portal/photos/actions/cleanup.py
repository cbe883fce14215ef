"""Deleting old zips, uploads that never completed, contributions that were never signed and files that nothing names."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from common.storages import delete_older_files, private_storage
from common.uploads import delete_lost_pieces
from common.zips import LOST_AFTER, delete_zips, lost_zips
from pro_portal.photos.actions.agreements import remove_agreement
from pro_portal.photos.actions.uploads import remove_upload
from pro_portal.photos.models import Bundle, Contribution, Taking, Upload
from pro_portal.photos.tasks import make_bundle, read_file

BUNDLE_LIFETIME = timedelta(days=7)
UPLOAD_LIFETIME = timedelta(days=2)
LOT_LIFETIME = timedelta(days=30)  # a photographer comes back to a lot after a holiday
FILE_LIFETIME = timedelta(days=1)  # of one that no row names: far longer than between the writing of a file and of its row
PERSON_LIFETIME = timedelta(days=365)  # of the name and the mail of who took a picture without an account


def delete_old_bundles() -> int:
    """Delete the zips that are over; how many."""
    return delete_zips(Bundle.objects.filter(asked_at__lt=timezone.now() - BUNDLE_LIFETIME))


def delete_abandoned_uploads() -> None:
    """Delete uploads that stopped half-way, then contributions that nobody signed, with the pictures made for them."""
    now = timezone.now()
    for upload in Upload.objects.filter(state=Upload.State.ARRIVING, begun_at__lt=now - UPLOAD_LIFETIME).select_related(
        "contribution"
    ):
        remove_upload(upload)
    for lot in Contribution.objects.filter(state=Contribution.State.OPEN, begun_at__lt=now - LOT_LIFETIME):
        for upload in lot.uploads.select_related("contribution", "picture"):
            remove_upload(upload)
        for agreement in lot.agreements.all():
            remove_agreement(agreement)
        lot.delete()


def delete_files_without_row() -> None:
    """Delete what a killed process left in the private storage: zips and pieces that no row names. They would be deleted a
    week later at most; agreements and pictures are never looked at, since a database may be restored without its latest."""
    for upload in Upload.objects.filter(state__in=(Upload.State.READ, Upload.State.REFUSED)).exclude(pieces=None).distinct():
        upload.drop_pieces()
    delete_lost_pieces()
    bundles = set(Bundle.objects.exclude(file="").values_list("file", flat=True))
    delete_older_files(private_storage(), Bundle.FOLDER, FILE_LIFETIME, bundles)


def queue_lost_files() -> None:
    """Queue again the uploads whose task was lost; ingesting twice gives one picture."""
    for pk in Upload.objects.filter(state=Upload.State.ARRIVED, begun_at__lt=timezone.now() - LOST_AFTER).values_list(
        "pk", flat=True
    ):
        transaction.on_commit(partial(read_file.enqueue, str(pk)))


def queue_lost_bundles() -> None:
    for pk in lost_zips(Bundle.objects.all()):
        transaction.on_commit(partial(make_bundle.enqueue, pk))


def forget_who_took() -> int:
    """Forget the name and the mail of those who took pictures without an account, a year after, and once they have been told of
    the end of its right: that it was taken, and what for, stays. Gives of how many."""
    now = timezone.now()
    still_told = Q(ends_on__gte=timezone.localdate()) | Q(
        ends_on__isnull=False, end_told_at=None, at__gt=now - 3 * PERSON_LIFETIME
    )
    old = Taking.objects.filter(at__lt=now - PERSON_LIFETIME, person=None).exclude(email="")
    return old.exclude(still_told).update(name="", email="")
