"""What every address of the API asks before it answers: the method, the key, how often."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from common.rate_limits import AN_HOUR, allowed
from pro_portal.photos.actions.partner_keys import find_key
from pro_portal.photos.api.errors import Problem
from pro_portal.photos.models import PartnerKey

# A partner fetches a library of some thousand pictures in a night.
REQUESTS_PER_HOUR = 3000
# Who tries keys that open nothing is not a partner who mistyped one.
WRONG_KEYS_PER_HOUR = 30


def for_partners(view: Callable) -> Callable:
    """`view(request, key, …)` for who holds an active key; a `Problem` is answered as JSON."""

    @login_not_required
    @wraps(view)
    def guarded(request, *args, **kwargs):
        try:
            if request.method not in ("GET", "HEAD"):
                raise Problem(405, "read_only", _("Cette adresse se lit seulement (GET)."), Allow="GET, HEAD")
            response = view(request, _key_of(request), *args, **kwargs)
        except Problem as problem:
            response = problem.response()
        patch_vary_headers(response, ["Authorization"])
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response["X-Robots-Tag"] = "noindex"
        return response

    return guarded


def _key_of(request) -> PartnerKey:
    scheme, _space, text = request.headers.get("Authorization", "").partition(" ")
    challenge = {"WWW-Authenticate": 'Bearer realm="photos"'}
    if scheme.lower() != "bearer" or not text.strip():
        raise Problem(401, "no_key", _("Il faut une clé de partenaire : « Authorization: Bearer … »."), **challenge)
    key = find_key(text.strip())
    if key is None:
        if not allowed("photos-wrong-key", request.META.get("REMOTE_ADDR", ""), WRONG_KEYS_PER_HOUR):
            raise _too_many()
        raise Problem(401, "unknown_key", _("Cette clé n’existe pas, ou elle a été fermée."), **challenge)
    if not allowed("photos-api", str(key.pk), REQUESTS_PER_HOUR):
        raise _too_many()
    return key


def _too_many() -> Problem:
    return Problem(429, "too_often", _("Trop de demandes en une heure. Réessayez plus tard."), **{"Retry-After": str(AN_HOUR)})
