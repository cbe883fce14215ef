from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    name = "destination.places"
    label = "places"
    verbose_name = _("Lieux")

    def ready(self):
        from destination.places import signals  # noqa: F401  models are ready only now
