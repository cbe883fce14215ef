from functools import partial

from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.navigation import Door, WorkEntry, register, register_door


class PortalHomeConfig(AppConfig):
    name = "pro_portal.home"
    label = "portal_home"
    verbose_name = "portail"

    def ready(self):
        from destination.pages.registry import register_lists
        from pro_portal.home import notifications, portal_cards  # noqa: F401  models are ready only now

        register_lists("portal_home:home", "portal_home:ask")
        home = partial(reverse, "portal_home:home")
        register_door(Door(_("L’espace pro"), home, "shop", 20, "/portail/", lambda user: user.is_professional))
        register(WorkEntry(_("Espace pro"), "portal_home:home", "shop", 60, for_visitors=True))
        register(
            WorkEntry(
                _("Demandes de compte"), "portal_home:requests", "users", 69,
                allowed=lambda user: user.has_perm("portal_home.decide_accountrequest"), waiting="account_requests",
            )
        )  # fmt: skip
