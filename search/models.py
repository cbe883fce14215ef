"""What can be found: one entry for each thing and language of reader. The rows are the truth; the engine is made from them."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from common.models import Picture
from destination.agenda.models import Event
from destination.places.models import Place
from search.analysis.synonym_groups import faults, read_words
from search.analysis.words import WORDS_FORMAT, request_key
from search.choices import LONGEST_REQUEST, RequestState
from search.querysets import EntryQuerySet, SearchRequestQuerySet


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
    is_off = models.BooleanField(default=False)  # nothing of it takes place
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
    words_format = models.PositiveSmallIntegerField(default=0)  # `search.analysis.words.WORDS_FORMAT` of the oldest entry's words

    def __str__(self):
        return f"{self.at}"

    @classmethod
    def are_words_old(cls) -> bool:
        """Whether an older version of this software made the words of the entries."""
        return not cls.objects.filter(pk=1, words_format=WORDS_FORMAT).exists()

    @classmethod
    def note_words(cls) -> None:
        """Every entry was written anew."""
        if not cls.objects.filter(pk=1).update(words_format=WORDS_FORMAT):
            cls.objects.create(pk=1, at=timezone.now(), words_format=WORDS_FORMAT)

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


class SynonymGroup(models.Model):
    """Words and expressions that mean the same to who searches in a language."""

    language = models.CharField(_("langue"), max_length=10, choices=settings.LANGUAGES, db_index=True)
    words = models.TextField(
        _("mots"),
        help_text=_(
            "Des mots ou de courtes expressions, séparés par des virgules ou des retours à la ligne : "
            "rando, randonnée, balade. Qui cherche l’un trouve aussi les autres."
        ),
        max_length=1000,
    )

    class Meta:
        ordering = ["language", "words"]
        verbose_name = _("groupe de synonymes")
        verbose_name_plural = _("synonymes")

    def __str__(self):
        return self.words

    def clean(self):
        if not self.words:  # the field says so itself
            return
        expressions = read_words(self.words)
        others = SynonymGroup.objects.filter(language=self.language).exclude(pk=self.pk)
        if sentences := faults(expressions, [read_words(each) for each in others.values_list("words", flat=True)]):
            raise ValidationError({"words": sentences})
        self.words = ", ".join(expressions)


class SearchRequest(models.Model):
    """What readers looked for in a language without an answer, whoever they were, and what an editor answers to it: `kind` and
    `thing` name the answer as `Entry` does."""

    language = models.CharField(_("langue"), max_length=10, choices=settings.LANGUAGES)
    key = models.CharField(max_length=120)  # see `request_key`
    words = models.CharField(_("mots cherchés"), max_length=LONGEST_REQUEST)
    times = models.PositiveIntegerField(_("fois"), default=0)
    last_week = models.DateField(_("dernière semaine"), null=True)  # its Monday: no day tells who was at the desk
    dismissed = models.BooleanField(_("écarter"), default=False, help_text=_("N’apparaît plus parmi celles qui attendent."))
    page = models.ForeignKey(Page, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("page"))
    event = models.ForeignKey(Event, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("événement"))
    place = models.ForeignKey(Place, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("lieu"))
    kind = models.CharField(max_length=20, blank=True, editable=False)
    thing = models.CharField(max_length=40, blank=True, editable=False)

    objects = SearchRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-times", "-last_week", "pk"]
        constraints = [models.UniqueConstraint(fields=["language", "key"], name="search_request_once")]
        verbose_name = _("recherche sans réponse")
        verbose_name_plural = _("recherches sans réponse")

    def __str__(self):
        return self.words

    def clean(self):
        if self.words and not request_key(self.words):
            raise ValidationError({"words": _("Écrivez au moins un mot.")})
        if len([each for each in (self.page, self.event, self.place) if each]) > 1:
            raise ValidationError(_("Choisissez une seule réponse : une page, un événement ou un lieu."))
        others = SearchRequest.objects.filter(language=self.language, key=request_key(self.words)).exclude(pk=self.pk)
        if others.exists():
            raise ValidationError({"words": _("Ces mots sont déjà dans la liste, dans cette langue.")})

    def save(self, *args, **kwargs):
        self.key = request_key(self.words)
        chosen = self.page and ("page", self.page.translation_key)
        chosen = chosen or self.event_id and ("event", self.event_id) or self.place_id and ("place", self.place_id) or ("", "")
        self.kind, self.thing = map(str, chosen)
        super().save(*args, **kwargs)

    @property
    def state(self) -> RequestState:
        if self.kind:
            return RequestState.ANSWERED
        return RequestState.DISMISSED if self.dismissed else RequestState.WAITING


# Written by hand: making it of querysets costs a visitor's search twice as much as asking it.
READ_EDITORS_WORDS = """
    SELECT words, '', '' FROM search_synonymgroup WHERE language = %s
    UNION ALL SELECT words, kind, thing FROM search_searchrequest WHERE language = %s AND key = %s AND kind <> ''
"""


@dataclass(frozen=True)
class EditorsWords:
    """What the editors set for a question: the synonyms of its language, and the thing (kind, name) that answers it first."""

    groups: tuple[tuple[str, ...], ...] = ()
    answer: tuple[str, str] | None = None

    @classmethod
    def read(cls, text: str, language: str) -> "EditorsWords":
        """In one statement. It is asked anew at each search: a few dozen short rows cost less than knowing in every process
        whether they changed, and a change takes effect at once."""
        with connection.cursor() as cursor:
            cursor.execute(READ_EDITORS_WORDS, [language, language, request_key(text)])
            rows = cursor.fetchall()
        answer = next(((kind, thing) for _words, kind, thing in rows if kind), None)
        return cls(tuple(sorted(read_words(words) for words, kind, _thing in rows if not kind)), answer)
