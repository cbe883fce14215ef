"""The adapters of allauth: no public sign-up, our texts, our mail, plain messages for lock-outs."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.limits import PASSWORD, account_key
from accounts.tasks import warn_owner
from common.mail import office_name, send_mail_message
from common.rate_limits import client_address, waiting_time

WRONG_CODE = _("Ce code n’est pas le bon, ou il n’est plus valable. Attendez le suivant et saisissez-le.")


# The error for each reason of a `Wait` for a password.
WAITS = {
    "pair": "too_many_login_attempts",
    "address": "too_many_login_attempts",
    "account": "too_many_strangers",
    "site": "too_many_sign_ins",
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Ce compte est fermé. Adressez-vous à l’administration de votre office."),
        "email_password_mismatch": _("L’adresse ou le mot de passe n’est pas le bon. Vérifiez-les et recommencez."),
        "enter_current_password": _("Ce n’est pas votre mot de passe actuel."),
        "incorrect_password": _("Ce n’est pas votre mot de passe."),
        "incorrect_code": WRONG_CODE,
        "invalid_password_reset": _("Ce lien n’est plus valable."),
        "too_many_codes": _("Trop de codes faux depuis votre connexion. Réessayez dans %(wait)s."),
        "too_many_resets": _("Trop de demandes en peu de temps. Réessayez dans %(wait)s."),
        "too_many_login_attempts": _(
            "Trop d’essais pour ce compte depuis votre connexion. Réessayez dans %(wait)s, ou demandez un nouveau mot de passe."
        ),
        "too_many_strangers": _(
            "Ce compte reçoit trop d’essais depuis des connexions qu’il ne connaît pas, dont la vôtre. Réessayez dans %(wait)s, "
            "ou demandez un nouveau mot de passe : le lien du message vous fait reconnaître."
        ),
        "too_many_sign_ins": _(
            "Trop de connexions à la fois en ce moment. Réessayez dans %(wait)s, ou demandez un nouveau mot de passe : "
            "le lien du message vous fait reconnaître."
        ),
    }

    def is_open_for_signup(self, request):
        return False

    def get_login_redirect_url(self, request):
        """Members to the intranet, providers to their portal."""
        with translation.override(request.user.language):
            return settings.LOGIN_REDIRECT_URL if request.user.is_member else reverse("portal_home:home")

    def authenticate(self, request, **credentials):
        """The person of these credentials, or None. Raises ValidationError, with how long to wait, where too many wrong ones came
        before."""
        account, address = account_key(credentials["email"]), client_address(request)
        if wait := PASSWORD.wait(account, address):
            raise self.too_many_tries(WAITS[wait.reason], wait.seconds)
        person = super().authenticate(request, **credentials)
        if person:
            PASSWORD.opened(account, address)
        elif PASSWORD.is_time_to_warn(account):
            warn_owner.enqueue(account, PASSWORD.name)
        return person

    def too_many_tries(self, code, seconds):
        """The error named `code`, which says how long to wait."""
        return ValidationError(self.error_messages[code], code=code, params={"wait": waiting_time(seconds)})

    def _delete_login_attempts_cached_email(self, request, **credentials):
        """allauth calls it when somebody chose a new password by the link in their mail."""
        PASSWORD.proved(account_key(credentials["email"]), client_address(request))

    def reauthenticate(self, user, password):
        """By the account's own address: people here have one address, and no row of allauth's about it is needed."""
        authenticated = self.authenticate(self.request, email=user.email, password=password)
        return authenticated is not None and authenticated.pk == user.pk

    def send_mail(self, template_prefix, email, context):
        """Safety notices: a password or a second factor was changed. Addressed to the person, from our own templates."""
        person = get_user_model().objects.filter(email__iexact=str(email)).first()
        if person is None:
            return
        send_mail_message(
            person.email,
            _("La sécurité de votre compte a changé"),
            "accounts/mail/safety",
            {"person": person, "what": template_prefix.rsplit("/", 1)[-1], "link": reverse("accounts:profile")},
            language=person.language,
        )

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        self.send_mail(template_prefix, user.email, context or {})


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": _("Activez d’abord la double authentification."),
    }

    def get_totp_issuer(self):
        return office_name()
