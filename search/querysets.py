"""Which entries: those whose keys the reader holds. What editors set for a search, and what readers miss."""

import logging
from datetime import date, timedelta

from django.db import DatabaseError, connection, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from common.access import EVERYTHING_KEY
from common.caches.database import short_wait
from common.rate_limits import AN_HOUR, allowed
from search.analysis.personal_words import tells_of_person
from search.analysis.words import request_key
from search.choices import LONGEST_REQUEST, MOST_REQUESTS, NOTES_AN_HOUR, REQUEST_DAYS

logger = logging.getLogger("escale.search")


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


# One statement, so that two readers at the same moment are two; and none more once there are enough different questions.
COUNT_REQUEST = """
    INSERT INTO search_searchrequest AS request (language, key, words, times, last_week, dismissed, kind, thing)
    SELECT %(language)s, %(key)s, %(words)s, 1, %(week)s, %(no)s, '', ''
    WHERE (SELECT COUNT(*) FROM search_searchrequest) < %(most)s
       OR EXISTS (SELECT 1 FROM search_searchrequest WHERE language = %(language)s AND key = %(key)s)
    ON CONFLICT (language, key) DO UPDATE SET times = request.times + 1, last_week = excluded.last_week
"""


class SearchRequestQuerySet(models.QuerySet):
    def waiting(self):
        """Those that an editor has neither answered nor dismissed."""
        return self.filter(dismissed=False, kind="")

    def note(self, text: str, language: str, sender: str) -> None:
        """Count that a reader missed an answer to `text`. What speaks of a person is not kept, nor who asked. Never fails, and
        waits for no other writer."""
        key = request_key(text)
        if not key or len(text) > LONGEST_REQUEST or tells_of_person(text):
            return
        week = timezone.localdate() - timedelta(days=timezone.localdate().weekday())
        values = {"language": language, "key": key, "words": text, "week": week.isoformat(), "no": False, "most": MOST_REQUESTS}
        try:
            with short_wait(connection), transaction.atomic():
                if allowed("search.request", sender, NOTES_AN_HOUR, AN_HOUR):
                    with connection.cursor() as cursor:
                        cursor.execute(COUNT_REQUEST, values)
        except DatabaseError as problem:
            logger.warning("A search without an answer could not be counted: %s", problem)

    def expired(self, today: date):
        """Those that nobody has missed for long, and that have no answer to keep."""
        return self.filter(kind="", last_week__lt=today - timedelta(days=REQUEST_DAYS))
