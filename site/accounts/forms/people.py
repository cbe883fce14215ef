"""Forms of the account and of the team."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.forms.sign_in import NEW_PASSWORD_HELP, PASSWORD_LENGTH
from accounts.models import Invitation, Organisation, User
from accounts.permissions import ROLE_NAMES, ROLE_PURPOSES, ROLES
from common.forms.saved_meanwhile import SavedMeanwhileMixin

NAME_FIELDS = {"first_name": _("Prénom"), "last_name": pgettext_lazy("nom de famille", "Nom")}


class ProfileForm(forms.ModelForm):
    """What a person says of themselves. The address is what they sign in with: an administrator changes it."""

    class Meta:
        model = User
        fields = ["first_name", "last_name", "language", "phone"]
        labels = {**NAME_FIELDS, "language": _("Langue"), "phone": _("Téléphone de travail")}
        help_texts = {
            "language": _("Celle de vos écrans de travail et de vos courriels."),
            "phone": _("Par exemple : 04 68 00 00 00"),
        }
        widgets = {
            "first_name": forms.TextInput({"autocomplete": "given-name"}),
            "last_name": forms.TextInput({"autocomplete": "family-name"}),
            "phone": forms.TextInput({"autocomplete": "tel", "type": "tel"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["first_name"].required = self.fields["last_name"].required = True


class WelcomeForm(ProfileForm):
    """What an invited person fills in. The account is made by `accept_invitation`, not by this form."""

    password = forms.CharField(
        label=_("Mot de passe"),
        strip=False,
        max_length=PASSWORD_LENGTH,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text=NEW_PASSWORD_HELP,
    )

    class Meta(ProfileForm.Meta):
        fields = ["first_name", "last_name", "language"]

    def _post_clean(self):
        super()._post_clean()
        password = self.cleaned_data.get("password")
        if password:
            try:
                validate_password(password, self.instance)
            except ValidationError as error:
                self.add_error("password", error)


def _role_choices():
    return [(role, f"{ROLE_NAMES[role]} – {ROLE_PURPOSES[role]}") for role in ROLES]


class _RolesMixin(forms.Form):
    roles = forms.MultipleChoiceField(
        label=_("Rôles"),
        required=False,
        choices=_role_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Sans rôle, la personne consulte et propose ; c’est le cas de la plupart des membres."),
    )


class InvitationForm(_RolesMixin, forms.ModelForm):
    class Meta:
        model = Invitation
        fields = ["email", "first_name", "last_name", "language", "organisation"]
        labels = {**NAME_FIELDS, "email": _("Adresse électronique"), "language": _("Langue"), "organisation": _("Organisme")}
        help_texts = {
            "email": _("L’invitation part à cette adresse ; la personne s’en servira pour se connecter."),
            "language": _("Celle du courriel d’invitation ; la personne pourra en changer."),
        }

    field_order = ["email", "first_name", "last_name", "language", "organisation", "roles"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.order_by("kind", "name")
        self.fields["organisation"].required = True

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exists():
            raise ValidationError(_("Une personne a déjà un compte avec cette adresse."))
        return email

    def validate_constraints(self):
        """An invitation still open for the same address is renewed, not refused (see `accounts.actions.invite`)."""


class PersonForm(SavedMeanwhileMixin, _RolesMixin, forms.ModelForm):
    class Meta:
        model = User
        fields = ["email", "first_name", "last_name", "organisation"]
        labels = {**NAME_FIELDS, "email": _("Adresse électronique"), "organisation": _("Organisme")}

    field_order = ["email", "first_name", "last_name", "organisation", "roles"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["roles"].initial = self.instance.roles

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("Une autre personne a déjà un compte avec cette adresse."))
        return email
