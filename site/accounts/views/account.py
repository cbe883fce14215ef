"""The account, and the way in by invitation."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts.actions import InvitationClosed, accept_invitation
from accounts.adapters import AccountAdapter
from accounts.forms.people import ProfileForm, WelcomeForm
from accounts.models import Invitation, User
from common.absolute_urls import chosen_language, next_address
from common.translations import name_of_language

LANGUAGE_COOKIE = settings.LANGUAGE_COOKIE_NAME


@require_http_methods(["GET", "POST"])
def profile(request):
    """`/compte/`: names, language, and the doors to password, second factor, calendar and notifications."""
    # A copy: the heading and the menu must not show what a refused form holds.
    person = User.objects.select_related("organisation").get(pk=request.user.pk)
    form = ProfileForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        form.save()
        with translation.override(person.language):
            messages.success(request, _("Votre profil est enregistré."))
        return redirect("accounts:profile")
    return render(
        request,
        "accounts/profile.html",
        {
            "form": form,
            "feed_url": f"{settings.BASE_URL}/{request.user.language}/agenda.ics?key={request.user.feed_key}",
            "has_second_factor": is_mfa_enabled(request.user, [Authenticator.Type.TOTP]),
        },
    )


@login_not_required
@require_POST
def choose_language(request):
    """The language of the pages whose address has none, kept in a cookie, and for who signed in of their screens and mails; then
    back to the page."""
    language = request.POST.get("language", "")
    response = HttpResponseRedirect(next_address(request, "/", "here"))
    if language not in dict(settings.LANGUAGES):
        return response
    if request.user.is_authenticated and request.user.language != language:
        request.user.language = language
        request.user.save(update_fields=["language"])
        with translation.override(language):
            sentence = _("Vos écrans de travail et vos courriels sont maintenant en %(language)s.")
            messages.success(request, sentence % {"language": name_of_language(language)})
    response.set_cookie(
        LANGUAGE_COOKIE,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


@require_POST
def renew_feed_key(request):
    request.user.renew_feed_key()
    messages.success(request, _("Votre adresse de calendrier est nouvelle ; l’ancienne ne répond plus."))
    return redirect(f"{reverse('accounts:profile')}#calendrier")


@require_POST
def end_sessions(request):
    """Sign out everywhere but here."""
    request.user.end_sessions()
    update_session_auth_hash(request, request.user)
    messages.success(request, _("Vous êtes déconnecté de tous vos autres appareils."))
    return redirect(f"{reverse('accounts:profile')}#securite")


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def invitation(request, token):
    """The link of an invitation. Reading it changes nothing, for mail scanners read every link; the account is made by POST."""
    open_invitation = Invitation.objects.from_token(token)
    if open_invitation is None or not open_invitation.is_usable:
        return _invitation_closed(request, open_invitation)
    with translation.override(_language(request, open_invitation)):
        # The address counts among what a password must not resemble.
        newcomer = User(
            email=open_invitation.email,
            first_name=open_invitation.first_name,
            last_name=open_invitation.last_name,
            language=open_invitation.language,
        )
        form = WelcomeForm(request.POST or None, instance=newcomer)
        if request.method == "POST" and form.is_valid():
            try:
                user = accept_invitation(open_invitation, **form.cleaned_data)
            except InvitationClosed:
                return _invitation_closed(request, open_invitation)
            login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
            with translation.override(user.language):
                messages.success(request, _("Bienvenue. Votre compte est ouvert."))
            if user.is_member:
                return redirect(f"{reverse('people:mine')}?bienvenue")
            return redirect(AccountAdapter(request).get_login_redirect_url(request))
        return render(request, "accounts/invitation.html", {"form": form, "invitation": open_invitation})


def _language(request, open_invitation) -> str:
    language = request.POST.get("language")
    return language if language in dict(settings.LANGUAGES) else chosen_language(request, open_invitation.language)


def _invitation_closed(request, open_invitation):
    language = chosen_language(request, open_invitation.language if open_invitation else translation.get_language())
    with translation.override(language):
        return render(
            request, "accounts/invitation_closed.html", {"invitation": open_invitation}, status=410 if open_invitation else 404
        )
