"""A file arrives, in pieces or whole. Its bytes go from the connection to the disk and are never together in memory."""

from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.db import transaction
from django.http import UnreadablePostError

from accounts.models import User
from pro_portal.photos.models import Contribution, Upload
from pro_portal.photos.tasks import read_file

LARGEST_PIECE = 4 * 1024 * 1024  # what a cut costs on a slow line, and what a worker of the site is held for
BLOCK = 64 * 1024
MOST_FILES = 300  # of one lot: an afternoon's work for who accepts it


class NotReceived(Exception):
    """A piece or a file that is not taken; `status` is that of tus 1.0."""

    def __init__(self, status: int):
        super().__init__(status)
        self.status = status


def current_contribution(person) -> Contribution | None:
    """The lot this person is putting together."""
    return Contribution.objects.filter(author=person, state=Contribution.State.OPEN).order_by("pk").first()


@transaction.atomic
def open_contribution(person) -> Contribution:
    """The lot in hand, begun where there is none; two tabs get the same."""
    User.objects.select_for_update().filter(pk=person.pk).first()
    return current_contribution(person) or Contribution.objects.create(author=person, organisation=person.organisation)


def begin_upload(person, name: str, size: int) -> Upload:
    """Announce a file of `size` bytes; raises `NotReceived` (413) where it or the lot is too large."""
    contribution = open_contribution(person)
    if not 0 < size <= settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE or contribution.uploads.count() >= MOST_FILES:
        raise NotReceived(413)
    upload = Upload.objects.create(contribution=contribution, name=tidy_name(name), size=size)
    upload.path.parent.mkdir(parents=True, exist_ok=True)
    upload.path.touch()
    return upload


def tidy_name(name: str) -> str:
    """The last part of a path, without what cannot be shown; never used to name a file of ours."""
    plain = "".join(letter for letter in name.replace("\\", "/").rsplit("/", 1)[-1] if letter.isprintable())
    return plain.strip()[-255:] or "photo"


def append(upload: Upload, offset: int, length: int, stream) -> int:
    """Write a piece that begins at `offset`; the new offset. What a cut left of it is kept. Raises `NotReceived`: 409 where
    the piece does not follow what is there, 413 where it is too long."""
    if upload.state != Upload.State.ARRIVING or offset != upload.offset:
        raise NotReceived(409)
    if length > LARGEST_PIECE or offset + length > upload.size:
        raise NotReceived(413)
    with upload.path.open("r+b") as file:
        file.seek(offset)
        written = _copy(stream, file, length)
    if not Upload.objects.filter(pk=upload.pk, offset=offset, state=Upload.State.ARRIVING).update(offset=offset + written):
        raise NotReceived(409)
    upload.offset = offset + written
    if upload.offset == upload.size:
        note_arrival(upload)
    return upload.offset


def _copy(stream, file, length: int) -> int:
    written = 0
    try:
        while written < length and (block := stream.read(min(BLOCK, length - written))):
            file.write(block)
            written += len(block)
    except UnreadablePostError:  # the line was cut: the next piece begins here
        pass
    return written


def note_arrival(upload: Upload) -> None:
    """The file is whole: the worker reads it."""
    if Upload.objects.filter(pk=upload.pk, state=Upload.State.ARRIVING).update(state=Upload.State.ARRIVED):
        transaction.on_commit(partial(read_file.enqueue, str(upload.pk)))


def receive_whole(person, files: Iterable) -> list[str]:
    """Files of an ordinary form; the names of those that are not taken."""
    left = []
    for file in files:
        try:
            upload = begin_upload(person, file.name, file.size)
        except NotReceived:
            left.append(tidy_name(file.name))
            continue
        with upload.path.open("wb") as target:
            for chunk in file.chunks(BLOCK):
                target.write(chunk)
        Upload.objects.filter(pk=upload.pk).update(offset=upload.size)
        note_arrival(upload)
    return left


def remove_upload(upload: Upload) -> None:
    """Take a file out of a lot that was not given yet, with the picture made of it."""
    picture = upload.picture
    if picture and upload.contribution.state == Contribution.State.OPEN:
        picture.delete()
    upload.path.unlink(missing_ok=True)
    upload.delete()
