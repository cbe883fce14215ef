from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntranetHomeConfig(AppConfig):
    name = "intranet.home"
    label = "intranet_home"
    verbose_name = _("Accueil de l’intranet")
