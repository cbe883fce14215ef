"""Deleting uploads that are over and files that nothing names; queueing again what was lost with its task."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from common.access import Audience
from common.documents.choices import TextState
from common.models import SharedDocument
from common.uploads import UploadState
from intranet.documents.actions.uploads import remove_upload
from intranet.documents.limits import CUT_LIFETIME, LOST_AFTER, UPLOAD_LIFETIME
from intranet.documents.models import DocumentUpload
from intranet.documents.querysets import REFUSED
from intranet.documents.tasks import read_content, read_upload


def delete_old_uploads() -> None:
    """Those that stopped half-way, those whose form was never sent, with the document made of them; the rows of the others."""
    now = timezone.now()
    cut = Q(state=UploadState.ARRIVING, begun_at__lt=now - CUT_LIFETIME)
    for upload in DocumentUpload.objects.filter(cut | Q(begun_at__lt=now - UPLOAD_LIFETIME)).select_related("document"):
        remove_upload(upload)
    _delete_documents_without_upload(now - timedelta(days=1))


def _delete_documents_without_upload(before) -> None:
    """What nobody shared yet goes with the account of who sent it."""
    named = DocumentUpload.objects.filter(document=OuterRef("pk"))
    unshared = SharedDocument.objects.filter(shared_at=None, audience=Audience.PRIVATE, organisation=None, author=None)
    for document in unshared.filter(~Exists(named), created_at__lt=before).exclude(kind=""):
        document.delete()


def drop_forgotten_pieces() -> None:
    """Delete the pieces of files that were looked at, which a killed process left."""
    done = DocumentUpload.objects.filter(state__in=(UploadState.READ, UploadState.REFUSED)).exclude(pieces=None).distinct()
    for upload in done:
        upload.drop_pieces()


def queue_lost_work() -> None:
    """Queue again the files whose task was lost, or whose scanner was away; done twice, each gives the same."""
    before = timezone.now() - LOST_AFTER
    unfinished = Q(document__shared_at=None) | Q(replaces__isnull=False) & ~Q(document=F("replaces"))
    lost = Q(state=UploadState.ARRIVED) | Q(state=UploadState.READ, facts__isnull=False) & unfinished
    for pk in DocumentUpload.objects.filter(lost, begun_at__lt=before).values_list("pk", flat=True):
        transaction.on_commit(partial(read_upload.enqueue, str(pk)))
    for pk in documents_to_read(before).values_list("pk", flat=True):
        transaction.on_commit(partial(read_content.enqueue, pk))


def documents_to_read(before):
    """Those that have been waiting since `before` to be read."""
    waiting = SharedDocument.objects.present().filter(text_state=TextState.WAITING).exclude(file="").exclude(kind="")
    since = Q(changed_at__lt=before) | Q(changed_at=None, created_at__lt=before)
    return waiting.filter(since).exclude(scan_state__in=REFUSED)
