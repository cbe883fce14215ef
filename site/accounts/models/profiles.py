"""What colleagues and professionals read about a person, and the themes they may be asked about."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from accounts.models.groups import WorkGroup
from accounts.models.people import User
from common.fields import PhoneField
from common.models import Picture
from common.registry import hook
from common.translations import choose_version

LONGEST_HANDLE = 60


class Theme(models.Model):
    """A subject of the trade: what a person may be asked about, what an article speaks of."""

    code = models.SlugField(_("code"), unique=True)
    names = models.JSONField(_("noms"), default=dict)  # {"fr": "Classement", "en": "Classification", "ca": "Classificació"}
    order = models.PositiveSmallIntegerField(_("ordre"), default=0)

    class Meta:
        ordering = ["order", "code"]
        verbose_name = _("thème")
        verbose_name_plural = _("thèmes")

    def __str__(self):
        return self.name_in(settings.LANGUAGE_CODE)

    def name_in(self, language: str) -> str:
        return choose_version(self.names, language) or self.code


class Profile(models.Model):
    """One for each person, made with their account, which holds their names, organisation, language and telephone at work."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile")
    # How a text names them after an @; it stays the same when the name changes, since texts hold it.
    handle = models.CharField(max_length=LONGEST_HANDLE, unique=True, editable=False)
    photo = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("portrait"))
    job = models.CharField(_("fonction"), max_length=120, blank=True)
    about = models.TextField(
        _("ce que l’on peut me demander"), max_length=1000, blank=True,
        help_text=_("Ce dont vous vous occupez, en quelques mots."),
    )  # fmt: skip
    themes = models.ManyToManyField(Theme, blank=True, related_name="profiles", verbose_name=_("thèmes"))
    languages = models.JSONField(_("langues parlées"), default=list, blank=True)  # ISO 639-1 codes, in the order given
    private_phone = PhoneField(
        _("téléphone personnel"), blank=True, help_text=_("Pour vos collègues seulement ; jamais montré aux professionnels.")
    )
    working_days = models.JSONField(_("jours de travail"), default=list, blank=True)  # 0 (Monday) to 6; empty: not said
    away_from = models.DateField(_("absent du"), null=True, blank=True)
    away_until = models.DateField(_("absent jusqu’au"), null=True, blank=True)  # included
    stand_in = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("qui le remplace")
    )
    shown_to_professionals = models.BooleanField(
        _("montré aux professionnels"), default=True,
        help_text=_("Votre nom, votre fonction, vos thèmes, votre courriel et votre téléphone de travail, sur leur portail."),
    )  # fmt: skip
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("profil")
        verbose_name_plural = _("profils")

    def __str__(self):
        return str(self.person)

    def is_away_on(self, day: date) -> bool:
        """`away_until` alone means from now on until then."""
        return bool(self.away_until) and (self.away_from or day) <= day <= self.away_until

    @property
    def is_away(self) -> bool:
        return self.is_away_on(timezone.localdate())


def new_handle(text: str) -> str:
    """What follows the @ for a person or group of this name: `garance.fabre`, with a number where another holds it. Persons and
    groups share the names, so that a text means one of them."""
    base = slugify(text).replace("-", ".")[: LONGEST_HANDLE - 4].strip(".") or "personne"
    holders = set(Profile.objects.filter(handle__startswith=base).values_list("handle", flat=True))
    holders |= set(WorkGroup.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number, handle = 1, base
    while handle in holders:
        number += 1
        handle = f"{base}{number}"
    return handle


@hook("accounts.person_joined")
def make_profile(person: User) -> Profile:
    """The empty profile of a new person."""
    return Profile.objects.create(person=person, handle=new_handle(person.get_full_name() or person.email.split("@")[0]))
