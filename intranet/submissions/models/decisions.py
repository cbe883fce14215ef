"""The history of a proposal, who is on it, and the reasons kept ready."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from destination.agenda.models import Event


class Decision(models.Model):
    """One step in the life of an event's proposal, shown to its author and to the moderators."""

    class Verb(models.TextChoices):
        PROPOSED = "proposed", _("proposé")
        ACCEPTED = "accepted", _("accepté")
        CORRECTED = "corrected", _("corrigé et accepté")
        SENT_BACK = "sent_back", _("renvoyé pour correction")
        REFUSED = "refused", _("refusé")
        PUBLISHED = "published", _("publié aussitôt")
        SEEN = "seen", _("relu")
        COMMENTED = "commented", _("commenté")
        CANCELLED = "cancelled", _("annulé")
        WITHDRAWN = "withdrawn", _("retiré par son auteur")
        REMOVED = "removed", _("supprimé par son auteur")
        RESTORED = "restored", _("rétabli")

    event = models.ForeignKey(Event, models.CASCADE, related_name="decisions")
    verb = models.CharField(max_length=10, choices=Verb)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    words = models.TextField(blank=True, max_length=5000)
    taken_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["taken_at", "pk"]

    def __str__(self):
        return self.get_verb_display()


class CannedReason(models.Model):
    """A reason to refuse or send back, written once in each language."""

    code = models.SlugField(unique=True)
    titles = models.JSONField(_("titres"), default=dict)  # {"fr": "…", "en": "…", "ca": "…"}
    texts = models.JSONField(_("textes"), default=dict)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        verbose_name = _("raison type")
        verbose_name_plural = _("raisons types")

    def __str__(self):
        return self.titles.get(settings.LANGUAGE_CODE, self.code)


class Claim(models.Model):
    """“X is on it”: a moderator has the proposal open. It lapses by itself."""

    event = models.OneToOneField(Event, models.CASCADE, related_name="claim")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    taken_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return f"{self.person} {self.event_id}"
