"""What a new partner's key opens."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from pro_portal.photos.rights.choices import Use


class PartnerKeyForm(forms.Form):
    name = forms.CharField(
        label=_("Partenaire"), max_length=200, help_text=_("Qui s’en servira, et où : « Site du parc naturel ».")
    )
    organisation = forms.ModelChoiceField(Organisation.objects.order_by("name"), label=_("Organisme"), required=False)
    uses = forms.MultipleChoiceField(
        label=_("Usages accordés"), choices=Use.choices, widget=forms.CheckboxSelectMultiple, initial=[Use.WEB.value]
    )
    sees_professional = forms.BooleanField(label=_("Voit aussi ce qui est réservé aux professionnels"), required=False)
