"""How often one visitor may send something."""

from common.rate_limits import allowed

TIMES = 5


def allowed_once_more(request, purpose: str) -> bool:
    """Whether this visitor has done it fewer than TIMES in the last hour; counts this time."""
    return allowed(purpose, request.META.get("REMOTE_ADDR", ""), TIMES)
