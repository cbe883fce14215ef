"""What is too dear, or too slow, to be looked at while somebody waits: measured by the clock, and kept until the next time."""

from django.db import models
from django.utils import timezone


class Measure(models.Model):
    """The last value of a measure, such as "certificate" or "search.differences"."""

    name = models.CharField(max_length=60, primary_key=True)
    value = models.JSONField()
    measured_at = models.DateTimeField()

    def __str__(self):
        return self.name

    @classmethod
    def store(cls, name: str, value) -> None:
        cls.objects.update_or_create(name=name, defaults={"value": value, "measured_at": timezone.now()})

    @classmethod
    def latest(cls, name: str) -> "Measure | None":
        return cls.objects.filter(pk=name).first()
