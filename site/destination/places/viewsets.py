"""Places in the CMS admin."""

from decimal import Decimal

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import BooleanColumn, Column

from accounts.forms.audience import AudienceAdminForm, GroupsPanel
from common.positions import is_swapped
from common.viewsets import AudienceViewSet, SearchedIndexView
from destination.places.choices import ACCESS_DETAILS_HELP, AccessDetail, Cooking, Label, Payment, spoken_languages
from destination.places.forms import OpeningField
from destination.places.models import Access, Place, PlaceKind


def several(label: str, choices) -> forms.MultipleChoiceField:
    """Boxes to tick, their labels with a capital in the active language; `choices` gives pairs."""

    def capital_choices():
        return [(code, capfirst(words)) for code, words in (choices() if callable(choices) else choices)]

    return forms.MultipleChoiceField(label=label, choices=capital_choices, required=False, widget=forms.CheckboxSelectMultiple)


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
    labels = several(_("Labels"), Label.choices)
    cooking = several(_("Cuisine"), Cooking.choices)
    payments = several(_("Moyens de paiement"), Payment.choices)
    languages = several(_("Langues parlées"), spoken_languages)
    stars = forms.TypedChoiceField(
        label=_("Étoiles"),
        choices=[("", _("Inconnu ou sans classement")), *((number, "★" * number) for number in range(1, 6))],
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("Le classement officiel d’un hébergement ; pour les épis et les clés, cochez le label."),
    )
    price_from = forms.DecimalField(
        label=_("Prix à partir de"),
        min_value=Decimal("0.01"),
        max_digits=8,
        decimal_places=2,
        localize=True,
        required=False,
        help_text=_("En euros : « 92 » ou « 7,50 »."),
    )
    latitude = forms.FloatField(label=_("Latitude"), min_value=-90, max_value=90, required=False)
    longitude = forms.FloatField(label=_("Longitude"), min_value=-180, max_value=180, required=False)
    opening = OpeningField(label=_("Horaires d’ouverture"), required=False)

    def clean(self):
        cleaned = super().clean()
        latitude, longitude = cleaned.get("latitude"), cleaned.get("longitude")
        if latitude is not None and longitude is not None and is_swapped(latitude, longitude):
            self.add_error("latitude", _("La latitude et la longitude semblent échangées : ce point est loin de la France."))
        if cleaned.get("kind") and cleaned["kind"] != PlaceKind.ACCOMMODATION:
            for name in ("stars", "rooms"):
                if cleaned.get(name):
                    self.add_error(name, _("Seul un hébergement en a : laissez ce champ vide, ou changez la nature du lieu."))
        if cleaned.get("free") and cleaned.get("price_from"):
            self.add_error("price_from", _("Ce lieu est dit gratuit : enlevez le prix, ou la coche « gratuit »."))
        if cleaned.get("price_unit") and "price_from" in cleaned and not cleaned["price_from"]:
            self.add_error("price_from", _("Donnez le prix, ou ne dites pas de quoi."))
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
            FieldPanel("prices"), FieldPanel("origin"),
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
        MultiFieldPanel(
            [FieldPanel("free"), FieldRowPanel([FieldPanel("price_from"), FieldPanel("price_unit")]), FieldPanel("booking_url"),
             FieldPanel("payments")], heading=_("Prix et réservation"),
        ),
        MultiFieldPanel([FieldPanel("setting"), FieldPanel("capacity"), FieldPanel("languages"), FieldPanel("labels")],
            heading=_("Accueil")),
        MultiFieldPanel([FieldPanel("stars"), FieldPanel("rooms")], heading=_("Hébergement")),
        MultiFieldPanel([FieldPanel("cooking"), FieldPanel("menu_url")], heading=_("Restauration")),
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
