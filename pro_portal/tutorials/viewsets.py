"""Tutorials and paths in the CMS admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from accounts.forms.audience import AudienceAdminForm, GroupsPanel
from common.slugs import free_slug, slug_of
from common.translations import fallback_languages
from common.viewsets import AudienceViewSet, AuthoredCreateView, SearchedIndexView
from pro_portal.tutorials.models import RESERVED, Theme, Tutorial, TutorialPath


class GuideAdminForm(AudienceAdminForm):
    """Of a tutorial or a path: its texts begin in the language of the house, its address comes from its title."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        words = self.formsets["words"]
        if not self.instance.pk and words.forms:
            words.forms[0].fields["language"].initial = fallback_languages()[0]

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("slug") and "slug" not in self.errors:
            # What is published stays at its address.
            cleaned["slug"] = (self.instance.live and self.instance.slug) or self._free_slug()
        return cleaned

    def _free_slug(self) -> str:
        titles = {}
        for form in self.formsets["words"].forms:
            language, title = (str(form.data.get(form.add_prefix(name), "")).strip() for name in ("language", "title"))
            titles[language] = titles.get(language) or title
        title = next((titles[code] for code in (*fallback_languages(), "") if titles.get(code)), "")
        model = type(self.instance)
        base = slug_of(title, model._meta.model_name)[:SLUG_LENGTH].strip("-")
        taken = set(model.objects.exclude(pk=self.instance.pk).filter(slug__startswith=base).values_list("slug", flat=True))
        taken |= set(RESERVED)
        return free_slug(base, taken)


class TutorialAdminForm(GuideAdminForm):
    themes = forms.MultipleChoiceField(label=_("Thèmes"), choices=Theme, widget=forms.CheckboxSelectMultiple)


SLUG_LENGTH = 70  # with room for a number where another has it


class TutorialFilters(WagtailFilterSet):
    class Meta:
        model = Tutorial
        fields = ["live", "level", "audience", "owner", "organisation"]


def sharing_tab() -> list:
    return [
        FieldPanel("audience"),
        GroupsPanel(),
        FieldPanel("organisation"),
    ]


class TutorialIndexView(SearchedIndexView):
    kind = "tutorial"


class TutorialCreateView(AuthoredCreateView):
    """Who writes a tutorial looks after it, as long as they name nobody else."""

    def get_initial_form_instance(self):
        tutorial = super().get_initial_form_instance()
        tutorial.owner = self.request.user
        return tutorial


class TutorialViewSet(AudienceViewSet):
    model = Tutorial
    add_view_class = TutorialCreateView
    index_view_class = TutorialIndexView
    search_fields = ["words__title"]
    icon = "list-ol"
    menu_label = _("Tutoriels")
    menu_name = "tutorials"
    list_per_page = 50
    filterset_class = TutorialFilters
    list_display = [
        "__str__",
        Column("level", label=_("Niveau"), accessor="get_level_display", sort_key="level"),
        Column("owner", label=_("Qui s’en occupe"), sort_key="owner__last_name"),
        DateColumn("checked_on", label=_("Relu le"), sort_key="checked_on"),
        BooleanColumn("live", label=_("Publié"), sort_key="live"),
    ]
    words_tab = [
        InlinePanel("words", heading=_("Textes par langue"), label=_("langue"), min_num=1, panels=[
            FieldPanel("language"), FieldPanel("title"), FieldPanel("goal"), FieldPanel("needs"), FieldPanel("steps"),
            FieldPanel("quiz"), FieldPanel("origin"),
        ]),
        FieldPanel("themes"),
    ]  # fmt: skip
    facts_tab = [
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("level"), FieldPanel("minutes")]),
        FieldPanel("picture"),
        MultiFieldPanel(
            [FieldPanel("owner"), FieldRowPanel([FieldPanel("checked_on"), FieldPanel("check_every")])], heading=_("Suivi")
        ),
    ]
    edit_handler = TabbedInterface(
        [ObjectList(words_tab, heading=_("Textes")), ObjectList(facts_tab, heading=_("Renseignements")),
         ObjectList(sharing_tab(), heading=_("Partage"))],
        base_form_class=TutorialAdminForm,
    )  # fmt: skip

    def rows(self):
        return Tutorial.objects.with_words().select_related("owner")


class PathViewSet(AudienceViewSet):
    model = TutorialPath
    icon = "order"
    menu_label = _("Parcours")
    menu_name = "tutorial-paths"
    list_display = ["__str__", BooleanColumn("live", label=_("Publié"), sort_key="live")]
    words_tab = [
        InlinePanel("words", heading=_("Textes par langue"), label=_("langue"), min_num=1, panels=[
            FieldPanel("language"), FieldPanel("title"), FieldPanel("text"), FieldPanel("certificate"), FieldPanel("origin"),
        ]),
        InlinePanel("items", heading=_("Les tutoriels, dans l’ordre"), label=_("tutoriel"), min_num=1,
                    panels=[FieldPanel("tutorial")]),
    ]  # fmt: skip
    edit_handler = TabbedInterface(
        [ObjectList(words_tab, heading=_("Textes")),
         ObjectList([FieldPanel("slug"), FieldPanel("picture")], heading=_("Renseignements")),
         ObjectList(sharing_tab(), heading=_("Partage"))],
        base_form_class=GuideAdminForm,
    )  # fmt: skip

    def rows(self):
        return TutorialPath.objects.with_words()


class TutorialsGroup(SnippetViewSetGroup):
    items = (TutorialViewSet, PathViewSet)
    menu_label = _("Tutoriels")
    menu_name = "tutorials-group"
    menu_icon = "list-ol"
    menu_order = 170
