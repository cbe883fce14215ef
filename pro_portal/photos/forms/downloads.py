"""The forms before a download: conditions, and purpose where the licence asks for it."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ConditionsForm(forms.Form):
    """The conditions accepted; from a visitor, who they are."""

    name = forms.CharField(
        label=_("Votre établissement ou votre nom"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    email = forms.EmailField(
        label=_("Votre courriel"),
        required=False,
        help_text=_("Facultatif : pour être prévenu quand le droit d’une photo prend fin."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    accepted = forms.BooleanField(
        label=_("J’accepte ces conditions"), error_messages={"required": _("Cochez la case pour prendre des photos.")}
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, has_account: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if has_account:
            del self.fields["name"], self.fields["email"]


class PurposeForm(forms.Form):
    """What the picture is for, where its licence wants to know."""

    purpose = forms.CharField(
        label=_("Pour quoi ?"),
        max_length=300,
        help_text=_("Par exemple : page d’accueil de notre site, flyer de l’été."),
    )
