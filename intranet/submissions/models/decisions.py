"""The history of a proposal, who is on it, and the canned reasons."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.translations import choose_version
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
        ANNOUNCED = "announced", _("annoncé aux visiteurs")
        WITHDRAWN = "withdrawn", _("retiré par son auteur")
        REMOVED = "removed", _("supprimé par son auteur")
        RESTORED = "restored", _("rétabli")
        REOPENED = "reopened", _("remis en attente")

    # What closes a proposal: a second moderator is shown the last of these.
    CLOSING = (Verb.ACCEPTED, Verb.CORRECTED, Verb.SENT_BACK, Verb.REFUSED, Verb.PUBLISHED, Verb.WITHDRAWN, Verb.REMOVED)

    event = models.ForeignKey(Event, models.CASCADE, related_name="decisions")
    verb = models.CharField(max_length=10, choices=Verb)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    words = models.TextField(blank=True, max_length=5000)
    revision = models.ForeignKey("wagtailcore.Revision", models.SET_NULL, null=True, related_name="+")  # what it was about
    to_see = models.BooleanField(default=False, db_index=True)  # happened without a moderator, who has yet to look
    memory = models.JSONField(default=dict)  # what taking it back needs: live revision, author; or `corrections` to be told
    taken_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]  # as they were taken, even where the machine's clock was set back between two

    def __str__(self):
        return self.get_verb_display()

    @property
    def in_words(self) -> str:
        """The verb; an author did not withdraw or delete what somebody else did, and what was there already was changed."""
        if self.verb in OF_A_CHANGE and self.memory.get("change"):
            return str(OF_A_CHANGE[self.verb])
        if self.person_id != self.event.author_id and self.verb in OF_SOMEBODY_ELSE:
            return str(OF_SOMEBODY_ELSE[self.verb])
        return self.get_verb_display()


OF_A_CHANGE = {
    Decision.Verb.PROPOSED: _("modification proposée"),
    Decision.Verb.PUBLISHED: _("modification publiée aussitôt"),
}
OF_SOMEBODY_ELSE = {Decision.Verb.WITHDRAWN: _("retiré"), Decision.Verb.REMOVED: _("supprimé")}


class CannedReason(models.Model):
    """A reason to refuse or send back, written once in each language."""

    code = models.SlugField(_("code"), unique=True)
    titles = models.JSONField(_("titres"), default=dict)  # {"fr": "…", "en": "…", "ca": "…"}
    texts = models.JSONField(_("textes"), default=dict)
    order = models.PositiveSmallIntegerField(_("ordre"), default=0)

    class Meta:
        ordering = ["order", "code"]
        verbose_name = _("raison type")
        verbose_name_plural = _("raisons types")

    def __str__(self):
        return self.title_in(settings.LANGUAGE_CODE)

    def title_in(self, language: str) -> str:
        return choose_version(self.titles, language) or self.code

    def text_in(self, language: str) -> str:
        """What the author reads, in their language."""
        return choose_version(self.texts, language) or ""


class Claim(models.Model):
    """“X is on it”: a moderator has the proposal open. It lapses by itself, soon where the page no longer says so."""

    LASTS = timedelta(minutes=10)  # long enough to telephone the author, short enough not to block the others over lunch
    # Of a page that says every minute that it is there (a browser's slowest clock): two minutes may be late, no more.
    LASTS_BY_SIGNS = timedelta(seconds=150)

    event = models.OneToOneField(Event, models.CASCADE, related_name="claim")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    taken_at = models.DateTimeField(default=timezone.now)
    lapses_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"{self.person} {self.event_id}"

    @property
    def is_fresh(self) -> bool:
        return timezone.now() < self.lapses_at


def claim_on(event: Event) -> Claim | None:
    """The claim that still holds."""
    claim = getattr(event, "claim", None)
    return claim if claim and claim.is_fresh else None
