"""Rate limits: how often the same sender may do something. No address is stored, only a keyed digest of it for the time."""

from hashlib import blake2b

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache

AN_HOUR = 3600
# What a visitor may send by hand in an hour: reports of a mistake, requests for an account.
MESSAGES_AN_HOUR = 5


def allowed(purpose: str, sender: str, times: int, seconds: int = AN_HOUR) -> bool:
    """Whether `sender` has done it fewer than `times` in the last `seconds`; counts this time."""
    digest = blake2b(f"{purpose} {sender}".encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=12).hexdigest()
    key = f"limit-{digest}"
    if cache.add(key, 1, seconds):
        return True
    try:
        return cache.incr(key) <= times
    except ValueError:  # it ended between the two calls
        return True


def allows_message(request, purpose: str, times: int = MESSAGES_AN_HOUR) -> bool:
    """Whether this client address has done it fewer than `times` in the last hour; counts this time."""
    return allowed(purpose, get_adapter().get_client_ip(request), times)
