"""The network in the Wagtail admin, and the guard of its last administrator."""
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks

from accounts.actions import LastAdministrator, require_another_administrator
from accounts.models import User
from accounts.viewsets import NetworkViewSetGroup


@hooks.register("register_admin_viewset")
def register_network():
    return NetworkViewSetGroup()


def _refusal(request, leaving):
    try:
        with transaction.atomic():
            require_another_administrator(leaving)
    except LastAdministrator:
        messages.error(request, _("C’est la dernière personne à l’administration : donnez d’abord ce rôle à quelqu’un d’autre."))
        return redirect("wagtailusers_users:index")
    return None


@hooks.register("before_delete_user")
def keep_an_administrator(request, user):
    return _refusal(request, [user])


@hooks.register("before_bulk_action")
def keep_an_administrator_in_bulk(request, action_type, objects, action):
    """Closing or deleting several people at once."""
    if request.method == "POST" and action.models == [User] and action_type in ("delete", "set_active_state"):
        if request.POST.get("mark_as_active") not in ("on", "True", "true"):
            return _refusal(request, list(objects))
    return None
