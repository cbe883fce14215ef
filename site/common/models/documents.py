"""Documents: their files leave only through the guarded view."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument

from common.access import AudienceMixin


class SharedDocument(AudienceMixin, AbstractDocument):
    """A file to download, with its audience."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+")
    organisation = models.ForeignKey("accounts.Organisation", models.SET_NULL, null=True, blank=True, related_name="+")
    audience_groups = models.ManyToManyField("accounts.WorkGroup", blank=True, related_name="+")

    admin_form_fields = ("title", "file", "audience", "audience_groups", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_shareddocument", "Can choose document")]

    @property
    def url(self) -> str:
        """Behind the guarded door, also for the links of rich text."""
        return reverse("common:document", kwargs={"pk": self.pk, "filename": self.filename})

    def save(self, *args, **kwargs):
        if self.file and not self.pk and self.file_size is None:
            self.file_size = self.file.size
        super().save(*args, **kwargs)

    def get_file_size(self) -> int | None:
        """In bytes, None where the file cannot be reached. Wagtail's own writes what it measured; a page is shown from a full
        disk too."""
        if self.file_size is None:
            try:
                self.file_size = self.file.size
            except OSError:
                return None
        return self.file_size
