"""Files on their way into the members' documents."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from common.models import SharedDocument
from common.uploads import ResumableUpload, UploadPieceBase


class DocumentUploadQuerySet(models.QuerySet):
    def open_to(self, person, replaces: SharedDocument | None = None):
        """The files that this person sent for the form they have open: of a lot, or the next version of a document."""
        return self.filter(person=person, replaces=replaces, facts__isnull=True).order_by("begun_at")

    def shared_lately(self, person):
        """What this person has shared a moment ago."""
        recent = timezone.now() - timedelta(hours=1)
        return self.filter(person=person, replaces=None, facts__isnull=False, begun_at__gte=recent)


class DocumentUpload(ResumableUpload):
    """A file that a member sends. The worker makes a document of it that they alone see; the form of the lot shares it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="document_uploads")
    refusal = models.CharField(max_length=300, blank=True)  # the sentence
    warnings = models.JSONField(default=list)  # sentences for who sent it: the name says something else than the content
    # Of which document it is the next version; None: it becomes a document of its own.
    replaces = models.ForeignKey(SharedDocument, models.CASCADE, null=True, blank=True, related_name="+")
    # The answers of the form, once it is sent; carried out at once, or when the file is looked at (`actions.sharing`).
    facts = models.JSONField(null=True, blank=True)
    document = models.ForeignKey(SharedDocument, models.SET_NULL, null=True, blank=True, related_name="+")  # what it became

    objects = DocumentUploadQuerySet.as_manager()


class DocumentUploadPiece(UploadPieceBase):
    upload = models.ForeignKey(DocumentUpload, models.CASCADE, related_name="pieces")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["upload", "offset"], name="documents_piece_at_an_offset")]
