"""Tutorials and paths in the CMS admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from accounts.forms.audience import AudienceAdminForm, GroupsPanel
from common.viewsets import AudienceViewSet, SearchedIndexView
from pro_portal.tutorials.models import Theme, Tutorial, TutorialPath


class TutorialAdminForm(AudienceAdminForm):
    themes = forms.MultipleChoiceField(label=_("Thèmes"), choices=Theme, widget=forms.CheckboxSelectMultiple)


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


class TutorialViewSet(AudienceViewSet):
    model = Tutorial
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
            FieldPanel("origin"),
        ]),
    ]  # fmt: skip
    facts_tab = [
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("level"), FieldPanel("minutes")]),
        FieldPanel("themes"),
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
        base_form_class=AudienceAdminForm,
    )  # fmt: skip

    def rows(self):
        return TutorialPath.objects.with_words()


class TutorialsGroup(SnippetViewSetGroup):
    items = (TutorialViewSet, PathViewSet)
    menu_label = _("Tutoriels")
    menu_name = "tutorials-group"
    menu_icon = "list-ol"
    menu_order = 170
