"""How often one visitor may send something. No address is kept: only a passing mark made from it."""

from hashlib import blake2b

from django.conf import settings
from django.core.cache import cache

TIMES, SECONDS = 5, 3600


def allowed_once_more(request, purpose: str) -> bool:
    """Whether this visitor has done it fewer than TIMES in the last hour; counts this time."""
    address = request.META.get("REMOTE_ADDR", "")
    mark = blake2b(f"{purpose} {address}".encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=12).hexdigest()
    key = f"limit-{mark}"
    if cache.add(key, 1, SECONDS):
        return True
    try:
        return cache.incr(key) <= TIMES
    except ValueError:  # it ended between the two calls
        return True
