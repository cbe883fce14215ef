"""Signed addresses in the newsletter's mails: they open without signing in, and stay valid as long as the mail may be read."""

from django.core import signing
from django.urls import reverse

PREFERENCES_SALT = "watch.preferences"
STOP_SALT = "watch.stop"


def preferences_path(person) -> str:
    return reverse("watch_mail:signed_subscription", args=[signing.dumps(person.pk, salt=PREFERENCES_SALT)])


def stop_path(person) -> str:
    return reverse("watch_mail:stop", args=[signing.dumps(person.pk, salt=STOP_SALT)])
