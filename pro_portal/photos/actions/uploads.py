"""Uploads (tus): receive a file in chunks or whole, streamed to the private storage and never held in memory."""

from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.db import transaction

from accounts.models import User
from common.storages import StorageAway
from common.uploads import UploadRefused, display_name
from pro_portal.photos.models import Contribution, Upload
from pro_portal.photos.tasks import read_file

UNNAMED = "photo"  # a file whose name says nothing
MAX_FILES = 300  # of one lot: an afternoon's work for who accepts it


def current_contribution(person) -> Contribution | None:
    """The contribution that this person has begun and not signed, if any."""
    return Contribution.objects.filter(author=person, state=Contribution.State.OPEN).order_by("pk").first()


@transaction.atomic
def open_contribution(person) -> Contribution:
    """The person's open contribution, created where there is none; two tabs get the same."""
    User.objects.select_for_update().filter(pk=person.pk).first()
    return current_contribution(person) or Contribution.objects.create(author=person, organisation=person.organisation)


def begin_upload(person, name: str, size: int) -> Upload:
    """Create the upload of a file of `size` bytes; raises `UploadRefused`, 413 where it is too large, 422 where the contribution
    is full. Nothing follows an empty one: it is refused at once, in words, as what is read is."""
    contribution = open_contribution(person)
    if size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        raise UploadRefused(413)
    if contribution.uploads.count() >= MAX_FILES:
        raise UploadRefused(422)
    if not size:
        states = {"state": Upload.State.REFUSED, "refusal": "empty"}
        return Upload.objects.create(contribution=contribution, name=display_name(name, UNNAMED), size=0, **states)
    return Upload.objects.create(contribution=contribution, name=display_name(name, UNNAMED), size=size)


def queue_reading(upload: Upload) -> None:
    """Of one that is whole; what is lost with its task is queued again (`cleanup`)."""
    transaction.on_commit(partial(read_file.enqueue, str(upload.pk)))


def receive_files(person, files: Iterable) -> dict[str, str]:
    """Store the files of an ordinary form. Gives those refused: their name, and `too_large`, `too_many`, `empty` or
    `files_away`."""
    refusals = {}
    for file in files:
        try:
            upload = begin_upload(person, file.name, file.size)
        except UploadRefused as refused:
            refusals[display_name(file.name, UNNAMED)] = "too_large" if refused.status == 413 else "too_many"
            continue
        if upload.refusal:
            refusals[upload.name] = upload.refusal
            continue
        try:
            if upload.keep_piece(0, upload.size, file):
                queue_reading(upload)
        except StorageAway:
            upload.delete()
            refusals[display_name(file.name, UNNAMED)] = "files_away"
    return refusals


def remove_upload(upload: Upload) -> None:
    """Delete an upload, with the picture made of it while its contribution is not signed."""
    picture = upload.picture
    if picture and upload.contribution.state == Contribution.State.OPEN:
        picture.delete()
    upload.drop_pieces()
    upload.delete()
