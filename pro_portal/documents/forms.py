"""Placing a document on a shelf; ordering editions."""

import re
import uuid
from itertools import islice

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.fields import PhoneFormField, WordsField
from common.forms.saved_meanwhile import SavedMeanwhileMixin
from common.forms.typed_fields import DayField
from common.templatetags.look import in_house_language
from pro_portal.documents.actions.orders import Delivery
from pro_portal.documents.choices import Shelf
from pro_portal.documents.limits import FARTHEST_DAY, LONGEST_REASON, MOST_COPIES, OLDEST_YEAR
from pro_portal.documents.models import PortalDocument
from pro_portal.watch.models import WatchTheme

# « 18 route de la Chapelle, 99130 Vallbona-les-Vignes », as organisations have theirs.
WHOLE_ADDRESS = re.compile(r"(?P<address>.+?)[\s,]+(?P<postcode>[0-9]{5})\s+(?P<town>[^0-9]+)", re.DOTALL)
POSTCODE = re.compile(r"(?=.*[0-9])[0-9A-Za-z][0-9A-Za-z -]{2,9}")
QUANTITY = re.compile(r"quantity-(\d{1,18})")


class PlaceForm(SavedMeanwhileMixin, forms.ModelForm):
    class Meta:
        model = PortalDocument
        fields = ["shelf", "year", "theme", "can_be_ordered", "in_letter"]
        labels = {
            "shelf": _("Rayon"), "year": _("Année"), "theme": _("Thème"),
            "can_be_ordered": _("Se commande aussi en exemplaires papier"),
            "in_letter": _("Annoncer dans la prochaine lettre de veille"),
        }  # fmt: skip
        help_texts = {
            "year": _("Celle dont parle le document, pour les chiffres et les rapports."),
            "theme": _("Les mêmes que ceux de la veille : qui les suit le lira dans sa lettre."),
            "can_be_ordered": _("Les professionnels choisissent le nombre ; la commande arrive par courriel à votre office."),
        }
        widgets = {"shelf": forms.RadioSelect}

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.fields["shelf"].choices = Shelf.choices
        self.fields["year"] = forms.IntegerField(
            label=self.fields["year"].label, required=False, help_text=self.fields["year"].help_text,
            validators=[MinValueValidator(OLDEST_YEAR), MaxValueValidator(timezone.localdate().year + 1)],
            widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4, "placeholder": timezone.localdate().year}),
        )  # fmt: skip
        self.fields["theme"].queryset = WatchTheme.objects.all()
        self.fields["theme"].empty_label = _("Aucun thème")
        if self.instance.letter_id:
            self.fields["in_letter"].disabled = True
            self.fields["in_letter"].help_text = _("Il a été annoncé dans « %(letter)s ».") % {"letter": self.instance.letter}

    def clean(self):
        cleaned = super().clean()
        # The box is hidden beside the other shelves, and may have been ticked before.
        cleaned["can_be_ordered"] = cleaned.get("shelf") == Shelf.EDITIONS and bool(cleaned.get("can_be_ordered"))
        return cleaned


def _address_of(organisation) -> dict[str, str]:
    """`address`, with `postcode` and `town` where they are its end."""
    address = organisation.address.strip() if organisation else ""
    match = WHOLE_ADDRESS.fullmatch(address)
    return match.groupdict() if match else {"address": address}


