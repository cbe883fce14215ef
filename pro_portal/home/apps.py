from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class PortalHomeConfig(AppConfig):
    name = "pro_portal.home"
    label = "portal_home"
    verbose_name = "portail"

    def ready(self):
        register(WorkEntry(_("Espace pro"), "portal_home:home", "shop", 60, for_visitors=True))
