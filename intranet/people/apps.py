from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class PeopleConfig(AppConfig):
    name = "intranet.people"
    label = "people"
    verbose_name = _("Personnes")

    def ready(self):
        register(WorkEntry(_("Personnes"), "people:list", "users", 40, lambda user: user.is_member))
