"""What a member is typing, stored as typed until it becomes a proposal."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from common.drafts import FormDraft, FormToken
from destination.agenda.models import Event


class DraftToken(FormToken):
    SALT = "submissions.draft"


class Draft(FormDraft):
    """An event as it is being typed."""

    thing_attribute = "event_id"

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="event_drafts")
    event = models.ForeignKey(Event, models.CASCADE, null=True, blank=True, related_name="drafts")  # None: a new event

    class Meta:
        ordering = ["-saved_at"]

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        """The title as typed so far, in the first language that has one."""
        return self.first(f"{self.title_language}-title")[:140] or str(_("Événement sans titre"))

    @property
    def title_language(self) -> str:
        """The language of the title; empty where none is typed."""
        return next((code for code, _name in settings.LANGUAGES if self.first(f"{code}-title")), "")


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
