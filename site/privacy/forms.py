"""What a person writes about their own data, and what an administrator looks for."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.sign_in import ConfirmIdentityForm


class CorrectionForm(forms.Form):
    once = forms.UUIDField(widget=forms.HiddenInput)  # of the form: a double click is one message
    text = forms.CharField(
        label=_("Ce qui est faux, et ce qu’il faut lire à la place"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Écrivez ce qui est à corriger.")},
    )

    @classmethod
    def empty(cls) -> "CorrectionForm":
        return cls(initial={"once": uuid4()})


class EraseMyselfForm(ConfirmIdentityForm):
    """The password of the account, counted as at the sign-in."""

    labels = {"password": _("Votre mot de passe")}


class AddressForm(forms.Form):
    email = forms.EmailField(
        label=_("Adresse électronique"),
        max_length=254,
        error_messages={"required": _("Tapez l’adresse de la personne.")},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def clean_email(self):
        return self.cleaned_data["email"].strip().lower()


class EraseSomebodyForm(ConfirmIdentityForm):
    """The administrator's own password, so that an open session is not enough."""

    labels = {"password": _("Votre mot de passe d’administration")}
