"""What providers and members give to the library."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.core.files import File
from django.db import models, transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from pro_portal.photos.models.rights import private_storage


class Contribution(models.Model):
    """A lot of pictures given at once, with one form for all of them and the transfer of rights signed by name."""

    class State(models.TextChoices):
        OPEN = "open", _("en cours")
        GIVEN = "given", _("à examiner")
        DECIDED = "decided", _("examinée")

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN, db_index=True)
    facts = models.JSONField(default=dict)  # the answers of the form, for every picture of the lot
    keeps_position = models.BooleanField(_("garder l’endroit de la prise de vue"), default=False)
    signed_name = models.CharField(_("nom du signataire"), max_length=200, blank=True)
    signed_text = models.TextField(blank=True)  # the words of the transfer as they were signed
    signed_at = models.DateTimeField(null=True, blank=True)
    consents_requested_at = models.DateTimeField(null=True, blank=True, editable=False)  # its author knows that some are missing
    begun_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("don de photos")
        verbose_name_plural = _("dons de photos")

    def __str__(self):
        return f"{self.author}, {self.begun_at:%Y-%m-%d}"


class Upload(models.Model):
    """A file on its way, in pieces, so that a cut costs a piece and not a hundred megabytes (tus 1.0, `views.uploads`)."""

    class State(models.TextChoices):
        ARRIVING = "arriving"
        ARRIVED = "arrived"
        READ = "read"
        REFUSED = "refused"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="uploads")
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()  # bytes
    offset = models.PositiveBigIntegerField(default=0)  # bytes received
    state = models.CharField(max_length=10, choices=State, default=State.ARRIVING)
    refusal = models.CharField(max_length=20, blank=True)  # a code of `imaging.client.Refused`
    picture = models.ForeignKey(settings.WAGTAILIMAGES_IMAGE_MODEL, models.SET_NULL, null=True, related_name="+")
    looks_like = models.ForeignKey(settings.WAGTAILIMAGES_IMAGE_MODEL, models.SET_NULL, null=True, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.name

    def keep_piece(self, offset: int, length: int, content: File) -> bool:
        """Store the piece that begins at `offset`, whichever process it reached. False, and nothing is kept, where another
        piece took its place or the upload is gone."""
        piece = UploadPiece(upload=self, offset=offset, length=length)
        piece.file.save("", content, save=False)
        expected = Upload.objects.filter(pk=self.pk, offset=offset, state=self.State.ARRIVING)
        is_next = False
        try:
            with transaction.atomic():
                if is_next := bool(expected.update(offset=offset + length)):
                    piece.save()
        finally:
            if piece.pk is None:
                piece.file.storage.delete(piece.file.name)
        if is_next:
            self.offset = offset + length
        return is_next

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


def piece_name(piece: "UploadPiece", _name: str) -> str:
    """Random at its end: of two processes that receive the same piece, neither writes over the other's."""
    return f"{UploadPiece.FOLDER}/{piece.upload_id}_{piece.offset:012}_{get_random_string(12)}"


class UploadPiece(models.Model):
    """Some bytes of an upload, in the private storage: any process may receive them, and any worker joins them."""

    FOLDER = "uploads"

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="pieces")
    offset = models.PositiveBigIntegerField()  # bytes before this piece
    length = models.PositiveBigIntegerField()  # bytes
    file = models.FileField(upload_to=piece_name, storage=private_storage, max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["upload", "offset"], name="one_piece_at_an_offset")]

    def __str__(self):
        return f"{self.upload_id}, {self.offset}"
