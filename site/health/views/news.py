"""« Quoi de neuf »: what each version brought, for who works in the CMS."""

from contextlib import suppress

from django.conf import settings
from django.db import Error, transaction
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from health.actions import PERMISSION
from health.models import NewsReading, Upgrade
from health.news import versions


@require_safe
def news(request):
    """`/admin/quoi-de-neuf/`: the version in use, since when, and what is new in each."""
    is_administrator = request.user.has_perm(PERMISSION)
    with suppress(Error), transaction.atomic():  # the page is shown from a full disk too
        NewsReading.objects.update_or_create(person=request.user, defaults={"version": settings.VERSION})
    moments = {upgrade.version: upgrade.at for upgrade in Upgrade.objects.order_by("-pk")}
    shown = [
        {
            "number": version.number,
            "is_current": version.is_of(settings.VERSION),
            "groups": version.groups(get_language(), is_administrator),
        }
        for version in versions()
    ]
    context = {
        "header_title": _("Quoi de neuf"),
        "version": settings.VERSION,
        "upgraded_at": moments.get(settings.VERSION),
        "is_first": Upgrade.objects.count() < 2,
        "versions": shown,
    }
    return render(request, "health/news.html", context)
