from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class IntranetHomeConfig(AppConfig):
    name = "intranet.home"
    label = "intranet_home"
    verbose_name = "intranet"

    def ready(self):
        register(WorkEntry(_("Aujourd’hui"), "intranet_home:home", "home", 0, allowed=lambda user: user.is_member))
