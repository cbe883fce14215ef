"""Uploads (tus): receive a file in chunks or whole, streamed to the private storage and never held in memory."""

from collections.abc import Iterable
from functools import partial
from tempfile import TemporaryFile

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.http import UnreadablePostError

from accounts.models import User
from common.storages import StorageAway
from pro_portal.photos.models import Contribution, Upload
from pro_portal.photos.tasks import read_file

MAX_CHUNK = 4 * 1024 * 1024  # what a cut costs on a slow line, and what a worker of the site is held for
BLOCK_SIZE = 64 * 1024
MAX_FILES = 300  # of one lot: an afternoon's work for who accepts it


class UploadRefused(Exception):
    """A chunk or a file that is refused; `status` is the HTTP status of tus 1.0."""

    def __init__(self, status: int):
        super().__init__(status)
        self.status = status


def current_contribution(person) -> Contribution | None:
    """The contribution that this person has begun and not signed, if any."""
    return Contribution.objects.filter(author=person, state=Contribution.State.OPEN).order_by("pk").first()


@transaction.atomic
def open_contribution(person) -> Contribution:
    """The person's open contribution, created where there is none; two tabs get the same."""
    User.objects.select_for_update().filter(pk=person.pk).first()
    return current_contribution(person) or Contribution.objects.create(author=person, organisation=person.organisation)


def begin_upload(person, name: str, size: int) -> Upload:
    """Create the upload of a file of `size` bytes; raises `UploadRefused` (413) where it or the contribution is too large."""
    contribution = open_contribution(person)
    if not 0 < size <= settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE or contribution.uploads.count() >= MAX_FILES:
        raise UploadRefused(413)
    return Upload.objects.create(contribution=contribution, name=display_name(name), size=size)


def display_name(name: str) -> str:
    """The last part of a path, without what cannot be shown; never used to name a file of ours."""
    printable = "".join(letter for letter in name.replace("\\", "/").rsplit("/", 1)[-1] if letter.isprintable())
    return printable.strip()[-255:] or "photo"


def append_chunk(upload: Upload, offset: int, length: int, stream) -> int:
    """Append a chunk that begins at `offset`; gives the new offset. After a cut connection, the bytes received stay. Raises
    `UploadRefused`: 404 where the upload is gone, 409 where the chunk does not follow what is stored, 413 where it is too
    long."""
    if upload.state != Upload.State.ARRIVING or offset != upload.offset:
        raise UploadRefused(409)
    if length > MAX_CHUNK or offset + length > upload.size:
        raise UploadRefused(413)
    with TemporaryFile() as received:
        written = _copy(stream, received, length)
        received.seek(0)
        if written and not upload.keep_piece(offset, written, File(received)):
            raise UploadRefused(409 if Upload.objects.filter(pk=upload.pk).exists() else 404)
    if upload.offset == upload.size:
        mark_arrived(upload)
    return upload.offset


def _copy(stream, file, length: int) -> int:
    written = 0
    try:
        while written < length and (block := stream.read(min(BLOCK_SIZE, length - written))):
            file.write(block)
            written += len(block)
    except UnreadablePostError:  # the connection was cut: the next chunk begins here
        pass
    return written


def mark_arrived(upload: Upload) -> None:
    """The upload is complete: queue its ingest."""
    if Upload.objects.filter(pk=upload.pk, state=Upload.State.ARRIVING).update(state=Upload.State.ARRIVED):
        transaction.on_commit(partial(read_file.enqueue, str(upload.pk)))


def receive_files(person, files: Iterable) -> dict[str, str]:
    """Store the files of an ordinary form. Gives those refused: their name, and `too_large` or `files_away`."""
    refusals = {}
    for file in files:
        try:
            upload = begin_upload(person, file.name, file.size)
        except UploadRefused:
            refusals[display_name(file.name)] = "too_large"
            continue
        try:
            if upload.keep_piece(0, upload.size, file):
                mark_arrived(upload)
        except StorageAway:
            upload.delete()
            refusals[display_name(file.name)] = "files_away"
    return refusals


def remove_upload(upload: Upload) -> None:
    """Delete an upload, with the picture made of it while its contribution is not signed."""
    picture = upload.picture
    if picture and upload.contribution.state == Contribution.State.OPEN:
        picture.delete()
    upload.drop_pieces()
    upload.delete()
