"""When a member last opened the front page."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Who comes back within that time is still on the same visit: what was new stays so while they read it, and nothing is written.
SAME_VISIT = timedelta(hours=1)
# Of a first visit, and at most of a later one: what is older is no news, and who was away for a year is not shown all of it.
FIRST_LOOK = timedelta(days=7)
LONGEST_LOOK = timedelta(days=60)


class Visit(models.Model):
    """The current visit of a member: `began_at` is its beginning, `previous_at` that of the one before (None: the first)."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="intranet_visit")
    began_at = models.DateTimeField()
    previous_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("visite de l’intranet")
        verbose_name_plural = _("visites de l’intranet")

    def __str__(self):
        return f"{self.person_id}: {self.began_at}"

    @property
    def since(self) -> datetime:
        """From when on things are new to this person."""
        if self.previous_at is None:
            return self.began_at - FIRST_LOOK
        return max(self.previous_at, self.began_at - LONGEST_LOOK)

    @classmethod
    def current(cls, person) -> "Visit":
        """The visit that goes on, else a new one, which is written; where nothing can be written, it is read all the same."""
        now = timezone.now()
        visit = cls.objects.filter(person=person).first()
        if visit and now - visit.began_at < SAME_VISIT:
            return visit
        times = {"began_at": now, "previous_at": visit.began_at if visit else None}
        with suppress(DatabaseError), transaction.atomic():
            return cls.objects.update_or_create(person=person, defaults=times)[0]
        return cls(person=person, **times)
