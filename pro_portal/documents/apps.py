from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class PortalDocumentsConfig(AppConfig):
    name = "pro_portal.documents"
    label = "portal_documents"
    verbose_name = _("Documents de l’espace pro")

    def ready(self):
        from destination.pages.registry import register_lists
        from pro_portal.documents import notifications, portal_cards  # noqa: F401  models are ready only now
        from pro_portal.documents.actions import shelves  # noqa: F401  it gives the newsletter its documents
        from pro_portal.documents.presenters import panels  # noqa: F401

        register_lists("portal_documents:front")
        register(WorkEntry(_("Documents pro"), "portal_documents:front", "file", 65, for_visitors=True))
        register(
            WorkEntry(
                _("Commandes d’éditions"), "portal_documents:orders", "inbox", 68,
                allowed=lambda user: user.is_member, waiting="edition_orders",
            )
        )  # fmt: skip
