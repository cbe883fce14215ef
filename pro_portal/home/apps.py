from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalHomeConfig(AppConfig):
    name = "pro_portal.home"
    label = "portal_home"
    verbose_name = _("Accueil du portail")
