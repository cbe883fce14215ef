from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseMapConfig(AppConfig):
    name = "destination.base_map"
    label = "base_map"
    verbose_name = _("Fond de carte")
