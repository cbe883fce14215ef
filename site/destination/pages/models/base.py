"""The base of every page: introduction, picture, who looks after it and when it was last checked."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from accounts.models import Organisation
from common.models import Picture
from common.registry import call_hook
from common.slugs import slug_of
from destination.pages.forms import SitePageForm
from destination.pages.permissions import page_audience_keys


class SitePage(Page):
    """Abstract. The first page of a language has that language's code as its slug, so that `url_path` is the public address."""

    introduction = models.TextField(
        _("introduction"), max_length=400, blank=True, help_text=_("Une ou deux phrases, en tête de page et dans les listes.")
    )
    picture = models.ForeignKey(
        Picture, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo"),
        help_text=_("Montrée en tête de page, dans les listes et sur les réseaux sociaux. Sans photo, un dessin prend sa place."),
    )  # fmt: skip
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("tenue à jour par"),
        help_text=_("L’office, nommé au bas de la page."),
    )  # fmt: skip
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("personne chargée de la page"),
        help_text=_("Pour l’équipe seulement : ce nom n’est pas montré aux visiteurs."),
    )  # fmt: skip
    checked_on = models.DateField(
        _("vérifiée le"), null=True, blank=True, help_text=_("Le jour où quelqu’un a relu la page et l’a trouvée juste.")
    )

    base_form_class = SitePageForm
    override_translatable_fields = [SynchronizedField("checked_on"), SynchronizedField("responsible", overridable=False)]
    parent_page_types = ["pages.HomePage", "pages.SectionPage"]
    subpage_types: list[str] = []
    #: The drawing shown where there is no picture.
    drawing = "landscape"

    content_panels = [*Page.content_panels, "introduction", "picture"]
    promote_panels = [
        MultiFieldPanel(
            [
                HelpPanel(content=_("Ce que montrent les moteurs de recherche et les réseaux sociaux.")),
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
            ],
            heading=_("Moteurs de recherche"),
        ),
        MultiFieldPanel(["show_in_menus"], heading=_("Dans le site")),
        MultiFieldPanel(["organisation", "responsible", "checked_on"], heading=_("Qui tient cette page à jour")),
    ]

    class Meta:
        abstract = True

    def full_clean(self, *arguments, **options):
        if not self.slug and self.title:
            parent = self.get_parent() if self.path else None
            slug = slug_of(self.title, "page")
            self.slug = find_available_slug(parent, slug, ignore_page_id=self.pk) if parent else slug
        super().full_clean(*arguments, **options)

    def get_absolute_url(self) -> str:
        """The public address, without any query."""
        return self.url_path

    @property
    def language(self) -> str:
        return self.url_path.split("/", 2)[1]

    @property
    def description(self) -> str:
        """For search engines and social cards: what the editor wrote, else the introduction."""
        return self.search_description or self.introduction

    def text(self) -> str:
        """Everything a reader reads on the page, as plain words, for the search."""
        body = getattr(self, "body", None)
        parts = [self.introduction]
        for block in body or ():
            parts.extend(block.block.get_searchable_content(block.value))
        return "\n".join(str(part) for part in parts if part)

    def audience_keys(self) -> frozenset[str]:
        """The keys of `common.access` that open this page; none before it is published."""
        return page_audience_keys(self) if self.live else frozenset()

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), **call_hook("pages.page_context", self, request)}

    def relative_url(self, current_site, request=None):
        return self.get_absolute_url()
