"""Who is shown the first steps of an installation: administrators, and the editors of the site."""

from functools import wraps

from django.core.exceptions import PermissionDenied


def may_follow_checklist(user) -> bool:
    return user.is_authenticated and user.has_perm("pages.change_destinationsettings")


def checklist_only(view):
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not may_follow_checklist(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
