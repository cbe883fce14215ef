from functools import partial

from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.navigation import Door, WorkEntry, register, register_door


class IntranetHomeConfig(AppConfig):
    name = "intranet.home"
    label = "intranet_home"
    verbose_name = "intranet"

    def ready(self):
        register(WorkEntry(_("Aujourd’hui"), "intranet_home:home", "home", 0, allowed=lambda user: user.is_member))
        home = partial(reverse, "intranet_home:home")
        register_door(Door(_("L’intranet"), home, "home", 10, "/intranet/", lambda user: user.is_member))
