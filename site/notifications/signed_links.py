"""Signed addresses that open without signing in: the preferences of one person, and stopping one kind of mail.

They stay valid: a mail may be read a year later, and a stop that has expired is worse than none.
"""

from django.contrib.auth import get_user_model
from django.core import signing
from django.urls import reverse

from common.absolute_urls import absolute

PREFERENCES_SALT = "notifications.preferences"
STOP_SALT = "notifications.stop"
DIGEST = "digest"  # in place of a kind's code: every mail of notifications


def preferences_path(person) -> str:
    return reverse("notifications:signed_preferences", args=[signing.dumps(person.pk, salt=PREFERENCES_SALT)])


def stop_path(person, code: str) -> str:
    return reverse("notifications:stop", args=[signing.dumps([person.pk, code], salt=STOP_SALT)])


def one_click_headers(path: str) -> dict[str, str]:
    """RFC 8058: mail programs show a button that stops this kind of mail by one POST to `path`."""
    return {"List-Unsubscribe": f"<{absolute(path)}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def person_of(token: str, salt: str):
    """The person; None for an address that we did not sign, or an account that is closed."""
    try:
        return _active(signing.loads(token, salt=salt))
    except (signing.BadSignature, ValueError):
        return None


def person_and_code(token: str):
    """(person, code) of a stop address; (None, "") for one that we did not sign."""
    try:
        pk, code = signing.loads(token, salt=STOP_SALT)
    except (signing.BadSignature, ValueError):
        return None, ""
    return _active(pk), code


def _active(pk):
    return get_user_model().objects.select_related("organisation").filter(pk=pk, is_active=True).first()
