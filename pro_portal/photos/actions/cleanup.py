"""Deleting old zips, uploads that never completed and contributions that were never signed."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from pro_portal.photos.actions.agreements import remove_agreement
from pro_portal.photos.actions.uploads import remove_upload
from pro_portal.photos.models import Bundle, Contribution, Upload
from pro_portal.photos.tasks import read_file

BUNDLE_LIFETIME = timedelta(days=7)
UPLOAD_LIFETIME = timedelta(days=2)
LOT_LIFETIME = timedelta(days=30)  # a photographer comes back to a lot after a holiday
# A file that the worker has not read by then was lost with its task.
LOST_AFTER = timedelta(minutes=10)


def delete_old_bundles() -> None:
    for bundle in Bundle.objects.filter(asked_at__lt=timezone.now() - BUNDLE_LIFETIME):
        if bundle.file:
            bundle.file.delete(save=False)
        bundle.delete()


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


def queue_lost_files() -> None:
    """Queue again the uploads whose task was lost; ingesting twice gives one picture."""
    for pk in Upload.objects.filter(state=Upload.State.ARRIVED, begun_at__lt=timezone.now() - LOST_AFTER).values_list(
        "pk", flat=True
    ):
        transaction.on_commit(partial(read_file.enqueue, str(pk)))
