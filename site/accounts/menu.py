"""The work rooms' menu: what accounts adds to it."""

from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


def register_menu() -> None:
    register(WorkEntry(_("Équipe"), "team:list", "users", order=80, allowed=lambda user: user.is_superuser))
