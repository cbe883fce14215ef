"""Places in the CMS admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import BooleanColumn, Column

from accounts.forms.audience import AudienceAdminForm, GroupsPanel
from common.positions import is_swapped
from common.viewsets import AudienceViewSet, SearchedIndexView
from destination.places.choices import ACCESS_DETAILS_HELP, AccessDetail
from destination.places.forms import OpeningField
from destination.places.models import Access, Place


class PlaceAdminForm(AudienceAdminForm):
    accessibility = forms.MultipleChoiceField(
        label=_("Accessibilité"), choices=Access, required=False, widget=forms.CheckboxSelectMultiple
    )
    access_details = forms.MultipleChoiceField(
        label=_("Aménagements"),
        choices=AccessDetail,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=ACCESS_DETAILS_HELP,
    )
    latitude = forms.FloatField(label=_("Latitude"), min_value=-90, max_value=90, required=False)
    longitude = forms.FloatField(label=_("Longitude"), min_value=-180, max_value=180, required=False)
    opening = OpeningField(label=_("Horaires d’ouverture"), required=False)

    def clean(self):
        cleaned = super().clean()
        latitude, longitude = cleaned.get("latitude"), cleaned.get("longitude")
        if latitude is not None and longitude is not None and is_swapped(latitude, longitude):
            self.add_error("latitude", _("La latitude et la longitude semblent échangées : ce point est loin de la France."))
        return cleaned


class PlaceFilters(WagtailFilterSet):
    class Meta:
        model = Place
        fields = ["live", "kind", "commune", "organisation", "audience"]


class PlaceIndexView(SearchedIndexView):
    kind = "place"


class PlaceViewSet(AudienceViewSet):
    model = Place
    index_view_class = PlaceIndexView
    search_fields = ["words__name"]
    icon = "site"
    menu_label = _("Lieux")
    menu_name = "places"
    menu_order = 160
    add_to_admin_menu = True
    filterset_class = PlaceFilters
    list_per_page = 50
    list_display = [
        "__str__",
        Column("kind", label=_("Nature"), accessor="get_kind_display", sort_key="kind"),
        Column("commune", label=_("Commune"), sort_key="commune__name"),
        BooleanColumn("live", label=_("Publié"), sort_key="live"),
    ]
    words_tab = [
        InlinePanel("words", heading=_("Textes par langue"), label=_("langue"), min_num=1, panels=[
            FieldPanel("language"), FieldPanel("name"), FieldPanel("summary"), FieldPanel("text"), FieldPanel("coming"),
            FieldPanel("origin"),
        ]),
        FieldPanel("picture"),
        InlinePanel("pictures", heading=_("Autres photos"), label=_("photo"),
                    panels=[FieldPanel("picture"), FieldPanel("order")]),
    ]  # fmt: skip
    facts_tab = [
        FieldPanel("kind"),
        MultiFieldPanel(
            [FieldPanel("commune"), FieldPanel("address"), FieldPanel("postcode"),
             FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")])], heading=_("Où"),
        ),
        FieldPanel("opening"),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("email"), FieldPanel("website")], heading=_("Contact")),
        MultiFieldPanel([FieldPanel("family"), FieldPanel("accessibility"), FieldPanel("access_details")],
            heading=_("Pour qui")),
    ]  # fmt: skip
    sharing_tab = [
        FieldPanel("audience"),
        GroupsPanel(),
        FieldPanel("organisation"),
    ]
    edit_handler = TabbedInterface(
        [ObjectList(words_tab, heading=_("Textes")), ObjectList(facts_tab, heading=_("Renseignements")),
         ObjectList(sharing_tab, heading=_("Partage"))],
        base_form_class=PlaceAdminForm,
    )  # fmt: skip

    def rows(self):
        return Place.objects.with_words()
