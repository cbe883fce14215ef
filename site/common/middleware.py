"""Middleware: access log, health, content security policy of the admin, compression, NUL bytes, language."""

import logging
import re
import time
import uuid

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import get_language_from_path, get_language_from_request

from common.request_log import request_id
from common.views.site import health

access_log = logging.getLogger("escale.access")
REQUEST_ID = re.compile(r"[\w.:-]{1,64}", re.ASCII)

# The Wagtail admin (and its translation editor) does not draw without inline scripts and styles.
ADMIN_POLICY_CHANGES = {
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "frame-ancestors": ["'self'"],
}
PREVIEW_POLICY_CHANGES = {"frame-ancestors": ["'self'"]}
WORK_PREFIXES = ("/intranet/", "/portail/", "/compte/", "/admin/")


class AccessLogMiddleware:
    """One line for each answer: what was asked (without its query), the status, the time. Its number is the proxy's where that
    gives one (`X-Request-ID`), and goes back to the reader, who can name it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        given = request.headers.get("X-Request-ID", "")
        token = request_id.set(given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex[:16])
        began = time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request_id.get()
            milliseconds = round((time.perf_counter() - began) * 1000)
            facts = {"method": request.method, "path": request.path, "status": response.status_code, "milliseconds": milliseconds}
            access_log.info("%s %s %s %s ms", *facts.values(), extra=facts)
            return response
        finally:
            request_id.reset(token)


class HealthMiddleware:
    """`/health/` is asked from inside, by plain http and whatever name the asker knows: before host and https are looked at."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return health(request) if request.path_info == "/health/" else self.get_response(request)


class AdminContentSecurityPolicyMiddleware(MiddlewareMixin):
    def process_response(self, request, response):
        if request.path.startswith("/admin/"):
            # A preview has been through the middlewares of its own public address: it keeps that strict policy, but
            # for its frame.
            preview_policy = response.headers.pop("Content-Security-Policy", None)
            response["X-Frame-Options"] = "SAMEORIGIN"
            changes = PREVIEW_POLICY_CHANGES if preview_policy else ADMIN_POLICY_CHANGES
            return csp_replace(changes)(lambda request: response)(request)
        return response


class CompressTextMiddleware(GZipMiddleware):
    """Compresses pages and feeds; pictures and downloads already are. Django pads each answer at random, so that its size
    tells nothing of the form mark in it (BREACH)."""

    def process_response(self, request, response):
        kind = response.get("Content-Type", "").split(";")[0]
        if kind.startswith("text/") or kind.endswith(("json", "xml")):
            return super().process_response(request, response)
        return response


class NulByteMiddleware(MiddlewareMixin):
    """A NUL byte is never something a person typed, and PostgreSQL refuses it: it is left out of the query string, and an
    address that holds one does not exist. In forms Django's fields refuse it beside the field."""

    def process_request(self, request):
        request.META["QUERY_STRING"] = request.META.get("QUERY_STRING", "").replace("%00", "").replace("\x00", "")
        if "\x00" in request.path:
            raise Http404


class LanguageMiddleware(MiddlewareMixin):
    """The language: of the address under `/<lang>/`, of the signed-in person in the work rooms, else of the cookie or browser.

    Unlike Django's own it never redirects an unknown address into a language: `/admin/typo/` is a plain 404.
    """

    def process_request(self, request):
        language = get_language_from_path(request.path_info)
        if not language and request.path_info.startswith(WORK_PREFIXES) and request.user.is_authenticated:
            language = request.user.language
        if not language:
            language = get_language_from_request(request)
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        if not get_language_from_path(request.path_info):
            patch_vary_headers(response, ("Accept-Language",))
        return response
