"""One mail by a server, sent while somebody looks on: what the server answers is shown in words."""

import smtplib
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.core.mail import get_connection
from django.utils.translation import gettext as _

from common.mail import mail_folder
from health.actions import try_mail
from installation.limits import MAIL_SECONDS

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class MailServer:
    """How mail would leave: `safety` is « starttls », « tls » or « none »; without a port the usual one of that safety."""

    host: str
    safety: str = "starttls"
    port: int | None = None
    user: str = ""
    password: str = ""

    PORTS = {"starttls": 587, "tls": 465, "none": 25}
    SCHEMES = {"starttls": "smtp+tls", "tls": "smtps", "none": "smtp"}

    @property
    def would_show_password(self) -> bool:
        """Whether the password would leave in clear."""
        return bool(self.password) and self.safety == "none" and self.host not in LOOPBACK

    @property
    def line(self) -> str:
        """The line of `.env` that says the same (`config.environment.mail`)."""
        access = f"{quote(self.user, safe='')}:{quote(self.password, safe='')}@" if self.user else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"EMAIL_URL='{self.SCHEMES[self.safety]}://{access}{host}:{self.port or self.PORTS[self.safety]}'"

    @property
    def sender(self) -> str | None:
        """In whose name mail would leave (`DEFAULT_FROM_EMAIL` of the settings); None: in that of today."""
        return self.user if settings.SENDER_FOLLOWS_SERVER and "@" in self.user else None

    def connection(self):
        return get_connection(
            "django.core.mail.backends.smtp.EmailBackend",
            host=self.host,
            port=self.port or self.PORTS[self.safety],
            username=self.user,
            password=self.password,
            use_tls=self.safety == "starttls",
            use_ssl=self.safety == "tls",
            timeout=MAIL_SECONDS,
        )


@dataclass(frozen=True)
class MailAnswer:
    has_left: bool
    sentence: str  # what happened
    words: str = ""  # the server's own


def send_test_mail(to: str, server: MailServer | None = None) -> MailAnswer:
    """Send one mail by `server`, else as this installation sends all its mail, and say what came of it."""
    trial = try_mail(to, server.connection(), server.sender) if server else try_mail(to)
    if trial.error:
        return MailAnswer(False, reason_of(trial.error), trial.words)
    if server is None and (folder := mail_folder()):
        return MailAnswer(True, _("Le message est écrit dans un fichier de %(folder)s.") % {"folder": folder})
    sentence = _("Le serveur a accepté le message pour %(to)s : regardez s’il est arrivé.") % {"to": to}
    return MailAnswer(True, sentence, trial.words)


def reason_of(error: Exception) -> str:
    """The likely reason in plain words, and what to look at."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return _("Le serveur refuse l’identifiant ou le mot de passe.")
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return _("Le serveur refuse d’écrire à cette adresse.")
    if isinstance(error, smtplib.SMTPSenderRefused):
        return _("Le serveur refuse l’adresse d’envoi : DEFAULT_FROM_EMAIL doit être une adresse qu’il connaît.")
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return _("Le serveur ne propose pas ce chiffrement, ou pas d’identifiant : essayez l’autre chiffrement.")
    if isinstance(error, ssl.SSLError):
        return _("Le serveur et nous ne nous entendons pas sur le chiffrement : essayez l’autre, avec son port.")
    if isinstance(error, socket.gaierror):
        return _("Aucun serveur de ce nom : vérifiez l’adresse.")
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):  # smtplib says that it hung up
        return _("Le serveur ne répond pas : vérifiez l’adresse et le port.")
    if isinstance(error, ConnectionRefusedError):
        return _("Rien n’écoute à ce port : vérifiez-le.")
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return _("Le serveur a raccroché : le port ne va peut-être pas avec ce chiffrement.")
    return _("Le message n’est pas parti.")
