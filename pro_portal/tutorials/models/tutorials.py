"""Tutorials and paths: facts in one row, texts in one translation row per language."""

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, Orderable, PreviewableMixin, RevisionMixin

from accounts.models import Organisation, WorkGroup
from common.access import AudienceMixin
from common.fields import StreamField
from common.models import Picture
from common.registry import call_hook
from common.translations import Translated, Translation
from pro_portal.tutorials.blocks import Quiz, Steps
from pro_portal.tutorials.querysets import GuideQuerySet

# Addresses under /<lang>/portail/tutoriels/ that are not those of a tutorial.
RESERVED = ("parcours", "questions", "certificat", "progression")


class Level(models.TextChoices):
    DISCOVERY = "discovery", pgettext_lazy("niveau", "Découverte")
    PRACTICE = "practice", pgettext_lazy("niveau", "Pratique")
    ADVANCED = "advanced", pgettext_lazy("niveau", "Avancé")


class Theme(models.TextChoices):
    PHOTO = "photo", _("Photo et vidéo")
    SOCIAL = "social", _("Réseaux sociaux")
    REPUTATION = "reputation", _("E-réputation")
    WEBSITE = "website", _("Site internet")
    EMAIL = "email", _("E-mail")
    SEO = "seo", _("Référencement")
    SALES = "sales", _("Vente en ligne")
    MOBILE = "mobile", pgettext_lazy("thème d’un tutoriel", "Mobile")
    MEASURE = "measure", _("Mesure d’audience")


def not_reserved(slug: str) -> None:
    if slug in RESERVED:
        raise ValidationError(_("Cette adresse est déjà celle d’une partie du site : choisissez-en une autre."))


class Guide(Translated, PreviewableMixin, DraftStateMixin, RevisionMixin, AudienceMixin, ClusterableModel):
    """What tutorials and paths share."""

    slug = models.SlugField(
        _("adresse"), max_length=80, unique=True, validators=[not_reserved],
        help_text=_("Laissée vide, elle vient du titre."),
    )  # fmt: skip
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+")
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("organisme")
    )
    audience_groups = ParentalManyToManyField(WorkGroup, blank=True, related_name="+", verbose_name=_("groupes"))
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = GuideQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        words = self.words_in()
        return words.title if words else self.slug

    @property
    def title_language(self) -> str:
        words = self.words_in()
        return words.language if words else settings.LANGUAGE_CODE


class Tutorial(Guide):
    """A thing learnt in a few steps. `minutes` is how long it takes, `themes` a list of Theme values."""

    level = models.CharField(_("niveau"), max_length=12, choices=Level, default=Level.DISCOVERY)
    minutes = models.PositiveSmallIntegerField(
        _("durée en minutes"), default=20, validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    themes = models.JSONField(_("thèmes"), default=list, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="tutorials",
        verbose_name=_("qui s’en occupe"), help_text=_("Reçoit les questions et les rappels de relecture."),
    )  # fmt: skip
    checked_on = models.DateField(_("relu le"), default=timezone.localdate)
    check_every = models.PositiveSmallIntegerField(
        _("à relire tous les (mois)"), default=12, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    reminded_on = models.DateField(null=True, blank=True, editable=False)
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="tutorial")

    class Meta:
        ordering = ["pk"]
        verbose_name = _("tutoriel")
        verbose_name_plural = _("tutoriels")

    @property
    def check_due_on(self):
        return self.checked_on + relativedelta(months=self.check_every)

    @property
    def step_count(self) -> int:
        """Of the words in the reader's language."""
        words = self.words_in()
        return len(words.steps) if words else 0

    def get_absolute_url(self) -> str:
        return reverse("tutorials:tutorial", kwargs={"slug": self.slug})

    def serve_preview(self, request, mode_name):
        return call_hook("tutorials.preview_tutorial", self, request)


class TutorialTranslation(Translation):
    tutorial = ParentalKey(Tutorial, on_delete=models.CASCADE, related_name="words")
    title = models.CharField(_("titre"), max_length=120)
    goal = models.CharField(_("ce que l’on saura faire"), max_length=250)
    needs = models.TextField(_("ce qu’il vous faut"), blank=True, max_length=1000, help_text=_("Une chose par ligne."))
    steps = StreamField(Steps(), verbose_name=_("étapes"))
    quiz = StreamField(
        Quiz(), blank=True, verbose_name=_("questions avant le certificat"),
        help_text=_("Deux au plus, si vous voulez. Le certificat d’un parcours dit alors qu’on y a répondu juste."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("texte du tutoriel")
        constraints = [models.UniqueConstraint(fields=["tutorial", "language"], name="tutorials_words_once_per_language")]

    def __str__(self):
        return self.title

    @property
    def needed(self) -> list[str]:
        return [line.strip() for line in self.needs.splitlines() if line.strip()]


class TutorialPath(Guide):
    """An ordered set of tutorials, with a certificate at its end."""

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="tutorial_path")

    class Meta:
        ordering = ["pk"]
        verbose_name = _("parcours")
        verbose_name_plural = _("parcours")

    def get_absolute_url(self) -> str:
        return reverse("tutorials:path", kwargs={"slug": self.slug})

    def serve_preview(self, request, mode_name):
        return call_hook("tutorials.preview_path", self, request)


class PathTranslation(Translation):
    path = ParentalKey(TutorialPath, on_delete=models.CASCADE, related_name="words")
    title = models.CharField(_("titre"), max_length=120)
    text = models.TextField(_("présentation"), blank=True, max_length=1000)
    certificate = models.TextField(
        _("texte du certificat"),
        max_length=600,
        help_text=_("La fin de la phrase « qui a suivi jusqu’au bout le parcours… » : « et sait désormais… »."),
    )

    class Meta:
        verbose_name = _("texte du parcours")
        constraints = [models.UniqueConstraint(fields=["path", "language"], name="tutorials_path_words_once_per_language")]

    def __str__(self):
        return self.title


class CertificateCount(models.Model):
    """How many certificates of a path went to visitors without an account: a number, and nobody's name."""

    path = models.OneToOneField(TutorialPath, models.CASCADE, related_name="certificate_count")
    visitors = models.PositiveIntegerField(default=0)

    def __str__(self):
        return f"{self.path}: {self.visitors}"


class PathItem(Orderable):
    path = ParentalKey(TutorialPath, on_delete=models.CASCADE, related_name="items")
    tutorial = models.ForeignKey(Tutorial, models.CASCADE, related_name="+", verbose_name=_("tutoriel"))

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["path", "tutorial"], name="tutorials_once_in_a_path")]

    def __str__(self):
        return str(self.tutorial)
