"""A base map and its tiles (docs/decisions/0018-base-map-in-the-database.md)."""

from datetime import datetime

from django.core.cache import caches
from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

VERSION_LENGTH = 10
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
CACHE_KEY = "base_map.current"


def new_version() -> str:
    """Of a tile's address, which browsers keep for a year: never the same twice, even after a restore."""
    return get_random_string(VERSION_LENGTH, LETTERS)


class BaseMapQuerySet(models.QuerySet):
    def ready(self):
        return self.filter(state=BaseMap.State.READY)

    def being_made(self, since: datetime):
        """Those that wait for a worker, or of which something was heard since."""
        return self.filter(models.Q(state=BaseMap.State.WAITING) | models.Q(state=BaseMap.State.WORKING, heard_at__gte=since))

    def silent_since(self, moment: datetime):
        """Being made, says the row, but nothing was heard since: the process was killed."""
        return self.filter(state=BaseMap.State.WORKING, heard_at__lt=moment)


class BaseMap(models.Model):
    """One cutting of a file: asked for, at work, failed, or ready; the newest that is ready is shown."""

    class State(models.TextChoices):
        WAITING = "waiting", _("en attente")
        WORKING = "working", _("en cours")
        FAILED = "failed", _("échoué")
        READY = "ready", _("prêt")

    class Source(models.TextChoices):
        OPENSTREETMAP = "osm", _("OpenStreetMap")
        DRAWN = "drawn", _("dessiné")
        OTHER = "other", _("autre")

    version = models.CharField(_("version"), max_length=VERSION_LENGTH, unique=True, default=new_version)
    state = models.CharField(_("état"), max_length=10, choices=State, default=State.WAITING, db_index=True)
    source = models.CharField(_("source"), max_length=10, choices=Source, default=Source.OPENSTREETMAP)
    credit = models.CharField(_("mention"), max_length=200, blank=True)  # of another source
    file_name = models.CharField(_("fichier"), max_length=200, blank=True)
    stored_file = models.CharField(_("fichier déposé"), max_length=200, blank=True)  # in the private storage, until it is cut
    message = models.TextField(_("message"), blank=True)  # why it failed, or how far it is
    percent = models.PositiveSmallIntegerField(_("avancement"), default=0)
    west = models.FloatField(_("ouest"), default=0)
    south = models.FloatField(_("sud"), default=0)
    east = models.FloatField(_("est"), default=0)
    north = models.FloatField(_("nord"), default=0)
    tiles_count = models.PositiveIntegerField(_("tuiles"), default=0)
    size = models.PositiveBigIntegerField(_("taille"), default=0)  # bytes, compressed
    created_at = models.DateTimeField(_("commencé"), default=timezone.now)
    heard_at = models.DateTimeField(_("dernier signe"), default=timezone.now)
    ended_at = models.DateTimeField(_("terminé"), null=True, blank=True)

    objects = BaseMapQuerySet.as_manager()

    class Meta:
        verbose_name = _("fond de carte")
        verbose_name_plural = _("fonds de carte")
        ordering = ["-ended_at", "-pk"]

    def __str__(self):
        return f"{self.file_name or self.get_source_display()} {self.created_at:%Y-%m-%d}"


class Tile(models.Model):
    """One tile: an SVG, compressed by gzip. One that would be empty has no row."""

    base_map = models.ForeignKey(BaseMap, models.CASCADE, related_name="tiles", verbose_name=_("fond de carte"))
    zoom = models.PositiveSmallIntegerField(_("échelle"))
    column = models.PositiveIntegerField(_("colonne"))
    row = models.PositiveIntegerField(_("rangée"))
    content = models.BinaryField(_("contenu"))

    class Meta:
        verbose_name = _("tuile")
        verbose_name_plural = _("tuiles")
        constraints = [models.UniqueConstraint(fields=["base_map", "zoom", "column", "row"], name="one_tile_each")]

    def __str__(self):
        return f"{self.zoom}/{self.column}/{self.row}"


def current_map() -> BaseMap | None:
    """The base map that is shown. Another process sees a new one a minute later; until then the addresses of the old lead on
    to the new."""
    cache = caches["memory"]
    answer = cache.get(CACHE_KEY)
    if answer is None:
        answer = BaseMap.objects.ready().order_by("-ended_at", "-pk").first() or False
        cache.set(CACHE_KEY, answer, 60)
    return answer or None


def forget_current_map() -> None:
    caches["memory"].delete(CACHE_KEY)
