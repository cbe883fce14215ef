"""Signed addresses in the newsletter's mails: they open without signing in, and stay valid as long as the mail may be read."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.urls import reverse

PREFERENCES_SALT = "watch.preferences"
STOP_SALT = "watch.stop"


def preferences_path(person) -> str:
    return reverse("watch:signed_subscription", args=[signing.dumps(person.pk, salt=PREFERENCES_SALT)])


def stop_path(person) -> str:
    return reverse("watch:stop", args=[signing.dumps(person.pk, salt=STOP_SALT)])


def stop_headers(person) -> dict[str, str]:
    """RFC 8058: mail programs show a button that stops the letter by one POST."""
    address = settings.BASE_URL + stop_path(person)
    return {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def person_of(token: str, salt: str):
    """The person; None for an address that we did not sign, or an account that is closed."""
    try:
        pk = signing.loads(token, salt=salt)
    except (signing.BadSignature, ValueError):
        return None
    return get_user_model().objects.select_related("organisation").filter(pk=pk, is_active=True).first()
