"""allauth's forms with our labels and a maximum length: a password of a megabyte would cost the hash its time."""

from allauth.account import forms as account_forms
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

PASSWORD_LENGTH = 200
EMAIL_LENGTH = 254
# What AUTH_PASSWORD_VALIDATORS ask, in one sentence.
NEW_PASSWORD_HELP = _(
    "Dix caractères au moins : par exemple quatre mots sans lien entre eux. Ni votre nom, ni un mot de passe courant."
)


def _relabel(form, **labels) -> None:
    """Give the fields our labels, no placeholder (a label says it better) and a maximum length."""
    for name, label in labels.items():
        field = form.fields[name]
        field.label = label
        field.widget.attrs.pop("placeholder", None)
        length = PASSWORD_LENGTH if "password" in name else EMAIL_LENGTH
        field.max_length = length
        field.widget.attrs["maxlength"] = length
        field.validators.append(MaxLengthValidator(length))


class SignInForm(account_forms.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _relabel(self, login=_("Adresse électronique"), password=_("Mot de passe"))
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].help_text = ""


class ForgottenPasswordForm(account_forms.ResetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _relabel(self, email=_("Adresse électronique"))


class _RepeatedPassword:
    """The two entries of a new password must agree; said beside the second."""

    def clean(self):
        cleaned = super(account_forms.PasswordVerificationMixin, self).clean()
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("Les deux mots de passe ne sont pas les mêmes."))
        return cleaned


class NewPasswordForm(_RepeatedPassword, account_forms.ResetPasswordKeyForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _relabel(self, password1=_("Nouveau mot de passe"), password2=_("Nouveau mot de passe, encore une fois"))
        self.fields["password1"].help_text = NEW_PASSWORD_HELP


class ChangePasswordForm(_RepeatedPassword, account_forms.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _relabel(
            self,
            oldpassword=_("Mot de passe actuel"),
            password1=_("Nouveau mot de passe"),
            password2=_("Nouveau mot de passe, encore une fois"),
        )
        self.fields["oldpassword"].help_text = ""
        self.fields["password1"].help_text = NEW_PASSWORD_HELP


class ConfirmIdentityForm(account_forms.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _relabel(self, password=_("Mot de passe"))
        self.fields["password"].help_text = ""


def _relabel_code(form, help_text) -> None:
    _relabel(form, code=_("Code"))
    form.fields["code"].help_text = help_text
    form.fields["code"].widget.attrs |= {"autocomplete": "one-time-code", "inputmode": "numeric"}


class CodeForm(mfa_forms.AuthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _relabel_code(self, _("Les six chiffres de votre application, ou l’un de vos codes de secours."))
        self.fields["code"].widget.attrs["inputmode"] = "text"


class ConfirmIdentityByCodeForm(mfa_forms.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _relabel_code(self, _("Les six chiffres de votre application, ou l’un de vos codes de secours."))
        self.fields["code"].widget.attrs["inputmode"] = "text"


class ActivateSecondFactorForm(totp_forms.ActivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _relabel_code(self, _("Les six chiffres que l’application affiche maintenant."))
