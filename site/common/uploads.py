"""Files on their way, in pieces that any process may receive, so that a cut costs a piece and not two hundred megabytes.

A room makes its models of `ResumableUpload` and `UploadPieceBase`; `common.views.uploads` speaks tus with the browser, and
`common/js/upload-drop.js` is its other end.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from tempfile import NamedTemporaryFile, TemporaryFile

from django.core.files import File
from django.db import models, transaction
from django.http import UnreadablePostError
from django.utils.crypto import get_random_string

from common.storages import delete_older_files, private_storage

MAX_CHUNK = 4 * 1024 * 1024  # what a cut costs on a slow line, and what a worker of the site is held for
BLOCK_SIZE = 64 * 1024
PIECES_FOLDER = "uploads"  # in the private storage
PIECE_LIFETIME = timedelta(days=1)  # of one that no row names: far longer than between the writing of a file and of its row


class UploadRefused(Exception):
    """A chunk or a file that is refused; `status` is the HTTP status of tus 1.0."""

    def __init__(self, status: int):
        super().__init__(status)
        self.status = status


class UploadState(models.TextChoices):
    ARRIVING = "arriving"
    ARRIVED = "arrived"
    READ = "read"
    REFUSED = "refused"


class ResumableUpload(models.Model):
    """A file on its way (tus 1.0). A room adds whose it is, and `pieces`: the related name of its `UploadPiece`."""

    State = UploadState

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()  # bytes
    offset = models.PositiveBigIntegerField(default=0)  # bytes received
    state = models.CharField(max_length=10, choices=UploadState, default=UploadState.ARRIVING)
    begun_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    @property
    def is_whole(self) -> bool:
        return self.offset == self.size

    def keep_piece(self, offset: int, length: int, content: File) -> bool:
        """Store the piece that begins at `offset`, whichever process it reached. False, and nothing is kept, where another
        piece took its place or the upload is gone. With its last piece the upload has arrived: nobody sends that piece again,
        so the two are one, or a process that is killed between them would leave a whole file that counts as cut."""
        piece = self.pieces.model(upload=self, offset=offset, length=length)
        piece.file.save("", content, save=False)
        expected = type(self).objects.filter(pk=self.pk, offset=offset, state=UploadState.ARRIVING)
        received = {"offset": offset + length}
        if offset + length == self.size:
            received["state"] = UploadState.ARRIVED
        is_next = False
        try:
            with transaction.atomic():
                if is_next := bool(expected.update(**received)):
                    piece.save()
        finally:
            if piece.pk is None:
                piece.file.storage.delete(piece.file.name)
        if is_next:
            self.offset, self.state = offset + length, received.get("state", self.state)
        return is_next

    def append_chunk(self, offset: int, length: int, stream) -> int:
        """Append a chunk that begins at `offset`; gives the new offset. After a cut connection, the bytes received stay. Raises
        `UploadRefused`: 404 where the upload is gone, 409 where the chunk does not follow what is stored, 413 where it is too
        long."""
        if self.state != UploadState.ARRIVING or offset != self.offset:
            raise UploadRefused(409)
        if length > MAX_CHUNK or offset + length > self.size:
            raise UploadRefused(413)
        with TemporaryFile() as received:
            written = _copy(stream, received, length)
            received.seek(0)
            if written and not self.keep_piece(offset, written, File(received)):
                raise UploadRefused(409 if type(self).objects.filter(pk=self.pk).exists() else 404)
        return self.offset

    @contextmanager
    def local_copy(self) -> Iterator[str]:
        """The path of the whole file, joined on this machine while the context lasts. FileNotFoundError where a piece is
        missing."""
        with NamedTemporaryFile() as whole:
            for piece in self.pieces.order_by("offset"):
                if piece.offset != whole.tell():
                    break
                with piece.file.open("rb") as content:
                    for chunk in content.chunks():
                        whole.write(chunk)
            if whole.tell() != self.size:
                raise FileNotFoundError(f"The file of upload {self.pk} is not complete.")
            whole.flush()
            yield whole.name

    def drop_pieces(self) -> None:
        """Delete what was received; the files go when the transaction is committed."""
        for piece in self.pieces.all():
            transaction.on_commit(partial(piece.file.storage.delete, piece.file.name))
            piece.delete()


def piece_name(piece: "UploadPieceBase", _name: str) -> str:
    """Random at its end: of two processes that receive the same piece, neither writes over the other's."""
    return f"{PIECES_FOLDER}/{piece.upload_id}_{piece.offset:012}_{get_random_string(12)}"


class UploadPieceBase(models.Model):
    """Some bytes of an upload, in the private storage: any process may receive them, and any worker joins them. A room adds
    `upload` and the constraint that there is one piece at an offset."""

    FOLDER = PIECES_FOLDER

    offset = models.PositiveBigIntegerField()  # bytes before this piece
    length = models.PositiveBigIntegerField()  # bytes
    file = models.FileField(upload_to=piece_name, storage=private_storage, max_length=200)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.upload_id}, {self.offset}"


def delete_lost_pieces() -> int:
    """Delete the pieces that no row of any room names, left by a process that was killed; gives how many."""
    names = {name for model in UploadPieceBase.__subclasses__() for name in model.objects.values_list("file", flat=True)}
    return delete_older_files(private_storage(), PIECES_FOLDER, PIECE_LIFETIME, names)


def display_name(name: str, instead: str) -> str:
    """The last part of a path, without what cannot be shown; `instead` where nothing is left. Never a name of a file of ours."""
    printable = "".join(letter for letter in name.replace("\\", "/").rsplit("/", 1)[-1] if letter.isprintable())
    return printable.strip()[-255:] or instead


def _copy(stream, file, length: int) -> int:
    written = 0
    try:
        while written < length and (block := stream.read(min(BLOCK_SIZE, length - written))):
            file.write(block)
            written += len(block)
    except UnreadablePostError:  # the connection was cut: the next chunk begins here
        pass
    return written
