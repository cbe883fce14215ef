from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class PhotosConfig(AppConfig):
    name = "pro_portal.photos"
    label = "photos"
    verbose_name = _("photothèque")

    def ready(self):
        from pro_portal.photos import (  # noqa: F401  models are ready only now
            demo,
            filling,
            portal_cards,  # noqa: F401  models are ready only now
            signals,
        )
        from pro_portal.photos.actions.moderation import waiting
        from pro_portal.photos.taking_rule import is_keeper

        register(WorkEntry(_("Photothèque"), "photos:list", "image", 62, for_visitors=True))
        register(WorkEntry(_("Photos à accepter"), "photos:queue", "check", 65, allowed=is_keeper, count=lambda user: waiting()))
