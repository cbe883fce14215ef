"""How the mail of this installation leaves, in words."""

from django.conf import settings
from django.utils.translation import gettext as _

from common.mail import mail_folder


def way_of_mail() -> dict:
    """`folder` where mail is written to files, else `host` and `port` of the server; `sender` either way, and the file in which
    the server is named."""
    return {
        "folder": mail_folder(),
        "host": settings.EMAIL_HOST,
        "port": settings.EMAIL_PORT,
        "sender": settings.DEFAULT_FROM_EMAIL,
        "variables_file": getattr(settings, "VARIABLES_FILE", None) or _(".env (escale.env sans Docker)"),
    }
