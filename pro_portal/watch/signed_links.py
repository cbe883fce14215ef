"""Signed addresses in the newsletter's mails: they open without signing in, and stay valid as long as the mail may be read."""

from django.core import signing
from django.urls import reverse

PREFERENCES_SALT = "watch.preferences"
STOP_SALT = "watch.stop"
CONFIRM_SALT = "watch.letter.confirm"
READER_STOP_SALT = "watch.letter.stop"


def preferences_path(person) -> str:
    return reverse("watch_mail:signed_subscription", args=[signing.dumps(person.pk, salt=PREFERENCES_SALT)])


def stop_path(person) -> str:
    return reverse("watch_mail:stop", args=[signing.dumps(person.pk, salt=STOP_SALT)])


def confirmation_path(reader) -> str:
    return reverse("watch_mail:confirm_letter", args=[signing.dumps(reader.pk, salt=CONFIRM_SALT)])


def reader_stop_path(reader) -> str:
    return reverse("watch_mail:stop_letter", args=[signing.dumps(reader.pk, salt=READER_STOP_SALT)])


def reader_themes_path(reader) -> str:
    """Where the letter ends its themes are chosen too."""
    return f"{reader_stop_path(reader)}#themes"


def reader_key(token: str, salt: str, within=None) -> int | None:
    """The key of the reader without an account whom the address names; None for one that we did not sign, or that is older than
    `within` (a timedelta)."""
    try:
        return signing.loads(token, salt=salt, max_age=within)
    except (signing.BadSignature, ValueError):
        return None
