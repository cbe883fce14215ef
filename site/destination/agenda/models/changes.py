"""What others must learn of a change: the version of the agenda for lists and feeds, what calendars were told of an event."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import models, transaction

from common.in_memory import Change
from destination.agenda.querysets import AnnouncementQuerySet
from destination.agenda.schedule import Schedule

# The notes of the `AgendaChange.once` one is in; None outside.
_noted: ContextVar[list[bool] | None] = ContextVar("noted", default=None)


class AgendaChange(Change):
    """A change of what the agenda shows: lists, counts and feeds are made anew at the next request, in every process."""

    @classmethod
    def note(cls) -> None:
        if (noted := _noted.get()) is None:
            cls.objects.create()
        else:
            noted.append(True)

    @classmethod
    @contextmanager
    def once(cls) -> Iterator[None]:
        """What is noted inside, however often, is one change, written at the end of the same transaction."""
        if _noted.get() is not None:
            yield
            return
        noted: list[bool] = []
        token = _noted.set(noted)
        try:
            with transaction.atomic():
                yield
                if noted:
                    cls.objects.create()
        finally:
            _noted.reset(token)


class Announcement(models.Model):
    """What calendars were told of an event, kept so that they can be told that it is withdrawn: never its later words.

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

    @property
    def schedule(self) -> Schedule:
        return Schedule.from_json(self.schedule_data)

    def title_in(self, language: str) -> str:
        return self.titles.get(language) or self.titles.get(settings.LANGUAGE_CODE) or next(iter(self.titles.values()), "")
