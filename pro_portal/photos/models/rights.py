"""Who agreed to be shown, and the words under which pictures are taken."""

from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.content_files import read_yaml

FIRST_TERMS = Path(__file__).resolve().parents[1] / "content" / "first_terms.yaml"


def private_storage():
    return storages["private"]


class Consent(models.Model):
    """One person's (or owner's) written agreement to be shown, for some pictures."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Une personne")
        CHILD = "child", _("Un enfant (accord des parents)")
        PROPERTY = "property", _("Un lieu ou un bien privé")
        WORK = "work", _("Une œuvre ou un bâtiment protégé")

    kind = models.CharField(_("nature"), max_length=10, choices=Kind, default=Kind.PERSON)
    name = models.CharField(_("nom"), max_length=200, help_text=_("Celui de la personne, du propriétaire ou de l’auteur."))
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    photos = models.ManyToManyField("photos.Photo", related_name="consents", verbose_name=_("photos"))
    signed_on = models.DateField(_("signé le"))
    ends_on = models.DateField(_("jusqu’au"), null=True, blank=True, help_text=_("Ce jour compris ; vide : sans fin."))
    file = models.FileField(_("document signé"), upload_to="consents", storage=private_storage, blank=True)
    withdrawn_on = models.DateField(_("retiré le"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

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
        """The latest text; the first one is made from our own words where an office wrote none."""
        return cls.objects.first() or cls.objects.get_or_create(version=1, defaults={"words": read_yaml(FIRST_TERMS)})[0]
