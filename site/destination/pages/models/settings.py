"""The settings of the site: name, colours, texts of the footer."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from common.colours import nearest_passing, passes
from common.models import Picture
from common.translations import choose_words


@register_setting(icon="globe", order=1)
class DestinationSettings(ClusterableModel, BaseSiteSetting):
    name = models.CharField(_("nom de la destination"), max_length=80, default="Escale")
    logo = models.ForeignKey(
        Picture, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo"),
        help_text=_("Sur fond clair et sur fond sombre. Sans logo, le nom est écrit."),
    )  # fmt: skip
    accent = models.CharField(
        _("couleur d’accent"), max_length=7, blank=True,
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Écrivez la couleur comme #0b6478."))],
        help_text=_("Celle des liens et des boutons, comme #0b6478. Elle doit se lire sur fond clair."),
    )  # fmt: skip
    contact_email = models.EmailField(
        _("courriel de l’office"),
        blank=True,
        help_text=_("Reçoit les messages de la page de contact. Il n’est pas montré aux visiteurs."),
    )
    languages = models.JSONField(
        _("langues du site"), default=list, blank=True, editable=False
    )  # codes of LANGUAGES, the main one first; empty: all of them
    social_picture = models.ForeignKey(
        Picture, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo pour les réseaux sociaux"),
        help_text=_("Montrée quand une page partagée n’a pas de photo."),
    )  # fmt: skip

    panels = [
        "name",
        InlinePanel("words", label=_("Mots dans une langue"), heading=_("Par langue"), max_num=len(settings.LANGUAGES)),
        MultiFieldPanel([FieldPanel("logo"), FieldPanel("accent"), FieldPanel("social_picture")], heading=_("Aspect")),
        "contact_email",
        InlinePanel("social_links", label=_("Compte"), heading=_("Réseaux sociaux"), max_num=8),
    ]

    class Meta:
        verbose_name = _("destination")

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        try:
            readable = not self.accent or passes(self.accent)
        except ValueError:
            return  # not a colour: the field says so
        if not readable:
            message = _(
                "Cette couleur ne se lit pas assez bien (contraste inférieur à 4,5). La plus proche qui convient : %(colour)s."
            )
            raise ValidationError({"accent": ValidationError(message, params={"colour": nearest_passing(self.accent)})})

    def words_in(self, language: str) -> "DestinationTranslation | None":
        return choose_words(self.words.all(), language)


class DestinationTranslation(models.Model):
    destination = ParentalKey(DestinationSettings, on_delete=models.CASCADE, related_name="words")
    language = models.CharField(_("langue"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    name = models.CharField(_("nom de la destination"), max_length=80, blank=True, help_text=_("S’il change dans cette langue."))
    tagline = models.CharField(_("phrase d’accueil"), max_length=140, blank=True)
    footer_text = models.TextField(_("texte du bas de page"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("mots de la destination")
        constraints = [
            models.UniqueConstraint(fields=["destination", "language"], name="pages_destination_words_once_per_language")
        ]

    def __str__(self):
        return self.tagline


class SocialLink(Orderable):
    destination = ParentalKey(DestinationSettings, on_delete=models.CASCADE, related_name="social_links")
    name = models.CharField(_("nom"), max_length=40, help_text=_("Instagram, PeerTube, Mastodon…"))
    url = models.URLField(_("adresse"), max_length=300)

    class Meta(Orderable.Meta):
        verbose_name = _("réseau social")

    def __str__(self):
        return self.name
