"""Administrators without a second factor are led to set one up, where the installation requires it."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.shortcuts import redirect

# What an administrator needs in order to set it up, and what answers machines.
OPEN_PREFIXES = ("/compte/", "/health/", "/static/")


class SecondFactorMiddleware:
    """Closes everything else, the public pages too: an administrator sees there what visitors do not."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if (
            settings.SECOND_FACTOR_REQUIRED_FOR_ADMINISTRATORS
            and not request.path.startswith(OPEN_PREFIXES)
            and request.user.is_authenticated
            and request.user.is_superuser
            and not is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
        ):
            return redirect("mfa_activate_totp")
        return self.get_response(request)
