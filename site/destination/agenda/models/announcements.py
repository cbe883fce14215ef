"""What calendar programs received of an event."""

from django.db import models

from common.translations import choose_version
from destination.agenda.querysets import AnnouncementQuerySet


class Announcement(models.Model):
    """What calendar programs received of an event, so that they can be sent its withdrawal: never its later texts.

    `keys` are the audience it is open to (see `common.access`), `withdrawn_keys` the audience that no longer sees it.
    """

    uid = models.UUIDField(unique=True)
    sequence = models.PositiveIntegerField(default=0)
    titles = models.JSONField(default=dict)  # {"fr": "…"}
    schedule_data = models.JSONField(default=dict)
    keys = models.JSONField(default=list)
    withdrawn_keys = models.JSONField(default=list)
    withdrawn_at = models.DateTimeField(null=True, db_index=True)

    objects = AnnouncementQuerySet.as_manager()

    def __str__(self):
        return str(self.uid)

    def title_in(self, language: str) -> str:
        return choose_version(self.titles, language) or ""
