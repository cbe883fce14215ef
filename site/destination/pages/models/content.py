"""The pages that editors write."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from common.fields import StreamField
from destination.pages.blocks import PageBody
from destination.pages.models.base import SitePage

ORDINARY_PAGES = ["pages.SectionPage", "pages.EditorialPage", "pages.PracticalPage"]


class WrittenPage(SitePage):
    """Abstract: a page with a free body."""

    body = StreamField(PageBody(), blank=True, verbose_name=_("contenu"))

    content_panels = [*SitePage.content_panels, FieldPanel("body")]

    class Meta:
        abstract = True


class SectionPage(WrittenPage):
    """A heading of the site: a few words, then its pages as cards."""

    template = "pages/section_page.html"
    page_description = _("Une rubrique : quelques mots, puis la liste de ses pages.")
    subpage_types = ORDINARY_PAGES

    class Meta:
        verbose_name = _("rubrique")
        verbose_name_plural = _("rubriques")


class EditorialPage(WrittenPage):
    """An article: large picture, text, stages, events and places."""

    template = "pages/editorial_page.html"
    page_description = _("Un article qui donne envie : photo large, texte, étapes, dates et lieux.")

    class Meta:
        verbose_name = _("page éditoriale")
        verbose_name_plural = _("pages éditoriales")


class PracticalPage(WrittenPage):
    """A practical answer: facts, questions, telephone numbers."""

    template = "pages/practical_page.html"
    page_description = _("Une réponse pratique : venir, se déplacer, se soigner.")
    drawing = "village"

    class Meta:
        verbose_name = _("page pratique")
        verbose_name_plural = _("pages pratiques")


class LegalPage(WrittenPage):
    template = "pages/legal_page.html"
    page_description = _("Mentions légales, données personnelles, conditions.")
    parent_page_types = ["pages.HomePage"]
    drawing = "village"

    class Meta:
        verbose_name = _("page légale")
        verbose_name_plural = _("pages légales")


class AccessibilityPage(WrittenPage):
    """The statement that French law asks for (RGAA 4.1): its state is also said in the footer by the name of its link."""

    class Conformity(models.TextChoices):
        FULL = "full", _("totalement conforme")
        PARTIAL = "partial", _("partiellement conforme")
        NONE = "none", _("non conforme")

    conformity = models.CharField(_("état de conformité"), max_length=10, choices=Conformity, default=Conformity.PARTIAL)
    rate = models.PositiveSmallIntegerField(
        _("critères respectés (%)"),
        null=True,
        blank=True,
        help_text=_("La part des critères applicables qui sont respectés, de 0 à 100."),
    )
    audited_on = models.DateField(_("date de l’évaluation"), null=True, blank=True)
    contact_email = models.EmailField(_("courriel pour signaler un défaut"), blank=True)

    template = "pages/accessibility_page.html"
    page_description = _("La déclaration d’accessibilité demandée par la loi.")
    parent_page_types = ["pages.HomePage"]
    max_count_per_parent = 1
    content_panels = [*SitePage.content_panels, "conformity", "rate", "audited_on", "contact_email", FieldPanel("body")]

    class Meta:
        verbose_name = _("déclaration d’accessibilité")
        verbose_name_plural = _("déclarations d’accessibilité")
        constraints = [
            models.CheckConstraint(condition=models.Q(rate=None) | models.Q(rate__lte=100), name="pages_rate_is_a_share")
        ]
