from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class PhotosConfig(AppConfig):
    name = "pro_portal.photos"
    label = "photos"
    verbose_name = _("photothèque")

    def ready(self):
        from accounts.registry import Handover, register_handover
        from backups.registry import leave_out
        from common.models.rights import register_rights  # models are ready only now
        from pro_portal.photos import portal_cards, signals, sitemaps  # noqa: F401  models are ready only now
        from pro_portal.photos.actions.contributions import contributions_to_hand_over, give_contributions
        from pro_portal.photos.models import Bundle, UploadPiece
        from pro_portal.photos.permissions import is_keeper
        from pro_portal.photos.rights.rule import LibraryRights

        register_rights(LibraryRights())
        leave_out("private", Bundle.FOLDER, UploadPiece.FOLDER)
        register_handover(Handover("photos", _("Dons de photos"), contributions_to_hand_over, give=give_contributions, order=24))
        register(WorkEntry(_("Photothèque"), "photos:list", "image", 62, for_visitors=True))
        register(WorkEntry(_("Photos à accepter"), "photos:queue", "check", 65, allowed=is_keeper, waiting="photos_to_accept"))
        register(WorkEntry(_("Photos demandées"), "photos:requests", "send", 66, allowed=is_keeper, waiting="photo_requests"))
