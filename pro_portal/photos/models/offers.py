"""Which pictures partners ever found in the API: who copied one must learn that it was withdrawn."""

from django.db import models
from django.db.models import Q

from common.access import Audience


class OfferedPhotoQuerySet(models.QuerySet):
    def for_key(self, key):
        """Those that a partner's key could have opened, its uses aside."""
        return self if key.sees_professional else self.filter(audience=Audience.PUBLIC)

    def deleted_or_among(self, since, photos):
        return self.filter(Q(deleted_at__gte=since) | Q(number__in=photos.values("pk")))


class OfferedPhoto(models.Model):
    """A photo by its number: the row outlives it. `audience` is the widest and `uses` are all that it was ever offered to."""

    number = models.PositiveBigIntegerField(primary_key=True)
    audience = models.CharField(max_length=20)
    uses = models.JSONField(default=list)
    deleted_at = models.DateTimeField(null=True, db_index=True)

    objects = OfferedPhotoQuerySet.as_manager()

    def __str__(self):
        return str(self.number)
