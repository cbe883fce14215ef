"""The adapters of allauth: no public sign-up, our texts, our mail, plain messages for lock-outs."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.mail import office_name, send_mail_message

WRONG_CODE = _("Ce code n’est pas le bon, ou il n’est plus valable. Attendez le suivant et saisissez-le.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Ce compte est fermé. Adressez-vous à l’administration de votre office."),
        "email_password_mismatch": _("L’adresse ou le mot de passe n’est pas le bon. Vérifiez-les et recommencez."),
        "enter_current_password": _("Ce n’est pas votre mot de passe actuel."),
        "incorrect_password": _("Ce n’est pas votre mot de passe."),
        "incorrect_code": WRONG_CODE,
        "invalid_password_reset": _("Ce lien n’est plus valable."),
        "rate_limited": _("Trop d’essais en peu de temps. Réessayez dans quinze minutes."),
        "too_many_login_attempts": _(
            "Trop d’essais : par sécurité, la connexion est fermée pendant quinze minutes. Réessayez ensuite, ou demandez un "
            "nouveau mot de passe."
        ),
    }

    def is_open_for_signup(self, request):
        return False

    def get_login_redirect_url(self, request):
        """Members to the intranet, providers to their portal."""
        return settings.LOGIN_REDIRECT_URL if request.user.is_member else "/portail/"

    def reauthenticate(self, user, password):
        """By the account's own address: people here have one address, and no row of allauth's about it is needed."""
        authenticated = self.authenticate(self.request, email=user.email, password=password)
        return authenticated is not None and authenticated.pk == user.pk

    def send_password_reset_mail(self, user, email, context):
        """To the address of the account, in the person's language; never to what was typed."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": context["key"]})
        send_mail_message(
            user.email,
            _("Choisir un nouveau mot de passe"),
            "accounts/mail/password_reset",
            {"person": user, "link": path},
            language=user.language,
        )

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