class OrderForm(forms.Form):
    """Copies of each edition offered to this person, and where they go."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    establishment = WordsField(label=_("Établissement"), max_length=160, widget=forms.TextInput({"autocomplete": "organization"}))
    name = WordsField(
        label=pgettext_lazy("nom d’une personne", "Nom"), max_length=160, widget=forms.TextInput({"autocomplete": "name"})
    )
    phone = PhoneFormField(
        label=_("Téléphone"), required=False, max_length=80, help_text=_("Facultatif : pour convenir d’une livraison.")
    )
    address = WordsField(
        label=_("Adresse"), max_length=300, lines=2,
        widget=forms.Textarea({"rows": 2, "autocomplete": "street-address"}),
    )  # fmt: skip
    postcode = WordsField(label=_("Code postal"), max_length=10, widget=forms.TextInput({"autocomplete": "postal-code"}))
    town = WordsField(label=_("Commune"), max_length=120, widget=forms.TextInput({"autocomplete": "address-level2"}))
    needed_by = DayField(
        label=_("À recevoir avant le"), required=False, help_text=_("Facultatif : l’office vous dira s’il ne peut pas.")
    )
    message = WordsField(label=_("Un mot pour l’office"), max_length=1000, lines=3, required=False)

    def __init__(self, *arguments, person, editions: list[PortalDocument], chosen: int | None = None, **options):
        super().__init__(*arguments, **options)
        self.editions = editions
        organisation = person.organisation
        self.initial = {
            "token": uuid.uuid4(),
            "name": person.get_full_name(),
            "establishment": organisation.name if organisation else "",
            "phone": organisation.phone if organisation else "",
            **_address_of(organisation),
        } | self.initial
        for edition in editions:
            self.fields[f"quantity-{edition.pk}"] = forms.IntegerField(
                label=in_house_language(edition.document.title), required=False, min_value=0, max_value=MOST_COPIES,
                initial=1 if edition.pk == chosen else None,
                widget=forms.NumberInput(attrs={"min": 0, "max": MOST_COPIES, "placeholder": 0, "inputmode": "numeric"}),
                error_messages={
                    "invalid": _("Écrivez un nombre d’exemplaires, en chiffres."),
                    "min_value": _("Écrivez un nombre d’exemplaires, en chiffres."),
                    "max_value": _("%(limit_value)s exemplaires au plus par commande : pour davantage, appelez l’office."),
                },
            )  # fmt: skip

    @property
    def rows(self) -> list[tuple]:
        """[(edition, its field)]."""
        return [(edition, self[f"quantity-{edition.pk}"]) for edition in self.editions]

    def clean_postcode(self):
        postcode = self.cleaned_data["postcode"]
        if not POSTCODE.fullmatch(postcode):
            raise forms.ValidationError(_("Écrivez le code postal, comme 66000."))
        return postcode

    def clean_needed_by(self):
        day, today = self.cleaned_data["needed_by"], timezone.localdate()
        if day and day < today:
            raise forms.ValidationError(_("Ce jour est passé."))
        if day and day > today + FARTHEST_DAY:
            raise forms.ValidationError(_("Choisissez un jour dans l’année qui vient."))
        return day

    def clean(self):
        cleaned = super().clean()
        offered = {edition.pk for edition in self.editions}
        gone = [
            name for name in islice(self.data, 1000)
            if (match := QUANTITY.fullmatch(name)) and int(match[1]) not in offered and self.data[name].strip(" 0")
        ]  # fmt: skip
        if gone:
            self.add_error(None, _("Une édition que vous aviez choisie n’est plus proposée : relisez votre commande."))
        quantities = [f"quantity-{edition.pk}" for edition in self.editions]
        if quantities and not any(cleaned.get(name) or name in self.errors for name in quantities):
            self.add_error(quantities[0], _("Indiquez le nombre d’exemplaires d’au moins une édition."))
        return cleaned

    def copies(self) -> list[tuple[PortalDocument, int]]:
        lines = ((edition, self.cleaned_data.get(f"quantity-{edition.pk}")) for edition in self.editions)
        return [(edition, quantity) for edition, quantity in lines if quantity]

    def delivery(self) -> Delivery:
        names = ("name", "establishment", "address", "postcode", "town", "phone", "needed_by", "message")
        return Delivery(**{name: self.cleaned_data[name] for name in names})


class CancelOrderForm(forms.Form):
    """Why the office cannot carry out an order."""

    reason = WordsField(
        label=_("Pourquoi"), lines=3, max_length=LONGEST_REASON,
        help_text=_("Part telle quelle à la personne qui commande : épuisé, remplacé par une autre édition…"),
    )  # fmt: skip
