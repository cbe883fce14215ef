"""What is not kept: zips after a week, files that never arrived, lots that were never signed."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from pro_portal.photos.actions.uploads import remove_upload
from pro_portal.photos.models import Bundle, Contribution, Upload
from pro_portal.photos.tasks import read_file

BUNDLE_KEPT = timedelta(days=7)
UPLOAD_KEPT = timedelta(days=2)
LOT_KEPT = timedelta(days=30)  # a photographer comes back to a lot after a holiday
# A file that the worker has not read by then was lost with its task.
LOST = timedelta(minutes=10)


def clear_bundles() -> None:
    for bundle in Bundle.objects.filter(asked_at__lt=timezone.now() - BUNDLE_KEPT):
        if bundle.file:
            bundle.file.delete(save=False)
        bundle.delete()


def clear_uploads() -> None:
    """Files that stopped on their way, then lots that nobody signed, with the pictures read for them."""
    now = timezone.now()
    for upload in Upload.objects.filter(state=Upload.State.ARRIVING, begun_at__lt=now - UPLOAD_KEPT).select_related(
        "contribution"
    ):
        remove_upload(upload)
    for lot in Contribution.objects.filter(state=Contribution.State.OPEN, begun_at__lt=now - LOT_KEPT):
        for upload in lot.uploads.select_related("contribution", "picture"):
            remove_upload(upload)
        lot.delete()


def read_lost_files() -> None:
    """Ask again for the files whose task was lost; reading twice gives one picture."""
    for pk in Upload.objects.filter(state=Upload.State.ARRIVED, begun_at__lt=timezone.now() - LOST).values_list("pk", flat=True):
        transaction.on_commit(partial(read_file.enqueue, str(pk)))
