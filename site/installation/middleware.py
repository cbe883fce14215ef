"""An installation that nobody set up yet answers one calm page, at every address, until it is set up."""

from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.log import log_response

from installation.models import SetupLink

#: The setup page itself, what it is drawn with, and what answers machines.
OPEN_PREFIXES = ("/installation/", "/static/", "/accent.css", "/site.webmanifest", "/favicon.ico", "/health/")


class SetupMiddleware:
    #: Whether this process saw that nothing waits to be set up: that stays so, and is asked of the database once.
    is_done = False

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not SetupMiddleware.is_done and not request.path_info.startswith(OPEN_PREFIXES):
            if SetupLink.objects.installation_waits():
                return not_set_up(request)
            SetupMiddleware.is_done = True
        return self.get_response(request)


def not_set_up(request):
    """It does not give the link: whoever set the server going has it."""
    response = render(request, "installation/not_set_up.html", status=503)
    add_never_cache_headers(response)
    log_response("Not set up yet: %s", request.path, response=response, request=request, level="info")  # no error of ours
    return response
