"""The home page of a language."""

from django.db import models
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField

from accounts.models import Territory
from common.fields import StreamField
from common.registry import call_hook
from destination.pages import visitor_mode
from destination.pages.blocks import PageBody
from destination.pages.models.base import SitePage


class HomePage(SitePage):
    tagline = models.CharField(
        _("phrase d’accueil"), max_length=140, blank=True, help_text=_("Sous le nom, sur la photo : une phrase.")
    )
    preparing = models.TextField(_("à qui prépare son séjour"), max_length=400, blank=True)
    here = models.TextField(_("à qui est sur place"), max_length=400, blank=True)
    body = StreamField(PageBody(), blank=True, verbose_name=_("contenu"))

    template = "pages/home_page.html"
    page_description = _("La première page d’une langue.")
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "pages.SectionPage",
        "pages.EditorialPage",
        "pages.PracticalPage",
        "pages.ContactPage",
        "pages.LegalPage",
        "pages.AccessibilityPage",
    ]
    # Each language's first page has the code of the language as its slug: it is no text to translate.
    override_translatable_fields = [*SitePage.override_translatable_fields, SynchronizedField("slug", overridable=False)]
    drawing = "sea"

    content_panels = [
        "title",
        "tagline",
        "introduction",
        "picture",
        MultiFieldPanel(["preparing", "here"], heading=_("Deux visiteurs")),
        HelpPanel(content=_("Les prochaines dates, les lieux et leur carte s’ajoutent d’eux-mêmes.")),
        FieldPanel("body"),
    ]
    promote_panels = [
        MultiFieldPanel(["seo_title", "search_description"], heading=_("Moteurs de recherche")),
        SitePage.promote_panels[-1],
    ]

    class Meta:
        verbose_name = _("page d’accueil")
        verbose_name_plural = _("pages d’accueil")

    def full_clean(self, *args, **kwargs):
        if self.locale_id:
            self.slug = self.locale.language_code
        super().full_clean(*args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, **call_hook("pages.home_context", self, request, context["closed_trees"])}

    def serve(self, request, *args, **kwargs):
        """Store the visitor mode of `?journey=here`, and its `commune`, in a cookie and redirect to the address without it."""
        choice = request.GET.get(visitor_mode.PARAMETER)
        if choice is not None:
            slug = request.GET.get(visitor_mode.COMMUNE_PARAMETER, "")
            commune = Territory.objects.filter(slug=slug[:50].replace("\x00", "")).values_list("slug", flat=True).first()
            return visitor_mode.remember(HttpResponseRedirect(request.path), choice, commune or "")
        response = super().serve(request, *args, **kwargs)
        response["Vary"] = "Cookie"
        return response
