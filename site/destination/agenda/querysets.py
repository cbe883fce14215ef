"""Which events, which occurrences: adjectives that chain."""

from datetime import date, datetime, timedelta

from django.db import models
from django.utils import timezone

from common.access import Audience, AudienceQuerySet, reader_keys

# A calendar program that is opened once in two months still receives a cancellation.
WITHDRAWN_DAYS = 60


def over() -> models.Q:
    """The events whose last day is past."""
    return models.Q(last_day__lt=timezone.localdate())


class EventQuerySet(AudienceQuerySet):
    def published(self):
        return self.filter(live=True, removed_at=None)

    def upcoming(self, today: date | None = None):
        return self.filter(last_day__gte=today or timezone.localdate())

    def with_words(self):
        """Everything a list shows of each event, in a fixed number of queries."""
        return self.select_related("place", "commune", "picture", "organisation").prefetch_related(
            "words", "categories", "place__words"
        )

    def with_spot(self):
        """`spot_latitude` and `spot_longitude`, those of the place; None where the place is not for everybody to see, or where
        the event takes place online instead; `shown_setting`, which is that of the place where the event does not say."""
        is_shown = models.Q(place__live=True, place__audience=Audience.PUBLIC) & ~models.Q(state="moved_online")
        return self.annotate(
            spot_latitude=models.Case(models.When(is_shown, then=models.F("place__latitude"))),
            spot_longitude=models.Case(models.When(is_shown, then=models.F("place__longitude"))),
            shown_setting=models.Case(
                models.When(is_shown, setting="", then=models.F("place__setting")), default=models.F("setting")
            ),
        )


class OccurrenceQuerySet(models.QuerySet):
    def published(self):
        return self.filter(event__live=True, event__removed_at=None)

    def between(self, first: date, last: date):
        """Those that touch the days from `first` to `last`, both included."""
        return self.filter(last_day__gte=first, day__lte=last)

    def from_day(self, day: date | None = None):
        return self.filter(last_day__gte=day or timezone.localdate())

    def upcoming(self, now: datetime | None = None):
        """Those that may stand in a list of next dates: neither cancelled, postponed nor over. In Python:
        `models.is_upcoming`."""
        now = now or timezone.now()
        return self.from_day(timezone.localdate(now)).held().exclude(ends_at__lte=now)

    def held(self):
        """Those that take place, as far as is known."""
        return self.filter(cancelled=False).exclude(state="postponed")


class AnnouncementQuerySet(models.QuerySet):
    def withdrawn_from(self, user) -> list:
        """What `user` could see and no longer may, since WITHDRAWN_DAYS at most."""
        keys = reader_keys(user)
        since = timezone.now() - timedelta(days=WITHDRAWN_DAYS)
        recent = self.filter(withdrawn_at__gte=since).order_by("pk")
        return [
            announcement
            for announcement in recent
            if not keys.isdisjoint(announcement.withdrawn_keys) and keys.isdisjoint(announcement.keys)
        ]
