"""The agenda in the CMS admin."""

from django import forms
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from common.forms import language_form, language_panel
from common.viewsets import AudienceViewSet, SearchedIndexView
from destination.agenda.forms.admin import EventAdminForm
from destination.agenda.models import Category, Event
from destination.agenda.schedule import ScheduleError
from destination.agenda.schedule.sentences import schedule_in_words


def dates_sentence(event: Event) -> str:
    try:
        return schedule_in_words(event.schedule, get_language() or "fr") if event.schedule_data else ""
    except ScheduleError:
        return _now("Les dates ne se lisent pas.")


class DatesPanel(Panel):
    """The dates as a sentence, and the way to the form that changes repetitions."""

    class BoundPanel(Panel.BoundPanel):
        def render_html(self, parent_context=None):
            if not self.instance.pk:
                return format_html("<p>{}</p>", _now("Pour une répétition, proposez l’événement depuis l’intranet."))
            try:
                address = reverse("submissions:edit", args=[self.instance.pk])
            except NoReverseMatch:  # an installation without the intranet
                return format_html("<p>{}</p>", dates_sentence(self.instance))
            words = _now("Changer les dates et les répétitions dans le formulaire de l’intranet")
            return format_html('<p>{}</p><p><a href="{}">{}</a></p>', dates_sentence(self.instance), address, words)


class EventFilters(WagtailFilterSet):
    first_day = DateFromToRangeFilter(label=_("Premier jour"), widget=DateRangePickerWidget)

    class Meta:
        model = Event
        fields = ["live", "state", "audience", "commune", "categories", "organisation"]


class EventIndexView(SearchedIndexView):
    kind = "event"


class EventViewSet(AudienceViewSet):
    model = Event
    index_view_class = EventIndexView
    search_fields = ["words__title"]
    icon = "date"
    menu_label = _("Événements")
    menu_name = "agenda-events"
    filterset_class = EventFilters
    list_per_page = 50
    ordering = ["-first_day", "-pk"]
    list_display = [
        "__str__",
        Column("dates", label=_("Dates"), accessor=dates_sentence),
        Column("commune", label=_("Commune"), sort_key="commune__name"),
        Column("organisation", label=_("Organisme"), sort_key="organisation__name"),
        Column("state", label=_("État"), accessor="get_state_display", sort_key="state"),
        BooleanColumn("live", label=_("Publié"), sort_key="live"),
    ]
    words_tab = [
        InlinePanel("words", heading=_("Textes par langue"), label=_("langue"), min_num=1, panels=[
            FieldPanel("language"), FieldPanel("title"), FieldPanel("summary"), FieldPanel("text"), FieldPanel("origin"),
        ]),
        FieldPanel("categories", widget=forms.CheckboxSelectMultiple),
        FieldPanel("picture"),
    ]  # fmt: skip
    facts_tab = [
        MultiFieldPanel(
            [DatesPanel(), FieldRowPanel([FieldPanel("day"), FieldPanel("until")]),
             FieldRowPanel([FieldPanel("start"), FieldPanel("end")]), FieldPanel("state")], heading=_("Quand"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("place", "commune", "meeting_point", "online_url", "setting")],
            heading=_("Où"),
        ),
        MultiFieldPanel(
            [FieldPanel("free"), FieldPanel("prices"), FieldPanel("registration_needed"), FieldPanel("booking_url")],
            heading=_("Tarifs et réservation"),
        ),
        MultiFieldPanel(
            [FieldPanel("family"), FieldRowPanel([FieldPanel("age_min"), FieldPanel("age_max")]), FieldPanel("accessibility"),
             FieldPanel("access_details")],
            heading=_("Pour qui"),
        ),
        MultiFieldPanel(
            [FieldPanel("organiser"), FieldPanel("phone"), FieldPanel("email"), FieldPanel("website")], heading=_("Contact")
        ),
    ]  # fmt: skip
    sharing_tab = [
        FieldPanel("audience"),
        FieldPanel("audience_groups", widget=forms.CheckboxSelectMultiple),
        FieldPanel("organisation"),
        FieldPanel("changeable_by"),
    ]
    edit_handler = TabbedInterface(
        [ObjectList(words_tab, heading=_("Textes")), ObjectList(facts_tab, heading=_("Renseignements")),
         ObjectList(sharing_tab, heading=_("Partage"))],
        base_form_class=EventAdminForm,
    )  # fmt: skip

    def rows(self):
        return Event.objects.filter(removed_at=None).with_words()


class CategoryViewSet(SnippetViewSet):
    model = Category
    icon = "tag"
    menu_label = _("Catégories")
    menu_name = "agenda-categories"
    sort_order_field = "order"
    list_display = ["__str__", "code"]
    edit_handler = ObjectList(
        [FieldPanel("code"), language_panel("names", _("Noms"))], base_form_class=language_form({"names": 80})
    )


class AgendaGroup(SnippetViewSetGroup):
    items = (EventViewSet, CategoryViewSet)
    menu_icon = "date"
    menu_label = _("Agenda")
    menu_name = "agenda"
    menu_order = 150
