"""allauth's forms with our labels and a maximum length: a password of a megabyte would cost the hash its time."""

from uuid import uuid4

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from accounts.limits import CODE, RESETS_BY_ADDRESS, RESETS_FOR_ACCOUNT, account_key
from accounts.tasks import send_password_reset, warn_owner
from common.rate_limits import client_address, seconds_to_wait

PASSWORD_LENGTH = 200
EMAIL_LENGTH = 254
# What AUTH_PASSWORD_VALIDATORS ask, in one sentence.
NEW_PASSWORD_HELP = _(
    "Dix caractères au moins : par exemple quatre mots sans lien entre eux. Ni votre nom, ni un mot de passe courant."
)


class _Relabelled:
    """Gives the fields of allauth's form our `labels`, our `help_texts`, no placeholder (a label says it better) and a maximum
    length."""

    labels: dict = {}
    help_texts: dict = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in self.labels.items():
            field = self.fields[name]
            field.label, field.help_text = label, self.help_texts.get(name, field.help_text)
            field.widget.attrs.pop("placeholder", None)
            field.max_length = field.widget.attrs["maxlength"] = PASSWORD_LENGTH if "password" in name else EMAIL_LENGTH
            field.validators.append(MaxLengthValidator(field.max_length))


class SignInForm(_Relabelled, account_forms.LoginForm):
    labels = {"login": _("Adresse électronique"), "password": _("Mot de passe")}
    help_texts = {"password": ""}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ForgottenPasswordForm(_Relabelled, account_forms.ResetPasswordForm):
    """Whether the address has an account is looked up by a task: the answer takes the same time either way."""

    labels = {"email": _("Adresse électronique")}

    def clean_email(self):
        account = account_key(self.cleaned_data["email"])
        by_address = seconds_to_wait("password reset by", client_address(context.request), RESETS_BY_ADDRESS)
        if seconds := by_address or seconds_to_wait("password reset for", account, RESETS_FOR_ACCOUNT):
            raise get_adapter().too_many_tries("too_many_resets", seconds)
        return self.cleaned_data["email"]

    def save(self, request, **kwargs):
        send_password_reset.enqueue(self.cleaned_data["email"], uuid4().hex)
        return self.cleaned_data["email"]


class _RepeatedPassword:
    """The two entries of a new password must agree; said beside the second."""

    def clean(self):
        cleaned = super(account_forms.PasswordVerificationMixin, self).clean()
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("Les deux mots de passe ne sont pas les mêmes."))
        return cleaned


NEW_PASSWORD_LABELS = {"password1": _("Nouveau mot de passe"), "password2": _("Nouveau mot de passe, encore une fois")}


class NewPasswordForm(_Relabelled, _RepeatedPassword, account_forms.ResetPasswordKeyForm):
    labels = NEW_PASSWORD_LABELS
    help_texts = {"password1": NEW_PASSWORD_HELP}


class ChangePasswordForm(_Relabelled, _RepeatedPassword, account_forms.ChangePasswordForm):
    labels = {"oldpassword": _("Mot de passe actuel"), **NEW_PASSWORD_LABELS}
    help_texts = {"oldpassword": "", "password1": NEW_PASSWORD_HELP}

    def clean_oldpassword(self):
        """Counted as a password of the sign-in page is: who found an open session must not guess it here."""
        password = self.cleaned_data["oldpassword"]
        if not get_adapter().reauthenticate(self.user, password):
            raise get_adapter().validation_error("enter_current_password")
        return password


class ConfirmIdentityForm(_Relabelled, account_forms.ReauthenticateForm):
    labels = {"password": _("Mot de passe")}
    help_texts = {"password": ""}


class _CodeForm(_Relabelled):
    """The code of an application, or one of those kept in reserve, which hold letters."""

    labels = {"code": _("Code")}
    help_texts = {"code": _("Les six chiffres de votre application, ou l’un de vos codes de secours.")}
    inputmode = "text"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"autocomplete": "one-time-code", "inputmode": self.inputmode}


class _CountedCode:
    """The tries of a code are counted, as those of a password are."""

    def clean_code(self):
        account, address = account_key(self.user.email), client_address(context.request)
        if wait := CODE.wait(account, address):
            raise get_adapter().too_many_tries("too_many_codes", wait.seconds)
        try:
            code = super().clean_code()
        except ValidationError:
            if CODE.is_time_to_warn(account):
                warn_owner.enqueue(account, CODE.name)
            raise
        CODE.opened(account, address)
        return code


class CodeForm(_CodeForm, _CountedCode, mfa_forms.AuthenticateForm):
    pass


class ConfirmIdentityByCodeForm(_CodeForm, _CountedCode, mfa_forms.ReauthenticateForm):
    pass


class ActivateSecondFactorForm(_CodeForm, totp_forms.ActivateTOTPForm):
    help_texts = {"code": _("Les six chiffres que l’application affiche maintenant.")}
    inputmode = "numeric"
