"""The bell, the preferences, and stopping mail by one click."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.absolute_urls import chosen_language, next_address
from notifications.actions import set_rhythm, switch_off
from notifications.actions.mail import label_of
from notifications.forms import PreferencesForm
from notifications.models import Notice, Preferences, Rhythm
from notifications.signed_links import DIGEST, PREFERENCES_SALT, person_and_code, person_of, preferences_path

PER_PAGE = 30


@require_safe
def notice_list(request):
    """`/intranet/notifications/`, unread ones first."""
    notices = Notice.objects.in_bell_of(request.user).annotate(is_unread=Q(read_at=None))
    page = Paginator(notices.order_by("-is_unread", "-created_at", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = page.object_list.with_words(request.user)
    return render(request, "notifications/list.html", {"page": page})


@require_safe
@never_cache
def open_notice(request, pk):
    """Mark a notice read and go to what it speaks of, where that may still be seen."""
    notice = get_object_or_404(Notice, pk=pk, person=request.user)
    Notice.objects.filter(pk=notice.pk).mark_read()
    notice.person = request.user
    if not notice.may_be_read:
        messages.info(request, _("Ce contenu n’existe plus, ou n’est plus ouvert à votre compte."))
        return redirect("notifications:list")
    url = notice.notification.url_for(request.user)
    return redirect(url if url_has_allowed_host_and_scheme(url, {request.get_host()}) else "notifications:list")


@require_POST
def mark_read(request, pk):
    get_object_or_404(Notice, pk=pk, person=request.user)
    Notice.objects.filter(pk=pk).mark_read()
    return _redirect_back(request)


@require_POST
def mark_all_read(request):
    Notice.objects.in_bell_of(request.user).mark_read()
    messages.success(request, _("Toutes vos notifications sont lues."))
    return _redirect_back(request)


@require_POST
def end_tour(request):
    Preferences.objects.update_or_create(person=request.user, defaults={"tour_ended_at": timezone.now()})
    return _redirect_back(request)


def _redirect_back(request):
    return HttpResponseRedirect(next_address(request, reverse("notifications:list")))


@require_http_methods(["GET", "POST"])
def preferences(request):
    """`/compte/notifications/`, signed in."""
    return _preferences(request, request.user, "notifications/preferences.html")


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def signed_preferences(request, token):
    """The same, opened from a mail without signing in."""
    person = person_of(token, PREFERENCES_SALT)
    if person is None:
        raise Http404
    with translation.override(chosen_language(request, person.language)):
        return _preferences(request, person, "notifications/signed_preferences.html")


def _preferences(request, person, template):
    form = PreferencesForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        form.save()
        Preferences.objects.filter(person=person, tour_ended_at=None).update(tour_ended_at=timezone.now())
        messages.success(request, _("Vos choix sont enregistrés."))
        return redirect(request.path)
    return render(request, template, {"form": form, "person": person})


@csrf_exempt  # the signed address is the proof, and mail programs (RFC 8058) hold no cookie
@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def stop(request, token):
    """Stop one kind of mail. Reading the page changes nothing, for mail scanners read every link; a POST stops it."""
    person, code = person_and_code(token)
    if person is None:
        raise Http404
    if request.method == "POST":
        if code == DIGEST:
            set_rhythm(person, Rhythm.NEVER)
        else:
            switch_off(person, code)
    with translation.override(chosen_language(request, person.language)):
        return render(
            request,
            "notifications/stop.html",
            {
                "person": person,
                "kind": label_of(code),
                "is_done": request.method == "POST",
                "is_digest": code == DIGEST,
                "preferences_path": preferences_path(person),
            },
        )
