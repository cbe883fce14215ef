from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GroupsConfig(AppConfig):
    name = "intranet.groups"
    label = "work_groups"
    verbose_name = _("Groupes")
