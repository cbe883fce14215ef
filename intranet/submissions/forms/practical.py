"""Prices, booking, for whom, organiser: the facts that help to decide to come."""

from decimal import Decimal

from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

from common.fields import PhoneFormField, WordsField
from common.forms.parsing import folded
from common.forms.typed_fields import AmountField, Typed, WebField
from destination.agenda.models import Event
from destination.places.choices import AccessDetail
from destination.places.models import Access
from intranet.submissions.forms.rows import blank, rows
from intranet.submissions.forms.section import Section

UNKNOWN, FREE, PAID = "unknown", "free", "paid"
# A label that is one of these is translated by the agenda; any other is shown as it was written.
PRICE_CODES = {
    "full": ("", "plein tarif", "tarif plein", "tarif normal", "adulte", "full price"),
    "reduced": ("tarif reduit", "reduit", "reduced price", "reduced"),
    "child": ("enfant", "enfants", "tarif enfant", "child", "children"),
    "group": ("groupe", "groupes", "tarif groupe", "group"),
    "member": ("adherent", "adherents", "tarif adherent", "member", "members"),
}
AGE = forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 3})


class PriceRow(Typed):
    label = WordsField(
        label=_("Pour qui"), max_length=80, required=False, widget=forms.TextInput(attrs={"placeholder": _("Plein tarif")})
    )
    amount = AmountField(label=_("Montant"), required=False)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("label") and cleaned.get("amount") is None and "amount" not in self.errors:
            self.add_error("amount", _("Indiquez le montant, ou effacez cette ligne."))
        return cleaned

    @property
    def price(self) -> dict | None:
        """The price as the event keeps it: {"code", "label", "amount"}, None for an empty line."""
        amount: Decimal | None = self.cleaned_data.get("amount")
        if amount is None:
            return None
        label = self.cleaned_data["label"]
        code = next((code for code, names in PRICE_CODES.items() if folded(label) in names), "other")
        return {"code": code, "label": label, "amount": f"{amount:.2f}"}


class Prices(Section):
    slug = "tarifs"
    title = _("Tarifs")

    price_kind = forms.ChoiceField(
        label=_("L’entrée est"),
        choices=[(FREE, _("gratuite")), (PAID, _("payante")), (UNKNOWN, _("pas encore connue"))],
        widget=forms.RadioSelect,
        initial=UNKNOWN,
        required=False,
    )

    def __init__(self, raw, *, checked, person, event=None):
        super().__init__(raw, checked=checked, person=person, event=event)
        self.prices = rows(PriceRow, raw, "price", checked=checked)
        self.blank_price = blank(PriceRow, "price")

    def parts(self):
        return self.prices

    def is_filled(self):
        return self.raw.get("price_kind") == FREE or any(row.typed_something() for row in self.prices)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("price_kind") == PAID and not any(row.typed_something() for row in self.prices):
            self.prices[0].add_error("amount", _("Indiquez au moins un montant, ou choisissez « pas encore connue »."))
        return cleaned

    def fill(self, event):
        event.free = self.cleaned_data["price_kind"] == FREE
        paid = self.cleaned_data["price_kind"] == PAID
        event.prices = [row.price for row in self.prices if row.price] if paid else []
        if event.prices and not any(Decimal(price["amount"]) for price in event.prices):
            event.free, event.prices = True, []  # « gratuit » typed as the amount


class Booking(Section):
    slug = "reservation"
    is_folded = True
    title = _("Réservation")

    registration_needed = forms.BooleanField(label=_("Il faut s’inscrire pour venir"), required=False)
    booking_url = WebField(label=_("Lien de réservation"), required=False, help_text=_("La page où l’on réserve ou s’inscrit."))

    def fill(self, event):
        event.registration_needed = self.cleaned_data["registration_needed"]
        event.booking_url = self.cleaned_data["booking_url"]


class ForWhom(Section):
    FACTS = ("family", "age_min", "age_max", "setting", "accessibility", "access_details")
    slug = "pour-qui"
    is_folded = True
    title = _("Pour qui")

    family = forms.BooleanField(label=_("Convient aux familles"), required=False)
    age_min = forms.IntegerField(
        label=_("Dès (ans)"), min_value=0, required=False, validators=[MaxValueValidator(120)], widget=AGE
    )
    age_max = forms.IntegerField(
        label=_("Jusqu’à (ans)"), min_value=0, required=False, validators=[MaxValueValidator(120)], widget=AGE
    )
    setting = forms.ChoiceField(label=_("Cadre"), choices=Event.Setting.choices, required=False, widget=forms.RadioSelect)
    access_details = forms.MultipleChoiceField(
        label=_("Aménagements"),
        choices=AccessDetail.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Ce qu’on trouvera sur place, en plus de ce que dit la fiche du lieu."),
    )
    accessibility = forms.MultipleChoiceField(
        label=_("Accessible aux personnes avec un"),
        choices=Access.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Ne cochez que ce qui est sûr : quelqu’un se déplacera en le croyant."),
    )

    def is_filled(self):
        return any("".join(self.raw.getlist(name)) for name in self.FACTS)

    def clean(self):
        cleaned = super().clean()
        youngest, oldest = cleaned.get("age_min"), cleaned.get("age_max")
        if youngest is not None and oldest is not None and oldest < youngest:
            self.add_error("age_max", _("Le plus grand âge est plus petit que le premier : corrigez l’un des deux."))
        return cleaned

    def fill(self, event):
        for name in self.FACTS:
            setattr(event, name, self.cleaned_data[name])


class Organiser(Section):
    slug = "organisateur"
    is_folded = True
    title = _("Organisateur et contact")
    intro = _(
        "Ce que verront les visiteurs. Vos coordonnées d’office sont déjà là : remplacez-les si quelqu’un d’autre organise."
    )

    organiser = WordsField(label=_("Organisateur"), max_length=160, required=False)
    phone = PhoneFormField(label=_("Téléphone"), max_length=80, required=False)
    email = forms.EmailField(
        label=_("Courriel"),
        required=False,
        error_messages={"invalid": _("Cette adresse n’est pas complète : écrivez-la comme contact@exemple.fr.")},
    )
    website = WebField(label=_("Site internet"), required=False)

    def fill(self, event):
        event.organiser = self.cleaned_data["organiser"]
        event.phone = self.cleaned_data["phone"] or ""
        event.email = self.cleaned_data["email"]
        event.website = self.cleaned_data["website"]
