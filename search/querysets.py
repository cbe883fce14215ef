"""Which entries: those whose keys the reader holds."""

from django.db import models
from django.db.models import Exists, OuterRef

from common.access import EVERYTHING_KEY


class EntryQuerySet(models.QuerySet):
    def open_to(self, keys: frozenset[str]):
        """The entries that one of `keys` opens."""
        if EVERYTHING_KEY in keys:
            return self
        rows = self.model._meta.get_field("keys").related_model.objects.filter(entry=OuterRef("pk"), key__in=sorted(keys))
        return self.filter(Exists(rows))
