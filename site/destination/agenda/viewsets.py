"""The agenda in the CMS admin."""

from django import forms
from django.db.models import Prefetch
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from accounts.forms.audience import GroupsPanel
from common.forms import language_form, language_panel
from common.viewsets import AudienceViewSet, SearchedIndexView
from destination.agenda.forms.admin import EventAdminForm
from destination.agenda.models import Category, Event, Occurrence, event_state
from destination.agenda.schedule import ScheduleError
from destination.agenda.schedule.sentences import schedule_in_words


def dates_sentence(event: Event) -> str:
    try:
        return schedule_in_words(event.schedule, get_language() or "fr") if event.schedule_data else ""
    except ScheduleError:
        return _now("Les dates ne se lisent pas.")


def state_in_words(event: Event) -> str:
    """« Annulé », « Complet », or how many of the dates to come have a state of their own."""
    number = sum(1 for each in event.occurrences.all() if each.state and each.last_day >= timezone.localdate())
    state = event_state(event).label
    dates = ngettext("%(number)d date signalée", "%(number)d dates signalées", number) % {"number": number} if number else ""
    return " · ".join(filter(None, [state, dates])) or str(event.get_state_display())


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
            links = [(address, _now("Changer les dates et les répétitions dans le formulaire de l’intranet"))]
            if self.instance.live:
                states = reverse("submissions:states", args=[self.instance.pk])
                links.append((states, _now("Dire qu’une date, ou toutes, sont annulées, reportées, complètes, ailleurs")))
            lines = format_html_join("", '<p><a href="{}">{}</a></p>', links)
            return format_html("<p>{}</p>{}", dates_sentence(self.instance), lines)


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
        Column("state", label=_("État"), accessor=state_in_words, sort_key="state"),
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
             FieldRowPanel([FieldPanel("start"), FieldPanel("end")]), FieldPanel("state"),
             language_panel("reasons", _("Pourquoi, pour les visiteurs")),
             FieldPanel("former_place"), FieldPanel("next_edition")],
            heading=_("Quand"),
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
        GroupsPanel(),
        FieldPanel("organisation"),
        FieldPanel("changeable_by"),
    ]
    edit_handler = TabbedInterface(
        [ObjectList(words_tab, heading=_("Textes")), ObjectList(facts_tab, heading=_("Renseignements")),
         ObjectList(sharing_tab, heading=_("Partage"))],
        base_form_class=EventAdminForm,
    )  # fmt: skip

    def rows(self):
        said = Occurrence.objects.exclude(state="")
        return Event.objects.filter(removed_at=None).with_words().prefetch_related(Prefetch("occurrences", said))


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
