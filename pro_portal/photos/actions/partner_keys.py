"""Partners' API keys: creating them, finding them by their fingerprint, revoking them."""

from collections.abc import Iterable
from hashlib import sha256

from django.utils import timezone
from django.utils.crypto import get_random_string

from accounts.models import Organisation
from pro_portal.photos.models import PartnerKey

# 40 letters and figures: nobody guesses them, and a fast fingerprint is enough.
KEY_LENGTH, SHOWN_LENGTH = 40, 8


def fingerprint_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def create_key(
    name: str, uses: Iterable[str], *, organisation: Organisation | None = None, sees_professional: bool = False
) -> tuple[PartnerKey, str]:
    """The new key and its text, which is stored nowhere and cannot be shown again."""
    text = get_random_string(KEY_LENGTH)
    key = PartnerKey.objects.create(
        name=name, organisation=organisation, uses=list(uses), sees_professional=sees_professional,
        fingerprint=fingerprint_of(text), beginning=text[:SHOWN_LENGTH],
    )  # fmt: skip
    return key, text


def find_key(text: str) -> PartnerKey | None:
    """The active key of this text. Notes the day of its last use."""
    key = PartnerKey.objects.filter(fingerprint=fingerprint_of(text), active=True).first()
    if key and key.last_used_on != timezone.localdate():
        key.last_used_on = timezone.localdate()
        key.save(update_fields=["last_used_on"])
    return key


def revoke_key(key: PartnerKey) -> None:
    """Revoke the key; its name stays in the log of downloads."""
    key.active = False
    key.save(update_fields=["active"])
