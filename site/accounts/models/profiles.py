"""What colleagues and professionals read about a person, and the themes they may be asked about."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from accounts.models.groups import WorkGroup
from accounts.models.people import Organisation, User
from common.access import EVERYTHING_KEY, MEMBERS_KEY, reader_keys
from common.fields import PhoneField
from common.registry import hook
from common.slugs import slug_of
from common.storages import private_storage
from common.translations import choose_version

LONGEST_HANDLE = 60
PORTRAIT_FOLDER = "portraits"


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


class ProfileQuerySet(models.QuerySet):
    def of_members(self):
        """Those of the network: staff of an office or of the agency, and administrators."""
        return self.filter(Q(person__is_superuser=True) | Q(person__organisation__kind__in=Organisation.OF_MEMBERS))

    def at_work(self):
        """Without those who left."""
        return self.filter(person__is_active=True)

    def known_to(self, user):
        """Whom `user` may look up: members know everybody who has an account, the others themselves alone."""
        if user is None or not user.is_authenticated:
            return self.none()
        return self.filter(person=user) if reader_keys(user).isdisjoint({MEMBERS_KEY, EVERYTHING_KEY}) else self

    def for_professionals(self):
        """Whom professionals may ask: members at work who chose a theme and let themselves be shown."""
        shown = self.of_members().at_work().filter(shown_to_professionals=True)
        return shown.filter(models.Exists(Profile.themes.through.objects.filter(profile=models.OuterRef("pk"))))

    def away_on(self, day: date):
        """`Profile.is_away_on` as a database condition."""
        return self.filter(Q(away_from=None) | Q(away_from__lte=day), away_until__gte=day)

    def with_name(self):
        """With what `components/person.html` shows, in the same query; who stands in, of whom few need somebody, in one more."""
        stand_ins = models.Prefetch("stand_in", User.objects.select_related("profile", "organisation"))
        return self.select_related("person__organisation").prefetch_related(stand_ins)

    def with_person(self):
        """With all that `components/person.html` and a card show, in the same query."""
        return self.select_related("person__organisation", "stand_in__profile", "stand_in__organisation")


class Profile(models.Model):
    """One for each person, made with their account, which holds their names, organisation, language and telephone at work."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile")
    # How a text names them after an @; it stays the same when the name changes, since texts hold it.
    handle = models.CharField(max_length=LONGEST_HANDLE, unique=True, editable=False)
    # Squares cut by the person themselves, in JPEG: one for their page, one for lists. What was cut off is not kept.
    portrait = models.FileField(_("portrait"), upload_to=PORTRAIT_FOLDER, storage=private_storage, blank=True)
    portrait_small = models.FileField(upload_to=PORTRAIT_FOLDER, storage=private_storage, blank=True, editable=False)
    job = models.CharField(_("fonction"), max_length=120, blank=True)
    about = models.TextField(
        _("ce que l’on peut me demander"), max_length=1000, blank=True,
        help_text=_("Ce dont vous vous occupez, en quelques mots."),
    )  # fmt: skip
    themes = models.ManyToManyField(Theme, blank=True, related_name="profiles", verbose_name=_("thèmes"))
    languages = models.JSONField(_("langues parlées"), default=list, blank=True)  # ISO 639-1 codes, in the order given
    private_phone = PhoneField(
        _("téléphone personnel"), blank=True, help_text=_("Pour vos collègues seulement ; jamais montré aux professionnels.")
    )
    working_days = models.JSONField(_("jours de travail"), default=list, blank=True)  # 0 (Monday) to 6; empty: not said
    away_from = models.DateField(_("absent du"), null=True, blank=True)
    away_until = models.DateField(_("absent jusqu’au"), null=True, blank=True)  # included
    stand_in = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("qui le remplace")
    )
    shown_to_professionals = models.BooleanField(
        _("montré aux professionnels"), default=True,
        help_text=_("Ce qui est écrit ici, sauf votre téléphone personnel, sous vos thèmes, sur leur portail."),
    )  # fmt: skip
    changed_at = models.DateTimeField(auto_now=True)

    objects = ProfileQuerySet.as_manager()

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

    @property
    def has_left(self) -> bool:
        return not self.person.is_active

    def get_absolute_url(self) -> str:
        return reverse("people:person", kwargs={"handle": self.handle})

    @property
    def is_for_professionals(self) -> bool:
        """`ProfileQuerySet.for_professionals`, of this one."""
        return type(self).objects.for_professionals().filter(pk=self.pk).exists()

    @property
    def theme_names(self) -> list[str]:
        return [str(theme) for theme in self.themes.all()]

    def shows_portrait_to(self, user) -> bool:
        """Nobody sees the portrait of who left; professionals that of those who let themselves be shown."""
        if self.has_left:
            return False
        is_known = type(self).objects.known_to(user).filter(pk=self.pk).exists()
        return is_known or (user.is_authenticated and user.is_professional and self.is_for_professionals)

    def portrait_url(self, size: str = "small") -> str:
        """The guarded address of the portrait, "small" or "large", another for another file; empty without, and of who left."""
        if not self.portrait or self.has_left:
            return ""
        return reverse("accounts:portrait", kwargs={"handle": self.handle, "mark": self.portrait_mark, "size": size})

    @property
    def large_portrait_url(self) -> str:
        return self.portrait_url("large")

    @property
    def portrait_mark(self) -> str:
        return salted_hmac("accounts.portrait", self.portrait.name).hexdigest()[:12]


def colleagues_of(person: User) -> models.QuerySet:
    """The other members who are there: who may stand in for somebody, or take over what they looked after."""
    people = User.objects.filter(profile__in=Profile.objects.of_members().at_work()).exclude(pk=person.pk)
    named = (
        "preferred_name",
        "first_name",
        "last_name",
        "email",
        "is_active",
        "is_superuser",
        "organisation__name",
        "organisation__translated_names",
        "organisation__kind",
    )
    return people.select_related("organisation").only(*named).order_by("organisation__name", "last_name", "first_name")


def name_with_office(person: User) -> str:
    """« Garance Fabre – Office de la Côte », for a list of choices."""
    return f"{person} – {person.organisation}" if person.organisation else str(person)


def new_handle(text: str) -> str:
    """What follows the @ for a person or group of this name: `garance.fabre`, with a number where another holds it. Persons and
    groups share the names, so that a text means one of them."""
    base = slug_of(text, "").replace("-", ".")[: LONGEST_HANDLE - 4].strip(".") or "personne"
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
