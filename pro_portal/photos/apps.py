from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class PhotosConfig(AppConfig):
    name = "pro_portal.photos"
    label = "photos"
    verbose_name = _("photothèque")

    def ready(self):
        from pro_portal.photos import demo, front, signals  # noqa: F401  models are ready only now

        register(WorkEntry(_("Photothèque"), "photos:list", "image", 62, for_visitors=True))
