"""What every address of the API checks first: the method, the partner's key, the rate limit."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.utils.cache import patch_vary_headers
from django.utils.log import log_response
from django.utils.translation import gettext as _

from common.rate_limits import client_address, seconds_to_wait
from pro_portal.photos.actions.partner_keys import find_key
from pro_portal.photos.models import PartnerKey

# A partner fetches a library of some thousand pictures in a night.
REQUESTS_PER_HOUR = 3000
# Beyond this, wrong keys are an attack and not a partner's typing mistake.
WRONG_KEYS_PER_HOUR = 30


class ApiError(Exception):
    """An error as JSON: `code` is for programs and does not change, `message` for people, in their language."""

    def __init__(self, status: int, code: str, message: str, **headers: str):
        super().__init__(message)
        self.status, self.code, self.message, self.headers = status, code, str(message), headers

    def response(self) -> JsonResponse:
        content = {"error": {"code": self.code, "message": self.message}}
        return JsonResponse(content, status=self.status, headers=self.headers, json_dumps_params={"ensure_ascii": False})


def for_partners(view: Callable) -> Callable:
    """Decorator: calls `view(request, key, …)` for the holder of an active key; answers an `ApiError` as JSON."""

    @login_not_required
    @wraps(view)
    def guarded(request, *args, **kwargs):
        try:
            if request.method not in ("GET", "HEAD"):
                raise ApiError(405, "read_only", _("Cette adresse se lit seulement (GET)."), Allow="GET, HEAD")
            response = view(request, _key_of(request), *args, **kwargs)
        except ApiError as error:
            response = error.response()
            log_response("%s: %s", error.code, request.path, response=response, request=request, level="warning")
        patch_vary_headers(response, ["Authorization"])
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response["X-Robots-Tag"] = "noindex"
        return response

    return guarded


def _key_of(request) -> PartnerKey:
    scheme, _space, text = request.headers.get("Authorization", "").partition(" ")
    challenge = {"WWW-Authenticate": 'Bearer realm="photos"'}
    if scheme.lower() != "bearer" or not text.strip():
        raise ApiError(401, "no_key", _("Il faut une clé de partenaire : « Authorization: Bearer … »."), **challenge)
    key = find_key(text.strip())
    if key is None:
        if seconds := seconds_to_wait("photos-wrong-key", client_address(request), WRONG_KEYS_PER_HOUR):
            raise _too_many(seconds)
        raise ApiError(401, "unknown_key", _("Cette clé n’existe pas, ou elle a été fermée."), **challenge)
    if seconds := seconds_to_wait("photos-api", str(key.pk), REQUESTS_PER_HOUR):
        raise _too_many(seconds)
    return key


def _too_many(seconds: int) -> ApiError:
    return ApiError(429, "too_often", _("Trop de demandes en une heure. Réessayez plus tard."), **{"Retry-After": str(seconds)})
