"""What is remembered of the installation's health: since when a line is red and who was told, and the versions that it ran."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.health import State

# What mends itself, such as a restart, tells nobody.
TOLD_AFTER = timedelta(minutes=15)
# The clock looks each minute; beyond, it stands still, and a web process looks in its place.
CLOCK_LATE = timedelta(minutes=10)
# How far ahead a moment may lie; further, it was written before the machine's clock was set back.
AHEAD = timedelta(minutes=5)


class LineQuerySet(models.QuerySet):
    def told(self, now: datetime | None = None) -> list:
        """Those of which administrators are told, the longest first; a list, of a dozen rows."""
        now = now or timezone.now()
        return [line for line in self.order_by("changed_at") if line.is_told(now)]


class Line(models.Model):
    """One probe (`common.health`) as the clock saw it last."""

    key = models.CharField(max_length=40, primary_key=True)
    state = models.CharField(max_length=10, choices=State)
    is_red = models.BooleanField(default=False)
    changed_at = models.DateTimeField()  # since when it is red, or since when it is not
    looked_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)  # that it is red; until it has been well for as long as it had to be red

    objects = LineQuerySet.as_manager()

    class Meta:
        verbose_name = _("ligne de l’état de l’installation")

    def __str__(self):
        return self.key

    def is_told(self, now: datetime) -> bool:
        """Whether it has been red long enough to be told to administrators."""
        return self.is_red and self.changed_at <= now - TOLD_AFTER

    @classmethod
    def last_look(cls) -> datetime | None:
        return cls.objects.aggregate(last=models.Max("looked_at"))["last"]

    @classmethod
    def clock_stands_still(cls) -> bool:
        """Whether nobody has looked for longer than the clock may be late. An installation that has not been looked at yet has
        just been made."""
        return cls.is_late(cls.last_look())

    @staticmethod
    def is_late(last: datetime | None) -> bool:
        """Whether the clock stands still where it looked last at this moment."""
        return last is not None and abs(timezone.now() - last) > CLOCK_LATE

    @classmethod
    def note(cls, key: str, state: str, now: datetime) -> None:
        """Remember what was seen. Two who look at the same time leave what one would have left."""
        is_red = state == State.FAILURE
        cls.objects.get_or_create(key=key, defaults={"state": state, "is_red": is_red, "changed_at": now, "looked_at": now})
        line = cls.objects.filter(key=key)
        line.filter(changed_at__gt=now + AHEAD).update(changed_at=now)
        line.exclude(is_red=is_red).update(is_red=is_red, changed_at=now)
        line.update(state=state, looked_at=now)


class Upgrade(models.Model):
    """A version of Escale that this database was prepared for, and when. The first one is the installation."""

    version = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.version

    @classmethod
    def latest(cls) -> "Upgrade | None":
        return cls.objects.order_by("-pk").first()


class NewsReading(models.Model):
    """The last version whose news this person has read."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", primary_key=True)
    version = models.CharField(max_length=40)

    def __str__(self):
        return f"{self.person}: {self.version}"
