"""Choosing what one receives: signed in, from a mail without signing in, and stopping it in one click."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from common.absolute_urls import chosen_language
from notifications.signed_links import person_of
from pro_portal.watch.forms import SubscriptionForm
from pro_portal.watch.models import WatchSubscription
from pro_portal.watch.signed_links import PREFERENCES_SALT, STOP_SALT, preferences_path


@require_http_methods(["GET", "HEAD", "POST"])
def subscription(request):
    return _subscription(request, request.user, "watch/subscription.html")


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def signed_subscription(request, token):
    """The same, opened from a mail."""
    person = person_of(token, PREFERENCES_SALT)
    if person is None:
        raise Http404
    with translation.override(chosen_language(request, person.language)):
        return _subscription(request, person, "watch/signed_subscription.html")


def _subscription(request, person, template):
    current = WatchSubscription.objects.filter(person=person).first() or WatchSubscription(person=person)
    form = SubscriptionForm(request.POST if request.method == "POST" else None, instance=current)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("Vos choix sont enregistrés."))
        return redirect(request.path)
    return render(request, template, {"form": form, "person": person}, status=422 if form.is_bound else 200)


@csrf_exempt  # the signed address is the proof, and mail programs (RFC 8058) hold no cookie
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request, token):
    """Stop the letter. Reading the page changes nothing, for mail scanners read every link; a POST stops it."""
    person = person_of(token, STOP_SALT)
    if person is None:
        raise Http404
    if request.method == "POST":
        WatchSubscription.objects.filter(person=person).update(letter=False)
    with translation.override(chosen_language(request, person.language)):
        context = {"person": person, "is_done": request.method == "POST", "preferences_path": preferences_path(person)}
        return render(request, "watch/stop.html", context)
