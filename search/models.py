"""What can be found: one entry for each thing and language of reader. The rows are the truth; the engine is made from them."""

from datetime import datetime, time, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from common.models import Picture
from search.querysets import EntryQuerySet


class Entry(models.Model):
    """A thing as it is shown to the readers of `language`. Where nobody wrote it in that language, its words are those of
    `words_language`. The narrow fields come first: counting reads them and stops there."""

    kind = models.CharField(max_length=20)  # code of the source
    thing = models.CharField(max_length=40)  # what the source calls it
    language = models.CharField(max_length=10)
    commune = models.CharField(max_length=120, blank=True)  # slug
    shown_from = models.DateField(null=True)  # the days on which it may be shown, both included, None for any
    shown_until = models.DateField(null=True)
    last_on = models.DateField(null=True)  # last day of what happens, None for what does not
    words_language = models.CharField(max_length=10)
    title = models.CharField(max_length=255)
    url = models.CharField(max_length=500)
    label = models.CharField(max_length=120, blank=True)  # its kind in words: « Musée », « Concert »
    drawing = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=20, blank=True)
    place_name = models.CharField(max_length=255, blank=True)
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField()
    indexed_at = models.DateTimeField()
    text = models.TextField(blank=True)
    # Made by `search.analysis.words`; on the databases the full-text index follows these four columns by itself.
    title_words = models.TextField()
    title_stems = models.TextField()
    text_words = models.TextField(blank=True)
    text_stems = models.TextField(blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "thing", "language"], name="search_entry_once")]

    def __str__(self):
        return f"{self.title} ({self.language})"

    @property
    def lang(self) -> str:
        """The language of the words where it is not the reader's own, else nothing."""
        return self.words_language if self.words_language != self.language else ""


class EntryKey(models.Model):
    """A key that opens an entry (see `common.access`)."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="keys")
    key = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "key"], name="search_key_once")]

    def __str__(self):
        return self.key


class Span(models.Model):
    """Days on end at which a thing happens, whatever the language."""

    kind = models.CharField(max_length=20)
    thing = models.CharField(max_length=40)
    first_day = models.DateField()
    last_day = models.DateField()
    starts = models.PositiveSmallIntegerField(null=True)  # minutes since midnight, None where no hour is known
    several = models.BooleanField()  # more than one day: the few that may have begun long before a day and go on after it

    class Meta:
        indexes = [
            models.Index(fields=["first_day", "last_day", "kind", "thing"], name="search_span_days"),
            models.Index(fields=["several", "last_day", "first_day", "kind", "thing"], name="search_span_long"),
            models.Index(fields=["kind", "thing", "first_day"], name="search_span_thing"),
        ]

    def __str__(self):
        return f"{self.first_day} – {self.last_day}"


def minutes_of(hour: time) -> int:
    """An hour as `Span.starts` holds it."""
    return hour.hour * 60 + hour.minute


class Word(models.Model):
    """A word met in some entry, to guess what a mistyped one meant. It may stand in restricted entries only: nothing is
    ever proposed before it was seen in an entry open to the reader."""

    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    word = models.CharField(max_length=40)
    length = models.PositiveSmallIntegerField()
    letters = models.BigIntegerField()  # one bit for each letter it holds, see `search.analysis.spelling`

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="search_word_once")]
        indexes = [models.Index(fields=["language", "length"], name="search_word_length")]

    def __str__(self):
        return self.word


class Unsent(models.Model):
    """A thing whose entries a separate search engine has yet to hear of; the clock sends it again."""

    kind = models.CharField(max_length=20)
    thing = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "thing"], name="search_unsent_once")]

    def __str__(self):
        return f"{self.kind} {self.thing}"


class LastTurn(models.Model):
    """The moment of the last turn to write entries. One row."""

    at = models.DateTimeField()

    def __str__(self):
        return f"{self.at}"

    @classmethod
    def next_moment(cls) -> datetime:
        """Later than every moment before: a separate engine takes the later state of a thing for the newer one, and a machine's
        clock may be set back. To be called inside the turn."""
        last = cls.objects.filter(pk=1).values_list("at", flat=True).first()
        moment = timezone.now() if last is None else max(timezone.now(), last + timedelta(microseconds=1))
        cls.objects.update_or_create(pk=1, defaults={"at": moment})
        return moment


class TurnLost(Exception):
    """Another process took the turn, because this one gave no sign of life for too long."""


class RebuildTurn(models.Model):
    """The turn to fill a separate engine's index: one process of the whole installation has it at a time. One row."""

    # A batch that a busy cluster refuses again and again takes two minutes; beyond, the process was killed.
    ABANDONED = timedelta(minutes=3)
    # After a rebuild that failed, the clock leaves the engine this long before it tries again.
    REST = timedelta(minutes=5)

    owner = models.CharField(max_length=32, blank=True)  # nothing: free
    alive_at = models.DateTimeField(null=True)  # the owner's last sign of life
    failed_at = models.DateTimeField(null=True)

    def __str__(self):
        return self.owner or "free"

    @classmethod
    def take(cls) -> "RebuildTurn | None":
        """The turn, or None where another process has it and lives."""
        now = timezone.now()
        cls.objects.get_or_create(pk=1)
        turn = cls(pk=1, owner=uuid4().hex, alive_at=now)
        # A sign of the future is of before the machine's clock was set back.
        free = Q(owner="") | Q(alive_at__lt=now - cls.ABANDONED) | Q(alive_at__gt=now + cls.ABANDONED)
        return turn if cls.objects.filter(free, pk=1).update(owner=turn.owner, alive_at=now) else None

    @classmethod
    def is_resting(cls) -> bool:
        now = timezone.now()
        return cls.objects.filter(failed_at__range=(now - cls.REST, now + cls.REST)).exists()

    def show_life(self) -> None:
        """Raises `TurnLost` where another process has taken over."""
        if not self._update(alive_at=timezone.now()):
            raise TurnLost

    def give_back(self, failed: bool = False) -> None:
        """Where another process has taken over, the turn stays with it."""
        self._update(owner="", failed_at=timezone.now() if failed else None)

    def _update(self, **values) -> bool:
        return bool(type(self).objects.filter(pk=1, owner=self.owner).update(**values))
