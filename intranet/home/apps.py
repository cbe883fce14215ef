from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


def is_member(user) -> bool:
    return user.is_authenticated and user.is_member


class IntranetHomeConfig(AppConfig):
    name = "intranet.home"
    label = "intranet_home"
    verbose_name = "intranet"

    def ready(self):
        register(WorkEntry(_("Aujourd’hui"), "intranet_home:home", "home", 0, allowed=is_member))
