"""The administrator's page: how the installation is, in plain words, and a mail to try."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from common.health import State
from health.actions import PERMISSION, try_mail
from health.models import Line
from health.presenters import shown_lines, summary
from health.probes.words import since


@require_safe
@permission_required(PERMISSION, raise_exception=True)
def installation(request):
    """`/admin/etat/`: every probe asked now."""
    return _page(request)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(PERMISSION, raise_exception=True)
def mail_trial(request):
    """Send a mail to who asks, and show what the server answered. Who comes here otherwise, from the sign-in page say, is led to
    the button."""
    if request.method != "POST":
        return redirect("health:installation")
    return _page(request, trial=try_mail(request.user.email))


def _page(request, trial=None):
    lines = shown_lines()
    context = {
        "header_title": _("État de l’installation"),
        "lines": lines,
        "summary": summary(lines),
        "reds": [line for line in lines if line.state == State.FAILURE],
        "last_look": since(last_look) if (last_look := Line.last_look()) else "",
        "address": request.user.email,
        "trial": trial,
    }
    return render(request, "health/installation.html", context)
