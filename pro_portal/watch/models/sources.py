"""The sources of the watch (feeds and pasted newsletters) and its themes."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.access import Audience
from common.translations import choose_version
from pro_portal.watch.normalisation import title_key, words_of

# A newspaper asked once an hour is not disturbed; a site in trouble is asked half as often each time, once a day at least.
RHYTHM = timedelta(hours=1)
LONGEST_WAIT = timedelta(days=1)
# A site that publishes does it within a season; one that has not answered for a month is gone.
SILENT_AFTER = timedelta(days=60)
DEAD_AFTER = timedelta(days=30)


class WatchTheme(models.Model):
    slug = models.SlugField(unique=True)
    names = models.JSONField(_("noms"), default=dict)  # {"fr": "Numérique", "en": "Digital", …}
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "slug"]
        verbose_name = _("thème de veille")
        verbose_name_plural = _("thèmes de veille")

    def __str__(self):
        return self.name_in(get_language() or settings.LANGUAGE_CODE)

    def name_in(self, language: str) -> str:
        return choose_version(self.names, language) or self.slug


class SourceQuerySet(models.QuerySet):
    def due(self, now=None):
        """The feeds to be read now."""
        return self.filter(kind=WatchSource.Kind.FEED, active=True, next_read_at__lte=now or timezone.now())

    def failing_since(self, moment):
        return self.filter(active=True, failing_since__lte=moment)


class WatchSource(models.Model):
    """A feed that the worker reads, or a newsletter that a watcher pastes. What it gives waits in the inbox with the themes
    and the audience written here."""

    class Kind(models.TextChoices):
        FEED = "feed", _("Fil RSS ou Atom")
        NEWSLETTER = "newsletter", _("Lettre reçue par courriel, collée ici")

    kind = models.CharField(_("nature"), max_length=12, choices=Kind, default=Kind.FEED)
    name = models.CharField(_("nom"), max_length=160)
    address = models.CharField(_("adresse"), max_length=1000, blank=True)
    themes = models.ManyToManyField(WatchTheme, blank=True, related_name="sources", verbose_name=_("thèmes"))
    audience = models.CharField(_("pour qui"), max_length=16, choices=Audience, default=Audience.PROFESSIONALS)
    for_letter = models.BooleanField(_("dans la prochaine lettre"), default=False)
    active = models.BooleanField(_("lue"), default=True)
    etag = models.CharField(max_length=500, blank=True)
    last_modified = models.CharField(max_length=500, blank=True)
    read_at = models.DateTimeField(null=True)
    next_read_at = models.DateTimeField(default=timezone.now)
    failures = models.PositiveIntegerField(default=0)
    failing_since = models.DateTimeField(null=True)
    failure_told = models.BooleanField(default=False)
    last_error = models.CharField(max_length=500, blank=True)  # a sentence
    remark = models.CharField(max_length=300, blank=True)  # a sentence: what the last reading left out
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("source de veille")
        verbose_name_plural = _("sources de veille")
        indexes = [models.Index(fields=["next_read_at"], name="watch_source_due")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("watch:source", args=[self.pk])

    @property
    def is_feed(self) -> bool:
        return self.kind == self.Kind.FEED

    @property
    def is_dead(self) -> bool:
        """It has not been read for a month, though it was tried."""
        return bool(self.active and self.failing_since and self.failing_since <= timezone.now() - DEAD_AFTER)

    def is_silent_since(self, latest) -> bool:
        """Whether it is read and gives nothing any more; `latest`: when its latest item came, or None."""
        since = latest or self.created_at
        return bool(
            self.is_feed and self.active and not self.failures and self.read_at and since <= timezone.now() - SILENT_AFTER
        )

    def note_success(self) -> None:
        """Read, now, and again in an hour."""
        self.read_at = timezone.now()
        self.next_read_at = self.read_at + RHYTHM
        self.failures, self.failing_since, self.failure_told, self.last_error = 0, None, False, ""
        self.save()

    def note_failure(self, sentence: str, retry_after: int | None = None) -> None:
        """Not read; asked again later, twice as late each time, and never before the site allows it (`retry_after` seconds)."""
        now = timezone.now()
        self.failures += 1
        self.failing_since = self.failing_since or now
        self.last_error = sentence[:500]
        wait = min(RHYTHM * 2 ** min(self.failures - 1, 10), LONGEST_WAIT)
        self.next_read_at = now + max(wait, timedelta(seconds=retry_after or 0))
        self.save()


class ExclusionQuerySet(models.QuerySet):
    def of_source(self, source: WatchSource | None):
        """What concerns this source: its own words, and those for all."""
        return self.filter(models.Q(source=None) | models.Q(source=source))


class WatchExclusion(models.Model):
    """Words that set aside by themselves what comes with them in its title or summary, from one source or from all."""

    words = models.CharField(_("mots"), max_length=100)
    words_key = models.CharField(max_length=300, editable=False)  # as the title keys of items are written
    source = models.ForeignKey(
        WatchSource, models.CASCADE, null=True, blank=True, related_name="exclusions", verbose_name=_("source")
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ExclusionQuerySet.as_manager()

    class Meta:
        ordering = ["words", "pk"]
        verbose_name = _("mots qui écartent")
        verbose_name_plural = _("mots qui écartent")
        constraints = [
            models.UniqueConstraint(fields=["words_key", "source"], name="watch_exclusion_once"),
            models.UniqueConstraint(fields=["words_key"], condition=models.Q(source=None), name="watch_exclusion_once_for_all"),
        ]

    def __str__(self):
        return self.words

    def save(self, *args, **kwargs):
        self.words_key = title_key(self.words)
        super().save(*args, **kwargs)

    def matches(self, title: str, summary: str) -> bool:
        """Whether these words follow each other in one of the texts, as whole words, whatever their accents and capitals."""
        return any(f" {self.words_key} " in f" {words_of(text)} " for text in (title, summary))
