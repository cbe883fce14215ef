"""What editors do for the search: words that mean the same, and answers to what readers missed."""

from datetime import date
from urllib.parse import urlencode

import django_filters
from django.db.models import Case, IntegerField, Value, When
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from common.forms.chosen import sentence_instead
from destination.agenda.schedule.sentences import day_in_words
from search.choices import LONGEST_REQUEST, REQUEST_DAYS, RequestState
from search.models import SearchRequest, SynonymGroup

SYNONYMS, REQUESTS = "search_synonyms", "search_requests"


class WordsGivenCreateView(CreateView):
    """The words and the language may come with the address: from a search that had no answer."""

    def get_initial_form_instance(self):
        instance = super().get_initial_form_instance() or self.model()
        instance.words = self.request.GET.get("words", "")[:LONGEST_REQUEST].replace("\x00", "")
        instance.language = self.request.GET.get("language", "")[:10] or get_language()
        return instance


class SynonymIndexView(IndexView):
    add_item_label = _("Ajouter un groupe")


class SynonymGroupViewSet(ModelViewSet):
    model = SynonymGroup
    name = SYNONYMS
    icon = "list-ul"
    menu_label = _("Synonymes")
    index_view_class = SynonymIndexView
    add_view_class = WordsGivenCreateView
    copy_view_enabled = False
    list_display = ["words", Column("language", label=_("Langue"), accessor="get_language_display", sort_key="language")]
    list_filter = ["language"]
    search_fields = ["words"]
    search_backend_name = None
    list_per_page = 100
    edit_handler = ObjectList([FieldPanel("language"), FieldPanel("words")])


class RequestFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=_("État"), choices=RequestState, method="in_state")

    class Meta:
        model = SearchRequest
        fields = ["language"]

    def in_state(self, requests, name, value):
        if value == RequestState.ANSWERED:
            return requests.exclude(kind="")
        return requests.filter(kind="", dismissed=value == RequestState.DISMISSED)


class RequestIndexView(IndexView):
    add_item_label = _("Ajouter une réponse")

    def get_base_queryset(self):
        place = Case(When(kind="", dismissed=False, then=Value(0)), default=Value(1), output_field=IntegerField())
        rows = (
            super().get_base_queryset().select_related("page", "event", "place").prefetch_related("event__words", "place__words")
        )
        return rows.order_by(place, "-times", "-last_week", "pk")

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if self.request.user.has_perm("search.add_synonymgroup"):
            address = reverse(f"{SYNONYMS}:add") + "?" + urlencode({"words": instance.words, "language": instance.language})
            buttons.append(MenuItem(_now("Ajouter aux synonymes"), url=address, icon_name="list-ul", priority=15))
        return buttons


def week_in_words(request: SearchRequest) -> str:
    """« semaine du 23 novembre »."""
    if not isinstance(request.last_week, date):
        return ""
    return _now("semaine du %(day)s") % {"day": day_in_words(request.last_week, get_language(), with_weekday=False)}


def answer_in_words(request: SearchRequest) -> str:
    thing = request.page or request.event or request.place
    return (sentence_instead(thing) or str(thing)) if thing else ""


class SearchRequestViewSet(ModelViewSet):
    model = SearchRequest
    name = REQUESTS
    icon = "search"
    menu_label = _("Recherches sans réponse")
    index_view_class = RequestIndexView
    add_view_class = WordsGivenCreateView
    copy_view_enabled = False
    filterset_class = RequestFilters
    search_fields = ["words"]
    search_backend_name = None
    list_per_page = 50
    list_display = [
        "words",
        Column("language", label=_("Langue"), accessor="get_language_display", sort_key="language"),
        Column("times", label=_("Fois"), sort_key="times"),
        Column("last_week", label=_("Pour la dernière fois"), accessor=week_in_words, sort_key="last_week"),
        Column("state", label=_("État"), accessor=lambda request: request.state.label),
        Column("answer", label=_("Réponse"), accessor=answer_in_words),
    ]
    list_export = ["words", "language", "times", "last_week"]
    export_filename = "recherches-sans-reponse"
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=format_html(
                    "<p>{}</p><p>{}</p>",
                    _("Ce que vous choisissez ici vient en premier pour ces mots, dans cette langue, à qui peut le voir."),
                    _("Qui a cherché n’est pas gardé. Ce que personne ne cherche plus disparaît après %(days)d jours.")
                    % {"days": REQUEST_DAYS},
                )
            ),
            FieldRowPanel([FieldPanel("words"), FieldPanel("language")]),
            MultiFieldPanel(
                [FieldPanel("page"), FieldPanel("event"), FieldPanel("place")], heading=_("La réponse : une seule des trois")
            ),
            FieldPanel("dismissed"),
        ]
    )


class SearchGroup(ModelViewSetGroup):
    menu_label = _("Recherche")
    menu_name = "search-words"
    menu_icon = "search"
    menu_order = 255
    items = (SearchRequestViewSet, SynonymGroupViewSet)
