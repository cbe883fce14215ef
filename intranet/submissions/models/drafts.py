"""What a member is typing, kept as typed until it becomes a proposal."""
import uuid

from django.conf import settings
from django.db import models

from destination.agenda.models import Event


class Draft(models.Model):
    """The form as last saved, valid or not. `fields` is what the browser sent: {name: [values]}. `version` grows at each
    save: a second tab that saves an older version is told so."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="event_drafts")
    event = models.ForeignKey(Event, models.CASCADE, null=True, blank=True, related_name="drafts")  # None: a new event
    fields = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(null=True, blank=True)  # once proposed: a double click finds it and does nothing twice

    class Meta:
        ordering = ["-saved_at"]

    def __str__(self):
        return str(self.key)


class CalendarImport(models.Model):
    """A calendar file given by a member, what was understood of it, and what became of each of its events."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_imports")
    name = models.CharField(max_length=250)
    address = models.URLField(max_length=500, blank=True)
    rows = models.JSONField(default=list)  # [{"uid", "title", "schedule", "place_text", …, "event": id once proposed}]
    problems = models.JSONField(default=list)  # [{"where", "message"}]
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self):
        return self.name
