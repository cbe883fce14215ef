"""Answers that belong to no wing."""

import errno
import sys

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import Http404, HttpResponse, HttpResponseBadRequest, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.log import log_response
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from common.interrupted_forms import keep_form, to_sign_in
from common.storages import StorageAway
from common.views.interrupted_forms import kept_page

# https://www.postgresql.org/docs/current/errcodes-appendix.html
POSTGRESQL_DISK_FULL = "53100"
POSTGRESQL_AWAY = ("08", "57P")  # connection exceptions; shut down or starting


@require_safe
@login_not_required
def front_door(request):
    """`/`: to the home page in the reader's language."""
    response = redirect(f"/{get_language() or settings.LANGUAGE_CODE}/")
    response["Vary"] = "Accept-Language, Cookie"
    return response


@csrf_exempt  # it only sends on: what it leads to asks for the form's mark
@login_not_required
def into_language(request, rest: str):
    """An address that had no language yet, for good at the one of the reader's language, with its query; 404 where that leads
    nowhere. What was sent by another method is sent again (308)."""
    address = f"/{get_language() or settings.LANGUAGE_CODE}{request.get_full_path()}"
    try:
        leads_nowhere = resolve(address.partition("?")[0]).url_name == "wagtail_serve"
    except Resolver404:
        leads_nowhere = True
    if leads_nowhere:
        raise Http404
    response = HttpResponsePermanentRedirect(address)
    if request.method not in ("GET", "HEAD"):
        response.status_code = 308
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    patch_cache_control(response, private=True, no_cache=True)  # the reader may choose another language
    return response


def csrf_failure(request, reason=""):
    """An expired or missing form mark: said in words, with the way back to what was typed. Who has signed in again meanwhile, in
    another tab, finds it on this page; who has not, once they have."""
    if answer := to_sign_in(request):
        return answer
    if request.user.is_authenticated and keep_form(request):
        return kept_page(request, status=403)
    return render(request, "common/csrf_failure.html", status=403)


@require_safe
@login_not_required
def robots(request):
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /compte/", "Disallow: /intranet/", ""]
    lines.append(f"Sitemap: {settings.BASE_URL}/sitemap.xml")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def server_error(request):
    """What went wrong is in the log. 507 where the disk is full: who was writing reads that it is not their doing, and how what
    they wrote is not lost. 503 where the database is away for a moment."""
    error = sys.exc_info()[1]  # Django calls this while it handles the error
    if is_disk_full(error):
        return render(request, "500.html", {"disk_is_full": True}, status=507)
    if is_database_away(error):
        response = render(request, "500.html", {"database_is_away": True}, status=503)
        response["Retry-After"] = str(StorageAway.RETRY_SECONDS)
        return response
    return render(request, "500.html", status=500)


def files_away(request):
    """The files cannot be reached for a moment: said in words, with when to ask again."""
    response = render(request, "500.html", {"files_are_away": True, "was_sending": request.method == "POST"}, status=503)
    response["Retry-After"] = str(StorageAway.RETRY_SECONDS)
    response["Cache-Control"] = "no-store"
    # One line a reader is no error of ours; that the storage does not answer stands in the log once a minute.
    log_response("Files away: %s", request.path, response=response, request=request, level="warning")
    return response


def is_disk_full(error: BaseException | None) -> bool:
    """Whether a file or a row found no room, however deep the error that says it."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        if getattr(error, "sqlstate", None) == POSTGRESQL_DISK_FULL:
            return True
        if isinstance(error, DatabaseError) and "disk is full" in str(error):  # SQLite
            return True
        error = error.__cause__ or error.__context__
    return False


def is_database_away(error: BaseException | None) -> bool:
    """Whether the database could not be reached, however deep the error that says it; one that answers « no » is not away."""
    while error is not None:
        if isinstance(error, InterfaceError):
            return True
        if isinstance(error, OperationalError):
            code = getattr(error.__cause__, "sqlstate", "")  # None: the server said nothing
            return code is None or code.startswith(POSTGRESQL_AWAY) or "unable to open database file" in str(error)
        error = error.__cause__ or error.__context__
    return False


def bad_request(request, exception):
    """A request that cannot be read, such as a file with a name of five thousand letters, or that did not come whole
    (`config.door`): said in the reader's language."""
    if isinstance(exception, DisallowedHost):  # a program that knocks at every door; our pages ask for the host again
        return HttpResponseBadRequest("Bad Request", content_type="text/plain")
    return render(request, "400.html", status=400)


def not_found(request, exception):
    """As Django's own, which reads the form that was sent for its mark, and fails where the form cannot be read."""
    return render(request, "404.html", status=404)
