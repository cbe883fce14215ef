"""What becomes of a document with each of its readers."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.models import DocumentFolder, SharedDocument
from common.storages import private_storage


class DocumentReading(models.Model):
    """When somebody last opened a document: what is new since is unread, and what they opened is « recently seen »."""

    document = models.ForeignKey(SharedDocument, models.CASCADE, related_name="readings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="document_readings")
    opened_at = models.DateTimeField(_("ouvert le"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "person"], name="documents_reading_once")]
        indexes = [models.Index(fields=["person", "-opened_at"], name="documents_recent")]

    def __str__(self):
        return f"{self.person}: {self.document}"


class DocumentDownload(models.Model):
    """Who took which version, for its owner. What nobody signed in took is not noted."""

    document = models.ForeignKey(SharedDocument, models.CASCADE, related_name="downloads")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="document_downloads")
    version = models.PositiveIntegerField(_("version"))
    at = models.DateTimeField(_("le"), default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.person}: {self.document}"


class FolderFollow(models.Model):
    """Somebody who wants to hear of each document in a folder, and of nothing there where `muted`."""

    folder = models.ForeignKey(DocumentFolder, models.CASCADE, related_name="follows")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="folder_follows")
    muted = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["folder", "person"], name="documents_follow_once")]

    def __str__(self):
        return f"{self.person}: {self.folder}"


class DocumentArchive(models.Model):
    """A zip of documents, made by the worker, kept for a week, given to who asked for it: each file's rights are asked again when
    it is made and when it is given."""

    class State(models.TextChoices):
        WAITING = "waiting", _("en préparation")
        READY = "ready", _("prête")
        FAILED = "failed", _("impossible")

    FOLDER = "document-archives"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="document_archives")
    documents = models.JSONField(default=list)  # keys; once made, of what is inside
    language = models.CharField(max_length=10, default=settings.LANGUAGE_CODE)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    left_out = models.PositiveIntegerField(default=0)  # documents that could not be read, or were closed meanwhile
    file = models.FileField(upload_to=FOLDER, storage=private_storage, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self):
        return str(self.pk)
