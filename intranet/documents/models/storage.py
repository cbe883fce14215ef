"""How much an office may store."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation


class StorageLimit(models.Model):
    """Set by an administrator; an office without one stores as much as there is room."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="document_storage_limit")
    gigabytes = models.PositiveIntegerField(_("limite en gigaoctets"))

    def __str__(self):
        return f"{self.organisation}: {self.gigabytes}"
