"""Lists, forms and choosers of the CMS admin, for what has an audience."""

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import ModelAdminURLFinder
from wagtail.snippets.views import chooser
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, SnippetViewSet

from common.permissions import AudienceModelPolicy, policy_of
from common.search_port import rows_with_words


class SearchedIndexView(IndexView):
    """A list with a search box: what the one search finds for this editor (accents and typing mistakes forgiven), and the things,
    drafts too, whose title holds every word typed. All of them, in the list's own order: who sorts by a column gets it sorted.

    A viewset names its `kind` in the search, and in `search_fields` the title among its texts, such as "words__title".
    """

    kind = ""

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        language, titles = get_language(), tuple(self.search_fields)
        return rows_with_words(queryset, self.kind, self.search_query, self.request.user, language, titles)


class WayToThePageMixin:
    """What was just published is one click away."""

    def get_success_buttons(self):
        buttons = super().get_success_buttons()
        starts = self.object.go_live_at
        if self.action == "publish" and not (starts and starts > timezone.now()):
            buttons.append(messages.button(self.object.get_absolute_url(), _("Voir la page")))
        return buttons


class PublishingEditView(WayToThePageMixin, EditView):
    pass


class AuthoredCreateView(WayToThePageMixin, CreateView):
    """Who makes a thing is its author: they see it whatever audience they give it."""

    def get_initial_form_instance(self):
        thing = super().get_initial_form_instance() or self.model()
        thing.author = self.request.user
        return thing


class VisibleRowsMixin:
    """Of a chooser: only the rows that are not hidden from who chooses."""

    def get_object_list(self):
        return policy_of(self.model_class).visible(self.request.user, super().get_object_list())


class ChooseView(VisibleRowsMixin, chooser.ChooseView):
    pass


class ChooseResultsView(VisibleRowsMixin, chooser.ChooseResultsView):
    pass


class AudienceChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView


class AudienceViewSet(SnippetViewSet):
    """A snippet with an audience: its list, chooser and links hold what its reader may work on (`common.permissions`); that its
    other addresses open nothing else is the work of `common.middleware.CmsAccessMiddleware`."""

    add_view_class = AuthoredCreateView
    edit_view_class = PublishingEditView
    chooser_viewset_class = AudienceChooserViewSet

    def rows(self):
        """Every row, with what the list shows of it."""
        return self.model._default_manager.all()

    def get_queryset(self, request):
        return self.permission_policy.visible(request.user, self.rows())

    @property
    def permission_policy(self):
        return AudienceModelPolicy(self.model)

    @property
    def url_finder_class(self):
        names = {"permission_policy": self.permission_policy, "edit_url_name": self.get_url_name("edit")}
        return type(f"{self.model.__name__}AdminURLFinder", (ModelAdminURLFinder,), names)
