"""Who comes in: giving is for professionals and members, accepting and keeping rights for those whom a role allows."""

from functools import wraps

from django.http import Http404

from pro_portal.photos.taking_rule import is_keeper


def givers_only(view):
    """For others the page does not exist."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_professional:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def keepers_only(view):
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not is_keeper(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
