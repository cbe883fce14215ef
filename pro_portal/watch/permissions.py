"""Who comes in: sorting the watch is for watchers, reading it for whom each item was published."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404

from common.access import exists_for
from common.interrupted_forms import to_sign_in

watchers_only = exists_for(lambda user: user.is_watcher)


def deny_access(request):
    """404 for who is signed in, the sign-in page for a visitor, whether the thing exists or not."""
    if not request.user.is_authenticated:
        return to_sign_in(request) or redirect_to_login(request.get_full_path())
    raise Http404
