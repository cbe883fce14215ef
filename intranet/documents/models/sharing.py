"""Files on their way into the members' documents."""

from django.conf import settings
from django.db import models

from common.models import SharedDocument
from common.uploads import ResumableUpload, UploadPieceBase


class DocumentUpload(ResumableUpload):
    """A file that a member sends. Those of one person without `document` are the lot whose form they are filling."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="document_uploads")
    refusal = models.CharField(max_length=300, blank=True)  # the sentence
    # Of which document it is the next version; None: it becomes a document of its own.
    replaces = models.ForeignKey(SharedDocument, models.CASCADE, null=True, blank=True, related_name="+")
    document = models.ForeignKey(SharedDocument, models.SET_NULL, null=True, blank=True, related_name="+")  # what it became


class DocumentUploadPiece(UploadPieceBase):
    upload = models.ForeignKey(DocumentUpload, models.CASCADE, related_name="pieces")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["upload", "offset"], name="documents_piece_at_an_offset")]
