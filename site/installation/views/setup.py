"""The setup page, behind its one-time link."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.models import User
from installation.actions.setup import LinkClosed, set_up
from installation.forms import SetupForm
from installation.models import SetupLink, is_set_up

NAMES = ("first_name", "last_name", "email", "password", "name", "languages")


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def setup(request, token):
    """Reading the link changes nothing, for programs that look through mails read every link; the POST uses it up."""
    link = SetupLink.objects.from_token(token)
    if link is None or link.is_used or link.is_expired or is_set_up():
        return closed(request, link)
    form = SetupForm(request.POST or None, instance=User(language=get_language()))
    if request.method == "POST" and form.is_valid():
        try:
            user = set_up(link, language=get_language(), **{name: form.cleaned_data[name] for name in NAMES})
        except LinkClosed:
            link.refresh_from_db()
            return closed(request, link)
        login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
        messages.success(request, _("Le site est installé, et votre compte est ouvert."))
        return redirect("installation:look")
    return render(request, "installation/setup.html", {"form": form})


def closed(request, link):
    """Used, expired, replaced: said in a sentence, with what to do."""
    is_done = is_set_up()
    context = {"is_set_up": is_done, "is_expired": bool(link and link.is_expired and not link.is_used)}
    return render(request, "installation/link_closed.html", context, status=410 if link else 404)
