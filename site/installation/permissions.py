"""Who is shown the first steps of an installation: administrators, and the editors of the site."""

from django.contrib.auth.decorators import permission_required

CHECKLIST = "pages.change_destinationsettings"


def may_follow_checklist(user) -> bool:
    return user.is_authenticated and user.has_perm(CHECKLIST)


checklist_only = permission_required(CHECKLIST, raise_exception=True)
