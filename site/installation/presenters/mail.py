"""How the mail of this installation leaves, in words."""

from django.conf import settings


def way_of_mail() -> dict:
    """`folder` where mail is written to files, else `host` and `port` of the server; `sender` either way."""
    folder = getattr(settings, "EMAIL_FILE_PATH", "") if settings.EMAIL_BACKEND.endswith("filebased.EmailBackend") else ""
    return {"folder": folder, "host": settings.EMAIL_HOST, "port": settings.EMAIL_PORT, "sender": settings.DEFAULT_FROM_EMAIL}
