"""Answers that belong to no wing."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import DisallowedHost
from django.db import connection
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe


@require_safe
@login_not_required
def front_door(request):
    """`/`: to the home page in the reader's language."""
    response = redirect(f"/{get_language() or settings.LANGUAGE_CODE}/")
    response["Vary"] = "Accept-Language, Cookie"
    return response


@require_safe
@login_not_required
def health(request):
    """200 when the database answers; says nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


def csrf_failure(request, reason=""):
    """An expired or missing form mark: said in words, with the way back to what was typed."""
    return render(request, "common/csrf_failure.html", status=403)


@require_safe
@login_not_required
def robots(request):
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /compte/", "Disallow: /intranet/", ""]
    lines.append(f"Sitemap: {settings.BASE_URL}/sitemap.xml")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def server_error(request):
    return render(request, "500.html", status=500)


def bad_request(request, exception):
    """A request that cannot be read, such as a file with a name of five thousand letters: said in the reader's language."""
    if isinstance(exception, DisallowedHost):  # a program that knocks at every door; our pages ask for the host again
        return HttpResponseBadRequest("Bad Request", content_type="text/plain")
    return render(request, "400.html", status=400)


def not_found(request, exception):
    """As Django's own, which reads the form that was sent for its mark, and fails where the form cannot be read."""
    return render(request, "404.html", status=404)
