"""Who agreed to be shown, and the words under which pictures are taken."""

from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.db import OperationalError, models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.content_files import read_yaml
from common.models.scans import ScannedFilesMixin
from common.storages import private_storage

FIRST_TERMS = Path(__file__).resolve().parents[1] / "content" / "first_terms.yaml"


class AttachedAgreement(ScannedFilesMixin, models.Model):
    """A signed agreement as a file that a contributor attached to a lot. An editor who read it records it as a `Consent`."""

    contribution = models.ForeignKey("photos.Contribution", models.CASCADE, related_name="agreements")
    name = models.CharField(_("nom"), max_length=255)
    file = models.FileField(_("document signé"), upload_to="consents", storage=private_storage)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("accord joint à un don")
        verbose_name_plural = _("accords joints à un don")

    def __str__(self):
        return self.name


class ConsentQuerySet(models.QuerySet):
    def holding(self):
        """Those that hold today: `Consent.holds` as a database condition."""
        today = timezone.localdate()
        not_ended = models.Q(ends_on=None) | models.Q(ends_on__gte=today)
        return self.filter(models.Q(withdrawn_on=None) & not_ended | models.Q(withdrawn_on__gt=today))


class Consent(ScannedFilesMixin, models.Model):
    """One person's (or owner's) written agreement to be shown, for some pictures."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Une personne")
        CHILD = "child", _("Un enfant (accord des parents)")
        PROPERTY = "property", _("Un lieu ou un bien privé")
        WORK = "work", _("Une œuvre ou un bâtiment protégé")

    # The kinds that answer for somebody who is recognised; the others answer for what stands behind them.
    OF_PEOPLE = (Kind.PERSON, Kind.CHILD)

    kind = models.CharField(_("nature"), max_length=10, choices=Kind, default=Kind.PERSON)
    name = models.CharField(_("nom"), max_length=200, help_text=_("Celui de la personne, du propriétaire ou de l’auteur."))
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    photos = models.ManyToManyField("photos.Photo", related_name="consents", verbose_name=_("photos"))
    signed_on = models.DateField(_("signé le"))
    ends_on = models.DateField(_("jusqu’au"), null=True, blank=True, help_text=_("Ce jour compris ; vide : sans fin."))
    file = models.FileField(_("document signé"), upload_to="consents", storage=private_storage, blank=True)
    attachment = models.ForeignKey(
        AttachedAgreement, models.SET_NULL, null=True, blank=True, editable=False, related_name="consents"
    )  # what it was recorded from
    withdrawn_on = models.DateField(_("retiré le"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("accord")
        verbose_name_plural = _("accords")

    def __str__(self):
        return self.name

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds: the day before it was withdrawn, or its end."""
        if self.withdrawn_on:
            return self.withdrawn_on - timedelta(days=1)
        return self.ends_on

    @property
    def holds(self) -> bool:
        return self.last_day is None or timezone.localdate() <= self.last_day


class ConsentWaiver(models.Model):
    """An editor's decision to show a picture without the agreement of the people on it. It is ended, never deleted."""

    photo = models.ForeignKey("photos.Photo", models.CASCADE, related_name="waivers")
    reason = models.TextField(_("raison"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("dispense d’accord")
        verbose_name_plural = _("dispenses d’accord")

    def __str__(self):
        return self.reason


class LicenceText(models.Model):
    """The conditions of the library, version after version. A changed text is accepted anew."""

    version = models.PositiveIntegerField(_("version"), unique=True)
    words = models.JSONField(_("texte par langue"), default=dict)  # {"fr": "…", …}
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-version"]
        verbose_name = _("conditions d’utilisation")
        verbose_name_plural = _("conditions d’utilisation")

    def __str__(self):
        return _("Conditions, version %(version)s") % {"version": self.version}

    @property
    def text(self) -> str:
        return self.words.get(get_language() or "") or self.words.get(settings.LANGUAGE_CODE, "")

    @classmethod
    def current(cls) -> "LicenceText":
        """The latest text; the first one is made from our own words where an office wrote none, and read all the same where the
        database takes no write."""
        if latest := cls.objects.first():
            return latest
        first = cls(version=1, words=read_yaml(FIRST_TERMS))
        try:
            return cls.objects.get_or_create(version=1, defaults={"words": first.words})[0]
        except OperationalError:
            return first
