"""The menus, as editors make them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel

from common.fields import StreamField
from destination.pages.links import check_link


class LabelBlock(blocks.StructBlock):
    language = blocks.ChoiceBlock(label=_("Langue"), choices=settings.LANGUAGES)
    text = blocks.CharBlock(label=_("Mots"), max_length=60)

    class Meta:
        label = _("Nom dans une langue")
        icon = "globe"


class MenuLinkBlock(blocks.StructBlock):
    page = blocks.PageChooserBlock(label=_("Page"), required=False, help_text=_("Le lien suit la langue du visiteur."))
    address = blocks.CharBlock(
        label=_("ou adresse"), required=False, max_length=300, help_text=_("https://…, ou agenda, ou places pour nos listes.")
    )
    labels = blocks.ListBlock(LabelBlock(), label=_("Noms"), default=[], help_text=_("Sans nom, celui de la page."))

    def clean(self, value):
        return check_link(super().clean(value))


class MenuEntryBlock(MenuLinkBlock):
    children = blocks.ListBlock(MenuLinkBlock(label=_("Sous-entrée"), icon="link"), label=_("Sous-entrées"), default=[])

    class Meta:
        label = _("Entrée")
        icon = "link"


class Menu(models.Model):
    class Code(models.TextChoices):
        MAIN = "main", _("Menu principal")
        FOOTER = "footer", _("Menu du bas de page")
        LEGAL = "legal", _("Menu légal")

    code = models.CharField(_("menu"), max_length=10, choices=Code, unique=True)
    entries = StreamField([("entry", MenuEntryBlock())], blank=True, verbose_name=_("entrées"))

    panels = [FieldPanel("code"), FieldPanel("entries")]

    class Meta:
        ordering = ["code"]
        verbose_name = _("menu")
        verbose_name_plural = _("menus")

    def __str__(self):
        return self.get_code_display()
