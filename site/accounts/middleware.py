"""Administrators without a second factor are led to set one up, where the installation requires it."""
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse


class SecondFactorMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if (
            settings.SECOND_FACTOR_REQUIRED_FOR_ADMINISTRATORS
            and request.path.startswith(("/admin/", "/intranet/", "/portail/"))
            and request.user.is_authenticated
            and request.user.is_superuser
            and not is_mfa_enabled(request.user)
        ):
            return redirect(reverse("mfa_activate_totp"))
        return self.get_response(request)
