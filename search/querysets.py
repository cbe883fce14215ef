"""Which entries: those whose keys the reader holds."""

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q

from common.access import EVERYTHING_KEY


class EntryQuerySet(models.QuerySet):
    def open_to(self, keys: frozenset[str]):
        """The entries that one of `keys` opens."""
        if EVERYTHING_KEY in keys:
            return self
        rows = self.model._meta.get_field("keys").related_model.objects.filter(entry=OuterRef("pk"), key__in=sorted(keys))
        return self.filter(Exists(rows))

    def shown_on(self, day: date):
        """Without those whose right has not begun or is over."""
        return self.filter(Q(shown_from=None) | Q(shown_from__lte=day), Q(shown_until=None) | Q(shown_until__gte=day))
