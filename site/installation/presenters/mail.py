"""How the mail of this installation leaves, in words."""

from django.conf import settings

from common.mail import mail_folder


def way_of_mail() -> dict:
    """`folder` where mail is written to files, else `host` and `port` of the server; `sender` either way."""
    return {
        "folder": mail_folder(),
        "host": settings.EMAIL_HOST,
        "port": settings.EMAIL_PORT,
        "sender": settings.DEFAULT_FROM_EMAIL,
    }
