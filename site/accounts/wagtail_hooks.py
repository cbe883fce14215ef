"""The network in the Wagtail admin, and the guard of its last administrator."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from wagtail import hooks

from accounts.actions import LAST_ADMINISTRATOR, LastAdministrator, require_another_administrator
from accounts.models import User
from accounts.viewsets import NetworkViewSetGroup


@hooks.register("register_admin_viewset")
def register_network():
    return NetworkViewSetGroup()


def _refuse_without_administrator(request, leaving):
    try:
        with transaction.atomic():
            require_another_administrator(leaving)
    except LastAdministrator:
        messages.error(request, LAST_ADMINISTRATOR)
        return redirect("wagtailusers_users:index")
    return None


@hooks.register("before_delete_user")
def keep_an_administrator(request, user):
    return _refuse_without_administrator(request, [user])


@hooks.register("before_bulk_action")
def keep_an_administrator_in_bulk(request, action_type, objects, action):
    """Closing or deleting several people at once."""
    removes_accounts = action_type == "delete" or (
        action_type == "set_active_state" and request.POST.get("mark_as_active") != "True"
    )
    if request.method == "POST" and action.models == [User] and removes_accounts:
        return _refuse_without_administrator(request, list(objects))
    return None
