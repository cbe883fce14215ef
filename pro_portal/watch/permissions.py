"""Who comes in: sorting the watch is for watchers, reading it for whom each item was published."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import Http404

from accounts.models import User

KEY_LENGTH = 41  # one more than a key: a longer text is never found


def watchers_only(view):
    """For others the page does not exist."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_watcher:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def deny_access(request):
    """404 for who is signed in, the sign-in page for a visitor, whether the thing exists or not."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    raise Http404


def reader_of(request):
    """Who asks: the owner of `?key=` (feed readers cannot sign in), else who is signed in. A wrong key gives nothing."""
    if "key" not in request.GET:
        return request.user
    people = User.objects.select_related("organisation").filter(is_active=True)
    person = people.filter(feed_key=request.GET["key"][:KEY_LENGTH]).first()
    if person is None:
        raise Http404
    return person


def parse_id(text: str | None) -> int | None:
    """A whole number that a database can hold, else None."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None
